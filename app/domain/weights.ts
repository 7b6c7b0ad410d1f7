import { DomainError } from "./domain-error.ts";
import { sum } from "./sum.ts";

/** How the weights of the perspectives of one case came about. */
export const weightMethods = ["question_set", "equal", "typed", "swing", "ranking"] as const;
export type WeightMethod = (typeof weightMethods)[number];

/**
 * The same weight for each of `count` perspectives.
 *
 * @throws DomainError `count` unless a whole number from 1.
 */
export function equalWeights(count: number): number[] {
  if (!Number.isInteger(count) || count < 1) throw new DomainError("count", { count });
  return Array.from({ length: count }, () => 1 / count);
}

/**
 * Rank-order centroid weights: place i of n weighs (1/i + … + 1/n) / n, the centroid of all weightings with that
 * order. Ranks run upwards from the most important; only their order counts. Equal ranks share the mean weight of the
 * places they take together, which is the centroid when their mutual order is left open. The weights sum to 1.
 *
 * Source: Barron & Barrett, "Decision quality using ranked attribute weights", Management Science 42(11), 1996.
 *
 * @throws DomainError `ranks` when there are none, or one is not finite.
 */
export function rocWeights(ranks: number[]): number[] {
  const isOdd = ranks.some((rank) => !Number.isFinite(rank));
  if (ranks.length === 0 || isOdd) throw new DomainError("ranks", { ranks });
  const count = ranks.length;
  const inverses = Array.from({ length: count }, (_, index) => 1 / (index + 1));
  const places = inverses.map((_, place) => sum(inverses.slice(place)) / count);
  return ranks.map((rank) => {
    const before = ranks.filter((other) => other < rank).length;
    const shared = places.slice(before, before + ranks.filter((other) => other === rank).length);
    return sum(shared) / shared.length;
  });
}

/**
 * Swing weights: imagine every perspective at its worst; the improvement from worst to best that matters most gets
 * 100 points, the others 0 to 100 in proportion. The weights are the points over their sum, and sum to 1. Only the
 * proportions count, so a best of less than 100 is taken as it is.
 *
 * Source: von Winterfeldt & Edwards, "Decision Analysis and Behavioral Research", Cambridge University Press, 1986.
 *
 * @throws DomainError `points` unless all are 0 to 100 and one is above 0.
 */
export function swingWeights(points: number[]): number[] {
  const isOdd = points.some((value) => !(value >= 0 && value <= 100));
  const all = sum(points);
  if (isOdd || !(all > 0)) throw new DomainError("points", { points });
  return points.map((value) => value / all);
}
