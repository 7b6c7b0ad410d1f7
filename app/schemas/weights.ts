import { equalWeights, rocWeights, swingWeights, type WeightMethod } from "#app/domain/weights.ts";

/** A share that is off by no more than this is rounding: 33,3% three times is one whole. */
const roundingTolerance = 0.0015;

/** A weight as people type it: 40, 40%, 33,3, 1/3 or 0,4. Null when it is no number or below zero. */
function typedNumber(text: string): { value: number; isFraction: boolean } | null {
  const plain = text.trim().replace(/\s*%$/, "").replaceAll(",", ".");
  const fraction = /^(\d{1,3})\/(\d{1,3})$/.exec(plain);
  if (fraction) {
    const [, above, below] = fraction.map(Number);
    return below ? { value: (above ?? 0) / below, isFraction: true } : null;
  }
  return /^\d{1,3}(\.\d{1,6})?$/.test(plain) ? { value: Number(plain), isFraction: false } : null;
}

/**
 * The weights people typed as shares that sum to 1 exactly, or the names of the fields that are no
 * weight; `sum` when they are weights but not one whole together.
 */
export function sharesFrom(
  texts: readonly string[],
): { shares: number[] } | { wrong: number[] } | { sum: number } {
  const typed = texts.map(typedNumber);
  const wrong = typed.flatMap((number, place) => (number ? [] : [place]));
  if (wrong.length > 0) return { wrong };
  const numbers = typed.flatMap((number) => number ?? []);
  const total = numbers.reduce((sum, { value }) => sum + value, 0);
  const asFractions = Math.abs(total - 1) <= roundingTolerance;
  const shares = numbers.map(({ value, isFraction }) =>
    isFraction || asFractions ? value : value / 100,
  );
  const sum = shares.reduce((all, share) => all + share, 0);
  if (Math.abs(sum - 1) > roundingTolerance) return { sum };
  return { shares: shares.map((share) => share / sum) };
}

/** A share as people write it: a third stays a third, the rest in percent. */
export function shareText(share: number, decimalMark: "," | "."): string {
  for (const [above, below] of [
    [1, 3],
    [2, 3],
    [1, 6],
  ] as const) {
    if (Math.abs(share - above / below) < 1e-6) return `${above}/${below}`;
  }
  return String(Math.round(share * 1e6) / 1e4).replace(".", decimalMark);
}

/** What people fill in for one perspective; which of the three counts is up to the method. */
export type WeightAnswer = { weight: string; points: string; rank: string };
type Field = keyof WeightAnswer;
export type WeightIssue = { place: number; field: Field; code: string };
export type WeightsFound = { shares: number[]; answers: number[] | null };

/**
 * The weights that follow from what was filled in, with the points or places themselves, or what is
 * wrong with it. Null for the weights of the question set, which are not filled in.
 */
export function weightsFrom(
  method: WeightMethod,
  rows: readonly WeightAnswer[],
): WeightsFound | { issues: WeightIssue[] } | null {
  if (method === "question_set") return null;
  if (method === "equal") return { shares: equalWeights(rows.length), answers: null };
  if (method === "typed") return typedWeights(rows.map(({ weight }) => weight));
  const field = method === "swing" ? "points" : "rank";
  const numbers = rows.map((row) => answered(row[field], field, rows.length));
  const issues = numbers.flatMap((number, place): WeightIssue[] =>
    typeof number === "string" ? [{ place, field, code: number }] : [],
  );
  if (issues.length > 0) return { issues };
  const answers = numbers.filter((number) => typeof number === "number");
  if (field === "rank") return { shares: rocWeights(answers), answers };
  if (answers.every((points) => points === 0)) {
    return { issues: [{ place: 0, field, code: "points_zero" }] };
  }
  return { shares: swingWeights(answers), answers };
}

function typedWeights(texts: string[]): WeightsFound | { issues: WeightIssue[] } {
  const found = sharesFrom(texts);
  if ("shares" in found) return { shares: found.shares, answers: null };
  const places = "wrong" in found ? found.wrong : [0];
  const issue = (place: number): WeightIssue => ({
    place,
    field: "weight",
    code: "sum" in found ? "weights" : texts[place]?.trim() === "" ? "required" : "weight",
  });
  return { issues: places.map(issue) };
}

/** The number that was filled in, or the code of what is wrong with it. */
function answered(text: string, field: "points" | "rank", count: number): number | string {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return "required";
  if (field === "points") {
    const isPoints = /^\d{1,3}(\.\d{1,2})?$/.test(plain) && Number(plain) <= 100;
    return isPoints ? Number(plain) : "points";
  }
  const isPlace = /^\d$/.test(plain) && Number(plain) >= 1 && Number(plain) <= count;
  return isPlace ? Number(plain) : "unknown_option";
}
