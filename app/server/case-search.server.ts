import { and, desc, eq, gte, isNotNull, lt } from "drizzle-orm";
import { caseFiles, db, people, scopes, searchMatches } from "#db";
import { dayInMs } from "#app/domain/day.ts";
import { searchTerms, type SearchTerm } from "#app/domain/search-terms.ts";
import type { CaseFilters } from "#app/schemas/case-filters.ts";
import type { Access } from "./access.server.ts";
import { visibleCases } from "./case-access.server.ts";
import { isMine, listColumns, pageSize, withTerm } from "./case-lists.server.ts";

export type SearchInput = { text: string; page: number };

/** Cases in which one of the words occurs, the best first. The filters of the list hold here too. */
export async function searchCases(
  access: Access<"case.read">,
  { text, page }: SearchInput,
  filters: CaseFilters,
) {
  const terms = searchTerms(text);
  if (terms.length === 0) return { items: [], page, more: false };
  const found = await matchingRows(access, terms, filters)
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize);
  return { items: found.slice(0, pageSize).map(withTerm), page, more: found.length > pageSize };
}

function matchingRows(access: Access<"case.read">, terms: SearchTerm[], filters: CaseFilters) {
  const matches = searchMatches("case", terms);
  const { van, tot } = filters;
  return db.read
    .select(listColumns)
    .from(matches.relation)
    .innerJoin(caseFiles, eq(caseFiles.id, matches.id))
    .leftJoin(people, eq(people.id, caseFiles.coordinatorId))
    .leftJoin(scopes, eq(scopes.id, caseFiles.scopeId))
    .where(
      and(
        visibleCases(access),
        filters.status ? eq(caseFiles.status, filters.status) : undefined,
        filters.gebied ? eq(caseFiles.scopeId, filters.gebied) : undefined,
        filters.spoed ? isNotNull(caseFiles.urgencyKind) : undefined,
        filters.mijn ? isMine(access.person.id) : undefined,
        van === undefined ? undefined : gte(caseFiles.receivedAt, van),
        tot === undefined ? undefined : lt(caseFiles.receivedAt, tot + dayInMs),
      ),
    )
    .orderBy(matches.rank, desc(caseFiles.updatedAt))
    .$dynamic();
}
