import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { db, decisions, environment, reviews, signalCases, signals } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { costsPerBearer } from "#app/domain/follow-up.ts";
import type { FollowUpInput } from "#app/schemas/follow-up.ts";
import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { listDecisionOwners } from "./decision-owners.server.ts";
import { findCurrent } from "./decisions.server.ts";
import { notFound } from "./http.server.ts";

type Held = Extract<FollowUpInput, { intent: "review-held" }>;
type Planned = Extract<FollowUpInput, { intent: "review-planned" }>;

/** Records a look back at a decision; what was said of it then stays as it is. */
export async function holdReview(
  access: Access<"follow-up.record">,
  caseId: string,
  { intent: _, reviewId, ...said }: Held,
  formKey?: string,
): Promise<void> {
  await getCase(access, caseId);
  const [review] = await db.read
    .select({ id: reviews.id, decisionId: reviews.decisionId })
    .from(reviews)
    .innerJoin(decisions, eq(decisions.id, reviews.decisionId))
    .where(and(eq(reviews.id, reviewId), eq(decisions.caseId, caseId)));
  if (!review) return notFound();
  const held = {
    ...(await answersOf(caseId, said)),
    ...{ heldAt: environment.now(), heldBy: access.person.id },
  };
  const { helpedCitizen, helpedProfessional, conditionsKept, signalTakenUp } = held;
  const answers = { helpedCitizen, helpedProfessional, conditionsKept, signalTakenUp };
  await db.write(
    access.actor,
    async (tx) => {
      const changed = await tx
        .update(reviews)
        .set(held)
        .where(and(eq(reviews.id, reviewId), isNull(reviews.heldAt)))
        .returning({ id: reviews.id });
      if (changed.length === 0) throw new DomainError("already_done");
      await tx.record({
        kind: "review.held",
        subject: { type: "review", id: reviewId },
        caseId,
        details: { decision: review.decisionId, ...answers },
        content: held,
      });
    },
    { formKey },
  );
}

/** Whether the signal was taken up is asked of a case that has one, and of no other. */
async function answersOf(
  caseId: string,
  { lines, signalTakenUp, ...said }: Omit<Held, "intent" | "reviewId">,
) {
  const hasSignal = (await listSignalsOfCase(caseId)).length > 0;
  if (hasSignal && signalTakenUp === null) {
    throw new DomainError("choose", { field: "signalTakenUp" });
  }
  return {
    ...said,
    signalTakenUp: hasSignal ? signalTakenUp : null,
    costLines: lines.length === 0 ? null : lines,
    costs: costsPerBearer(lines),
  };
}

/** The signals that a case is part of; one that was merged goes on as the other. */
export async function listSignalsOfCase(
  caseId: string,
): Promise<{ id: string; number: string; title: string }[]> {
  return db.read
    .select({ id: signals.id, number: signals.number, title: signals.title })
    .from(signalCases)
    .innerJoin(signals, eq(signals.id, signalCases.signalId))
    .where(and(eq(signalCases.caseId, caseId), ne(signals.status, "merged")))
    .orderBy(asc(signals.raisedAt), asc(signals.id));
}

/** When a decision is or was looked back on. */
export async function listReviewDates(decisionId: string) {
  return db.read
    .select({ id: reviews.id, dueDate: reviews.dueDate, heldAt: reviews.heldAt })
    .from(reviews)
    .where(eq(reviews.decisionId, decisionId))
    .orderBy(asc(reviews.dueDate), asc(reviews.id));
}

/** Plans another look back at the decision in force. */
export async function planReview(
  access: Access<"follow-up.record">,
  caseId: string,
  { ownerId, dueDate }: Planned,
  formKey?: string,
): Promise<void> {
  await getCase(access, caseId);
  const owners = await listDecisionOwners(access, caseId);
  if (!owners.some(({ id }) => id === ownerId)) {
    throw new DomainError("unknown_option", { field: "ownerId" });
  }
  if (dueDate < environment.now() - 86_400_000) {
    throw new DomainError("date_future", { field: "dueDate" });
  }
  await db.write(
    access.actor,
    async (tx) => {
      const { taken } = await findCurrent(tx, caseId);
      if (!taken) return notFound();
      const row = { id: environment.newId(), decisionId: taken.id, ownerId, dueDate };
      await tx.insert(reviews).values(row);
      await tx.record({
        kind: "review.planned",
        subject: { type: "review", id: row.id },
        caseId,
        details: { decision: taken.id },
        content: row,
      });
    },
    { formKey },
  );
}
