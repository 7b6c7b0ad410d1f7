import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type {
  OptionOutcome,
  PerspectiveOutcome,
  WeighingView,
} from "#app/schemas/weighing-view.ts";

/** The verdict of one perspective on an option in words, and why it does not pass. */
export function useVerdict(view: WeighingView): (outcome: PerspectiveOutcome) => string {
  const { t } = useTranslation("results");
  const format = useFormat();
  return (outcome) => {
    const passMark = view.perspectives.find(({ key }) => key === outcome.key)?.passMark ?? 0;
    const score = outcome.score === null ? null : format.decimal(outcome.score);
    const mark = format.decimal(passMark);
    if (outcome.passes) return t("verdict.passes", { score: score ?? "", mark });
    const why = [
      ...outcome.gates.flatMap(({ key, outcome: answer }) =>
        answer === "no" ? [t("verdict.gate", { key })] : [],
      ),
      ...(score === null ? [t("verdict.noScore")] : []),
      ...(score !== null && outcome.belowPassMark ? [t("verdict.below", { score, mark })] : []),
    ];
    return t("verdict.fails", { why: format.list(why) });
  };
}

/** What stands on top, in one sentence. */
export function useOutcomeWords(view: WeighingView): string {
  const { t } = useTranslation("results");
  const format = useFormat();
  const { options, proposed, noClearDifference } = view;
  const passing = options.filter(({ passes }) => passes);
  if (proposed.length === 0) return t("outcome.none");
  const names = format.list(titles(options.filter(({ id }) => proposed.includes(id))));
  if (proposed.length > 1) return t("outcome.tie", { names });
  if (passing.length === 1) return t("outcome.only", { name: names });
  return t(noClearDifference ? "outcome.close" : "outcome.first", { name: names });
}

function titles(options: OptionOutcome[]): string[] {
  return options.map(({ title }) => title);
}

/** The name of a perspective by its key, in the language of the page. */
export function usePerspectiveName(view: WeighingView): (key: string) => string {
  const { language } = useTranslation();
  return (key) => {
    const found = view.perspectives.find((perspective) => perspective.key === key);
    return found ? textIn(found.name, language) : key;
  };
}
