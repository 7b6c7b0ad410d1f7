import { disagreementWord, disagreementWords } from "./agreement.ts";
import { coincidences, type Coincidences } from "./agreement-interval.ts";
import type { Weighing, WeighingInput } from "./weighing.ts";

export const passingKinds = ["all", "some", "none"] as const;
export type PassingKind = (typeof passingKinds)[number];

/** What one perspective found of a case. */
export type PerspectiveFigures = {
  key: string;
  /** How many of the options pass in it. */
  passing: PassingKind;
  /** Cells with two or more ratings by their word, in the order of `disagreementWords`. */
  words: number[];
  /** Of those cells, what Krippendorff's alpha is worked out from. */
  coincidences: Coincidences;
};

/** What each perspective found, from a weighing: a cell is one criterion of one option. */
export function weighingFigures(weighed: {
  input: WeighingInput;
  result: Weighing;
}): PerspectiveFigures[] {
  const { input, result } = weighed;
  return input.perspectives.map(({ id }) => {
    const verdicts = result.options.map(({ perspectives }) =>
      perspectives.some((own) => own.id === id && own.passes),
    );
    const cells = cellsOf(input, id);
    const words = cells.map(disagreementWord);
    return {
      key: id,
      passing: verdicts.every(Boolean) ? "all" : verdicts.some(Boolean) ? "some" : "none",
      words: disagreementWords.map((word) => words.filter((own) => own === word).length),
      coincidences: coincidences(cells),
    };
  });
}

/** The values in each cell of a perspective that was judged by two people or more. */
function cellsOf({ ratings }: WeighingInput, perspective: string): number[][] {
  const cells = new Map<string, number[]>();
  for (const { perspective: own, criterion, option, value } of ratings) {
    if (own !== perspective || value === null) continue;
    const key = `${criterion} ${option}`;
    const values = cells.get(key) ?? [];
    values.push(value);
    cells.set(key, values);
  }
  return [...cells.values()].filter(({ length }) => length >= 2);
}
