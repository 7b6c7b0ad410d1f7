import { perspectiveRankings } from "./discussion.ts";
import { sum } from "./sum.ts";
import { tiers, tieTolerance } from "./tiers.ts";
import type { Weighing, WeighingInput, WeighingPerspective } from "./weighing.ts";

/** An argument that the group tagged as carrying its judgement. */
export type CarryingArgument = {
  perspective: string;
  option: string;
  side: "for" | "against";
  assessor: string;
};

export type FirstChoice = { option: string; people: string[]; perspectives: string[] };

export type OutcomeAndReasons = {
  outcome: { first: FirstChoice[]; agree: boolean | null };
  reasons: {
    option: string | null;
    agreed: number;
    differ: number;
    opposed: number;
    carrying: { perspective: string; for: number; against: number }[];
    agree: boolean | null;
  };
  verdict: "same_same" | "same_different" | "different_same" | "different_different" | null;
};

/**
 * Whether a group agrees on the outcome and whether it agrees on the reasons: two questions with an answer each. The
 * verdict puts them together, outcome first: "same_different" is one outcome for different reasons.
 *
 * - A person puts first the option with the highest weighted mean of the own ratings in the own perspective; a
 *   perspective the one with the highest score. Of equals (1e-9) each counts. Passing plays no part.
 * - `outcome.agree`: one option is put first by every perspective that has a score. Null under two such perspectives.
 * - `reasons` are about the option that most perspectives put first, so about the one they agree on; of equals the one
 *   that most people put first, then with the highest total, then the first in the input. Null when nobody puts
 *   anything first.
 * - `agreed`, `differ` and `opposed` count its criteria with two or more ratings in one perspective, by their word:
 *   "eens", "verschil" and "tegengesteld". `carrying` counts its carrying arguments per perspective.
 * - `reasons.agree`: nothing differs or is opposed and no carrying argument pleads against it. Null when there is no
 *   such criterion and no carrying argument, so nothing to compare.
 * - `verdict` is null when either answer is.
 *
 * `result` is what `weighing` gave for `input`. `outcome.first` has that option at the head, and leaves out options
 * that nobody puts first.
 *
 * Source: domain.md section 5, "agreement on outcome and agreement on reasons are two results".
 */
export function outcomeAndReasons(group: {
  input: WeighingInput;
  result: Weighing;
  carrying: CarryingArgument[];
}): OutcomeAndReasons {
  const { input, result, carrying } = group;
  const outcome = outcomeOf(input, result);
  const option = outcome.first[0]?.option ?? null;
  const reasons = reasonsOf({ input, result, option, carrying });
  return { outcome, reasons, verdict: verdictOf(outcome.agree, reasons.agree) };
}

function outcomeOf(input: WeighingInput, result: Weighing): OutcomeAndReasons["outcome"] {
  const rankings = perspectiveRankings(result).filter(({ first }) => first.length > 0);
  const people = input.perspectives.flatMap((own) => personalFirsts(input, own));
  const first = result.options.map(({ id, total }) => ({
    option: id,
    people: [...new Set(people.filter(({ first }) => first.includes(id)).map(assessorOf))],
    perspectives: rankings.filter((own) => own.first.includes(id)).map((own) => own.perspective),
    total: total ?? -Infinity,
  }));
  const shared = first.some(({ perspectives }) => perspectives.length === rankings.length);
  return {
    first: first
      .filter(({ people, perspectives }) => people.length + perspectives.length > 0)
      .sort(
        (a, b) =>
          b.perspectives.length - a.perspectives.length ||
          b.people.length - a.people.length ||
          order(b.total, a.total),
      )
      .map(({ option, people, perspectives }) => ({ option, people, perspectives })),
    agree: rankings.length < 2 ? null : shared,
  };
}

function assessorOf({ assessor }: { assessor: string }): string {
  return assessor;
}

/** Equal within the tolerance of a tie, so that rounding never decides; works for infinite values too. */
function order(a: number, b: number): number {
  return a === b || Math.abs(a - b) <= tieTolerance ? 0 : Math.sign(a - b);
}

/** Per assessor of one perspective the options with the highest weighted mean of the own ratings. */
function personalFirsts(
  input: WeighingInput,
  perspective: WeighingPerspective,
): { assessor: string; first: string[] }[] {
  const weights = new Map(perspective.criteria.map(({ id, weight }) => [id, weight]));
  const ratings = input.ratings.filter((rating) => rating.perspective === perspective.id);
  return perspective.assessors.map((assessor) => {
    const own = ratings.filter((rating) => rating.assessor === assessor);
    const valued = input.options.flatMap(({ id }) => {
      const terms = own.flatMap(({ option, criterion, value }) =>
        option === id && value !== null ? [{ weight: weights.get(criterion) ?? 0, value }] : [],
      );
      const weight = sum(terms.map((term) => term.weight));
      if (weight === 0) return [];
      return [{ id, value: sum(terms.map((term) => term.weight * term.value)) / weight }];
    });
    return { assessor, first: tiers(valued)[0] ?? [] };
  });
}

function reasonsOf(group: {
  input: WeighingInput;
  result: Weighing;
  option: string | null;
  carrying: CarryingArgument[];
}): OutcomeAndReasons["reasons"] {
  const { input, result, option, carrying } = group;
  const weighed = result.options.find(({ id }) => id === option);
  const words = (weighed?.perspectives ?? []).flatMap(({ criteria }) =>
    criteria.filter(({ count }) => count >= 2).map(({ word }) => word),
  );
  const count = (word: string) => words.filter((own) => own === word).length;
  const [differ, opposed] = [count("verschil"), count("tegengesteld")];
  const sides = input.perspectives.map(({ id }) => {
    const own = carrying.filter((one) => one.perspective === id && one.option === option);
    const pleads = own.filter(({ side }) => side === "for").length;
    return { perspective: id, for: pleads, against: own.length - pleads };
  });
  const against = sum(sides.map((side) => side.against));
  const compared = words.length + against + sum(sides.map((side) => side.for));
  return {
    option,
    agreed: count("eens"),
    differ,
    opposed,
    carrying: sides,
    agree: compared === 0 ? null : differ + opposed + against === 0,
  };
}

function verdictOf(outcome: boolean | null, reasons: boolean | null): OutcomeAndReasons["verdict"] {
  if (outcome === null || reasons === null) return null;
  if (outcome) return reasons ? "same_same" : "same_different";
  return reasons ? "different_same" : "different_different";
}
