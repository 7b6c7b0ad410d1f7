import { compoundTerms, prepareSearch, type Queries, type Search, type SearchKind } from "#db";
import type { SearchTerm } from "#app/domain/search-terms.ts";

type Wanted = {
  kind: SearchKind;
  terms: SearchTerm[];
  /** How many ids at most. */
  most: number;
  /** The best of what a search finds among what may be seen, as many as are wanted. */
  best: (search: Search) => Promise<string[]>;
};

/**
 * The ids of what the terms find, best first. Below them, never in between, what has a term only
 * inside a longer word: looked for when there is room left.
 */
export async function findInTiers(
  read: Queries,
  { kind, terms, most, best }: Wanted,
): Promise<string[]> {
  const direct = await prepareSearch(read, kind, terms);
  const ids = direct ? await best(direct) : [];
  if (ids.length >= most) return ids.slice(0, most);
  const inside = await prepareSearch(read, kind, await compoundTerms(read, kind, terms));
  if (!inside) return ids;
  return [...new Set([...ids, ...(await best(inside))])].slice(0, most);
}
