import { redirect } from "@remix-run/node";
import { and, desc, eq } from "drizzle-orm";
import { db, precedents, searchMatches, type Queries, type Search } from "#db";
import { searchTerms } from "#app/domain/search-terms.ts";
import type { PrecedentSearch } from "#app/schemas/precedent.ts";
import { filterAddress } from "#app/schemas/precedent-filters.ts";
import type { FoundPrecedents } from "#app/schemas/precedent-view.ts";
import type { Access } from "./access.server.ts";
import { visiblePrecedents } from "./precedent-access.server.ts";
import { conditionsOf, listedPrecedents } from "./precedent-lists.server.ts";
import { findInTiers } from "./search-tiers.server.ts";

export const mostFound = 100;

/** The precedents that match words best, within the filters. */
export async function searchPrecedents(
  access: Access<"precedent.read">,
  search: PrecedentSearch,
): Promise<FoundPrecedents> {
  const terms = searchTerms(search.words);
  if (terms.length === 0) return { precedents: [], more: null };
  const read = await db.reports({ personId: access.person.id });
  const ids = await findInTiers(read, {
    kind: "precedent",
    terms,
    most: search.show + 1,
    best: (prepared) => bestMatches(read, access, { search, prepared }),
  });
  return {
    precedents: await listedPrecedents(ids.slice(0, search.show)),
    more: ids.length > search.show && search.show < mostFound ? search.show + 25 : null,
  };
}

/** Words are searched for here; filters alone make an address that can be kept. */
export async function searchOrFilter(
  access: Access<"precedent.read">,
  search: PrecedentSearch,
): Promise<FoundPrecedents> {
  if (searchTerms(search.words).length > 0) return searchPrecedents(access, search);
  throw redirect(`/precedenten?${filterAddress(search)}`, 303);
}

/** How many of the best matches are looked at: first few, then more when too many fall away. */
const reach = [200, 10_000, undefined];

async function bestMatches(
  read: Queries,
  access: Access<"precedent.read">,
  { search, prepared }: { search: PrecedentSearch; prepared: Search },
): Promise<string[]> {
  const filters = conditionsOf(search).filter((condition) => condition !== undefined);
  const wanted = search.show + 1;
  for (const limit of filters.length === 0 ? reach : reach.slice(1)) {
    const matches = searchMatches(prepared, limit === undefined ? {} : { limit });
    const rows = await read
      .select({ id: precedents.id })
      .from(matches.relation)
      .innerJoin(precedents, eq(precedents.id, matches.id))
      .where(and(visiblePrecedents(access), ...filters))
      .orderBy(matches.rank, desc(precedents.decidedAt), desc(precedents.id))
      .limit(wanted);
    if (rows.length === wanted || limit === undefined) return rows.map(({ id }) => id);
  }
  return [];
}
