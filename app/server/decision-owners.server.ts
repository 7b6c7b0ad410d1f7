import { and, asc, eq, exists, inArray, or, sql } from "drizzle-orm";
import { conditions, db, decisions, people, roleAssignments } from "#db";
import { hasRight, roles, type Right } from "#app/domain/rights.ts";
import type { Access } from "./access.server.ts";

const recorders = roles.filter((role) => hasRight([role], "follow-up.record"));

/**
 * Who can own a condition or review of a case: those of the organisation who may record it as done,
 * and who owns one of this case already.
 */
export async function listDecisionOwners(
  access: Access<Right>,
  caseId: string,
): Promise<{ id: string; name: string }[]> {
  const owns = db.read
    .select({ one: sql`1` })
    .from(conditions)
    .innerJoin(decisions, eq(decisions.id, conditions.decisionId))
    .where(and(eq(decisions.caseId, caseId), eq(conditions.ownerId, people.id)));
  return db.read
    .selectDistinct({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(roleAssignments, eq(roleAssignments.personId, people.id))
    .where(
      and(
        eq(roleAssignments.organisationId, access.organisation.id),
        or(inArray(roleAssignments.role, recorders), exists(owns)),
        eq(people.active, true),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
}
