import { and, eq } from "drizzle-orm";
import {
  caseFiles,
  db,
  decisionPrecedents,
  decisions,
  environment,
  reviews,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { DecisionDraft } from "#app/schemas/decision.ts";
import type { Access } from "./access.server.ts";
import { adoptedTexts } from "./adopted-texts.server.ts";
import { moveCase } from "./case-status.server.ts";
import { findDecisionBasis } from "./decision-basis.server.ts";
import { draftChange } from "./decision-drafts.server.ts";
import { storeDraft, type DraftChange } from "./decision-draft-rows.server.ts";
import { missingForDecision } from "./decision-requirements.server.ts";
import { decisionParts, type DecisionRow } from "./decisions.server.ts";
import { dossierOf } from "./dossier.server.ts";
import { judgeDecision, type JudgedDecision } from "./equal-treatment-report.server.ts";
import { notFound } from "./http.server.ts";
import {
  closeOpenChanges,
  effectLineChange,
  findLineChange,
  precedentsOfChange,
  type LineChangeRow,
} from "./line-changes.server.ts";
import { tieToProceedings } from "./proceeding-rows.server.ts";

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
  const looked = await draftChange(access, caseId, input);
  return db.write(
    access.actor,
    async (tx) => {
      const taking = { access, change: await asItIsNow(tx, looked) };
      const draft = await storeDraft(tx, access, taking.change);
      const line = await approvedChange(tx, draft);
      const judged = await judge(tx, taking, { draft, line });
      assertComplete(taking, draft, judged);
      const taken = await fixDecision(tx, taking, { draft, judged });
      await replacePrevious(tx, taken);
      await tieToProceedings(tx, taken);
      const lineChangeId = judged && (await changeLine(tx, taking, { taken, judged, line }));
      await closeOpenChanges(tx, caseId);
      if (taken.kind === "initial") {
        await moveCase(tx, taking.change.caseFile, "follow_up", { personId: access.person.id });
      }
      await recordTaken(tx, taking, { taken, lineChangeId });
      return taken.id;
    },
    { formKey },
  );
}

/** The case and what was found about it may have moved on since the form was looked at. */
export async function asItIsNow(tx: Transaction, looked: DraftChange): Promise<DraftChange> {
  const [row] = await tx.select().from(caseFiles).where(eq(caseFiles.id, looked.caseFile.id));
  const caseFile = { ...looked.caseFile, ...row };
  return { ...looked, caseFile, basis: (await findDecisionBasis(caseFile, tx)) ?? notFound() };
}

type ApprovedLine = { row: LineChangeRow; precedentIds: string[] };

/** The change of line that was approved for this case at this level: it allows no other. */
async function approvedChange(tx: Transaction, draft: DecisionRow): Promise<ApprovedLine | null> {
  const row = await findLineChange(tx, draft.caseId);
  if (row?.status !== "approved" || row.level !== draft.level) return null;
  return { row, precedentIds: await precedentsOfChange(tx, row.id) };
}

async function judge(
  tx: Transaction,
  { access, change }: Taking,
  { draft, line }: { draft: DecisionRow; line: ApprovedLine | null },
): Promise<JudgedDecision | null> {
  const { level } = draft;
  if (draft.kind === "withdrawal" || level === null) return null;
  const { caseFile, basis, input } = change;
  const { reasonPro, reasonCon } = input;
  const levels = basis.deliberation.snapshot.questionSet.content.levels.length;
  const own = input.changeLine && hasRight(access.roles, "line.change");
  return judgeDecision(tx, {
    compared: { caseFile, levels, level, reasonPro, reasonCon },
    named: input.precedents,
    isDifferent: input.precedentCheck === "different",
    departedFrom: (await adoptedTexts(tx, caseFile.id)).departedIds,
    change: own ? "all" : (line?.precedentIds ?? null),
  });
}

/** Ends the precedents that the decision departs from by a change of line; gives the id of that change. */
async function changeLine(
  tx: Transaction,
  { access, change }: Taking,
  made: { taken: DecisionRow; judged: JudgedDecision; line: ApprovedLine | null },
): Promise<string | null> {
  const { taken, judged, line } = made;
  const precedentIds = judged.changed;
  if (precedentIds.length === 0) return null;
  const beyond = precedentIds.some((id) => !line?.precedentIds.includes(id));
  const id = await effectLineChange(tx, access, {
    caseFile: change.caseFile,
    level: judged.report.level,
    motivation: taken.precedentCheckText,
    precedentIds,
    approved: beyond ? null : (line?.row ?? null),
    decision: taken,
  });
  const equalTreatment = { ...judged.report, lineChangeId: id };
  await tx.update(decisions).set({ equalTreatment }).where(eq(decisions.id, taken.id));
  return id;
}

function assertComplete(
  { access, change }: Taking,
  draft: DecisionRow,
  judged: JudgedDecision | null,
): void {
  const { caseFile, basis, input } = change;
  const errors = missingForDecision({ access, caseFile, basis, input, version: draft, judged });
  if (Object.keys(errors).length > 0) throw new DomainError("decision_incomplete", { errors });
}

async function fixDecision(
  tx: Transaction,
  { access, change }: Taking,
  { draft, judged }: { draft: DecisionRow; judged: JudgedDecision | null },
): Promise<DecisionRow> {
  const now = environment.now();
  const [taken] = await tx
    .update(decisions)
    .set({
      ...{ status: "taken", takenBy: access.person.id, takenAt: now, updatedAt: now },
      equalTreatment: judged?.report ?? null,
      equalTreatmentAnswer: judged?.answer ?? null,
    })
    .where(and(eq(decisions.id, draft.id), eq(decisions.status, "draft")))
    .returning();
  if (!taken) return notFound();
  if (judged) await fixTreatments(tx, taken, judged);
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

/** Rows of one statement. */
const atOnce = 1000;

/** How it treats each precedent that it names or contradicts, as that was now. */
async function fixTreatments(
  tx: Transaction,
  taken: DecisionRow,
  { treatments }: JudgedDecision,
): Promise<void> {
  await tx.delete(decisionPrecedents).where(eq(decisionPrecedents.decisionId, taken.id));
  if (taken.precedentCheck === "not_found") return;
  for (let start = 0; start < treatments.length; start += atOnce) {
    const part = treatments.slice(start, start + atOnce);
    await tx
      .insert(decisionPrecedents)
      .values(part.map((treatment) => ({ ...treatment, decisionId: taken.id })));
  }
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
  { access, change }: Taking,
  { taken, lineChangeId }: { taken: DecisionRow; lineChangeId: string | null },
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
      equalTreatment: taken.equalTreatmentAnswer,
      warnings: taken.equalTreatment?.added.length ?? 0,
      lineChange: lineChangeId,
      conditions: parts.conditions.length,
    },
    content: await dossierOf(tx, taken.id, {
      at: taken.takenAt ?? environment.now(),
      moment: "decision",
      takenRoles: access.roles,
    }),
  });
}
