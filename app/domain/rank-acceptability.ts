import { DomainError } from "./domain-error.ts";
import { assertScoredOptions, scoreGroups } from "./scored-option.ts";
import { seededRandom } from "./seeded-random.ts";

export type RankAcceptability = { id: string; ranks: number[]; centre: number[] | null };

/**
 * How often each option takes rank 1, 2, … (parts of 1) when all weightings are equally likely, and its central
 * weights: the mean of the weightings that put it first, null when none does. For any number of weights; for three,
 * `weightTriangle` gives the same exactly. The same seed gives the same numbers. The error of a part p is about
 * sqrt(p (1 - p) / draws): at most 0.005 at 10,000 draws. Options with equal scores (1e-9) share their ranks evenly.
 *
 * Source: SMAA-2 (Lahdelma & Salminen, Operations Research 49(3), 2001); weights drawn evenly as the gaps between
 * sorted uniform numbers (Tervonen & Lahdelma, European Journal of Operational Research 178(2), 2007).
 *
 * @throws DomainError `draws` unless a whole number from 1; `seed` unless a whole number from 0 to 2^32 - 1;
 * `options` for an id that is there twice; `scores` unless finite and equally many per option.
 */
export function rankAcceptability(
  options: { id: string; scores: number[] }[],
  { draws, seed }: { draws: number; seed: number },
): RankAcceptability[] {
  if (!Number.isSafeInteger(draws) || draws < 1) throw new DomainError("draws", { draws });
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new DomainError("seed", { seed });
  }
  const width = options[0]?.scores.length ?? 0;
  assertScoredOptions(options, width);
  const groups = scoreGroups(options);
  const counts = simulate({ groups, width, draws, random: seededRandom(seed) });
  const results = options.map(({ id }): RankAcceptability => ({
    id,
    ranks: options.map(() => 0),
    centre: null,
  }));
  for (const [index, { members }] of groups.entries()) {
    const own = groupRanks({ index, size: members.length, options: options.length, counts, draws });
    const firsts = counts.starts[index * options.length] ?? 0;
    const sums = counts.centres.subarray(index * width, (index + 1) * width);
    for (const member of members) {
      const result = results[member];
      if (!result) continue;
      result.ranks = [...own];
      result.centre = firsts === 0 ? null : Array.from(sums, (total) => total / firsts);
    }
  }
  return results;
}

/** `starts`: per group how often it began at each rank; `centres`: per group the sum of weights that put it first. */
type Counts = { starts: Float64Array; centres: Float64Array };

/** Plain loops over typed arrays: nothing is allocated per draw. */
function simulate(run: {
  groups: { scores: number[]; members: number[] }[];
  width: number;
  draws: number;
  random: () => number;
}): Counts {
  const { groups, width, draws, random } = run;
  const scores = Float64Array.from(groups.flatMap((group) => group.scores));
  const sizes = groups.map(({ members }) => members.length);
  const options = sizes.reduce((total, size) => total + size, 0);
  const counts = {
    starts: new Float64Array(groups.length * options),
    centres: new Float64Array(groups.length * width),
  };
  const weights = new Float64Array(width);
  const totals = new Float64Array(groups.length);
  for (let draw = 0; draw < draws; draw += 1) {
    drawWeights(weights, random);
    for (let group = 0, at = 0; group < totals.length; group += 1) {
      let total = 0;
      for (let place = 0; place < width; place += 1, at += 1) {
        total += (scores[at] ?? 0) * (weights[place] ?? 0);
      }
      totals[group] = total;
    }
    countDraw({ totals, sizes, weights, options, counts });
  }
  return counts;
}

function countDraw(draw: {
  totals: Float64Array;
  sizes: number[];
  weights: Float64Array;
  options: number;
  counts: Counts;
}): void {
  const { totals, sizes, weights, options, counts } = draw;
  for (let group = 0; group < totals.length; group += 1) {
    const own = totals[group] ?? 0;
    let better = 0;
    for (let rival = 0; rival < totals.length; rival += 1) {
      const other = totals[rival] ?? 0;
      if (other > own || (other === own && rival < group)) better += sizes[rival] ?? 0;
    }
    const start = group * options + better;
    counts.starts[start] = (counts.starts[start] ?? 0) + 1;
    if (better > 0) continue;
    for (let place = 0, at = group * weights.length; place < weights.length; place += 1, at += 1) {
      counts.centres[at] = (counts.centres[at] ?? 0) + (weights[place] ?? 0);
    }
  }
}

/** Fills `weights` with a point drawn evenly from the simplex: the gaps between sorted uniform numbers. */
function drawWeights(weights: Float64Array, random: () => number): void {
  const last = weights.length - 1;
  for (let cuts = 0; cuts < last; cuts += 1) {
    const cut = random();
    let place = cuts;
    while (place > 0 && (weights[place - 1] ?? 0) > cut) {
      weights[place] = weights[place - 1] ?? 0;
      place -= 1;
    }
    weights[place] = cut;
  }
  weights[last] = 1;
  for (let place = last; place > 0; place -= 1) {
    weights[place] = (weights[place] ?? 0) - (weights[place - 1] ?? 0);
  }
}

function groupRanks(group: {
  index: number;
  size: number;
  options: number;
  counts: Counts;
  draws: number;
}): number[] {
  const { index, size, options, counts, draws } = group;
  const ranks = Array.from({ length: options }, () => 0);
  for (let start = 0; start + size <= options; start += 1) {
    const part = (counts.starts[index * options + start] ?? 0) / draws / size;
    for (let rank = start; rank < start + size; rank += 1) ranks[rank] = (ranks[rank] ?? 0) + part;
  }
  return ranks;
}
