import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type {
  OptionOutcome,
  PerspectiveOutcome,
  WeighingView,
} from "#app/schemas/weighing-view.ts";
import { useVerdict } from "../sessions/use-verdict.ts";

type CircleWords = {
  title: (option: OptionOutcome) => string;
  /** Everything the picture shows but the dots of single people, which stand in the table. */
  description: (option: OptionOutcome) => string;
  /** What stands at the rim. */
  label: (option: OptionOutcome, key: string) => { name: string; verdict: string; passes: boolean };
};

/** The words of a perspective circle: what is read aloud, and what stands at the rim. */
export function useCircleWords(view: WeighingView): CircleWords {
  const { t, language } = useTranslation("pictures");
  const format = useFormat();
  const inWords = usePerspectiveWords(view);
  const nameOf = (key: string) => {
    const found = view.perspectives.find((perspective) => perspective.key === key);
    return found ? textIn(found.name, language) : key;
  };
  return {
    title: ({ position, title }) => t("circle.title", { option: `${position}. ${title}` }),
    description: ({ passes, total, perspectives }) =>
      [
        passes && total !== null
          ? t("circle.passes", { total: format.decimal(total) })
          : t("circle.fails"),
        ...perspectives.map((outcome) => inWords(nameOf(outcome.key), outcome)),
      ].join(" "),
    label: (option, key) => {
      const outcome = option.perspectives.find((own) => own.key === key);
      return {
        name: nameOf(key),
        verdict: shortVerdict(outcome),
        passes: outcome?.passes ?? false,
      };
    },
  };

  function shortVerdict(outcome: PerspectiveOutcome | undefined): string {
    if (outcome?.score === null || outcome === undefined) return t("circle.short.none");
    const score = format.decimal(outcome.score);
    if (outcome.passes) return t("circle.short.passes", { score });
    return outcome.belowPassMark ? t("circle.short.fails", { score }) : t("circle.short.gate");
  }
}

function usePerspectiveWords(view: WeighingView) {
  const { t } = useTranslation("pictures");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const verdict = useVerdict(view);
  return (name: string, outcome: PerspectiveOutcome): string => {
    const { criteria, gates } = outcome;
    const medians = criteria.map(({ key, median }) =>
      median === null ? t("circle.noMedian", { key }) : `${key} ${format.number(median)}`,
    );
    const answers = gates.map(
      ({ key, outcome: answer }) => `${key} ${terms(`gateOutcome.${answer}`).toLowerCase()}`,
    );
    return [
      `${name} ${verdict(outcome)}.`,
      t("circle.medians", { list: format.list(medians) }),
      ...(answers.length > 0 ? [t("circle.gates", { list: format.list(answers) })] : []),
    ].join(" ");
  };
}
