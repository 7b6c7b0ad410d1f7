import { and, count, desc, eq, inArray, isNotNull, lt, ne, or, type SQL } from "drizzle-orm";
import {
  db,
  decisionPrecedents,
  decisions,
  environment,
  organisations,
  precedents,
  scopes,
} from "#db";
import { precedentCounts, precedentStatuses } from "#app/domain/precedent-rules.ts";
import { hasRight } from "#app/domain/rights.ts";
import { highlighted, searchSnippet } from "#app/domain/search-highlight.ts";
import type { SearchTerm } from "#app/domain/search-terms.ts";
import type { PrecedentFilters } from "#app/schemas/precedent-search.ts";
import { filterAddress } from "#app/schemas/precedent-address.ts";
import type { ListedPrecedent, PrecedentListPage } from "#app/schemas/precedent-view.ts";
import type { Access } from "./access.server.ts";
import { catalogueNow } from "./catalogue-now.server.ts";
import { notStaged, seesDrafts } from "./precedent-access.server.ts";
import { factsOfPrecedents } from "./precedent-check.server.ts";
import { conditionsOf } from "./precedent-conditions.server.ts";
import { findComparedCase, listNearest } from "./precedent-nearness.server.ts";
import { precedentFacets } from "./precedent-facets.server.ts";
import { listSavedSearches } from "./saved-searches.server.ts";

export const precedentsPerPage = 25;

export type PrecedentList = { precedents: ListedPrecedent[]; next: string | null };

/** The list page: a page of precedents unless others are shown, and what its filters can choose from. */
export async function getPrecedentList(
  access: Access<"precedent.read">,
  filters: PrecedentFilters,
  { url, listed = false }: { url: string; listed?: boolean | undefined },
): Promise<PrecedentListPage> {
  const cursor = new URL(url).searchParams.get("after");
  const list = listed ? { precedents: [], next: null } : await listInOrder(access, filters, cursor);
  const address = filterAddress(filters);
  return {
    precedents: list.precedents,
    next: list.next && `?${address === "" ? "" : `${address}&`}after=${list.next}`,
    filters,
    isFiltered: address !== "",
    facets: await precedentFacets(access, listed ? null : { filters, found: null }),
    compared: await findComparedCase(access, filters.case),
    saved: await listSavedSearches(access),
    mayEdit: hasRight(access.roles, "precedent.edit"),
  };
}

/** By differences with a case where that is asked, otherwise by date. */
async function listInOrder(
  access: Access<"precedent.read">,
  filters: PrecedentFilters,
  cursor: string | null,
): Promise<PrecedentList> {
  if (filters.case !== null && filters.sort !== "date") {
    return listNearest(access, filters, { cursor });
  }
  return listPrecedents(access, filters, cursor);
}

/** Precedents by date, newest first, a page at a time from a cursor. */
export async function listPrecedents(
  access: Access<"precedent.read">,
  filters: PrecedentFilters,
  cursor: string | null,
): Promise<PrecedentList> {
  const found = new Map<string, number>();
  const conditions = conditionsOf(filters, await catalogueNow());
  for (const part of partsOfSight(access, filters)) {
    for (const { id, decidedAt } of await firstOf(and(part, ...conditions, after(cursor)))) {
      found.set(id, decidedAt);
    }
  }
  const rows = [...found]
    .map(([id, decidedAt]) => ({ id, decidedAt }))
    .sort((a, b) => b.decidedAt - a.decidedAt || (a.id < b.id ? 1 : -1));
  const page = rows.slice(0, precedentsPerPage);
  const last = rows.length > precedentsPerPage ? page.at(-1) : undefined;
  return {
    precedents: await listedPrecedents(page.map(({ id }) => id)),
    next: last ? `${last.decidedAt}_${last.id}` : null,
  };
}

async function firstOf(condition: SQL | undefined) {
  return db.read
    .select({ id: precedents.id, decidedAt: precedents.decidedAt })
    .from(precedents)
    .where(condition)
    .orderBy(desc(precedents.decidedAt), desc(precedents.id))
    .limit(precedentsPerPage + 1);
}

/**
 * What a person may see, in parts that each follow an index by date: `or` in one query would sort
 * all precedents for every page. The parts overlap; they say the same as `visiblePrecedents`.
 */
function partsOfSight(access: Access<"precedent.read">, filters: PrecedentFilters) {
  const asked = filters.status === "expired" ? "valid" : filters.status;
  const wanted = precedentStatuses.filter((status) => asked === null || asked === status);
  const published = wanted.filter((status) => status !== "draft" && status !== "in_review");
  const own = seesDrafts(access)
    ? wanted.map((status) => and(ofOwn(access), eq(precedents.status, status), notStaged))
    : published.map((status) =>
        and(ofOwn(access), eq(precedents.status, status), isNotNull(precedents.publishedAt)),
      );
  const shared = (["network", "public"] as const).flatMap((visibility) =>
    published.map((status) =>
      and(
        eq(precedents.visibility, visibility),
        eq(precedents.status, status),
        isNotNull(precedents.publishedAt),
      ),
    ),
  );
  return [...own, ...shared];
}

function ofOwn(access: Access<"precedent.read">): SQL {
  return eq(precedents.organisationId, access.organisation.id);
}

/** The cursor is the date and id of the last precedent on the page before. */
function after(cursor: string | null): SQL | undefined {
  const [, decidedAt, id] = /^(-?\d{1,16})_([0-9a-f-]{36})$/.exec(cursor ?? "") ?? [];
  if (decidedAt === undefined || id === undefined) return undefined;
  return olderThan(Number(decidedAt), id);
}

/** What comes after this precedent in the order of date, newest first. */
export function olderThan(decidedAt: number, id: string): SQL | undefined {
  return or(
    lt(precedents.decidedAt, decidedAt),
    and(eq(precedents.decidedAt, decidedAt), lt(precedents.id, id)),
  );
}

/** What a list shows of these precedents, in the order given, with what a search found in them marked. */
export async function listedPrecedents(
  ids: string[],
  terms: SearchTerm[] = [],
): Promise<ListedPrecedent[]> {
  if (ids.length === 0) return [];
  const rows = await db.read
    .select({
      id: precedents.id,
      number: precedents.number,
      title: precedents.title,
      summary: precedents.summary,
      motivation: precedents.motivation,
      level: precedents.level,
      status: precedents.status,
      publishedAt: precedents.publishedAt,
      validUntil: precedents.validUntil,
      scope: scopes.name,
      organisation: organisations.name,
      decidedAt: precedents.decidedAt,
    })
    .from(precedents)
    .innerJoin(organisations, eq(organisations.id, precedents.organisationId))
    .leftJoin(scopes, eq(scopes.id, precedents.scopeId))
    .where(inArray(precedents.id, ids));
  const known = await factsOfPrecedents(ids);
  const followed = await followedCounts(ids);
  const now = environment.now();
  return rows
    .map(({ publishedAt, summary, motivation, ...row }) => ({
      ...row,
      ...(terms.length > 0
        ? hitsIn(row.title, [summary, ...Object.values(motivation)], terms)
        : {}),
      counts: precedentCounts({ ...row, publishedAt }, now),
      facts: (known.get(row.id) ?? []).filter(({ inReason }) => inReason),
      followed: followed.get(row.id) ?? 0,
    }))
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

function hitsIn(title: string, texts: string[], terms: SearchTerm[]) {
  return {
    titleParts: highlighted(title, terms),
    snippet: searchSnippet(texts.join("\n"), terms),
  };
}

async function followedCounts(ids: string[]): Promise<Map<string, number>> {
  const rows = await db.read
    .select({ id: decisionPrecedents.precedentId, total: count() })
    .from(decisionPrecedents)
    .innerJoin(decisions, eq(decisions.id, decisionPrecedents.decisionId))
    .where(
      and(
        inArray(decisionPrecedents.precedentId, ids),
        eq(decisionPrecedents.relation, "followed"),
        ne(decisions.status, "draft"),
      ),
    )
    .groupBy(decisionPrecedents.precedentId);
  return new Map(rows.map(({ id, total }) => [id, total]));
}
