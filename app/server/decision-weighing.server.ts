import type { WeighingSnapshot } from "#db";
import type { LocalText } from "#app/domain/local-text.ts";
import type { WeighingWords } from "#app/schemas/decision-view.ts";

/** A weighing as it is told in a decision: what passed and where not, who took part, what is missing. */
export function weighingInWords(snapshot: WeighingSnapshot): WeighingWords {
  const { input, result, questionSet } = snapshot;
  const nameOf = (key: string): LocalText =>
    questionSet.content.perspectives.find((each) => each.key === key)?.name ?? { nl: key, en: key };
  const titleOf = (id: string) => snapshot.options.find((option) => option.id === id)?.title ?? "";
  return {
    questionSet: { name: questionSet.content.name, number: questionSet.number },
    proposed: result.proposed.map(titleOf),
    noClearDifference: result.noClearDifference,
    options: result.options.map(({ id, total, passes, perspectives }) => ({
      id,
      title: titleOf(id),
      total,
      passes,
      failing: perspectives.filter((each) => !each.passes).map((each) => nameOf(each.id)),
    })),
    perspectives: input.perspectives.map(({ id, assessors }) => {
      const weighed = result.options.flatMap(
        (option) => option.perspectives.find((each) => each.id === id) ?? [],
      );
      const missing = weighed.flatMap(({ criteria }) => criteria.map((each) => each.missing));
      return {
        key: id,
        name: nameOf(id),
        people: assessors.length,
        missing: missing.reduce((sum, count) => sum + count, 0),
        coverage: Math.min(...weighed.map(({ coverage }) => coverage)),
      };
    }),
  };
}
