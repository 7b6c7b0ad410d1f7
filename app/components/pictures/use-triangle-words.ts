import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { RobustnessView, RobustOption } from "#app/schemas/robustness-view.ts";
import { standings } from "./looked-at.ts";
import { useHundredth } from "./use-share.ts";

/** Weights in words: "Juridisch 40, Financieel 30 en Maatschappelijk 30". */
export function useWeightWords({ perspectives }: RobustnessView): (weights: number[]) => string {
  const { language } = useTranslation();
  const format = useFormat();
  const hundredth = useHundredth();
  return (weights) =>
    format.list(
      perspectives.map(
        ({ name }, place) => `${textIn(name, language)} ${hundredth(weights[place] ?? 0)}`,
      ),
    );
}

export function numbered({ position, title }: RobustOption): string {
  return `${position}. ${title}`;
}

/** What is read aloud of the weight triangle, or of the bars in its place. */
export function useTriangleWords(view: RobustnessView) {
  const { t } = useTranslation("pictures");
  const weightWords = useWeightWords(view);
  const shares = useShareWords(view);
  const weights = view.perspectives.map(({ weight }) => weight);
  return {
    title: t("triangle.title"),
    barsTitle: t("bars.title"),
    description: [...shares, t("triangle.chosen", { weights: weightWords(weights) })].join(" "),
  };
}

/** Per option in how many of a hundred weightings it ranks first, the most often on top. */
export function useShareWords({ options }: RobustnessView): string[] {
  const { t } = useTranslation("pictures");
  const hundredth = useHundredth();
  return [...options].sort(byShare).map((option) => {
    const part = option.ranks[0] ?? 0;
    const words = { option: t("quoted", { title: option.title }), part: hundredth(part) };
    if (part > 1 - 1e-9) return t("firstAlways", words);
    return part < 1e-9 ? t("firstNever", words) : t("firstIn", words);
  });
}

export function byShare(a: RobustOption, b: RobustOption): number {
  return (b.ranks[0] ?? 0) - (a.ranks[0] ?? 0) || a.position - b.position;
}

/** What ranks first under weights somebody looks at: said aloud when they change. */
export function useLookedWords(view: RobustnessView): (weights: number[]) => string {
  const { t } = useTranslation("pictures");
  const format = useFormat();
  const weightWords = useWeightWords(view);
  return (weights) => {
    const { all, first } = standings(view.options, weights);
    const called = (id: string) => t("quoted", { title: view.titles[id] ?? "" });
    const total = format.decimal(all[0]?.total ?? 0);
    const words = { weights: weightWords(weights), option: format.list(first.map(called)), total };
    return t(first.length > 1 ? "look.tied" : "look.first", words);
  };
}
