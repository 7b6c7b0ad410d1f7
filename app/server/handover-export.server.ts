/** Handovers received and sent as files. */
import "#app/i18n/all-languages.ts";
import { getTexts } from "#app/i18n/instances.ts";
import type { HandoverItem } from "#app/schemas/handover-view.ts";
import type { Access } from "./access.server.ts";
import { exportFormat, exportResponse, fileName, type ExportColumn } from "./exports.server.ts";
import { eachHandover, type HandoverSide } from "./handovers.server.ts";

export async function exportHandovers(
  access: Access<"handover.manage">,
  side: HandoverSide,
  url: string,
): Promise<Response> {
  const t = getTexts(access.person.language, "handovers");
  const title = t(side === "sent" ? "list.captionSent" : "list.captionReceived");
  return exportResponse(access, {
    ...{ list: `handovers-${side}`, name: fileName(title), title },
    columns: columnsFor(access, side),
    rows: eachHandover(access, side, url),
    format: exportFormat(url),
  });
}

function columnsFor({ person }: Access, side: HandoverSide): ExportColumn<HandoverItem>[] {
  const t = getTexts(person.language, "handovers");
  return [
    { label: t(side === "sent" ? "list.to" : "list.from"), value: ({ other }) => other },
    { label: t("list.contact"), value: ({ contactName }) => contactName },
    { label: t("list.sentAt"), type: "day", value: ({ sentAt }) => sentAt },
    { label: t("list.answerBy"), type: "day", value: ({ answerBy }) => answerBy },
    { label: t("list.status"), value: ({ status }) => t(`status.${status}`) },
    { label: t("list.answered"), type: "day", value: ({ answeredAt }) => answeredAt },
  ];
}
