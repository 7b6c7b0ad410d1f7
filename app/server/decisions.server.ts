import { and, asc, desc, eq, inArray } from "drizzle-orm";
import {
  conditions,
  db,
  decisionClaims,
  decisionPrecedents,
  decisions,
  people,
  type Queries,
} from "#db";
import type { DecisionVersion } from "#app/schemas/decision-view.ts";
import type { Right } from "#app/domain/rights.ts";
import { hasRight } from "#app/domain/rights.ts";
import { authorized, type Access, type Authorized } from "./access.server.ts";
import { getCase, type ReadableCase } from "./case-access.server.ts";
import { notFound } from "./http.server.ts";

export type DecisionRow = typeof decisions.$inferSelect;
export type ReadableDecision = Authorized<DecisionRow, "read">;

/** A decision of a case this person may see; a draft only for those who may prepare it. */
export async function getDecision(
  access: Access<Right>,
  caseId: string,
  decisionId: string,
): Promise<{ caseFile: ReadableCase; decision: ReadableDecision }> {
  const caseFile = await getCase(access, caseId);
  const [row] = await db.read
    .select()
    .from(decisions)
    .where(and(eq(decisions.id, decisionId), eq(decisions.caseId, caseId)));
  if (!row || (row.status === "draft" && !hasRight(access.roles, "decision.prepare"))) notFound();
  return { caseFile, decision: authorized<DecisionRow, "read">(row) };
}

/** The versions of the decision on a case, newest first; drafts only for those who prepare them. */
export async function listDecisions(
  access: Access<Right>,
  caseFile: ReadableCase,
): Promise<DecisionVersion[]> {
  const rows = await db.read
    .select({
      id: decisions.id,
      number: decisions.number,
      kind: decisions.kind,
      status: decisions.status,
      versionReason: decisions.versionReason,
      takenAt: decisions.takenAt,
      takenBy: people.name,
    })
    .from(decisions)
    .leftJoin(people, eq(people.id, decisions.takenBy))
    .where(eq(decisions.caseId, caseFile.id))
    .orderBy(desc(decisions.number));
  const preparing = hasRight(access.roles, "decision.prepare");
  return rows.filter(({ status }) => preparing || status !== "draft");
}

/** The draft of a case and the decision in force, as far as there are. */
export async function findCurrent(read: Queries, caseId: string) {
  const rows = await read
    .select()
    .from(decisions)
    .where(and(eq(decisions.caseId, caseId), inArray(decisions.status, ["draft", "taken"])))
    .orderBy(desc(decisions.number));
  return {
    draft: rows.find(({ status }) => status === "draft") ?? null,
    taken: rows.find(({ status }) => status === "taken") ?? null,
  };
}

export type DecisionParts = {
  /** Empty when one option holds for everything. */
  choices: { claimId: string; optionId: string }[];
  conditions: (typeof conditions.$inferSelect)[];
  precedentIds: string[];
};

/** What a decision holds besides its own row. */
export async function decisionParts(read: Queries, decisionId: string): Promise<DecisionParts> {
  const choices = await read
    .select({ claimId: decisionClaims.claimId, optionId: decisionClaims.optionId })
    .from(decisionClaims)
    .where(eq(decisionClaims.decisionId, decisionId))
    .orderBy(asc(decisionClaims.claimId));
  const rows = await read
    .select()
    .from(conditions)
    .where(eq(conditions.decisionId, decisionId))
    .orderBy(asc(conditions.position));
  const named = await read
    .select({ id: decisionPrecedents.precedentId })
    .from(decisionPrecedents)
    .where(eq(decisionPrecedents.decisionId, decisionId))
    .orderBy(asc(decisionPrecedents.precedentId));
  return { choices, conditions: rows, precedentIds: named.map(({ id }) => id) };
}
