import { and, desc, eq } from "drizzle-orm";
import { db, precedents, searchMatches } from "#db";
import { searchTerms, type SearchTerm } from "#app/domain/search-terms.ts";
import type { PrecedentSearch } from "#app/schemas/precedent.ts";
import type { Access } from "./access.server.ts";
import { visiblePrecedents } from "./precedent-access.server.ts";
import { conditionsOf, listedPrecedents, type ListedPrecedent } from "./precedent-lists.server.ts";

export const mostFound = 100;

export type FoundPrecedents = {
  precedents: ListedPrecedent[];
  /** How many to show next time, null when there is no more. */
  more: number | null;
};

/** The precedents that match words best, within the filters. */
export async function searchPrecedents(
  access: Access<"precedent.read">,
  search: PrecedentSearch,
): Promise<FoundPrecedents> {
  const terms = searchTerms(search.words);
  if (terms.length === 0) return { precedents: [], more: null };
  const ids = await bestMatches(access, search, terms);
  return {
    precedents: await listedPrecedents(ids.slice(0, search.show)),
    more: ids.length > search.show && search.show < mostFound ? search.show + 25 : null,
  };
}

async function bestMatches(
  access: Access<"precedent.read">,
  search: PrecedentSearch,
  terms: SearchTerm[],
): Promise<string[]> {
  const matches = searchMatches("precedent", terms);
  const rows = await db.read
    .select({ id: precedents.id, rank: matches.rank })
    .from(matches.relation)
    .innerJoin(precedents, eq(precedents.id, matches.id))
    .where(and(visiblePrecedents(access), ...conditionsOf(search)))
    .orderBy(matches.rank, desc(precedents.decidedAt), desc(precedents.id))
    .limit(search.show + 1);
  return rows.map(({ id }) => id);
}
