/** What sessions left behind as a file. */
import "#app/i18n/all-languages.ts";
import { getTexts } from "#app/i18n/instances.ts";
import type { ReflectionItem } from "#app/schemas/signal-view.ts";
import type { Access } from "./access.server.ts";
import { exportFormat, exportResponse, fileName, type ExportColumn } from "./exports.server.ts";
import { eachReflection } from "./reflections-list.server.ts";

export async function exportReflections(
  access: Access<"reflection.read">,
  url: string,
): Promise<Response> {
  const title = getTexts(access.person.language, "signals")("reflections.title");
  return exportResponse(access, {
    ...{ list: "reflections", name: fileName(title), title },
    columns: columnsFor(access),
    rows: eachReflection(access, url),
    format: exportFormat(url),
  });
}

function columnsFor({ person }: Access): ExportColumn<ReflectionItem>[] {
  const t = getTexts(person.language, "signals");
  return [
    { label: t("reflections.session"), value: ({ session }) => session.title },
    { label: t("reflections.day"), type: "day", value: ({ session }) => session.startsAt },
    { label: t("reflections.rule"), value: ({ unwrittenRule }) => unwrittenRule },
    { label: t("reflections.dilemma"), value: ({ dilemma }) => dilemma },
    { label: t("reflections.answered"), value: ({ answer }) => answer },
    { label: t("reflections.answeredBy"), value: ({ answeredBy }) => answeredBy },
    { label: t("reflections.answeredAt"), type: "day", value: ({ answeredAt }) => answeredAt },
  ];
}
