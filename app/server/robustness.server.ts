import type { WeighingSnapshot } from "#db";
import {
  rankAcceptability,
  smallestFlip,
  stabilityIntervals,
  weightTriangle,
} from "#app/domain/robustness.ts";
import { sensitivity, type Sensitivity } from "#app/domain/sensitivity.ts";
import type { RobustnessView, RobustOption, StepChange } from "#app/schemas/robustness-view.ts";
import type { Callers } from "./weighings-view.server.ts";

const draws = 10_000;
/** Fixed, so that the same weighing always shows the same numbers. */
const seed = 20_260_101;
const shownSteps = 8;

type Three = [number, number, number];
type Scored = { id: string; scores: number[] };

/** How firm the first place of a kept weighing is: to other weights, and to single ratings, people and questions. */
export function robustnessView(snapshot: WeighingSnapshot, who: Callers): RobustnessView {
  const { input, result, questionSet, options } = snapshot;
  const weights = input.perspectives.map(({ weight }) => weight);
  const scored = passingScores(snapshot);
  const changes = sensitivity(input);
  return {
    perspectives: questionSet.content.perspectives.map(({ key, name }, place) => ({
      ...{ key, name },
      weight: weights[place] ?? 0,
    })),
    options: robustOptions(snapshot, scored),
    first: result.proposed,
    draws: weights.length === 3 || scored.length < 2 ? null : draws,
    intervals: stabilityIntervals(scored, weights).map(({ index, ...interval }) => ({
      ...interval,
      perspective: input.perspectives[index]?.id ?? "",
    })),
    flip: smallestFlip(scored, weights),
    steps: stepChanges(changes.oneStep, who),
    people: changes.withoutPerson.map(({ assessor, first }) => ({ who: who(assessor), first })),
    criteria: changes.withoutCriterion.map(({ criterion, first }) => ({ criterion, first })),
    titles: Object.fromEntries(options.map(({ id, title }) => [id, title])),
  };
}

function passingScores({ result }: WeighingSnapshot): Scored[] {
  return result.options
    .filter(({ passes }) => passes)
    .map(({ id, perspectives }) => ({ id, scores: perspectives.map(({ score }) => score ?? 0) }));
}

function robustOptions(snapshot: WeighingSnapshot, scored: Scored[]): RobustOption[] {
  return placesOf(scored).map(({ id, ranks, centre, region }, place) => {
    const option = snapshot.options.find((own) => own.id === id);
    return {
      id,
      position: option?.position ?? 0,
      title: option?.title ?? "",
      scores: scored[place]?.scores ?? [],
      ...{ ranks, centre, region },
    };
  });
}

/** Exact for three perspectives, drawn for any other number. */
function placesOf(scored: Scored[]): Pick<RobustOption, "id" | "ranks" | "centre" | "region">[] {
  const three = scored.flatMap(({ id, scores }): { id: string; scores: Three }[] => {
    const [a, b, c, ...more] = scores;
    if (a === undefined || b === undefined || c === undefined || more.length > 0) return [];
    return [{ id, scores: [a, b, c] }];
  });
  if (three.length === scored.length) return weightTriangle(three).shares;
  return rankAcceptability(scored, { draws, seed }).map((option) => ({ ...option, region: [] }));
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
