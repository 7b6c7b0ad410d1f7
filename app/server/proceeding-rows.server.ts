/** Objections and appeals as they stand in the database, and what a change elsewhere does with them. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, min, or } from "drizzle-orm";
import { db, decisions, environment, letters, people, proceedings } from "#db";
import type { Queries, Transaction } from "#db";
import { dayInMs, dayNumber } from "#app/domain/day.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import { dueState } from "#app/domain/follow-up.ts";
import {
  asksNewDecision,
  leavesDecision,
  openStep,
  proceedingOutcomes,
  type Received,
} from "#app/domain/proceeding.ts";
import type { MadeKnownBy, OpenProceeding } from "#app/schemas/proceeding-view.ts";
import type { ReadableCase } from "./case-access.server.ts";

export type ProceedingRow = typeof proceedings.$inferSelect;

/** Those of a case, the newest first. */
export async function listProceedings(read: Queries, caseId: string): Promise<ProceedingRow[]> {
  return read
    .select()
    .from(proceedings)
    .where(eq(proceedings.caseId, caseId))
    .orderBy(desc(proceedings.receivedAt), desc(proceedings.id));
}

/** In a query: what waits for an outcome, or for the new decision that must follow from it. */
export function stillOpen() {
  const asking = proceedingOutcomes.filter(asksNewDecision);
  return or(
    isNull(proceedings.closedAt),
    and(inArray(proceedings.outcome, asking), isNull(proceedings.newDecisionId)),
  );
}

/** What still waits for an outcome or a new decision, the nearest day first. */
export async function listOpenProceedings(caseFile: ReadableCase): Promise<OpenProceeding[]> {
  const rows = await db.read
    .select({ row: proceedings, owner: people.name })
    .from(proceedings)
    .innerJoin(people, eq(people.id, proceedings.ownerId))
    .where(eq(proceedings.caseId, caseFile.id))
    .orderBy(asc(proceedings.dueDate), asc(proceedings.id));
  return rows.flatMap(({ row, owner }) => {
    const step = openStep(row);
    if (step === null) return [];
    const { id, kind, dueDate } = row;
    return [{ id, kind, owner, dueDate, step, ...standing(row) }];
  });
}

/** Where a proceeding stands now; with a new decision still to come it is not done. */
export function standing(row: ProceedingRow): Pick<OpenProceeding, "daysLeft" | "state"> {
  const now = environment.now();
  const doneAt = openStep(row) === null ? row.closedAt : null;
  return {
    daysLeft: dayNumber(row.dueDate) - dayNumber(now),
    state: dueState({ dueDate: row.dueDate, doneAt, now }),
  };
}

/** Whether something still runs against a decision of the case. */
export async function hasOpenProceeding(read: Queries, caseId: string): Promise<boolean> {
  return (await listProceedings(read, caseId)).some((row) => openStep(row) !== null);
}

/** Refuses to end a case while something still runs against its decision. */
export async function assertNoProceeding(tx: Transaction, caseId: string): Promise<void> {
  if (await hasOpenProceeding(tx, caseId)) throw new DomainError("proceeding_open");
}

type Taken = { id: string; caseId: string; previousId: string | null };

/** The version that is taken after a proceeding was upheld is what came of it. */
export async function tieToProceedings(tx: Transaction, taken: Taken): Promise<void> {
  if (taken.previousId === null) return;
  const waiting = (await listProceedings(tx, taken.caseId)).filter(
    (row) => openStep(row) === "new_decision",
  );
  for (const { id } of waiting) {
    await tx
      .update(proceedings)
      .set({ newDecisionId: taken.id })
      .where(and(eq(proceedings.id, id), isNull(proceedings.newDecisionId)));
    await tx.record({
      kind: "proceeding.decided",
      subject: { type: "proceeding", id },
      caseId: taken.caseId,
      details: { decision: taken.id },
    });
  }
}

/**
 * The version that was taken for a proceeding before its outcome was recorded: a decision on an objection often comes
 * first. A correction is none: it mends a slip and answers nobody.
 */
export async function decisionAfter(
  tx: Transaction,
  row: ProceedingRow,
  outcome: ProceedingRow["outcome"],
): Promise<string | null> {
  if (outcome === null || !asksNewDecision(outcome)) return null;
  const [inForce] = await tx
    .select({ id: decisions.id, kind: decisions.kind, takenAt: decisions.takenAt })
    .from(decisions)
    .where(and(eq(decisions.caseId, row.caseId), eq(decisions.status, "taken")));
  if (!inForce || inForce.id === row.decisionId || inForce.kind === "correction") return null;
  return (inForce.takenAt ?? 0) >= row.receivedAt ? inForce.id : null;
}

export type MadeKnown = { at: number; by: MadeKnownBy };

/** When each of these decisions was made known: by its first letter, or what else is known of it. */
export async function madeKnown(read: Queries, ids: string[]): Promise<Map<string, MadeKnown>> {
  if (ids.length === 0) return new Map();
  const sent = await read
    .select({ decisionId: letters.decisionId, at: min(letters.sentAt).mapWith(Number) })
    .from(letters)
    .where(and(inArray(letters.decisionId, ids), isNotNull(letters.sentAt)))
    .groupBy(letters.decisionId);
  const rows = await read
    .select({ id: decisions.id, told: decisions.citizenToldAt, taken: decisions.takenAt })
    .from(decisions)
    .where(inArray(decisions.id, ids));
  return new Map(
    rows.map(({ id, told, taken }): [string, MadeKnown] => {
      const letter = sent.find(({ decisionId }) => decisionId === id)?.at ?? null;
      if (letter !== null) return [id, { at: letter, by: "letter" }];
      if (told !== null) return [id, { at: told, by: "told" }];
      return [id, { at: taken ?? 0, by: "taken" }];
    }),
  );
}

/**
 * From when the term of this proceeding runs: the day on which the decision that it is against was made known. An appeal
 * goes against the answer to an objection: one that left the decision as it was made no new version, and then the day of
 * that outcome counts.
 */
export function termStart(
  received: Received,
  { madeKnownAt, others }: { madeKnownAt: number; others: readonly ProceedingRow[] },
): number {
  if (received.kind !== "appeal") return madeKnownAt;
  const answers = others.flatMap(({ kind, outcome, closedAt }) =>
    kind === "objection" && leavesDecision(outcome) && closedAt !== null ? [closedAt] : [],
  );
  return Math.max(madeKnownAt, ...answers.filter((at) => at <= received.receivedAt + dayInMs));
}
