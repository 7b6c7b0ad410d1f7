import { and, desc, eq, gte, inArray, isNotNull, lt } from "drizzle-orm";
import { caseFiles, db, people, scopes, searchMatches, type Queries, type Search } from "#db";
import { dayInMs } from "#app/domain/day.ts";
import { searchTerms } from "#app/domain/search-terms.ts";
import { yearMoments } from "#app/domain/yearly.ts";
import type { CaseFilters } from "#app/schemas/case-filters.ts";
import type { Access } from "./access.server.ts";
import { visibleCases } from "./case-access.server.ts";
import { settledByRule } from "./case-settled.server.ts";
import { isMine, listColumns, pageSize, withTerm } from "./case-lists.server.ts";
import { findInTiers } from "./search-tiers.server.ts";

export type SearchInput = { text: string; page: number };

/** Cases in which one of the words occurs, the best first. The filters of the list hold here too. */
export async function searchCases(
  access: Access<"case.read">,
  { text, page }: SearchInput,
  filters: CaseFilters,
) {
  const terms = searchTerms(text);
  if (terms.length === 0) return { items: [], page, more: false };
  const read = await db.reports({ personId: access.person.id });
  const most = page * pageSize + 1;
  const ids = await findInTiers(read, {
    kind: "case",
    terms,
    most,
    best: (prepared) => bestMatches(read, access, { prepared, filters, most }),
  });
  const onPage = ids.slice(most - 1 - pageSize, most - 1);
  return { items: await itemsOf(read, onPage), page, more: ids.length === most };
}

/** How many of the best matches are looked at first; all of them when too many fall away. */
const reach = 2000;

async function bestMatches(
  read: Queries,
  access: Access<"case.read">,
  { prepared, filters, most }: { prepared: Search; filters: CaseFilters; most: number },
): Promise<string[]> {
  for (const limit of [reach, undefined]) {
    const matches = searchMatches(prepared, limit === undefined ? {} : { limit });
    const rows = await read
      .select({ id: caseFiles.id })
      .from(matches.relation)
      .innerJoin(caseFiles, eq(caseFiles.id, matches.id))
      .where(and(visibleCases(access), ...conditionsOf(access, filters)))
      .orderBy(matches.rank, desc(caseFiles.updatedAt), desc(caseFiles.id))
      .limit(most);
    if (rows.length === most || limit === undefined) return rows.map(({ id }) => id);
  }
  return [];
}

function conditionsOf(access: Access<"case.read">, filters: CaseFilters) {
  const { van, tot, regel, regeljaar } = filters;
  const settled = regeljaar === undefined ? {} : yearMoments(regeljaar);
  return [
    filters.status ? eq(caseFiles.status, filters.status) : undefined,
    filters.gebied ? eq(caseFiles.scopeId, filters.gebied) : undefined,
    filters.spoed ? isNotNull(caseFiles.urgencyKind) : undefined,
    filters.mijn ? isMine(access.person.id) : undefined,
    van === undefined ? undefined : gte(caseFiles.receivedAt, van),
    tot === undefined ? undefined : lt(caseFiles.receivedAt, tot + dayInMs),
    (regel ?? regeljaar) === undefined ? undefined : settledByRule({ rule: regel, ...settled }),
  ];
}

async function itemsOf(read: Queries, ids: string[]) {
  if (ids.length === 0) return [];
  const rows = await read
    .select(listColumns)
    .from(caseFiles)
    .leftJoin(people, eq(people.id, caseFiles.coordinatorId))
    .leftJoin(scopes, eq(scopes.id, caseFiles.scopeId))
    .where(inArray(caseFiles.id, ids));
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map(withTerm);
}
