import { consensus, disagreementWord, type DisagreementWord } from "./agreement.ts";
import { defaultMargin } from "./question-set.ts";
import { sum } from "./sum.ts";
import { tiers, tieTolerance } from "./tiers.ts";
import { countedMedian, gateAnswerCounts, valueCounts } from "./weighing-counts.ts";
import { givenCells, type GivenCells } from "./weighing-input.ts";

export type WeighingPerspective = {
  id: string;
  weight: number;
  passMark: number;
  /** Weights within a perspective are relative to each other. */
  criteria: { id: string; weight: number }[];
  gates: { id: string }[];
  assessors: string[];
};

export type WeighingRating = {
  assessor: string;
  perspective: string;
  criterion: string;
  option: string;
  /** Null: no judgement, or not applicable. */
  value: 1 | 2 | 3 | 4 | 5 | null;
};

export type WeighingGateAnswer = {
  assessor: string;
  perspective: string;
  gate: string;
  option: string;
  answer: "yes" | "no" | "unsure";
};

export type WeighingInput = {
  perspectives: WeighingPerspective[];
  options: { id: string }[];
  ratings: WeighingRating[];
  gateAnswers: WeighingGateAnswer[];
  margin?: number;
  /**
   * Cells that were never put to an assessor, as when somebody joins after the first round: they are not expected, so
   * neither missing nor counted in the coverage. A cell with a rating was asked, whatever this says.
   */
  notAsked?: { assessor: string; perspective: string; criterion: string; option: string }[];
};

export type GateOutcome = "yes" | "no" | "unsure" | "open";

export type WeighedCriterion = {
  id: string;
  median: number | null;
  count: number;
  missing: number;
  range: number | null;
  consensus: number | null;
  word: DisagreementWord | null;
};

export type WeighedPerspective = {
  id: string;
  score: number | null;
  coverage: number;
  passes: boolean;
  gates: { id: string; outcome: GateOutcome }[];
  criteria: WeighedCriterion[];
};

export type WeighedOption = {
  id: string;
  total: number | null;
  passes: boolean;
  perspectives: WeighedPerspective[];
};

export type Weighing = {
  options: WeighedOption[];
  ranking: string[][];
  proposed: string[];
  noClearDifference: boolean;
};

/**
 * Weighs options conjunctively: an option passes when it reaches the pass mark in every perspective and no gate is
 * *no*; the weighted total ranks only what passes. Scores and totals run from 1 to 5 and are null when undefined,
 * coverage from 0 to 1. Output follows the order of the input; no number depends on that order.
 *
 * - A criterion's score is the median of the ratings present; a perspective's score is the weighted mean over the
 *   criteria that have one; null, and not a pass, when none has. Weight 0 does not excuse from passing.
 * - A gate has the answer given most often; a shared first place is *unsure*; *open* when nobody answered. Only *no*
 *   blocks: *unsure* and *open* are shown and ask for advice.
 * - The total is null when a perspective with a weight above 0 has no score.
 * - Two passing options differ clearly when their totals differ by the margin (0.3) or more; a tie never does.
 *
 * Sources: UWV, "Maatwerk bij professionele buikpijn" (2022), for the conjunctive rule; domain.md section 5.
 *
 * @throws DomainError with a code that names the field, see `givenCells`; `weights` when the weights of the
 * perspectives are negative or do not sum to 1 within 1e-9.
 */
export function weighing(input: WeighingInput): Weighing {
  const given = givenCells(input);
  const options = input.options.map(({ id }, option) => {
    const perspectives = input.perspectives.flatMap((perspective, place) => {
      const cells = given[place];
      return cells ? [weighedPerspective({ perspective, option, input, cells })] : [];
    });
    return {
      id,
      total: weightedTotal(input.perspectives, perspectives),
      passes: perspectives.every(({ passes }) => passes),
      perspectives,
    };
  });
  const passing = options.flatMap(({ id, passes, total }) =>
    passes && total !== null ? [{ id, value: total }] : [],
  );
  const ranking = tiers(passing);
  return {
    options,
    ranking,
    proposed: ranking[0] ?? [],
    noClearDifference: isClose(
      passing.map(({ value }) => value),
      input.margin ?? defaultMargin,
    ),
  };
}

function weighedPerspective(cell: {
  perspective: WeighingPerspective;
  option: number;
  input: WeighingInput;
  cells: GivenCells;
}): WeighedPerspective {
  const { perspective, option, input, cells } = cell;
  const panel = perspective.assessors.length;
  const start = (row: number) => (row * input.options.length + option) * panel;
  const criteria = perspective.criteria.map(({ id }, row) =>
    weighedCriterion(id, valueCounts(cells, start(row), panel)),
  );
  const gates = perspective.gates.map(({ id }, row) => ({
    id,
    outcome: gateOutcome(gateAnswerCounts(cells, start(row), panel)),
  }));
  const score = weightedMean(
    perspective.criteria.map(({ weight }, index) => ({
      weight,
      score: criteria[index]?.median ?? null,
    })),
  );
  const present = criteria.reduce((total, { count }) => total + count, 0);
  const expected = criteria.reduce((total, { missing }) => total + missing, present);
  const reaches = score !== null && score >= perspective.passMark - tieTolerance;
  return {
    id: perspective.id,
    score,
    coverage: expected === 0 ? 0 : present / expected,
    passes: reaches && gates.every(({ outcome }) => outcome !== "no"),
    gates,
    criteria,
  };
}

function weighedCriterion(
  id: string,
  { counts, missing }: { counts: number[]; missing: number },
): WeighedCriterion {
  const count = counts.reduce((total, given) => total + given, 0);
  const low = counts.findIndex((given) => given > 0) + 1;
  const high = counts.findLastIndex((given) => given > 0) + 1;
  return {
    id,
    median: countedMedian(counts),
    count,
    missing,
    range: count === 0 ? null : high - low,
    consensus: consensus(counts),
    word: count === 0 ? null : disagreementWord([low, high]),
  };
}

/** The answer given most often; a shared first place is unsure. `counts` are of yes, no and unsure. */
export function gateOutcome([yes = 0, no = 0, unsure = 0]: readonly number[]): GateOutcome {
  if (yes + no + unsure === 0) return "open";
  if (no > yes && no > unsure) return "no";
  return yes > no && yes > unsure ? "yes" : "unsure";
}

function weightedMean(scored: { weight: number; score: number | null }[]): number | null {
  const present = scored.flatMap(({ weight, score }) =>
    score === null ? [] : [{ weight, score }],
  );
  const weights = sum(present.map(({ weight }) => weight));
  // Criteria that weigh nothing give no score: 0 / 0 is undefined, not 0.
  if (weights === 0) return null;
  return sum(present.map(({ weight, score }) => weight * score)) / weights;
}

function weightedTotal(
  weighted: WeighingPerspective[],
  scored: WeighedPerspective[],
): number | null {
  const terms = weighted.flatMap(({ weight }, index) => {
    const score = scored[index]?.score ?? null;
    if (weight === 0) return [];
    return [score === null ? null : weight * score];
  });
  const present = terms.flatMap((term) => term ?? []);
  return present.length < terms.length ? null : sum(present);
}

function isClose(totals: number[], margin: number): boolean {
  const [first, second] = [...totals].sort((a, b) => b - a);
  if (first === undefined || second === undefined) return false;
  const difference = first - second;
  // A difference of exactly the margin is clear, also when rounding makes it a hair smaller.
  return difference <= tieTolerance || difference < margin - tieTolerance;
}
