import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ReportSection } from "#app/schemas/report.ts";
import { useFigureWords } from "../account/use-figure-words.ts";

/** A part of the report by name. */
export function useSectionWords(): (section: ReportSection) => string {
  const { t } = useTranslation("report");
  const words = useFigureWords();
  return (section) =>
    section === "foreword" || section === "ahead"
      ? t(`sections.${section}`)
      : words.title({ key: section });
}
