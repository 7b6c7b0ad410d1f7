import { isAboutScoring } from "#app/domain/blind-events.ts";
import { readingKinds } from "#app/domain/reading.ts";
import { hasRight } from "#app/domain/rights.ts";
import { logPlace } from "#app/schemas/audit-filters.ts";
import type { LogItem } from "#app/schemas/case-list-view.ts";
import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { logPage, type LogEvent } from "./log-pages.server.ts";
import { recordReading } from "./readings.server.ts";

const pageSize = 25;

/** What happened to a case, newest first; `from` is the place in an address to go on from. */
export async function getCaseHistory(
  access: Access<"case.read">,
  caseId: string,
  from: string | null,
) {
  const caseFile = await getCase(access, caseId);
  await recordReading(access, caseFile, "history");
  const { id, number, title, organisationId } = caseFile;
  const place = logPlace
    .optional()
    .catch(undefined)
    .parse(from ?? undefined);
  const search = { organisationId, caseId: id, withoutKinds: readingKinds };
  const page = await logPage(search, place, pageSize);
  return {
    caseFile: { id, number, title },
    items: page.items.map(shown),
    next: page.next,
    isFirst: !place,
    seesReadings: hasRight(access.roles, "processing.read"),
  };
}

/** Outside the session an assessor goes by the role, not by name. */
function shown({ at, kind, person, roles, caseId, caseNumber, details }: LogEvent): LogItem {
  const known = isAboutScoring(kind) ? null : person;
  return { at, kind, person: known, roles, caseId, caseNumber, details };
}
