import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { WeightsOrigin as Origin } from "#app/schemas/weighing-view.ts";

type WeightsOriginProps = {
  perspectives: { key: string; name: LocalText }[];
  weighed: Origin | null;
};

/** In one line how the weights came about, with the points or places behind them. */
export function WeightsOrigin({ perspectives, weighed }: WeightsOriginProps) {
  const { t, language } = useTranslation("sessions");
  const format = useFormat();
  if (weighed === null) return null;
  const { method, answers } = weighed;
  const given = answers ? [...perspectives].sort(byAnswer(answers, method === "swing")) : [];
  const words = given.map(({ key, name }) => {
    const perspective = textIn(name, language);
    const number = answers?.[key] ?? 0;
    return method === "swing"
      ? t("weights.pointsOf", { perspective, points: format.number(number) })
      : t("weights.placeOf", { perspective, place: number });
  });
  return (
    <p className="mw-soft">
      {words.length === 0
        ? t(`weights.origin.${method}`)
        : `${t(`weights.origin.${method}`)}: ${words.join(", ")}`}
    </p>
  );
}

function byAnswer(answers: Record<string, number>, highestFirst: boolean) {
  const sign = highestFirst ? -1 : 1;
  return (a: { key: string }, b: { key: string }) =>
    sign * ((answers[a.key] ?? 0) - (answers[b.key] ?? 0));
}
