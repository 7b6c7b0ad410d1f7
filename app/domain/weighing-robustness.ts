import {
  rankAcceptability,
  smallestFlip,
  stabilityIntervals,
  weightTriangle,
  type SmallestFlip,
  type StabilityInterval,
  type TriangleShare,
} from "./robustness.ts";
import { sensitivity, type Sensitivity } from "./sensitivity.ts";
import type { Weighing, WeighingInput } from "./weighing.ts";

const draws = 10_000;
/** Fixed, so that the same weighing always gives the same numbers. */
const seed = 20_260_101;

/** An option that passes, with its scores in the order of the perspectives. */
export type PassingOption = Pick<TriangleShare, "id" | "ranks" | "region"> & {
  centre: number[] | null;
  scores: number[];
};

export type WeighingRobustness = {
  options: PassingOption[];
  /** How many weightings were drawn; null when the parts are exact. */
  draws: number | null;
  intervals: StabilityInterval[];
  flip: SmallestFlip | null;
  changes: Sensitivity;
};

/**
 * How firm the first place of a weighing is: to other weights, and to single ratings, people and questions. Of the
 * options that pass; the places are exact for three perspectives and drawn (10,000 weightings from a fixed seed) for
 * any other number.
 *
 * @throws DomainError see `weighing` and `stabilityIntervals`.
 */
export function weighingRobustness(input: WeighingInput, result: Weighing): WeighingRobustness {
  const weights = input.perspectives.map(({ weight }) => weight);
  const scored = result.options
    .filter(({ passes }) => passes)
    .map(({ id, perspectives }) => ({ id, scores: perspectives.map(({ score }) => score ?? 0) }));
  return {
    options: placesOf(scored).map(({ id, ranks, centre, region }, place) => ({
      ...{ id, ranks, centre, region },
      scores: scored[place]?.scores ?? [],
    })),
    draws: weights.length === 3 || scored.length < 2 ? null : draws,
    intervals: stabilityIntervals(scored, weights),
    flip: smallestFlip(scored, weights),
    changes: sensitivity(input),
  };
}

type Three = [number, number, number];

function placesOf(scored: { id: string; scores: number[] }[]): Omit<PassingOption, "scores">[] {
  const three = scored.flatMap(({ id, scores }): { id: string; scores: Three }[] => {
    const [a, b, c, ...more] = scores;
    if (a === undefined || b === undefined || c === undefined || more.length > 0) return [];
    return [{ id, scores: [a, b, c] }];
  });
  if (three.length === scored.length) return weightTriangle(three).shares;
  return rankAcceptability(scored, { draws, seed }).map((option) => ({ ...option, region: [] }));
}
