import { DomainError } from "./domain-error.ts";
import { sum } from "./sum.ts";

export const disagreementWords = ["eens", "verschil", "tegengesteld"] as const;
export type DisagreementWord = (typeof disagreementWords)[number];

/**
 * In a word how far ratings on the 1-5 scale lie apart: "tegengesteld" when somebody gave 2 or less and somebody 4
 * or more, else "verschil" at a range of 2 or more, else "eens". Null without ratings. Source: domain.md section 5.
 */
export function disagreementWord(values: readonly number[]): DisagreementWord | null {
  if (values.length === 0) return null;
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low <= 2 && high >= 4) return "tegengesteld";
  return high - low >= 2 ? "verschil" : "eens";
}

/**
 * Consensus of Tastle and Wierman (Int. J. Approximate Reasoning 45(3), 2007): 1 + sum p_i log2(1 - |x_i - mean| /
 * width), with the width of the scale, not of the answers. `counts` holds the number of answers per scale point in
 * order. From 0 (half at each end) to 1 (all equal); null without answers or with fewer than two scale points.
 *
 * @throws DomainError `counts` when a count is negative or not finite.
 */
export function consensus(counts: number[]): number | null {
  assertCounts(counts);
  const total = sum(counts);
  const width = counts.length - 1;
  if (total === 0 || width < 1) return null;
  const mean = sum(counts.map((count, point) => point * count)) / total;
  const terms = counts.map((count, point) =>
    count === 0 ? 0 : (count / total) * Math.log2(1 - Math.abs(point - mean) / width),
  );
  return Math.min(1, Math.max(0, 1 + sum(terms)));
}

/**
 * Agreement A of Van der Eijk (Quality & Quantity 35, 2001): the answers are cut into layers of equal height, each
 * layer is judged on how much its pattern has one peak, and layers count by their size. From -1 (half at each end)
 * over 0 (spread evenly) to 1 (all equal); null without answers or with fewer than three scale points.
 *
 * @throws DomainError `counts` when a count is negative or not finite.
 */
export function agreementA(counts: number[]): number | null {
  assertCounts(counts);
  const total = sum(counts);
  if (total === 0 || counts.length < 3) return null;
  const heights = [...new Set(counts)].filter((count) => count > 0).sort((a, b) => a - b);
  const layers = heights.map((height, index) => {
    const pattern = counts.map((count) => count >= height);
    const filled = pattern.filter(Boolean).length;
    const weight = ((height - (heights[index - 1] ?? 0)) * filled) / total;
    return weight * layerAgreement(pattern, filled);
  });
  return Math.min(1, Math.max(-1, sum(layers)));
}

function layerAgreement(pattern: boolean[], filled: number): number {
  const size = pattern.length;
  const { onePeak, twoPeaks } = triples(pattern);
  const seen = onePeak + twoPeaks;
  // No triple to judge: one scale point only (fully agreed) or all of them (the second factor makes it 0).
  const unimodality =
    seen === 0 ? 1 : ((size - 2) * onePeak - (size - 1) * twoPeaks) / ((size - 2) * seen);
  return unimodality * (1 - (filled - 1) / (size - 1));
}

function triples(pattern: boolean[]): { onePeak: number; twoPeaks: number } {
  let onePeak = 0;
  let twoPeaks = 0;
  for (let a = 0; a < pattern.length; a += 1) {
    for (let b = a + 1; b < pattern.length; b += 1) {
      for (let c = b + 1; c < pattern.length; c += 1) {
        if (pattern[b] && pattern[a] !== pattern[c]) onePeak += 1;
        if (!pattern[b] && pattern[a] && pattern[c]) twoPeaks += 1;
      }
    }
  }
  return { onePeak, twoPeaks };
}

function assertCounts(counts: number[]): void {
  if (counts.some((count) => !Number.isFinite(count) || count < 0)) {
    throw new DomainError("counts", { counts });
  }
}

/**
 * Kendall's coefficient of concordance between rankings, corrected for ties (Kendall 1948; Siegel & Castellan 1988,
 * section 9.5). Rows are assessors, columns the things rated; only the order within a row counts. `w` runs from 0 to
 * 1, `chi2` = m (n - 1) w has `df` = n - 1. Null with fewer than two rows or columns, or when every row is constant.
 *
 * @throws DomainError `ratings` when rows differ in length or hold something that is not a finite number.
 */
export function kendallW(ratings: number[][]): { w: number; chi2: number; df: number } | null {
  assertRows(ratings);
  const assessors = ratings.length;
  const items = ratings[0]?.length ?? 0;
  if (assessors < 2 || items < 2) return null;
  const ranked = ratings.map(midRanks);
  const meanRankSum = (assessors * (items + 1)) / 2;
  const spread = sum(
    Array.from({ length: items }, (_, item) => {
      const rankSum = sum(ranked.map(({ ranks }) => ranks[item] ?? 0));
      return (rankSum - meanRankSum) ** 2;
    }),
  );
  const ties = sum(ranked.map((row) => row.ties));
  const most = assessors * assessors * (items ** 3 - items) - assessors * ties;
  if (most <= 0) return null;
  const w = Math.min(1, (12 * spread) / most);
  return { w, chi2: assessors * (items - 1) * w, df: items - 1 };
}

/** Ranks from 1, equal values sharing the mean of their places; `ties` is the sum of t^3 - t over groups of t. */
function midRanks(row: number[]): { ranks: number[]; ties: number } {
  const sorted = [...row].sort((a, b) => a - b);
  const groups = [...new Set(row)].map((value) => sorted.filter((other) => other === value).length);
  const ranks = row.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1);
  return { ranks, ties: sum(groups.map((size) => size ** 3 - size)) };
}

function assertRows(ratings: readonly (readonly (number | null)[])[]): void {
  const items = ratings[0]?.length ?? 0;
  for (const row of ratings) {
    const isOdd = row.some((value) => value !== null && !Number.isFinite(value));
    if (row.length !== items || isOdd) throw new DomainError("ratings", { items });
  }
}

export type AlphaLevel = "nominal" | "ordinal" | "interval";

/**
 * Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"): 1 minus observed over
 * expected disagreement, null for a missing rating, rows are assessors. Units with one rating are left out. At most
 * 1; 0 is what chance gives; negative is systematic disagreement. Null when nothing pairs or all values are equal.
 *
 * @throws DomainError `ratings` when rows differ in length or hold something that is not a finite number or null.
 */
export function krippendorffAlpha(ratings: (number | null)[][], level: AlphaLevel): number | null {
  assertRows(ratings);
  const units = Array.from({ length: ratings[0]?.length ?? 0 }, (_, unit) =>
    ratings.flatMap((row) => row[unit] ?? []),
  ).filter((unit) => unit.length >= 2);
  const all = units.flat();
  const values = [...new Set(all)].sort((a, b) => a - b);
  const counts = values.map((value) => all.filter((other) => other === value).length);
  const distance = (a: number, b: number) => squaredDistance({ values, counts, level, a, b });
  const observed = units.map((unit) => {
    const own = values.map((value) => unit.filter((other) => other === value).length);
    return pairSum(own, distance) / (unit.length - 1);
  });
  const expected = pairSum(counts, distance);
  return expected === 0 ? null : 1 - ((all.length - 1) * sum(observed)) / expected;
}

/** Sum over pairs of values (given by index) of how often they meet, times their distance. */
function pairSum(counts: number[], distance: (a: number, b: number) => number): number {
  return sum(
    counts.flatMap((left, a) =>
      counts.slice(a + 1).map((right, b) => 2 * left * right * distance(a, a + 1 + b)),
    ),
  );
}

function squaredDistance(pair: {
  values: number[];
  counts: number[];
  level: AlphaLevel;
  a: number;
  b: number;
}): number {
  const { values, counts, level, a, b } = pair;
  if (level === "nominal") return 1;
  if (level === "interval") return ((values[b] ?? 0) - (values[a] ?? 0)) ** 2;
  // Ordinal: the number of answers from one value to the other, half of those at either end.
  const between = sum(counts.slice(a, b + 1));
  return (between - ((counts[a] ?? 0) + (counts[b] ?? 0)) / 2) ** 2;
}
