/** The lists of cases and of sessions as files. */
import { hasEnded } from "#app/domain/case-file.ts";
import { getTexts } from "#app/i18n/instances.ts";
import "#app/i18n/all-languages.ts";
import { caseFilters } from "#app/schemas/case-filters.ts";
import type { CaseItem } from "#app/schemas/case-list-view.ts";
import type { Access } from "./access.server.ts";
import { eachCase } from "./case-lists.server.ts";
import { exportFormat, exportResponse, fileName, type ExportColumn } from "./exports.server.ts";
import { listSessions, type SessionSummary, type SessionView } from "./sessions.server.ts";

export async function exportCases(access: Access<"case.read">, url: string): Promise<Response> {
  const { language } = access.person;
  const title = getTexts(language, "cases")("title");
  return exportResponse(access, {
    list: "cases",
    name: fileName(title),
    title,
    columns: caseColumns(access),
    rows: eachCase(access, caseFilters(url)),
    format: exportFormat(url),
  });
}

function caseColumns({ person: { language } }: Access): ExportColumn<CaseItem>[] {
  const t = getTexts(language, "cases");
  const terms = getTexts(language, "terms");
  const own = getTexts(language, "exports");
  return [
    { label: own("number"), value: ({ number }) => number },
    { label: t("list.case"), value: ({ title }) => title },
    { label: t("list.status"), value: ({ status }) => terms(`caseStatus.${status}`) },
    { label: t("list.scope"), value: ({ scope }) => scope },
    { label: own("received"), type: "day", value: ({ receivedAt }) => receivedAt },
    { label: own("daysLeft"), type: "number", value: daysLeft },
    {
      label: own("urgency"),
      value: ({ urgencyKind }) => urgencyKind && terms(`urgencyKind.${urgencyKind}`),
    },
    { label: own("urgencyDate"), type: "day", value: ({ urgencyDate }) => urgencyDate },
    { label: t("list.waiting"), value: ({ status }) => t(`waiting.${status}`) },
    { label: terms("role.coordinator"), value: ({ coordinator }) => coordinator },
  ];
}

/** Nothing once the case is decided or has ended, as in the list. */
function daysLeft({ status, daysLeft: days }: CaseItem): number | null {
  return status === "follow_up" || hasEnded(status) ? null : days;
}

export async function exportSessions(
  access: Access<"session.read">,
  url: string,
): Promise<Response> {
  const { language } = access.person;
  const view = new URL(url).searchParams.get("toon") === "geweest" ? "past" : "current";
  const title = getTexts(language, "sessions")("title");
  return exportResponse(access, {
    list: "sessions",
    name: fileName(title),
    title,
    columns: sessionColumns(access),
    rows: eachSession(access, view),
    format: exportFormat(url),
  });
}

async function* eachSession(access: Access<"session.read">, view: SessionView) {
  for (let after: string | null = null; ;) {
    const { rows, next }: Awaited<ReturnType<typeof listSessions>> = await listSessions(access, {
      view,
      after,
    });
    yield rows;
    if (next === null) return;
    after = next;
  }
}

function sessionColumns({ person: { language } }: Access): ExportColumn<SessionSummary>[] {
  const t = getTexts(language, "sessions");
  const terms = getTexts(language, "terms");
  return [
    { label: t("field.title"), value: ({ title }) => title },
    { label: terms("status"), value: ({ status }) => terms(`sessionStatus.${status}`) },
    { label: t("field.kind"), value: ({ kind }) => terms(`sessionKind.${kind}`) },
    { label: t("field.startsAt"), type: "moment", value: ({ startsAt }) => startsAt },
    { label: t("field.deadline"), type: "moment", value: ({ deadline }) => deadline },
    { label: t("list.cases"), type: "number", value: ({ cases }) => cases },
    { label: t("field.facilitatorId"), value: ({ facilitator }) => facilitator },
  ];
}
