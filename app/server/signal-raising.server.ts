/** Making a signal, by hand or by the product. */
import { and, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import {
  caseFiles,
  environment,
  signalCases,
  signalPrecedents,
  signals,
  type Queries,
  type Transaction,
} from "#db";
import type { SignalSource } from "#app/domain/signal.ts";
import { costOfCases } from "./signal-cost.server.ts";
import { addStep, listSignalCases, recordOn, type SignalRow } from "./signals.server.ts";

export type NewSignal = {
  organisationId: string;
  title: string;
  description: string;
  source: SignalSource;
  scopeId: string | null;
  facts?: string[];
  level?: number | null;
  clusterKey?: string | null;
  sessionId?: string | null;
  caseIds: string[];
  precedentIds?: string[];
  /** Null when the product raises it. */
  raisedBy: string | null;
};

/** Writes a signal with what belongs to it. Whose cases these are and who may do this is checked by the caller. */
export async function insertSignal(tx: Transaction, given: NewSignal): Promise<string> {
  const { caseIds, precedentIds = [], ...columns } = given;
  const { organisationId, raisedBy } = given;
  const now = environment.now();
  const cost = await costOfCases(tx, caseIds);
  const row = {
    ...{ facts: [], ...columns, id: environment.newId(), status: "new" as const },
    number: await nextNumber(tx, organisationId, now),
    ...amountsOf(cost),
    ...{ raisedAt: now, updatedAt: now },
  };
  await tx.insert(signals).values(row);
  await addStep(tx, row, { kind: "raised", status: "new", personId: raisedBy });
  await recordOn(tx, row, {
    what: "raised",
    details: { source: given.source, cases: caseIds.length, precedents: precedentIds.length },
    content: { ...columns, number: row.number },
  });
  await insertCases(tx, row, { caseIds, addedBy: raisedBy });
  if (precedentIds.length > 0) {
    const rows = precedentIds.map((precedentId) => ({
      precedentId,
      signalId: row.id,
      addedAt: now,
    }));
    await tx.insert(signalPrecedents).values(rows);
  }
  return row.id;
}

type Added = { caseIds: string[]; addedBy: string | null; note?: string };

/** Puts cases with a signal, each with an event of its own, so that it stands in the history of the case. */
export async function insertCases(
  tx: Transaction,
  signal: Pick<SignalRow, "id" | "organisationId">,
  { caseIds, addedBy, note = "" }: Added,
): Promise<void> {
  const addedAt = environment.now();
  for (const caseId of caseIds) {
    await tx.insert(signalCases).values({ signalId: signal.id, caseId, note, addedBy, addedAt });
    await recordOn(tx, signal, { what: "case-added", caseId, content: { note } });
  }
}

/** Keeps the amounts as the cases say, as long as nobody wrote other ones with their basis. */
export async function refreshCost(tx: Transaction, signal: SignalRow): Promise<void> {
  if (signal.costBasis !== "") return;
  const rows = await listSignalCases(signal.id, tx);
  const cost = await costOfCases(
    tx,
    rows.map(({ caseId }) => caseId),
  );
  await tx.update(signals).set(amountsOf(cost)).where(eq(signals.id, signal.id));
}

function amountsOf({ cases, lastYear, centsPerCase }: Awaited<ReturnType<typeof costOfCases>>) {
  return { casesPerYear: cases === 0 ? null : lastYear, centsPerCase };
}

/** Of these cases, those of the organisation. */
export async function casesOf(
  read: Queries,
  organisationId: string,
  ids: string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await read
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(and(inArray(caseFiles.id, ids), eq(caseFiles.organisationId, organisationId)));
  const known = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => known.has(id));
}

/** S-2026-0001, counting up per organisation and year. */
async function nextNumber(tx: Queries, organisationId: string, now: number): Promise<string> {
  const start = `S-${new Date(now).getUTCFullYear()}-`;
  const [last] = await tx
    .select({ number: signals.number })
    .from(signals)
    .where(
      and(
        eq(signals.organisationId, organisationId),
        gte(signals.number, start),
        lt(signals.number, `${start}:`),
      ),
    )
    // As text S-2026-10000 comes before S-2026-9999.
    .orderBy(desc(sql`length(${signals.number})`), desc(signals.number))
    .limit(1);
  const used = Number(last?.number.slice(start.length) ?? 0);
  return start + String(used + 1).padStart(4, "0");
}
