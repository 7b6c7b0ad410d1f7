/** What was agreed with the decision of a case, and what became of it. */
import { and, asc, eq, ne } from "drizzle-orm";
import { conditions, db, decisions, documents, reviews } from "#db";

export type Agreements = Awaited<ReturnType<typeof listAgreements>>;
export type AgreedCondition = Agreements["conditions"][number];
export type AgreedReview = Agreements["reviews"][number];

/** All of the decision in force, and of the versions before it what was done. */
export async function listAgreements(caseId: string) {
  const taken = await db.read
    .select({
      id: decisions.id,
      number: decisions.number,
      takenAt: decisions.takenAt,
      status: decisions.status,
    })
    .from(decisions)
    .where(and(eq(decisions.caseId, caseId), ne(decisions.status, "draft")));
  const inForce = taken.find(({ status }) => status === "taken");
  const own = (await conditionsOf(caseId))
    .map((row) => ({ ...row, current: row.decisionId === inForce?.id }))
    .filter(({ current, doneAt }) => current || doneAt !== null);
  const reviewRows = await db.read
    .select({ review: reviews })
    .from(reviews)
    .innerJoin(decisions, eq(decisions.id, reviews.decisionId))
    .where(eq(decisions.caseId, caseId))
    .orderBy(asc(reviews.dueDate), asc(reviews.id));
  const looks = reviewRows
    .map(({ review }) => review)
    .filter(({ decisionId, heldAt }) => decisionId === inForce?.id || heldAt !== null);
  return {
    decision: inForce ? { id: inForce.id, number: inForce.number, takenAt: inForce.takenAt } : null,
    conditions: own,
    reviews: looks,
  };
}

async function conditionsOf(caseId: string) {
  const rows = await db.read
    .select({
      condition: conditions,
      proofName: documents.name,
      proofRemovedAt: documents.removedAt,
    })
    .from(conditions)
    .innerJoin(decisions, eq(decisions.id, conditions.decisionId))
    .leftJoin(documents, eq(documents.id, conditions.proofId))
    .where(and(eq(decisions.caseId, caseId), ne(decisions.status, "draft")))
    .orderBy(asc(conditions.dueDate), asc(conditions.position), asc(conditions.id));
  return rows.map(({ condition: { proofId, ...condition }, proofName, proofRemovedAt }) => ({
    ...condition,
    proof:
      proofId === null
        ? null
        : { id: proofId, name: proofName ?? "", removed: proofRemovedAt !== null },
  }));
}

/** Everybody who is named in them. */
export function peopleIn({ conditions: agreed, reviews: looks }: Agreements): string[] {
  return [
    ...agreed.flatMap(({ ownerId, doneBy }) => [ownerId, doneBy ?? ""]),
    ...looks.flatMap(({ ownerId, heldBy }) => [ownerId, heldBy ?? ""]),
  ];
}
