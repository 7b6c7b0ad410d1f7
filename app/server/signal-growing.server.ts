/** New cases join the signal that their pattern gave. */
import { and, asc, desc, eq, gt, inArray, isNotNull } from "drizzle-orm";
import { db, decisions, signals, signalSteps, systemActor, type Queries } from "#db";
import { DomainError, isDomainError } from "#app/domain/domain-error.ts";
import { fitsSignal, isOpen } from "#app/domain/signal.ts";
import type { Cluster } from "./clusters.server.ts";
import { casesOf, insertCases, refreshCost } from "./signal-raising.server.ts";
import {
  addStep,
  changeSignal,
  currentSignal,
  listSignalCases,
  type SignalRow,
} from "./signals.server.ts";

/** Adds to each open signal of the scope the cases that its cluster, or what became of it, has by now. */
export async function growSignals({ id: scopeId }: { id: string }, clusters: Cluster[]) {
  if (clusters.length === 0) return;
  const rows = await db.read
    .select()
    .from(signals)
    .where(
      and(
        eq(signals.scopeId, scopeId),
        eq(signals.source, "cluster"),
        isNotNull(signals.clusterKey),
      ),
    )
    .orderBy(asc(signals.id));
  for (const { id, clusterKey, level, facts } of rows) {
    const caseIds = (await listSignalCases(id)).map(({ caseId }) => caseId);
    const signal = { key: clusterKey ?? "", level, facts, caseIds };
    const fitting = clusters.filter((cluster) => fitsSignal(signal, cluster));
    const added = [...new Set(fitting.flatMap((cluster) => cluster.caseIds))];
    if (added.length > 0) await grow(id, added);
  }
}

async function grow(signalId: string, added: string[]): Promise<void> {
  if (!(await fresh(db.read, signalId, added))) return;
  try {
    await db.write(systemActor, async (tx) => {
      const found = await fresh(tx, signalId, added);
      if (!found) throw new DomainError("already_done");
      const { row, caseIds } = found;
      await insertCases(tx, row, { caseIds, addedBy: null });
      await changeSignal(tx, row, {});
      await addStep(tx, row, { kind: "cases", text: `+ ${caseIds.length}`, personId: null });
      await refreshCost(tx, row);
    });
  } catch (error) {
    // Another process was first.
    if (!(isDomainError(error) && error.code === "already_done")) throw error;
  }
}

/** The open signal it is by now, with those of the cases that are new to it; null without any. */
async function fresh(read: Queries, signalId: string, added: string[]) {
  let row: SignalRow | undefined = await currentSignal(read, signalId);
  if (row?.status === "merged" && row.mergedIntoId) {
    row = await currentSignal(read, row.mergedIntoId);
  }
  if (!row || !isOpen(row.status)) return null;
  const held = new Set((await listSignalCases(row.id, read)).map(({ caseId }) => caseId));
  const others = added.filter((id) => !held.has(id));
  const own = await casesOf(read, row.organisationId, others);
  const caseIds = await decidedLater(read, own, await changedByPeople(read, row.id));
  return caseIds.length === 0 ? null : { row, caseIds };
}

/** What somebody took out stays out: since then only what was decided later joins. */
async function changedByPeople(read: Queries, signalId: string): Promise<number> {
  const [last] = await read
    .select({ at: signalSteps.at })
    .from(signalSteps)
    .where(
      and(
        eq(signalSteps.signalId, signalId),
        eq(signalSteps.kind, "cases"),
        isNotNull(signalSteps.personId),
      ),
    )
    .orderBy(desc(signalSteps.at), desc(signalSteps.id))
    .limit(1);
  return last?.at ?? 0;
}

async function decidedLater(read: Queries, ids: string[], since: number): Promise<string[]> {
  if (since === 0 || ids.length === 0) return ids;
  const rows = await read
    .select({ id: decisions.caseId })
    .from(decisions)
    .where(
      and(
        inArray(decisions.caseId, ids),
        eq(decisions.status, "taken"),
        gt(decisions.takenAt, since),
      ),
    );
  const later = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => later.has(id));
}
