import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  lt,
  ne,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import {
  db,
  decisionPrecedents,
  decisions,
  facts,
  organisations,
  precedentFacts,
  precedents,
  scopes,
} from "#db";
import { precedentStatuses } from "#app/domain/precedent-rules.ts";
import type { PrecedentFilters } from "#app/schemas/precedent.ts";
import { filterAddress } from "#app/schemas/precedent-filters.ts";
import type {
  ListedPrecedent,
  PrecedentFacets,
  PrecedentListPage,
} from "#app/schemas/precedent-view.ts";
import type { Access } from "./access.server.ts";
import { seesDrafts } from "./precedent-access.server.ts";
import { factsOfPrecedents } from "./precedent-check.server.ts";

export const precedentsPerPage = 25;
const dayInMs = 86_400_000;

export type PrecedentList = { precedents: ListedPrecedent[]; next: string | null };

/** The list page: a page of precedents unless others are shown, and what its filters can choose from. */
export async function getPrecedentList(
  access: Access<"precedent.read">,
  filters: PrecedentFilters,
  { url, listed = false }: { url: string; listed?: boolean | undefined },
): Promise<PrecedentListPage> {
  const cursor = new URL(url).searchParams.get("after");
  const list = listed
    ? { precedents: [], next: null }
    : await listPrecedents(access, filters, cursor);
  const address = filterAddress(filters);
  return {
    precedents: list.precedents,
    next: list.next && `?${address === "" ? "" : `${address}&`}after=${list.next}`,
    filters,
    isFiltered: address !== "",
    facets: await precedentFacets(access),
  };
}

/** Precedents by date, newest first, a page at a time from a cursor. */
export async function listPrecedents(
  access: Access<"precedent.read">,
  filters: PrecedentFilters,
  cursor: string | null,
): Promise<PrecedentList> {
  const found = new Map<string, number>();
  for (const part of partsOfSight(access, filters)) {
    for (const { id, decidedAt } of await firstOf(
      and(part, ...conditionsOf(filters), after(cursor)),
    )) {
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
  const wanted = precedentStatuses.filter((status) => !filters.status || filters.status === status);
  const published = wanted.filter((status) => status !== "draft" && status !== "in_review");
  const own = seesDrafts(access)
    ? wanted.map((status) => and(ofOwn(access), eq(precedents.status, status)))
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
  const moment = Number(decidedAt);
  return or(
    lt(precedents.decidedAt, moment),
    and(eq(precedents.decidedAt, moment), lt(precedents.id, id)),
  );
}

export function conditionsOf(filters: PrecedentFilters): (SQL | undefined)[] {
  const { scope, law, event, fact, level, organisation, from, until, status } = filters;
  return [
    scope ? eq(precedents.scopeId, scope) : undefined,
    level === null ? undefined : eq(precedents.level, level),
    organisation ? eq(precedents.organisationId, organisation) : undefined,
    status ? eq(precedents.status, status) : undefined,
    from === null ? undefined : gte(precedents.decidedAt, from),
    until === null ? undefined : lt(precedents.decidedAt, until + dayInMs),
    event ? holdsText(sql`${precedents.lifeEvents}`, `"${event}"`) : undefined,
    law === "" ? undefined : holdsText(sql`${precedents.lawReferences}`, law),
    ...fact.map((id) => exists(factRow(id))),
  ];
}

function factRow(factId: string) {
  return db.read
    .select({ one: sql`1` })
    .from(precedentFacts)
    .where(and(eq(precedentFacts.precedentId, precedents.id), eq(precedentFacts.factId, factId)));
}

/** Whether a list stored as a whole names something; the signs of a pattern stand for themselves. */
function holdsText(column: SQL, text: string): SQL {
  const pattern = `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql`cast(${column} as text) like ${pattern} escape '\\'`;
}

/** What a list shows of these precedents, in the order given. */
export async function listedPrecedents(ids: string[]): Promise<ListedPrecedent[]> {
  if (ids.length === 0) return [];
  const rows = await db.read
    .select({
      id: precedents.id,
      number: precedents.number,
      title: precedents.title,
      level: precedents.level,
      status: precedents.status,
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
  return rows
    .map((row) => ({
      ...row,
      facts: (known.get(row.id) ?? []).filter(({ inReason }) => inReason),
      followed: followed.get(row.id) ?? 0,
    }))
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

async function followedCounts(ids: string[]): Promise<Map<string, number>> {
  const rows = await db.read
    .select({ id: decisionPrecedents.precedentId, total: count() })
    .from(decisionPrecedents)
    .innerJoin(decisions, eq(decisions.id, decisionPrecedents.decisionId))
    .where(
      and(
        inArray(decisionPrecedents.precedentId, ids),
        eq(decisions.precedentCheck, "found"),
        ne(decisions.status, "draft"),
      ),
    )
    .groupBy(decisionPrecedents.precedentId);
  return new Map(rows.map(({ id, total }) => [id, total]));
}

/** What the filters can choose from. */
async function precedentFacets(access: Access<"precedent.read">): Promise<PrecedentFacets> {
  return {
    scopes: await db.read
      .select({ id: scopes.id, name: scopes.name })
      .from(scopes)
      .where(eq(scopes.organisationId, access.organisation.id))
      .orderBy(asc(scopes.name)),
    facts: await db.read
      .select({ id: facts.id, label: facts.label, side: facts.direction })
      .from(facts)
      .orderBy(asc(facts.key)),
    organisations: await db.read
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .orderBy(asc(organisations.name)),
    seesDrafts: seesDrafts(access),
  };
}
