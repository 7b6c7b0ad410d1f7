import { setImmediate } from "node:timers/promises";
import { and, asc, count, countDistinct, gt, inArray, max, ne, sql, sum } from "drizzle-orm";
import {
  caseFacts,
  db,
  environment,
  facts,
  organisations,
  precedentWords,
  type Queries,
} from "#db";
import { unpackFacts } from "#db/precedent-words.ts";
import type { ShownCount } from "#app/schemas/fact-view.ts";
import { catalogueNow, type CatalogueNow } from "./catalogue-now.server.ts";

/** In how many cases and in how many precedents that count a fact is. */
export type Usage = { cases: number; precedents: number };

/**
 * By the fact as it counts now: of merged facts together, a case or precedent that has several of them once.
 */
export async function factUsage(): Promise<Map<string, Usage>> {
  const catalogue = await catalogueNow();
  const inCases = await caseCounts(catalogue);
  const inPrecedents = await precedentCounts(catalogue);
  return new Map(
    [...new Set(catalogue.byId.values())].map(({ id, number }) => [
      id,
      { cases: inCases.get(id) ?? 0, precedents: inPrecedents.get(number) ?? 0 },
    ]),
  );
}

/** So many facts are counted in one go: each is a stretch of one index, however many cases there are. */
const factsAtOnce = 8;

async function caseCounts({ byId, idsOf }: CatalogueNow): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const ids = [...byId.keys()];
  for (let start = 0; start < ids.length; start += factsAtOnce) {
    for (const { factId, total } of await casesByFact(ids.slice(start, start + factsAtOnce))) {
      const id = byId.get(factId)?.id ?? factId;
      const all = idsOf(id);
      if (all.length === 1) counts.set(id, total);
      else if (!counts.has(id)) counts.set(id, await casesWithAny(all));
    }
    await setImmediate();
  }
  return counts;
}

async function casesByFact(ids: string[]) {
  return db.read
    .select({ factId: caseFacts.factId, total: count() })
    .from(caseFacts)
    .where(inArray(caseFacts.factId, ids))
    .groupBy(caseFacts.factId)
    .orderBy(asc(caseFacts.factId));
}

/** The cases in which one of these facts was answered. */
export async function casesWithAny(factIds: string[]): Promise<number> {
  const [row] = await db.read
    .select({ total: countDistinct(caseFacts.caseId) })
    .from(caseFacts)
    .where(inArray(caseFacts.factId, factIds));
  return row?.total ?? 0;
}

type Counted = { read: Queries; of: string; until: number; counts: Map<number, number> };

let counted: Counted | undefined;

/**
 * By number of the fact. Counted anew only when a precedent or the catalogue changed since, or the validity of a
 * precedent ended; in slices, so that nobody waits for it.
 */
async function precedentCounts(catalogue: CatalogueNow): Promise<Map<number, number>> {
  const { read } = db;
  const now = environment.now();
  const of = await stamp(read);
  if (counted?.read === read && counted.of === of && counted.until > now) return counted.counts;
  counted = { read, of, ...(await countAll(catalogue, now)) };
  return counted.counts;
}

async function stamp(read: Queries): Promise<string> {
  const [newest] = await read.select({ changed: max(precedentWords.changed) }).from(precedentWords);
  const [known] = await read.select({ versions: sum(facts.version) }).from(facts);
  return `${newest?.changed ?? 0} ${known?.versions ?? 0}`;
}

const sliceRows = 1000;

async function countAll({ byId }: CatalogueNow, now: number) {
  const asNow = new Map<number, number>();
  for (const { id, number } of await numbersOfFacts()) asNow.set(number, byId.get(id)?.number ?? 0);
  const counts = new Map<number, number>();
  let until = Infinity;
  for (let rows = await packedAfter(0); rows.length > 0;) {
    for (const { packed, validUntil } of rows) {
      if (validUntil !== null && validUntil <= now) continue;
      until = Math.min(until, validUntil ?? Infinity);
      const numbers = unpackFacts(packed)?.facts ?? [];
      for (const number of new Set(numbers.map((own) => asNow.get(own) ?? own))) {
        counts.set(number, (counts.get(number) ?? 0) + 1);
      }
    }
    await setImmediate();
    rows = await packedAfter(rows.at(-1)?.changed ?? 0);
  }
  return { until, counts };
}

async function numbersOfFacts() {
  return db.read
    .select({ id: facts.id, number: facts.number })
    .from(facts)
    .orderBy(asc(facts.number));
}

async function packedAfter(changed: number) {
  return db.read
    .select({
      changed: precedentWords.changed,
      packed: precedentWords.packed,
      validUntil: precedentWords.validUntil,
    })
    .from(precedentWords)
    .where(and(gt(precedentWords.changed, changed), ne(precedentWords.packed, "")))
    .orderBy(asc(precedentWords.changed))
    .limit(sliceRows);
}

const fewest = 5;

/**
 * Counts are over all organisations of the installation. Where there are several, what is rare stays vague, so that no
 * case of another organisation can be told from it.
 */
export async function countsShown(): Promise<(total: number) => ShownCount> {
  const [row] = await db.read.select({ total: sql<number>`count(*)` }).from(organisations);
  const isShared = Number(row?.total ?? 0) > 1;
  return (total) => (isShared && total > 0 && total < fewest ? "few" : total);
}
