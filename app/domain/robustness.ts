import { assertWeights } from "./question-set.ts";
import { assertScoredOptions } from "./scored-option.ts";
import { sum } from "./sum.ts";
import { tiers, tieTolerance } from "./tiers.ts";

export { rankAcceptability, type RankAcceptability } from "./rank-acceptability.ts";
export { weightTriangle, type TriangleShare, type TriangleWeights } from "./weight-triangle.ts";

export type StabilityInterval = {
  index: number;
  low: number;
  high: number;
  below: string | null;
  above: string | null;
};

/**
 * Per weight how far it can move, from `low` to `high` (0 to 1), while everything that ranks first now still does;
 * the other weights keep their proportions, or share evenly when all of them are 0. `below` and `above` are the
 * option that ranks first just past that end (of equals the first in the input), null when the end is 0 or 1 itself.
 * Exact: totals are linear in the weight. Options that share the first place now (1e-9) and part at once have an
 * interval of one point. A weight that is the only one cannot move: 1 to 1.
 *
 * Source: weight stability intervals of an additive model (Mareschal, European Journal of Operational Research 33(1),
 * 1988), for the first place.
 *
 * @throws DomainError `weights` unless non-negative and summing to 1 within 1e-9; `options` for an id that is there
 * twice; `scores` unless one finite score per weight.
 */
export function stabilityIntervals(
  options: { id: string; scores: number[] }[],
  weights: number[],
): StabilityInterval[] {
  const leaders = leadersOf(options, weights);
  return weights.map((weight, index) => {
    if (weights.length === 1) return { index, low: 1, high: 1, below: null, above: null };
    const rest = restOf(weights, index);
    const lines = options.map(({ id, scores }) => ({
      id,
      from: total(rest, scores),
      to: scores[index] ?? 0,
    }));
    const down = takeover({ weight, lines, leaders });
    const mirrored = lines.map(({ id, from, to }) => ({ id, from: to, to: from }));
    const up = takeover({ weight: 1 - weight, lines: mirrored, leaders });
    return {
      index,
      low: Math.min(down.end, weight),
      high: Math.max(1 - up.end, weight),
      below: down.by,
      above: up.by,
    };
  });
}

/** The options with the highest total, ties (1e-9) together in the order of the input. */
function leadersOf(options: { id: string; scores: number[] }[], weights: number[]): string[] {
  assertWeights(weights);
  assertScoredOptions(options, weights.length);
  const totals = options.map(({ id, scores }) => ({ id, value: total(weights, scores) }));
  return tiers(totals)[0] ?? [];
}

function total(weights: number[], scores: number[]): number {
  return sum(weights.map((weight, index) => weight * (scores[index] ?? 0)));
}

/** The weights when the one at the index goes to 0 and the others keep their proportions. */
function restOf(weights: number[], index: number): number[] {
  const rest = weights.map((weight, place) => (place === index ? 0 : weight));
  const all = sum(rest);
  if (all > 0) return rest.map((weight) => weight / all);
  return rest.map((_, place) => (place === index ? 0 : 1 / (weights.length - 1)));
}

/** The total of an option as a line: `from` at weight 0, `to` at weight 1. */
type Line = { id: string; from: number; to: number };

/** Where, going down from the weight to 0, something else ranks first, and what then does. */
function takeover(path: { weight: number; lines: Line[]; leaders: string[] }): {
  end: number;
  by: string | null;
} {
  const { weight, lines, leaders } = path;
  const leader = lines.find(({ id }) => id === leaders[0]);
  if (!leader || weight === 0) return { end: 0, by: null };
  const crossings = lines.flatMap(({ id, from, to }) => {
    const atZero = from - leader.from;
    if (Math.abs(atZero) <= tieTolerance) return [];
    if (leaders.includes(id)) return [{ id, at: weight, from }];
    // Behind at the weight and ahead at 0: the difference is 0 once in between.
    return atZero > 0 ? [{ id, at: atZero / (atZero - (to - leader.to)), from }] : [];
  });
  const end = Math.max(0, ...crossings.map(({ at }) => at));
  if (crossings.length === 0) return { end: 0, by: null };
  // Lines that cross in one point keep their order from there to 0; the leader can be the highest of a tie.
  const meeting = [
    ...crossings.filter(({ at }) => at > end - 1e-12),
    ...(leaders.length > 1 && end === weight ? [{ ...leader, at: end }] : []),
  ];
  const highest = Math.max(...meeting.map(({ from }) => from));
  const best = meeting.filter(({ from }) => from >= highest - tieTolerance).map(({ id }) => id);
  return { end, by: lines.find(({ id }) => best.includes(id))?.id ?? null };
}

export type SmallestFlip = { weights: number[]; option: string; distance: number };

/**
 * The smallest change of weights that lets another option rank first, where it equals the one that does now.
 * `distance` is the weight that has to move, 0 to 1: half the sum of absolute changes. Of options at the same distance
 * the first in the input. When options share the first place now (1e-9) the second of them is there at distance 0.
 * Null when no weighting can do it, or nothing else is there.
 *
 * Exact, per rival: with d the lead per score, moving an amount from i to j lowers the lead by amount * (d_i - d_j).
 * So all that moves goes to the lowest d, and it is taken from the highest d first, each up to its weight: exchanging
 * any other source or target for these lowers the lead at least as much (a fractional knapsack). The nearest rival
 * does rank first there: a third option above both would have equalled the leader sooner.
 *
 * Compare Wolters & Mareschal, "Novel types of sensitivity analysis for additive MCDM methods", European Journal of
 * Operational Research 81(2), 1995: the smallest modification of weights, there by linear programming.
 *
 * @throws DomainError `weights` unless non-negative and summing to 1 within 1e-9; `options` for an id that is there
 * twice; `scores` unless one finite score per weight.
 */
export function smallestFlip(
  options: { id: string; scores: number[] }[],
  weights: number[],
): SmallestFlip | null {
  const [first, second] = leadersOf(options, weights);
  if (second !== undefined) return { weights: [...weights], option: second, distance: 0 };
  const leader = options.find(({ id }) => id === first);
  if (!leader) return null;
  let nearest: SmallestFlip | null = null;
  for (const { id, scores } of options) {
    if (id === first) continue;
    const lead = leader.scores.map((score, place) => score - (scores[place] ?? 0));
    const flip = flipOf(lead, weights);
    if (flip && flip.distance < (nearest?.distance ?? Infinity) - 1e-12) {
      nearest = { ...flip, option: id };
    }
  }
  return nearest;
}

/** Moves weight to where the lead is lowest, from where it is highest, until the lead is 0. */
function flipOf(lead: number[], weights: number[]): Omit<SmallestFlip, "option"> | null {
  const lowest = Math.min(...lead);
  if (lowest > tieTolerance) return null;
  const target = lead.indexOf(lowest);
  const moved = [...weights];
  let left = total(weights, lead);
  let distance = 0;
  const sources = [...lead.keys()].sort((a, b) => (lead[b] ?? 0) - (lead[a] ?? 0));
  for (const source of sources) {
    const gain = (lead[source] ?? 0) - lowest;
    // Leads that are equal but for rounding: moving between them changes nothing.
    if (left <= 0 || gain <= tieTolerance) break;
    const amount = Math.min(weights[source] ?? 0, left / gain);
    moved[source] = (moved[source] ?? 0) - amount;
    distance += amount;
    left -= amount * gain;
  }
  moved[target] = (moved[target] ?? 0) + distance;
  return { weights: moved, distance };
}
