import { and, eq } from "drizzle-orm";
import { db, decisionPrecedents, decisions, environment, reviews, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { DecisionDraft } from "#app/schemas/decision.ts";
import type { Access } from "./access.server.ts";
import { moveCase } from "./case-status.server.ts";
import { draftChange } from "./decision-drafts.server.ts";
import { storeDraft, type DraftChange } from "./decision-draft-rows.server.ts";
import { missingForDecision } from "./decision-requirements.server.ts";
import { decisionParts, type DecisionRow } from "./decisions.server.ts";
import { notFound } from "./http.server.ts";

type Taking = { access: Access<"decision.take">; change: DraftChange };

/**
 * Takes the decision as it stands on the screen: from then on it is never edited. Gives its id; a
 * second submit of the same form gives the same one.
 *
 * @throws DomainError `decision_incomplete` with everything that is missing, by field.
 */
export async function takeDecision(
  access: Access<"decision.take">,
  caseId: string,
  input: DecisionDraft,
  formKey?: string,
): Promise<string> {
  const change = await draftChange(access, caseId, input);
  return db.write(
    access.actor,
    async (tx) => {
      const draft = await storeDraft(tx, access, change);
      assertComplete({ access, change }, draft);
      const taken = await fixDecision(tx, { access, change }, draft);
      await replacePrevious(tx, taken);
      if (taken.kind === "initial") {
        await moveCase(tx, change.caseFile, "follow_up", { personId: access.person.id });
      }
      await recordTaken(tx, taken, change);
      return taken.id;
    },
    { formKey },
  );
}

function assertComplete({ access, change }: Taking, draft: DecisionRow): void {
  const { caseFile, basis, input } = change;
  const errors = missingForDecision({ access, caseFile, basis, input, version: draft });
  if (Object.keys(errors).length > 0) throw new DomainError("decision_incomplete", { errors });
}

async function fixDecision(
  tx: Transaction,
  { access, change }: Taking,
  draft: DecisionRow,
): Promise<DecisionRow> {
  const now = environment.now();
  const [taken] = await tx
    .update(decisions)
    .set({ status: "taken", takenBy: access.person.id, takenAt: now, updatedAt: now })
    .where(and(eq(decisions.id, draft.id), eq(decisions.status, "draft")))
    .returning();
  if (!taken) return notFound();
  if (taken.precedentCheck === "not_found") {
    await tx.delete(decisionPrecedents).where(eq(decisionPrecedents.decisionId, taken.id));
  }
  if (taken.reviewDate !== null && taken.kind !== "withdrawal") {
    await tx.insert(reviews).values({
      id: environment.newId(),
      decisionId: taken.id,
      ownerId: change.caseFile.coordinatorId ?? access.person.id,
      dueDate: taken.reviewDate,
    });
  }
  return taken;
}

/** A new version takes the place of the one it names, once and in order. */
async function replacePrevious(tx: Transaction, taken: DecisionRow): Promise<void> {
  if (taken.previousId === null) return;
  const replaced = await tx
    .update(decisions)
    .set({ status: "replaced" })
    .where(and(eq(decisions.id, taken.previousId), eq(decisions.status, "taken")))
    .returning({ id: decisions.id });
  if (replaced.length === 0) throw new DomainError("decision_already_taken");
  await tx.record({
    kind: "decision.replaced",
    subject: { type: "decision", id: taken.previousId },
    caseId: taken.caseId,
    details: { by: taken.id, kind: taken.kind },
  });
}

async function recordTaken(
  tx: Transaction,
  taken: DecisionRow,
  change: DraftChange,
): Promise<void> {
  const parts = await decisionParts(tx, taken.id);
  const departs = taken.departure.trim() !== "";
  await tx.record({
    kind: "decision.taken",
    subject: { type: "decision", id: taken.id },
    caseId: taken.caseId,
    sessionId: change.basis.deliberation.sessionId,
    details: {
      number: taken.number,
      kind: taken.kind,
      level: taken.level,
      ground: taken.ground,
      weighing: taken.weighingId,
      departure: departs,
      precedentCheck: taken.precedentCheck,
      precedents: parts.precedentIds,
      conditions: parts.conditions.length,
    },
    content: {
      decision: taken,
      ...parts,
      options: change.basis.options,
      facts: change.basis.facts,
    },
  });
}
