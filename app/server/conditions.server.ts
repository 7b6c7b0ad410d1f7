import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { conditions, db, decisions, documents, environment, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { mayRecordCondition } from "./follow-up.server.ts";
import { forbidden, notFound } from "./http.server.ts";

type Recorded = { caseId: string; conditionId: string; note: string };
type Completed = Recorded & { proofId?: string | null };

/** Records that a condition was met, with a document of the case that shows it where there is one. */
export async function completeCondition(
  access: Access<"case.read">,
  recorded: Completed,
  formKey?: string,
): Promise<void> {
  const condition = await recordableCondition(access, recorded);
  const proofId = recorded.proofId ?? null;
  const done = {
    ...{ doneAt: environment.now(), doneBy: access.person.id, doneNote: recorded.note },
    proofId,
  };
  await db.write(
    access.actor,
    async (tx) => {
      if (proofId !== null) await assertProof(tx, recorded.caseId, proofId);
      const changed = await tx
        .update(conditions)
        .set(done)
        .where(and(eq(conditions.id, condition.id), isNull(conditions.doneAt)))
        .returning({ id: conditions.id });
      if (changed.length === 0) throw new DomainError("already_done");
      await tx.record({
        kind: "condition.done",
        subject: { type: "condition", id: condition.id },
        caseId: recorded.caseId,
        details: { decision: condition.decisionId, proof: proofId },
        content: done,
      });
    },
    { formKey },
  );
}

/** Takes back that a condition was met; the note says why. */
export async function reopenCondition(
  access: Access<"case.read">,
  recorded: Recorded,
  formKey?: string,
): Promise<void> {
  const condition = await recordableCondition(access, recorded);
  const reopened = { doneAt: null, doneBy: null, doneNote: recorded.note, proofId: null };
  await db.write(
    access.actor,
    async (tx) => {
      const changed = await tx
        .update(conditions)
        .set(reopened)
        .where(and(eq(conditions.id, condition.id), isNotNull(conditions.doneAt)))
        .returning({ id: conditions.id });
      if (changed.length === 0) throw new DomainError("already_done");
      await tx.record({
        kind: "condition.reopened",
        subject: { type: "condition", id: condition.id },
        caseId: recorded.caseId,
        details: { decision: condition.decisionId },
        content: reopened,
      });
    },
    { formKey },
  );
}

/** A document that was removed or belongs to another case shows nothing. */
async function assertProof(tx: Transaction, caseId: string, documentId: string): Promise<void> {
  const [found] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(
      and(eq(documents.id, documentId), eq(documents.caseId, caseId), isNull(documents.removedAt)),
    );
  if (!found) throw new DomainError("unknown_option", { field: "proofId" });
}

/** The condition, of the decision in force, when this person may record it. */
async function recordableCondition(access: Access<"case.read">, recorded: Recorded) {
  await getCase(access, recorded.caseId);
  const [condition] = await db.read
    .select({
      id: conditions.id,
      decisionId: conditions.decisionId,
      ownerId: conditions.ownerId,
      status: decisions.status,
    })
    .from(conditions)
    .innerJoin(decisions, eq(decisions.id, conditions.decisionId))
    .where(and(eq(conditions.id, recorded.conditionId), eq(decisions.caseId, recorded.caseId)));
  if (!condition || condition.status === "draft") return notFound();
  if (!mayRecordCondition(access, condition)) forbidden();
  if (condition.status === "replaced") throw new DomainError("decision_already_taken");
  return condition;
}
