import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { RobustnessView, WeightInterval } from "#app/schemas/robustness-view.ts";
import { useWho } from "../sessions/use-who.ts";
import { useHundredth } from "./use-share.ts";
import { useWeightWords } from "./use-triangle-words.ts";

/** How far each weight can move before something else ranks first, and the smallest change that does it. */
export function useWeightChangeWords(view: RobustnessView): string[] {
  const { t } = useTranslation("pictures");
  const format = useFormat();
  const hundredth = useHundredth();
  const weightWords = useWeightWords(view);
  const intervalWords = useIntervalWords(view);
  const title = useQuotedTitle(view);
  const { intervals, flip, first } = view;
  const called = format.list(first.map(title));
  if (first.length > 1) return [t("flip.tied", { options: called })];
  if (!flip) return [t("flip.none", { option: called })];
  return [
    ...intervals.map(intervalWords),
    t("flip.smallest", {
      moved: hundredth(flip.distance),
      weights: weightWords(flip.weights),
      option: title(flip.option),
    }),
  ];
}

function useIntervalWords(view: RobustnessView): (interval: WeightInterval) => string {
  const { t, language } = useTranslation("pictures");
  const hundredth = useHundredth();
  const title = useQuotedTitle(view);
  return ({ perspective, low, high, below, above }) => {
    const found = view.perspectives.find(({ key }) => key === perspective);
    const words = {
      name: found ? textIn(found.name, language) : perspective,
      low: hundredth(low),
      high: hundredth(high),
      below: title(below),
      above: title(above),
    };
    if (below !== null && above !== null) {
      return t(below === above ? "interval.same" : "interval.both", words);
    }
    if (below !== null) return t("interval.low", words);
    return above === null ? t("interval.any", words) : t("interval.high", words);
  };
}

/** Which single rating, person or question would change the first place; people as this reader may know them. */
export function useChangeWords(view: RobustnessView): { steps: string[]; others: string[] } {
  const { t } = useTranslation("pictures");
  const format = useFormat();
  const who = useWho();
  const inOr = useOr();
  const title = useQuotedTitle(view);
  const { steps, people, criteria } = view;
  const then = (first: string[]) => {
    const option = format.list(first.map(title));
    if (first.length === 0) return t("then.none");
    return t(first.length > 1 ? "then.tied" : "then.first", { option });
  };
  const more = steps.count - steps.shown.length;
  return {
    steps: [
      ...steps.shown.map(({ who: given, criterion, option, from, to, first }) =>
        t("step.one", {
          who: format.list(given.map(who)),
          ...{ criterion, from, to },
          option: title(option),
          then: then(first),
        }),
      ),
      ...(more > 0 ? [t("step.more", { count: more })] : []),
    ],
    others: [
      ...(people.length === 0 ? [t("person.none")] : []),
      ...together(people).map(({ all, first }) =>
        t("person.one", { who: inOr(all.map((person) => who(person.who))), then: then(first) }),
      ),
      ...(criteria.length === 0 ? [t("criterion.none")] : []),
      ...together(criteria).map(({ all, first }) =>
        t("criterion.one", { criterion: inOr(all.map((own) => own.criterion)), then: then(first) }),
      ),
    ],
  };
}

/** Names with "or" before the last. */
function useOr(): (names: string[]) => string {
  const { t } = useTranslation("pictures");
  return (names) => {
    const last = names.at(-1) ?? "";
    return names.length < 2 ? last : t("or", { names: names.slice(0, -1).join(", "), last });
  };
}

/** What changes the first place in the same way is said in one sentence. */
function together<Change extends { first: string[] }>(changes: Change[]) {
  const groups = new Map<string, { all: Change[]; first: string[] }>();
  for (const change of changes) {
    const key = change.first.join(" ");
    const known = groups.get(key);
    if (known) known.all.push(change);
    else groups.set(key, { all: [change], first: change.first });
  }
  return [...groups.values()];
}

function useQuotedTitle({ titles }: RobustnessView): (id: string | null) => string {
  const { t } = useTranslation("pictures");
  return (id) => t("quoted", { title: titles[id ?? ""] ?? "" });
}
