/** What an auditor or a privacy officer found, as files. */
import "#app/i18n/all-languages.ts";
import { getTexts } from "#app/i18n/instances.ts";
import {
  auditFilters,
  logPlace,
  readingFiltersIn,
  type LogPlace,
} from "#app/schemas/audit-filters.ts";
import { departureFilters, type DepartureItem } from "#app/schemas/departures.ts";
import type { Access } from "./access.server.ts";
import { auditSearch } from "./audit-log.server.ts";
import { allDepartures } from "./departures.server.ts";
import { exportFormat, exportResponse, fileName, type ExportColumn } from "./exports.server.ts";
import { logPage, type LogEvent } from "./log-pages.server.ts";
import type { LogSearch } from "./log-search.server.ts";
import { readingSearch } from "./readings-log.server.ts";

/** The log as it was searched. */
export async function exportAuditLog(access: Access<"audit.read">, url: string): Promise<Response> {
  const search = await auditSearch(access, auditFilters(url));
  const words = getTexts(access.person.language, "audit")("title");
  return eventsFile(access, { url, list: "audit", search, title: words });
}

/** Who read what, as it was searched. */
export async function exportReadings(
  access: Access<"processing.read">,
  url: string,
): Promise<Response> {
  const search = await readingSearch(access, readingFiltersIn(url));
  const words = getTexts(access.person.language, "audit-pages")("readings.title");
  return eventsFile(access, { url, list: "readings", search, title: words });
}

type Asked = { url: string; list: string; search: LogSearch | null; title: string };

function eventsFile(access: Access, { url, list, search, title }: Asked) {
  return exportResponse(access, {
    ...{ list, name: fileName(title), title },
    columns: eventColumns(access),
    rows: search ? eachEvent(search) : [],
    format: exportFormat(url),
  });
}

/** All that fits, a page at a time. */
async function* eachEvent(search: LogSearch, size = 1_000): AsyncGenerator<LogEvent[]> {
  let place: LogPlace | undefined;
  for (;;) {
    const { items, next } = await logPage(search, place, size);
    if (items.length > 0) yield items;
    if (next === null) return;
    place = logPlace.parse(next);
  }
}

function eventColumns({ person }: Access): ExportColumn<LogEvent>[] {
  const t = getTexts(person.language, "audit");
  const terms = getTexts(person.language, "terms");
  const words = t as unknown as (key: string, values?: Record<string, string>) => string;
  const roles = terms as unknown as (key: string) => string;
  return [
    { label: t("number"), type: "number", value: ({ number }) => number },
    { label: t("when"), type: "moment", value: ({ at }) => at },
    {
      label: t("who"),
      value: (event) => event.person ?? (event.roles.length ? null : t("system")),
    },
    {
      label: t("roles"),
      value: (event) => event.roles.map((role) => roles(`role.${role}`)).join(", "),
    },
    { label: t("subject"), value: ({ kind }) => kind },
    {
      label: t("what"),
      value: ({ kind }) => words(`event.${kind}`, { defaultValue: words("other", { kind }) }),
    },
    { label: t("which"), value: ({ caseNumber }) => caseNumber },
    { label: t("details"), value: ({ details }) => detailsIn(details) },
  ];
}

function detailsIn(details: LogEvent["details"]): string {
  return Object.entries(details)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join("; ");
}

/** The decisions that depart, as they were searched. */
export async function exportDepartures(
  access: Access<"audit.read">,
  url: string,
): Promise<Response> {
  const words = getTexts(access.person.language, "audit-pages")("departures.title");
  return exportResponse(access, {
    ...{ list: "departures", name: fileName(words), title: words },
    columns: departureColumns(access),
    rows: allDepartures(access, departureFilters(url)),
    format: exportFormat(url),
  });
}

function departureColumns({ person }: Access): ExportColumn<DepartureItem>[] {
  const t = getTexts(person.language, "audit-pages");
  const log = getTexts(person.language, "audit");
  return [
    { label: log("which"), value: ({ caseFile }) => caseFile.number },
    { label: t("departures.decision"), type: "number", value: ({ number }) => number },
    { label: t("departures.chosen"), value: ({ chosen }) => chosen.join("; ") },
    { label: t("departures.proposed"), value: ({ proposed }) => proposed.join("; ") },
    { label: t("departures.failing"), value: ({ failing }) => failing.join(", ") },
    { label: t("departures.reason"), value: ({ reason }) => reason },
    {
      label: t("departures.warning"),
      value: ({ answer }) => answer && t(`departures.answer.${answer}`),
    },
    { label: log("who"), value: ({ takenBy }) => takenBy },
    { label: log("when"), type: "moment", value: ({ takenAt }) => takenAt },
  ];
}
