import type { LocalText } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { EarlierDecision } from "#app/schemas/equal-treatment-view.ts";
import { LevelBadge } from "../level-badge.tsx";
import { TextLink } from "../text-link.tsx";

type EarlierProps = { precedent: EarlierDecision; levels?: readonly LocalText[] | undefined };

/** A precedent in one line: where it is, how far it went and when. */
export function Earlier({ precedent, levels }: EarlierProps) {
  const { t } = useTranslation("decisions");
  const format = useFormat();
  const { id, number, title, level, decidedAt } = precedent;
  return (
    <>
      <TextLink to={`/precedenten/${id}`} target="_blank">
        {number} {title}
      </TextLink>{" "}
      <LevelBadge level={level} {...(levels ? { levels } : {})} />{" "}
      <span className="mw-soft">{t("treatment.decided", { date: format.date(decidedAt) })}</span>
    </>
  );
}
