/** The catalogue as comparing needs it: by number, with merged facts resolved. Kept while nothing changed in it. */
import { asc, count, sql, sum } from "drizzle-orm";
import { db, facts, type Queries } from "#db";
import { catalogueNow, type FactNow } from "./catalogue-now.server.ts";

export type ComparedCatalogue = {
  /** By the id of every fact, the one it counts as. */
  byId: ReadonlyMap<string, FactNow>;
  resolved: ReadonlyMap<string, string>;
  /** By the number of every fact, the one it counts as. */
  byNumber: readonly (FactNow | undefined)[];
  /** The facts that a precedent judged when the catalogue had this size could have had. */
  knownAt: (size: number) => string[];
  /** The ordered ones among them. */
  measuredAt: (size: number) => FactNow[];
};

const stampOf = db.hot<Record<string, never>>()((read) =>
  read
    .select({
      facts: count(),
      // Every change of a fact counts its version up.
      versions: sum(facts.version).mapWith(Number),
      merged: count(facts.mergedIntoId),
    })
    .from(facts)
    .orderBy(sql`1`),
);

let kept: { read: Queries; stamp: string; catalogue: ComparedCatalogue } | undefined;

/** The catalogue as it is now; the same object while nothing changed in it. Within a change, as it is there. */
export async function comparedCatalogue(read: Queries = db.read): Promise<ComparedCatalogue> {
  if (read !== db.read) return readCatalogue(read);
  const stamp = JSON.stringify(await stampOf({}));
  if (kept?.read === read && kept.stamp === stamp) return kept.catalogue;
  const catalogue = await readCatalogue(read);
  kept = { read, stamp, catalogue };
  return catalogue;
}

async function readCatalogue(read: Queries): Promise<ComparedCatalogue> {
  const { byId } = await catalogueNow(read);
  const numbers = await read
    .select({ id: facts.id, number: facts.number })
    .from(facts)
    .orderBy(asc(facts.number));
  const byNumber: (FactNow | undefined)[] = [];
  for (const { id, number } of numbers) byNumber[number] = byId.get(id);
  const made = new Map<number, string[]>();
  const knownAt = (size: number) => {
    const known = byNumber.slice(0, size + 1).flatMap((fact) => (fact ? [fact.id] : []));
    return [...new Set(known)];
  };
  const measured = byNumber.flatMap((fact, number) => (fact?.measure ? [{ fact, number }] : []));
  return {
    byId,
    byNumber,
    resolved: new Map([...byId].map(([id, fact]) => [id, fact.id])),
    knownAt: (size) => {
      const known = made.get(size) ?? knownAt(size);
      made.set(size, known);
      return known;
    },
    measuredAt: (size) => {
      const facts = measured.filter(({ number }) => number <= size).map(({ fact }) => fact);
      return [...new Set(facts)];
    },
  };
}

/** Whether packed facts mean in the later catalogue what they meant in the earlier one. */
export function meansTheSame(earlier: ComparedCatalogue, later: ComparedCatalogue): boolean {
  return earlier.byNumber.every((before, number) => {
    const now = later.byNumber[number];
    return (
      before?.id === now?.id &&
      before?.direction === now?.direction &&
      before?.measure === now?.measure
    );
  });
}
