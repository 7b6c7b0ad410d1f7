/** Taking everything of a case out of the database: part of the change that destroys it. */
import { eq, inArray, sql } from "drizzle-orm";
import {
  caseFiles,
  decisions,
  documents,
  handledForms,
  handovers,
  letters,
  lineChanges,
  options,
  precedents,
  removeDocument,
  resealSurvivors,
  signalCases,
  signals,
  wrongDoors,
  type Queries,
  type Transaction,
} from "#db";
import { caseRows, draftsOf, endedBy, publishedFrom } from "#db/case-rows.ts";
import type { DestructionCounts } from "#app/domain/retention.ts";
import { refreshCost } from "./signal-raising.server.ts";

/** Values of one `in` list. */
const atOnce = 500;

/** How much there is of a case: what would go. */
export async function countCase(read: Queries, caseId: string): Promise<DestructionCounts> {
  const rows: Record<string, number> = {};
  for (const { name, table, of } of caseRows) {
    const [found] = await read
      .select({ n: sql`count(*)`.mapWith(Number) })
      .from(table)
      .where(of(read, caseId));
    if (found && found.n > 0) rows[name] = found.n;
  }
  return { rows, documents: rows.documents ?? 0 };
}

/** How many published precedents came from a case: they stay. */
export async function countPrecedentsOf(read: Queries, caseId: string): Promise<number> {
  const [drafts, all] = await Promise.all([
    draftsOf(read, caseId),
    read.select({ id: precedents.id }).from(precedents).where(publishedFrom(read, caseId)),
  ]);
  return all.length - drafts.length;
}

/**
 * Deletes every row of a case. While it is done, the destruction must stand on `executing`: only then
 * may what is immutable go. Gives what went, with the files that have yet to go.
 */
export async function removeCase(tx: Transaction, caseId: string): Promise<DestructionCounts> {
  const stored = await tx
    .select({ name: documents.storedName })
    .from(documents)
    .where(eq(documents.caseId, caseId));
  const drafts = await draftsOf(tx, caseId);
  const counted = await signalsWith(tx, caseId);
  await forgetForms(tx, caseId, drafts);
  await removeDocument(tx, "case", caseId);
  for (const { id } of drafts) await removeDocument(tx, "precedent", id);
  await standAlone(tx, caseId);
  const rows: Record<string, number> = {};
  for (const { name, table, of } of caseRows) {
    const gone = await tx
      .delete(table)
      .where(of(tx, caseId))
      .returning({ one: sql`1` });
    if (gone.length > 0) rows[name] = gone.length;
  }
  // The amounts of a signal would still tell what this case cost.
  for (const signal of counted) await refreshCost(tx, signal);
  await resealSurvivors(tx, caseId);
  const files = stored.map(({ name }) => name).sort();
  return { rows, documents: files.length, files };
}

async function signalsWith(tx: Transaction, caseId: string) {
  const rows = await tx
    .select({ signal: signals })
    .from(signalCases)
    .innerJoin(signals, eq(signals.id, signalCases.signalId))
    .where(eq(signalCases.caseId, caseId))
    .orderBy(signals.id);
  return rows.map(({ signal }) => signal);
}

/** What stays refers to the case no more, and repeats nothing of it. */
async function standAlone(tx: Transaction, caseId: string): Promise<void> {
  const version = sql`${precedents.version} + 1`;
  // The reason of an end by a change of line is the motivation in the case.
  await tx
    .update(precedents)
    .set({ lineChangeId: null, endReason: "", version })
    .where(endedBy(tx, caseId));
  const published = await tx
    .select({ id: precedents.id, publishedAt: precedents.publishedAt })
    .from(precedents)
    .where(publishedFrom(tx, caseId));
  const staying = published.filter(({ publishedAt }) => publishedAt !== null);
  for (const { id } of staying) {
    await tx.update(precedents).set({ decisionId: null, version }).where(eq(precedents.id, id));
  }
}

/** What forms of the case answered: the ids of what they made. */
async function forgetForms(
  tx: Transaction,
  caseId: string,
  drafts: { id: string }[],
): Promise<void> {
  const made = [caseId, ...drafts.map(({ id }) => id)];
  for (const table of [
    options,
    documents,
    decisions,
    lineChanges,
    letters,
    handovers,
    wrongDoors,
  ]) {
    const rows = await tx.select({ id: table.id }).from(table).where(eq(table.caseId, caseId));
    made.push(...rows.map(({ id }) => id));
  }
  const text = sql`cast(${handledForms.result} as text)`;
  for (let start = 0; start < made.length; start += atOnce) {
    const answers = made.slice(start, start + atOnce).map((id) => JSON.stringify(id));
    await tx.delete(handledForms).where(inArray(text, answers));
  }
}

/** Whether the case is still there. */
export async function isThere(read: Queries, caseId: string): Promise<boolean> {
  const [row] = await read
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(eq(caseFiles.id, caseId));
  return row !== undefined;
}
