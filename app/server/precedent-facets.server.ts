/** What the filters of the list of precedents can choose from, with how many precedents each would show. */
import { asc, eq } from "drizzle-orm";
import { db, environment, organisations, scopes, type Search } from "#db";
import type { PrecedentFilters } from "#app/schemas/precedent-search.ts";
import type { Counted, PrecedentFacets } from "#app/schemas/precedent-view.ts";
import type { Access } from "./access.server.ts";
import { catalogueNow, type CatalogueNow } from "./catalogue-now.server.ts";
import { seesDrafts } from "./precedent-access.server.ts";
import { countFacts, countGroups, type Group } from "./precedent-counts.server.ts";

/** Circumstances are counted when at most so many precedents are left. */
const mostForFacts = 3000;
/** What words find is counted when they stand in at most so many places. */
const mostForWords = 15_000;

type Asked = {
  filters: PrecedentFilters;
  /** What words found; null without words. */
  found: Search | null;
};

type Counter = "scope" | "level" | "status" | "organisation";

/** The choices with their counts; `asked` null where something else is shown than a list. */
export async function precedentFacets(
  access: Access<"precedent.read">,
  asked: Asked | null,
): Promise<PrecedentFacets> {
  const catalogue = await catalogueNow();
  const counts = asked ? await countAll(access, catalogue, asked) : null;
  const known = [...new Set(catalogue.byId.values())];
  return {
    total: counts?.total ?? null,
    scopes: withCounts(await ownScopes(access), counts?.by("scope")),
    organisations: withCounts(await allOrganisations(), counts?.by("organisation")),
    levels: Object.fromEntries(counts?.by("level") ?? []),
    statuses: Object.fromEntries(counts?.by("status") ?? []),
    facts: known.map(({ id, label, direction: side }) => ({
      ...{ id, label, side },
      total: counts?.facts ? (counts.facts.get(id) ?? 0) : null,
    })),
    seesDrafts: seesDrafts(access),
  };
}

async function countAll(access: Access<"precedent.read">, catalogue: CatalogueNow, asked: Asked) {
  if (!isQuick(asked)) return null;
  const read = await db.reports({ personId: access.person.id });
  const counting = { ...asked, read, access, catalogue };
  const groups = (await countGroups(counting)).map(withStanding);
  const total = sumOf(groups.filter((group) => fits(group, asked.filters)));
  return {
    total,
    by: (name: Counter) => countsBy(groups, asked.filters, name),
    facts: total <= mostForFacts ? await countFacts(counting) : null,
  };
}

/** A law or life event is looked for in the text of every precedent, and common words find most: too slow to count. */
function isQuick({ filters, found }: Asked): boolean {
  if (!found) return filters.law === "" && filters.event === null;
  return found.terms.reduce((sum, { documents }) => sum + documents, 0) <= mostForWords;
}

function withStanding(group: Group): Group {
  const { status, validUntil } = group;
  const isPast = status === "valid" && validUntil !== null && validUntil <= environment.now();
  return isPast ? { ...group, status: "expired" } : group;
}

/** Per value of one filter, what it would show together with the other filters. */
function countsBy(groups: Group[], filters: PrecedentFilters, name: Counter): Map<string, number> {
  const counts = new Map<string, number>();
  for (const group of groups.filter((each) => fits(each, { ...filters, [name]: null }))) {
    const key = String(group[name] ?? "");
    counts.set(key, (counts.get(key) ?? 0) + group.total);
  }
  return counts;
}

function fits(group: Group, filters: PrecedentFilters): boolean {
  const asked: Counter[] = ["scope", "level", "status", "organisation"];
  return asked.every((name) => filters[name] === null || filters[name] === group[name]);
}

function sumOf(groups: Group[]): number {
  return groups.reduce((sum, { total }) => sum + total, 0);
}

type Name = { id: string; name: string };

function withCounts(names: Name[], counts: Map<string, number> | undefined): Counted[] {
  return names.map((each) => ({ ...each, total: counts ? (counts.get(each.id) ?? 0) : null }));
}

async function ownScopes(access: Access<"precedent.read">): Promise<Name[]> {
  return db.read
    .select({ id: scopes.id, name: scopes.name })
    .from(scopes)
    .where(eq(scopes.organisationId, access.organisation.id))
    .orderBy(asc(scopes.name));
}

async function allOrganisations(): Promise<Name[]> {
  return db.read
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .orderBy(asc(organisations.name));
}
