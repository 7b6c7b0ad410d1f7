import { dayInMs } from "#app/domain/day.ts";
import { readingKinds } from "#app/domain/reading.ts";
import type { ReadingFilters } from "#app/schemas/audit-filters.ts";
import type { Access } from "./access.server.ts";
import { caseIdOf, listPeopleOf, withSubjects } from "./audit-log.server.ts";
import { logPage } from "./log-pages.server.ts";
import type { LogSearch } from "./log-search.server.ts";

type Officer = Access<"processing.read">;
const pageSize = 50;

/** Who read which case when, newest first. */
export async function getReadings(access: Officer, filters: ReadingFilters) {
  const [search, people] = await Promise.all([
    readingSearch(access, filters),
    listPeopleOf(access),
  ]);
  const page = search ? await logPage(search, filters.na, pageSize) : { items: [], next: null };
  return { items: await withSubjects(access, page.items), next: page.next, people };
}

/** The filters as a search in the log; null when a case is asked for that is not there. */
export async function readingSearch(
  access: Officer,
  { persoon, casus, van, tot }: ReadingFilters,
): Promise<LogSearch | null> {
  const caseId = casus === undefined ? undefined : await caseIdOf(access, casus);
  if (caseId === null) return null;
  return {
    organisationId: access.organisation.id,
    kinds: readingKinds,
    ...{ actorId: persoon, caseId },
    ...{ from: van, until: tot === undefined ? undefined : tot + dayInMs },
  };
}
