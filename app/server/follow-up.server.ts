import { and, asc, eq, ne } from "drizzle-orm";
import { conditions, db, decisions, environment, reviews } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { dueState } from "#app/domain/follow-up.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { FollowUpPage } from "#app/schemas/follow-up-view.ts";
import type { Access } from "./access.server.ts";
import { getCase, type ReadableCase } from "./case-access.server.ts";
import { moveCase } from "./case-status.server.ts";
import { listDecisionOwners } from "./decision-owners.server.ts";
import { namesOf } from "./decision-page.server.ts";
import { recordReading } from "./readings.server.ts";

/** What was agreed with a decision and what became of it: conditions, reviews, whether it helped. */
export async function getFollowUp(
  access: Access<"case.read">,
  caseId: string,
): Promise<FollowUpPage> {
  const caseFile = await getCase(access, caseId);
  await recordReading(access, caseFile, "follow-up");
  const { id, number, title, status } = caseFile;
  const mayRecord = hasRight(access.roles, "follow-up.record");
  const agreed = await agreements(caseFile);
  const names = await namesOf(agreed.people);
  const open = openWork(agreed);
  return {
    caseFile: { id, number, title, status },
    decision: agreed.decision,
    conditions: agreed.conditions.map((row) => ({
      id: row.id,
      text: row.text,
      owner: names.get(row.ownerId) ?? "",
      dueDate: row.dueDate,
      state: dueState({ dueDate: row.dueDate, doneAt: row.doneAt, now: environment.now() }),
      doneAt: row.doneAt,
      doneBy: row.doneBy && (names.get(row.doneBy) ?? null),
      doneNote: row.doneNote,
      mayRecord: row.current && ownsOrCoordinates(access, row),
    })),
    reviews: agreed.reviews.map((row) => ({
      ...row,
      owner: names.get(row.ownerId) ?? "",
      heldBy: row.heldBy && (names.get(row.heldBy) ?? null),
      state: dueState({ dueDate: row.dueDate, doneAt: row.heldAt, now: environment.now() }),
    })),
    owners: mayRecord ? await listDecisionOwners(access, caseId) : [],
    mayRecord: mayRecord && agreed.decision !== null,
    mayClose: status === "follow_up" && hasRight(access.roles, "case.manage"),
    open,
    now: environment.now(),
  };
}

/** A condition is recorded by who owns it, or by a coordinator. */
export function ownsOrCoordinates(
  access: Access<"case.read" | "follow-up.record">,
  { ownerId }: { ownerId: string },
): boolean {
  if (!hasRight(access.roles, "follow-up.record")) return false;
  return ownerId === access.person.id || access.roles.includes("coordinator");
}

/** All of the decision in force, and of the versions before it what was done. */
async function agreements(caseFile: ReadableCase) {
  const taken = await db.read
    .select({
      id: decisions.id,
      number: decisions.number,
      takenAt: decisions.takenAt,
      status: decisions.status,
    })
    .from(decisions)
    .where(and(eq(decisions.caseId, caseFile.id), ne(decisions.status, "draft")));
  const inForce = taken.find(({ status }) => status === "taken");
  const conditionRows = await db.read
    .select({ condition: conditions })
    .from(conditions)
    .innerJoin(decisions, eq(decisions.id, conditions.decisionId))
    .where(and(eq(decisions.caseId, caseFile.id), ne(decisions.status, "draft")))
    .orderBy(asc(conditions.dueDate), asc(conditions.position));
  const reviewRows = await db.read
    .select({ review: reviews })
    .from(reviews)
    .innerJoin(decisions, eq(decisions.id, reviews.decisionId))
    .where(eq(decisions.caseId, caseFile.id))
    .orderBy(asc(reviews.dueDate));
  const own = conditionRows
    .map(({ condition }) => ({ ...condition, current: condition.decisionId === inForce?.id }))
    .filter(({ current, doneAt }) => current || doneAt !== null);
  const held = reviewRows
    .map(({ review }) => review)
    .filter(({ decisionId, heldAt }) => decisionId === inForce?.id || heldAt !== null);
  return {
    decision: inForce ? { id: inForce.id, number: inForce.number, takenAt: inForce.takenAt } : null,
    conditions: own,
    reviews: held,
    people: [...own, ...held].flatMap((row) => [
      row.ownerId,
      ...("doneBy" in row && row.doneBy ? [row.doneBy] : []),
      ...("heldBy" in row && row.heldBy ? [row.heldBy] : []),
    ]),
  };
}

function openWork(agreed: Awaited<ReturnType<typeof agreements>>): FollowUpPage["open"] {
  return {
    conditions: agreed.conditions.filter(({ doneAt }) => doneAt === null).length,
    reviewHeld: agreed.reviews.some(({ heldAt }) => heldAt !== null),
  };
}

/** Closes the case once its conditions are done and somebody looked back. */
export async function closeFollowUp(
  access: Access<"follow-up.record">,
  caseId: string,
  formKey?: string,
): Promise<void> {
  const caseFile = await getCase(access, caseId);
  if (!hasRight(access.roles, "case.manage")) throw new DomainError("forbidden");
  const open = openWork(await agreements(caseFile));
  if (open.conditions > 0 || !open.reviewHeld) throw new DomainError("follow_up_open");
  await db.write(
    access.actor,
    async (tx) => {
      if (caseFile.status !== "follow_up") throw new DomainError("status_move_not_allowed");
      await moveCase(tx, caseFile, "closed", { personId: access.person.id });
    },
    { formKey },
  );
}
