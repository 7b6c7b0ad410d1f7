import { redirect } from "@remix-run/node";
import { and, desc, eq, gt, or, sql, type SQL } from "drizzle-orm";
import {
  compoundTerms,
  db,
  precedents,
  prepareSearch,
  searchFound,
  searchMatches,
  type Queries,
  type Search,
} from "#db";
import { searchTerms, type SearchTerm } from "#app/domain/search-terms.ts";
import type { PrecedentSearch } from "#app/schemas/precedent-search.ts";
import { filterAddress } from "#app/schemas/precedent-address.ts";
import type { FoundPrecedents } from "#app/schemas/precedent-view.ts";
import type { Access } from "./access.server.ts";
import { catalogueNow } from "./catalogue-now.server.ts";
import { visiblePrecedents } from "./precedent-access.server.ts";
import { conditionsOf } from "./precedent-conditions.server.ts";
import { precedentFacets } from "./precedent-facets.server.ts";
import { listedPrecedents, olderThan, precedentsPerPage } from "./precedent-lists.server.ts";
import { listNearest } from "./precedent-nearness.server.ts";

/** Words are searched for here; filters alone make an address that can be kept. */
export async function searchOrFilter(
  access: Access<"precedent.read">,
  search: PrecedentSearch,
): Promise<FoundPrecedents> {
  if (searchTerms(search.words).length > 0) return searchPrecedents(access, search);
  throw redirect(`/precedenten?${filterAddress(search)}`, 303);
}

/** A page of the precedents that words find, within the filters, in the order asked for. */
export async function searchPrecedents(
  access: Access<"precedent.read">,
  search: PrecedentSearch,
): Promise<FoundPrecedents> {
  const terms = searchTerms(search.words);
  const read = await db.reports({ personId: access.person.id });
  const tiers = await prepareTiers(read, terms);
  const found = together(tiers);
  if (!found) return { precedents: [], next: null, facets: await precedentFacets(access, null) };
  const list =
    search.case !== null && search.sort === "differences"
      ? await listNearest(access, search, { cursor: search.after, found, terms })
      : await pageOf(read, access, { search, tiers, terms });
  return {
    ...list,
    facets: await precedentFacets(access, { filters: search, found }),
  };
}

/** What stands in a document as a word, and what only inside a longer one. */
type Tiers = { direct: Search | null; inside: Search | null };

async function prepareTiers(read: Queries, terms: SearchTerm[]): Promise<Tiers> {
  return {
    direct: await prepareSearch(read, "precedent", terms),
    inside: await prepareSearch(read, "precedent", await compoundTerms(read, "precedent", terms)),
  };
}

function together({ direct, inside }: Tiers): Search | null {
  if (!direct || !inside) return direct ?? inside;
  return { ...direct, terms: [...direct.terms, ...inside.terms] };
}

type Row = { id: string; decidedAt: number; rank: number };
/** Where a page ended: below come the rows after it in its tier, then the next tier. */
type Place = Row & { tier: number };

/** Words of the search as a whole first, and below them, never in between, those inside others. */
async function pageOf(
  read: Queries,
  access: Access<"precedent.read">,
  { search, tiers, terms }: { search: PrecedentSearch; tiers: Tiers; terms: SearchTerm[] },
) {
  const asked = placeIn(search.after);
  const after = asked && (await placeNow(read, tiers, asked));
  const filters = conditionsOf(search, await catalogueNow());
  const places: Place[] = [];
  for (const [tier, prepared] of [tiers.direct, tiers.inside].entries()) {
    if (!prepared || tier < (after?.tier ?? 0)) continue;
    if (places.length > precedentsPerPage) break;
    const rows = await rowsOf(read, {
      prepared,
      byDate: search.sort === "date",
      after: after?.tier === tier ? after : null,
      condition: and(
        visiblePrecedents(access),
        ...filters,
        tier === 1 && tiers.direct ? notFoundBy(tiers.direct) : undefined,
      ),
      isNarrow: filters.length > 0,
    });
    places.push(...rows.map((row) => ({ ...row, tier })));
  }
  const page = places.slice(0, precedentsPerPage);
  const last = places.length > precedentsPerPage ? page.at(-1) : undefined;
  return {
    precedents: await listedPrecedents(
      page.map(({ id }) => id),
      terms,
    ),
    next: last ? [last.tier, last.rank, last.decidedAt, last.id].join("_") : null,
  };
}

function notFoundBy(search: Search): SQL {
  const matches = searchFound(search);
  return sql`${precedents.id} not in (select ${matches.id} from ${matches.relation})`;
}

type Wanted = {
  prepared: Search;
  byDate: boolean;
  after: Place | null;
  condition: SQL | undefined;
  isNarrow: boolean;
};

/** How many of the best matches are looked at: first few, then more when too many fall away. */
const reach = [200, 10_000, undefined];

async function rowsOf(read: Queries, wanted: Wanted): Promise<Row[]> {
  const { prepared, byDate, after, condition, isNarrow } = wanted;
  const most = precedentsPerPage + 1;
  const steps = byDate ? [undefined] : isNarrow || after ? reach.slice(1) : reach;
  for (const limit of steps) {
    const matches = searchMatches(prepared, limit === undefined ? {} : { limit });
    const byRank = after && !byDate ? afterRank(matches.rank, after) : undefined;
    const byAge = after && byDate ? olderThan(after.decidedAt, after.id) : undefined;
    const newest = [desc(precedents.decidedAt), desc(precedents.id)];
    const rows = await read
      .select({ id: precedents.id, decidedAt: precedents.decidedAt, rank: matches.rank })
      .from(matches.relation)
      .innerJoin(precedents, eq(precedents.id, matches.id))
      .where(and(condition, byRank, byAge))
      .orderBy(...(byDate ? newest : [matches.rank, ...newest]))
      .limit(most);
    if (rows.length === most || limit === undefined) return rows;
  }
  return [];
}

/** Lower ranks are better. */
function afterRank(rank: SQL<number>, { rank: last, decidedAt, id }: Place): SQL | undefined {
  return or(gt(rank, last), and(eq(rank, last), olderThan(decidedAt, id)));
}

/** A rank moves with every document that is added: the page goes on after the precedent, not after a number. */
async function placeNow(read: Queries, { direct, inside }: Tiers, place: Place): Promise<Place> {
  const prepared = place.tier === 0 ? direct : inside;
  if (!prepared) return place;
  const matches = searchMatches(prepared);
  const [now] = await read
    .select({ rank: matches.rank })
    .from(matches.relation)
    .where(eq(matches.id, place.id));
  return { ...place, ...now };
}

function placeIn(cursor: string): Place | null {
  const [, tier, rank, decidedAt, id] =
    /^([01])_(-?[\d.e-]{1,30})_(-?\d{1,16})_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (id === undefined || Number.isNaN(Number(rank))) return null;
  return { tier: Number(tier), rank: Number(rank), decidedAt: Number(decidedAt), id };
}
