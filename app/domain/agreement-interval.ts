/** Krippendorff's alpha over many cases from sums per case, with an interval. */

/** The points of the scale, 1 to 5. */
const points = 5;
/** Pairs of two different points, lower one first. */
export const pointPairs: [number, number][] = Array.from({ length: points }, (_, low) =>
  Array.from({ length: points - low - 1 }, (_, step): [number, number] => [low, low + step + 1]),
).flat();

/**
 * What alpha needs of some cells, to be added up over cases: how often each point was given, and how often two different
 * points met within a cell, both divided by one less than the ratings of that cell where Krippendorff does so.
 */
export type Coincidences = { cells: number; counts: number[]; pairs: number[] };

/** Of cells with two or more ratings from 1 to 5 each; the others are left out. */
export function coincidences(cells: readonly (readonly number[])[]): Coincidences {
  const counts = Array.from({ length: points }, () => 0);
  const pairs = pointPairs.map(() => 0);
  const units = cells.filter(({ length }) => length >= 2);
  for (const unit of units) {
    const own = counts.map((_, point) => unit.filter((value) => value === point + 1).length);
    own.forEach((count, point) => (counts[point] = (counts[point] ?? 0) + count));
    pointPairs.forEach(([low, high], place) => {
      const met = ((own[low] ?? 0) * (own[high] ?? 0)) / (unit.length - 1);
      pairs[place] = (pairs[place] ?? 0) + met;
    });
  }
  return { cells: units.length, counts, pairs };
}

/** Numbers per case: how often each point was given, then the pairs. */
export const sumsLength = points + pointPairs.length;

export type AlphaWithInterval = { alpha: number; low: number | null; high: number | null };

/**
 * Krippendorff's ordinal alpha over all cells of some cases together, as `krippendorffAlpha` gives it, with a 95%
 * interval. Cells of one case were judged by the same people, so the case is what chance draws: the interval comes from
 * the jackknife that leaves out one case at a time, with Student's t for the number of cases less one. `sums` holds
 * `sumsLength` numbers per case, one case after the other. Null where alpha is undefined; no interval from fewer than
 * two cases.
 *
 * Sources: Krippendorff 2011 (alpha from coincidences); Quenouille 1956 and Tukey 1958, in Efron and Tibshirani 1993,
 * chapter 11 (jackknife); Cameron and Miller 2015, section VI (t with clusters less one).
 */
export function alphaWithInterval(sums: Float64Array): AlphaWithInterval | null {
  const cases = sums.length / sumsLength;
  const total = new Float64Array(sumsLength);
  for (let at = 0; at < sums.length; at += 1) {
    const place = at % sumsLength;
    total[place] = (total[place] ?? 0) + (sums[at] ?? 0);
  }
  const alpha = alphaOf(total);
  if (alpha === null) return null;
  if (cases < 2) return { alpha, low: null, high: null };
  const without = new Float64Array(cases);
  const left = new Float64Array(sumsLength);
  for (let one = 0; one < cases; one += 1) {
    const start = one * sumsLength;
    for (let place = 0; place < sumsLength; place += 1) {
      left[place] = (total[place] ?? 0) - (sums[start + place] ?? 0);
    }
    without[one] = alphaOf(left) ?? alpha;
  }
  const mean = without.reduce((all, own) => all + own, 0) / cases;
  const squares = without.reduce((all, own) => all + (own - mean) ** 2, 0);
  const reach = studentT(cases - 1) * Math.sqrt(((cases - 1) / cases) * squares);
  return { alpha, low: Math.max(-1, alpha - reach), high: Math.min(1, alpha + reach) };
}

function alphaOf(sums: Float64Array): number | null {
  let all = 0;
  for (let point = 0; point < points; point += 1) all += sums[point] ?? 0;
  let [observed, expected, place] = [0, 0, points];
  for (let low = 0; low < points - 1; low += 1) {
    const lowest = sums[low] ?? 0;
    // The number of answers from one point to the other, half of those at either end.
    let between = lowest / 2;
    for (let high = low + 1; high < points; high += 1) {
      const highest = sums[high] ?? 0;
      const distance = (between + highest / 2) ** 2;
      observed += (sums[place] ?? 0) * distance;
      expected += lowest * highest * distance;
      between += highest;
      place += 1;
    }
  }
  return expected <= 1e-9 ? null : 1 - ((all - 1) * observed) / expected;
}

/** The 97.5% point of Student's t by degrees of freedom; above 30 by Cornish and Fisher (1938), to four digits. */
function studentT(freedom: number): number {
  const z = 1.959964;
  const exact = smallT[freedom - 1];
  if (exact !== undefined) return exact;
  return (
    z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2)
  );
}

const smallT = [
  12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281, 2.201, 2.1788,
  2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.093, 2.086, 2.0796, 2.0739, 2.0687, 2.0639,
  2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
];
