import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ReportPage, ReportSection } from "#app/schemas/report.ts";
import { Prose } from "../prose.tsx";
import { TextLink } from "../text-link.tsx";
import { useSectionWords } from "./use-section-words.ts";

/** What people wrote with a part of the report, and the way to write it. */
export function ReportText({ page, section }: { page: ReportPage; section: ReportSection }) {
  const { t } = useTranslation("report");
  const about = useSectionWords()(section);
  const text = page.texts.find((one) => one.section === section)?.text ?? "";
  return (
    <div id={`text-${section}`} className="mw-report__text">
      {text === "" ? null : <Prose text={text} />}
      {page.mayEdit ? (
        <p className="mw-screen-only">
          <TextLink to={`/verantwoording/jaarverslag/${page.year}/toelichting/${section}`}>
            {t(text === "" ? "write" : "rewrite", { about })}
          </TextLink>
        </p>
      ) : null}
    </div>
  );
}
