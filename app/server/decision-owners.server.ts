import { and, asc, eq, inArray } from "drizzle-orm";
import { db, people, roleAssignments } from "#db";
import { hasRight, roles, type Right } from "#app/domain/rights.ts";
import type { Access } from "./access.server.ts";

const recorders = roles.filter((role) => hasRight([role], "follow-up.record"));

/** The people of the organisation who can own a condition or review: those who may record it as done. */
export async function listDecisionOwners(
  access: Access<Right>,
): Promise<{ id: string; name: string }[]> {
  return db.read
    .selectDistinct({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(roleAssignments, eq(roleAssignments.personId, people.id))
    .where(
      and(
        eq(roleAssignments.organisationId, access.organisation.id),
        inArray(roleAssignments.role, recorders),
        eq(people.active, true),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
}
