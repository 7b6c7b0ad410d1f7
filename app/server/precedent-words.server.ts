/** Keeping the packed facts of precedents in line with the precedents: within the change that changes them. */
import { and, asc, eq, gt, inArray, isNotNull, max, sql } from "drizzle-orm";
import { db, facts, precedentFacts, precedents, precedentWords, type Queries } from "#db";
import { packFacts, type NumberedFact } from "#db/precedent-words.ts";
import { precedentWarns } from "#app/domain/precedent-rules.ts";
import { isUnpacked } from "./precedent-memory-rows.server.ts";

type WordsRow = typeof precedentWords.$inferInsert;

/**
 * Packs a precedent as it is now. To be called in the same change whenever its status, scope, level, visibility,
 * facts, validity or publishing changes: whoever compares reads nothing else.
 */
export async function repackPrecedent(tx: Queries, precedentId: string): Promise<void> {
  await repackPrecedents(tx, [precedentId]);
}

/** Values of one `in` list. */
const atOnce = 500;

/** Packs many precedents; those that are packed as they are stay untouched. */
export async function repackPrecedents(tx: Queries, precedentIds: string[]): Promise<void> {
  for (let start = 0; start < precedentIds.length; start += atOnce) {
    await repackPart(tx, precedentIds.slice(start, start + atOnce));
  }
}

async function repackPart(tx: Queries, ids: string[]): Promise<void> {
  const stored = await tx
    .select()
    .from(precedentWords)
    .where(inArray(precedentWords.precedentId, ids))
    .orderBy(asc(precedentWords.precedentId));
  const kept = new Map(stored.map((row) => [row.precedentId, row]));
  const wanted = await packedNow(tx, ids);
  const rows = [...new Set(ids)].flatMap((id): Omit<WordsRow, "changed">[] => {
    const old = kept.get(id);
    const now = wanted.get(id) ?? (old && { ...old, ...withoutWords });
    return !now || (old && isSame(old, now)) ? [] : [now];
  });
  if (rows.length === 0) return;
  // Changes are made one after the other, so that this counts up without gaps in what others see.
  const [last] = await tx.select({ changed: max(precedentWords.changed) }).from(precedentWords);
  const first = (last?.changed ?? 0) + 1;
  await tx
    .insert(precedentWords)
    .values(rows.map((row, place) => ({ ...row, changed: first + place })))
    .onConflictDoUpdate({ target: precedentWords.precedentId, set: allOfNew });
}

const allOfNew = {
  changed: sql`excluded.changed`,
  scopeId: sql`excluded.scope_id`,
  visibility: sql`excluded.visibility`,
  level: sql`excluded.level`,
  decidedAt: sql`excluded.decided_at`,
  validUntil: sql`excluded.valid_until`,
  catalogueSize: sql`excluded.catalogue_size`,
  packed: sql`excluded.packed`,
  amounts: sql`excluded.amounts`,
};

function isSame(old: WordsRow, row: Omit<WordsRow, "changed">): boolean {
  const now = { ...row, changed: old.changed };
  return JSON.stringify(inOrder(old)) === JSON.stringify(inOrder(now));
}

function inOrder({ amounts, ...row }: WordsRow) {
  return [Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)), Object.entries(amounts ?? {})];
}

/**
 * These precedents as they are to be packed: all that were ever published in a scope. The end of their validity is
 * looked at when comparing.
 */
async function packedNow(tx: Queries, ids: string[]) {
  const rows = await tx
    .select({
      precedentId: precedents.id,
      scopeId: precedents.scopeId,
      status: precedents.status,
      visibility: precedents.visibility,
      level: precedents.level,
      decidedAt: precedents.decidedAt,
      validUntil: precedents.validUntil,
      catalogueSize: precedents.catalogueSize,
    })
    .from(precedents)
    .where(and(inArray(precedents.id, ids), isNotNull(precedents.publishedAt)))
    .orderBy(asc(precedents.id));
  const known = await numberedFacts(tx, ids);
  const packed = new Map<string, Omit<WordsRow, "changed">>();
  for (const { scopeId, status, ...row } of rows) {
    if (scopeId === null) continue;
    const own = known.get(row.precedentId) ?? [];
    const words = { packed: packFacts(own), amounts: amountsOf(own) };
    const counts = precedentWarns(status);
    packed.set(row.precedentId, { ...row, scopeId, ...(counts ? words : withoutWords) });
  }
  return packed;
}

const withoutWords = { packed: "", amounts: null };

type CountedFact = NumberedFact & { amount: number | null };

async function numberedFacts(tx: Queries, ids: string[]): Promise<Map<string, CountedFact[]>> {
  const rows = await tx
    .select({
      precedentId: precedentFacts.precedentId,
      number: facts.number,
      side: precedentFacts.side,
      inReason: precedentFacts.inReason,
      amount: precedentFacts.amount,
    })
    .from(precedentFacts)
    .innerJoin(facts, eq(facts.id, precedentFacts.factId))
    .where(inArray(precedentFacts.precedentId, ids))
    .orderBy(asc(precedentFacts.precedentId), asc(facts.number));
  const known = new Map<string, CountedFact[]>();
  for (const { precedentId, inReason, ...row } of rows) {
    const fact = { ...row, inReason: inReason > 0 };
    const own = known.get(precedentId);
    if (own) own.push(fact);
    else known.set(precedentId, [fact]);
  }
  return known;
}

function amountsOf(own: CountedFact[]): Record<string, number> | null {
  const known = own.flatMap(({ number, amount }) =>
    amount === null ? [] : [[String(number), amount] as const],
  );
  return known.length === 0 ? null : Object.fromEntries(known);
}

/**
 * Packs what counts and was never packed: of a database from before there were packed facts. In steps, which several
 * processes may do at once.
 */
export async function packUnpacked(signal?: AbortSignal): Promise<void> {
  for (let ids = await unpackedIds(); ids.length > 0; ids = await unpackedIds()) {
    signal?.throwIfAborted();
    await db.maintain((tx) => repackPrecedents(tx, ids));
  }
}

async function unpackedIds(): Promise<string[]> {
  const rows = await db.read
    .select({ id: precedents.id })
    .from(precedents)
    .leftJoin(precedentWords, eq(precedentWords.precedentId, precedents.id))
    .where(isUnpacked())
    .orderBy(asc(precedents.id))
    .limit(atOnce);
  return rows.map(({ id }) => id);
}

/** Packs all precedents that are not packed as they are, in steps; the server may run. Tells how far it is. */
export async function repackAll(
  onProgress: (done: number) => void = () => undefined,
): Promise<void> {
  let done = 0;
  for (let ids = await idsAfter(""); ids.length > 0; ids = await idsAfter(ids.at(-1) ?? "")) {
    await db.maintain((tx) => repackPrecedents(tx, ids));
    done += ids.length;
    onProgress(done);
  }
}

async function idsAfter(after: string): Promise<string[]> {
  const rows = await db.read
    .select({ id: precedents.id })
    .from(precedents)
    .where(gt(precedents.id, after))
    .orderBy(asc(precedents.id))
    .limit(atOnce);
  return rows.map(({ id }) => id);
}
