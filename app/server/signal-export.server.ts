/** The list of signals as a file. */
import "#app/i18n/all-languages.ts";
import { getTexts } from "#app/i18n/instances.ts";
import { signalFilters } from "#app/schemas/signal-filters.ts";
import type { SignalItem } from "#app/schemas/signal-view.ts";
import type { Access } from "./access.server.ts";
import { exportFormat, exportResponse, fileName, type ExportColumn } from "./exports.server.ts";
import { eachSignal } from "./signal-lists.server.ts";

export async function exportSignals(access: Access<"signal.read">, url: string): Promise<Response> {
  const title = getTexts(access.person.language, "signals")("title");
  return exportResponse(access, {
    ...{ list: "signals", name: fileName(title), title },
    columns: columnsFor(access),
    rows: eachSignal(access, signalFilters(url)),
    format: exportFormat(url),
  });
}

function columnsFor({ person: { language } }: Access): ExportColumn<SignalItem>[] {
  const t = getTexts(language, "signals");
  return [
    { label: t("file.number"), value: ({ number }) => number },
    { label: t("list.signal"), value: ({ title }) => title },
    { label: t("list.source"), value: ({ source }) => t(`source.${source}`) },
    { label: t("list.status"), value: ({ status }) => t(`status.${status}`) },
    { label: t("list.scope"), value: ({ scope }) => scope },
    { label: t("file.raisedAt"), type: "day", value: ({ raisedAt }) => raisedAt },
    { label: t("file.days"), type: "number", value: ({ ageDays }) => ageDays },
    { label: t("list.owner"), value: ({ owner }) => owner },
    { label: t("owner.answerBy"), type: "day", value: ({ answerBy }) => answerBy },
    { label: t("list.answer"), type: "day", value: ({ answeredAt }) => answeredAt },
    { label: t("file.late"), value: ({ overdue }) => t(overdue ? "file.yes" : "file.no") },
    { label: t("list.cases"), type: "number", value: ({ cases }) => cases },
    { label: t("list.cost"), type: "money", value: ({ costPerYear }) => costPerYear },
  ];
}
