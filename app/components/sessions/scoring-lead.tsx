import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ScoringSheet } from "#app/schemas/scoring-sheet.ts";

/** From which perspective, for when, and that nobody looks over the shoulder. */
export function ScoringLead({ sheet }: { sheet: ScoringSheet }) {
  const { t, language } = useTranslation("scoring");
  const format = useFormat();
  const { perspective, session, phase, round } = sheet;
  return (
    <>
      <strong>{t("perspective", { name: textIn(perspective.name, language) })}</strong>
      {round > 1 ? <strong>{t("again.round", { round })}</strong> : null}
      {session.deadline !== null && phase === "scoring" ? (
        <span>{t("deadline", { when: format.dateTime(session.deadline) })}</span>
      ) : null}
      {phase === "scoring" ? <span>{t("blind")}</span> : null}
    </>
  );
}
