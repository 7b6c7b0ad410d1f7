/** How many precedents have what, for the numbers beside the filters of the list. */
import { and, count, desc, eq, gt, inArray, isNotNull, like, ne, or, type SQL } from "drizzle-orm";
import {
  auditEvents,
  precedentFacts,
  precedents,
  searchFound,
  type Queries,
  type Search,
} from "#db";
import type { PrecedentFilters } from "#app/schemas/precedent-search.ts";
import type { Access } from "./access.server.ts";
import type { CatalogueNow } from "./catalogue-now.server.ts";
import { notStaged, seesDrafts, visiblePrecedents } from "./precedent-access.server.ts";
import { conditionsOf, otherConditions } from "./precedent-conditions.server.ts";

/** How many precedents have these in common. */
export type Group = {
  scope: string | null;
  level: number;
  status: string;
  organisation: string;
  validUntil: number | null;
  total: number;
};

export type Counting = {
  read: Queries;
  access: Access<"precedent.read">;
  catalogue: CatalogueNow;
  filters: PrecedentFilters;
  /** What words found; null without words. */
  found: Search | null;
};

/** The groups within the filters that have no count of their own. */
export async function countGroups(counting: Counting): Promise<Group[]> {
  const { access, catalogue, filters, found } = counting;
  const conditions = otherConditions(filters, catalogue);
  if (found) return groupsAmong(counting, and(visiblePrecedents(access), ...conditions));
  return conditions.length === 0
    ? groupsInSight(counting)
    : [...(await ownGroups(counting, conditions)), ...(await sharedGroups(counting, conditions))];
}

// Each on its own follows the index of counts; `or` would read every row.
async function ownGroups({ read, access }: Counting, conditions: SQL[] = []): Promise<Group[]> {
  const own = eq(precedents.organisationId, access.organisation.id);
  const published = isNotNull(precedents.publishedAt);
  return read
    .select(grouped)
    .from(precedents)
    .where(and(own, seesDrafts(access) ? notStaged : published, ...conditions))
    .groupBy(...groupColumns);
}

async function sharedGroups({ read, access }: Counting, conditions: SQL[] = []): Promise<Group[]> {
  return read
    .select(grouped)
    .from(precedents)
    .where(
      and(
        ne(precedents.organisationId, access.organisation.id),
        inArray(precedents.visibility, ["network", "public"]),
        isNotNull(precedents.publishedAt),
        ...conditions,
      ),
    )
    .groupBy(...groupColumns);
}

const grouped = {
  scope: precedents.scopeId,
  level: precedents.level,
  status: precedents.status,
  organisation: precedents.organisationId,
  validUntil: precedents.validUntil,
  total: count(),
};
const groupColumns = [
  precedents.organisationId,
  precedents.status,
  precedents.scopeId,
  precedents.level,
  precedents.validUntil,
] as const;

async function groupsAmong({ read, found }: Counting, condition: SQL | undefined) {
  if (!found) return [];
  const matches = searchFound(found);
  return read
    .select(grouped)
    .from(matches.relation)
    .innerJoin(precedents, eq(precedents.id, matches.id))
    .where(condition)
    .groupBy(...groupColumns);
}

type Kept = { read: Queries; sequence: number; groups: Group[] };

/** Counting everything anew for each page takes too long with 100,000 precedents. */
const kept = new Map<string, Kept>();
const mostKept = 200;

/** All groups a person sees: as they were counted last when no precedent changed since. */
async function groupsInSight(counting: Counting): Promise<Group[]> {
  const { read, access } = counting;
  const key = `${access.organisation.id} ${seesDrafts(access)}`;
  const earlier = kept.get(key);
  const sequence = await newestSequence(read);
  if (earlier?.read === read && !(await changedSince(read, earlier.sequence))) {
    earlier.sequence = sequence;
    return earlier.groups;
  }
  const groups = [...(await ownGroups(counting)), ...(await sharedGroups(counting))];
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, { read, sequence, groups });
  return groups;
}

async function newestSequence(read: Queries): Promise<number> {
  const [newest] = await read
    .select({ sequence: auditEvents.sequence })
    .from(auditEvents)
    .orderBy(desc(auditEvents.sequence))
    .limit(1);
  return newest?.sequence ?? 0;
}

/** Whether anything happened to a precedent, a line or an import of precedents after this event. */
async function changedSince(read: Queries, sequence: number): Promise<boolean> {
  const { kind } = auditEvents;
  const [event] = await read
    .select({ sequence: auditEvents.sequence })
    .from(auditEvents)
    .where(
      and(gt(auditEvents.sequence, sequence), or(like(kind, "precedent%"), like(kind, "line.%"))),
    )
    .limit(1);
  return event !== undefined;
}

/** Per circumstance that counts now, how many of the precedents within all filters have it. */
export async function countFacts(counting: Counting): Promise<Map<string, number>> {
  const { read, access, catalogue, filters, found } = counting;
  const condition = and(visiblePrecedents(access), ...conditionsOf(filters, catalogue));
  const perFact = { factId: precedentFacts.factId, total: count() };
  const matches = found && searchFound(found);
  const from = read.select(perFact).from(precedentFacts);
  const joined = from.innerJoin(precedents, eq(precedents.id, precedentFacts.precedentId));
  const rows = matches
    ? await joined
        .innerJoin(matches.relation, eq(matches.id, precedents.id))
        .where(condition)
        .groupBy(precedentFacts.factId)
    : await joined.where(condition).groupBy(precedentFacts.factId);
  const totals = new Map<string, number>();
  for (const { factId, total } of rows) {
    const id = catalogue.byId.get(factId)?.id ?? factId;
    totals.set(id, (totals.get(id) ?? 0) + total);
  }
  return totals;
}
