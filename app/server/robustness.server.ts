import type { WeighingSnapshot } from "#db";
import type { Sensitivity } from "#app/domain/sensitivity.ts";
import { weighingRobustness, type PassingOption } from "#app/domain/weighing-robustness.ts";
import type { RobustnessView, RobustOption, StepChange } from "#app/schemas/robustness-view.ts";
import type { Callers } from "./weighings-view.server.ts";

const shownSteps = 8;

/** How firm the first place of a kept weighing is: to other weights, and to single ratings, people and questions. */
export function robustnessView(snapshot: WeighingSnapshot, who: Callers): RobustnessView {
  const { input, result, questionSet, options } = snapshot;
  const weights = input.perspectives.map(({ weight }) => weight);
  const { draws, intervals, flip, changes, ...firm } = weighingRobustness(input, result);
  return {
    perspectives: questionSet.content.perspectives.map(({ key, name }, place) => ({
      ...{ key, name },
      weight: weights[place] ?? 0,
    })),
    options: firm.options.map((option) => robustOption(snapshot, option)),
    first: result.proposed,
    draws,
    intervals: intervals.map(({ index, ...interval }) => ({
      ...interval,
      perspective: input.perspectives[index]?.id ?? "",
    })),
    flip,
    steps: stepChanges(changes.oneStep, who),
    people: changes.withoutPerson.map(({ assessor, first }) => ({ who: who(assessor), first })),
    criteria: changes.withoutCriterion.map(({ criterion, first }) => ({ criterion, first })),
    titles: Object.fromEntries(options.map(({ id, title }) => [id, title])),
  };
}

function robustOption(snapshot: WeighingSnapshot, passing: PassingOption): RobustOption {
  const option = snapshot.options.find((own) => own.id === passing.id);
  return { ...passing, position: option?.position ?? 0, title: option?.title ?? "" };
}

/** People who gave the same rating in a cell change the same thing: they are named together. */
function stepChanges(steps: Sensitivity["oneStep"], who: Callers): RobustnessView["steps"] {
  const grouped = new Map<string, StepChange>();
  for (const { assessor, criterion, option, from, to, first } of steps) {
    const key = JSON.stringify([criterion, option, from, to]);
    const known = grouped.get(key);
    if (known) known.who.push(who(assessor));
    else grouped.set(key, { who: [who(assessor)], criterion, option, from, to, first });
  }
  return { shown: [...grouped.values()].slice(0, shownSteps), count: grouped.size };
}
