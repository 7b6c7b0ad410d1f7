import fc from "fast-check";

export type Option = { id: string; scores: number[] };
export type Triple = { id: string; scores: [number, number, number] };

export function options(...rows: number[][]): Option[] {
  return rows.map((scores, index) => ({ id: "abcdefghij".charAt(index), scores }));
}

export function triples(...rows: [number, number, number][]): Triple[] {
  return rows.map((scores, index) => ({ id: "abcdefghij".charAt(index), scores }));
}

/** Coarse scores tie, and their lines meet in points, far more often than real ones; fine ones never do. */
const score = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 2, max: 10 }).map((half) => half / 2) },
  { weight: 1, arbitrary: fc.integer({ min: 3, max: 15 }).map((third) => third / 3) },
  { weight: 1, arbitrary: fc.double({ min: 1, max: 5, noNaN: true }) },
);

/** 1 to `most` options with the given number of scores each, from 1 to 5. */
export function optionsWith(places: number, most = 6): fc.Arbitrary<Option[]> {
  const row = fc.array(score, { minLength: places, maxLength: places });
  return fc.array(row, { minLength: 1, maxLength: most }).map((rows) => options(...rows));
}

export const tripleOptions: fc.Arbitrary<Triple[]> = fc
  .array(fc.tuple(score, score, score), { minLength: 1, maxLength: 6 })
  .map((rows) => triples(...rows));

/** Weights that sum to 1, with zeros and a weight of 1 among them. */
export function weightsOf(places: number): fc.Arbitrary<number[]> {
  return fc
    .array(fc.integer({ min: 0, max: 6 }), { minLength: places, maxLength: places })
    .filter((parts) => parts.some((part) => part > 0))
    .map((parts) => {
      const all = parts.reduce((sum, part) => sum + part, 0);
      return parts.map((part) => part / all);
    });
}

export function total(scores: readonly number[], weights: readonly number[]): number {
  return scores.reduce((sum, own, place) => sum + own * (weights[place] ?? 0), 0);
}

/** The options with the highest total, within a tolerance. */
export function firsts(all: readonly Option[], weights: number[], tolerance = 1e-9): string[] {
  const best = Math.max(...all.map(({ scores }) => total(scores, weights)));
  return all.filter(({ scores }) => total(scores, weights) >= best - tolerance).map(({ id }) => id);
}
