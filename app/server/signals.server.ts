/** Signals: who sees one, what it is about, and what others note on it within their own change. */
import { and, asc, eq, or, type SQL } from "drizzle-orm";
import {
  db,
  environment,
  signalCases,
  signalPrecedents,
  signals,
  signalSteps,
  type AuditEvent,
  type Queries,
  type Transaction,
} from "#db";
import type { Right } from "#app/domain/rights.ts";
import { isOpen, type SignalStatus, type SignalStepKind } from "#app/domain/signal.ts";
import { authorized, type Access, type Authorized } from "./access.server.ts";
import { notFound } from "./http.server.ts";

export type SignalRow = typeof signals.$inferSelect;
export type ReadableSignal = Authorized<SignalRow, "read">;

/**
 * The signals somebody may see: those of the own organisation, and those of which this person, working here, is the
 * owner of the rule. Seeing a signal is not seeing its cases.
 */
export function visibleSignals(access: Access<Right>): SQL | undefined {
  return or(eq(signals.organisationId, access.organisation.id), ownedBy(access));
}

/** Signals whose rule is of this person, in the organisation in which they now work. */
export function ownedBy({ person, organisation }: Access<Right>): SQL | undefined {
  return and(eq(signals.ownerId, person.id), eq(signals.ownerOrganisationId, organisation.id));
}

export function ownsRule({ person, organisation }: Access<Right>, row: SignalRow): boolean {
  return row.ownerId === person.id && row.ownerOrganisationId === organisation.id;
}

/** The signal, when this person may see it; otherwise it is not there. */
export async function getSignal(access: Access<Right>, id: string): Promise<ReadableSignal> {
  const [row] = await db.read
    .select()
    .from(signals)
    .where(and(eq(signals.id, id), visibleSignals(access)));
  return row ? authorized<SignalRow, "read">(row) : notFound();
}

export type SignalCaseRow = {
  caseId: string;
  note: string;
  addedBy: string | null;
  addedAt: number;
};

/** The cases of a signal, the first added first; who may see them is for the caller to decide. */
export async function listSignalCases(
  signalId: string,
  read: Queries = db.read,
): Promise<SignalCaseRow[]> {
  return read
    .select({
      caseId: signalCases.caseId,
      note: signalCases.note,
      addedBy: signalCases.addedBy,
      addedAt: signalCases.addedAt,
    })
    .from(signalCases)
    .where(eq(signalCases.signalId, signalId))
    .orderBy(asc(signalCases.addedAt), asc(signalCases.caseId));
}

/** The precedents that belong to a signal without a case here. */
export async function listSignalPrecedents(
  signalId: string,
  read: Queries = db.read,
): Promise<string[]> {
  const rows = await read
    .select({ id: signalPrecedents.precedentId })
    .from(signalPrecedents)
    .where(eq(signalPrecedents.signalId, signalId))
    .orderBy(asc(signalPrecedents.addedAt), asc(signalPrecedents.precedentId));
  return rows.map(({ id }) => id);
}

type Mark = { status: SignalStatus; text: string; personId: string | null };

/**
 * Notes within another change what it means for a signal: a rule was drafted from it, adopted or ended. The change has
 * checked its own rights. A merged signal passes it on to the one it goes on as; a new draft beside an adopted rule is
 * noted and changes nothing.
 */
export async function markSignal(tx: Transaction, signalId: string, mark: Mark): Promise<void> {
  const row = await currentSignal(tx, signalId);
  if (!row) return notFound();
  if (row.status === "merged" && row.mergedIntoId) return markSignal(tx, row.mergedIntoId, mark);
  const isRepeat = mark.status === row.status;
  const isLaterDraft = row.status === "adopted" && mark.status === "rule_change_proposed";
  if (isRepeat || isLaterDraft) {
    await addStep(tx, row, { kind: "note", text: mark.text, personId: mark.personId });
    await recordOn(tx, row, { what: "noted", content: { text: mark.text } });
    return;
  }
  await setStatus(tx, row, mark);
}

/** The signal within a change, as it is at that moment. */
export async function currentSignal(tx: Queries, id: string): Promise<SignalRow | undefined> {
  const [row] = await tx.select().from(signals).where(eq(signals.id, id));
  return row;
}

/** Gives a signal a status, with its step and its event. Whether it may is for the caller to decide. */
export async function setStatus(tx: Transaction, row: SignalRow, mark: Mark): Promise<void> {
  const { status, text, personId } = mark;
  await changeSignal(tx, row, {
    ...{ status, statusReason: text },
    closedAt: isOpen(status) ? null : environment.now(),
  });
  await addStep(tx, row, { kind: "status", status, text, personId });
  await recordOn(tx, row, {
    what: "status-changed",
    details: { from: row.status, to: status },
    content: { text },
  });
}

/** Writes a signal anew, one version on. */
export async function changeSignal(
  tx: Transaction,
  { id, version }: SignalRow,
  changes: Partial<typeof signals.$inferInsert>,
): Promise<void> {
  await tx
    .update(signals)
    .set({ ...changes, updatedAt: environment.now(), version: version + 1 })
    .where(eq(signals.id, id));
}

type Step = {
  kind: SignalStepKind;
  status?: SignalStatus;
  text?: string;
  /** Null when the product did it. */
  personId: string | null;
};

export async function addStep(tx: Transaction, { id }: { id: string }, step: Step): Promise<void> {
  const { kind, status = null, text = "", personId } = step;
  await tx.insert(signalSteps).values({
    ...{ id: environment.newId(), signalId: id, kind, status, text, personId },
    at: environment.now(),
  });
}

type Recorded = {
  /** What happened: `signal.<what>`. */
  what: string;
  caseId?: string;
  details?: AuditEvent["details"] & object;
  content?: unknown;
};

/** The event belongs to the organisation of the signal, also when the owner elsewhere did it. */
export function recordOn(
  tx: Transaction,
  { id, organisationId }: Pick<SignalRow, "id" | "organisationId">,
  { what, ...event }: Recorded,
): Promise<void> {
  const subject = { type: "signal", id };
  return tx.record({ kind: `signal.${what}`, subject, organisationId, ...event });
}
