import { DomainError } from "./domain-error.ts";
import { assertWeights } from "./question-set.ts";
import { sum } from "./sum.ts";
import type { WeighingInput, WeighingPerspective } from "./weighing.ts";

/** One key for a criterion or gate of a perspective and an option; JSON, so that no id can imitate another. */
export function cellKey(perspective: string, part: string, option: string): string {
  return JSON.stringify([perspective, part, option]);
}

/**
 * Refuses input that cannot be weighed.
 *
 * @throws DomainError with a code that names the field: `weights`, `passMark`, `margin`; `perspectives`, `criteria`,
 * `gates`, `assessors` or `options` for an id that is there twice; `ratings.…` and `gateAnswers.…` with `assessor`
 * (not in the panel), `perspective`, `criterion`, `gate`, `option`, `value`, `answer` or `duplicate`.
 */
export function assertWeighingInput(input: WeighingInput): void {
  const { perspectives, options, margin } = input;
  assertUnique("perspectives", perspectives.map(idOf));
  assertUnique("options", options.map(idOf));
  assertWeights(perspectives.map(({ weight }) => weight));
  for (const perspective of perspectives) assertPerspective(perspective);
  if (margin !== undefined && !(margin >= 0 && Number.isFinite(margin))) {
    throw new DomainError("margin", { margin });
  }
  const known = knownIds(input);
  assertRatings(input, known);
  assertGateAnswers(input, known);
}

function idOf(identified: { id: string }): string {
  return identified.id;
}

function assertUnique(field: string, ids: string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new DomainError(field, { id });
    seen.add(id);
  }
}

function assertPerspective(perspective: WeighingPerspective): void {
  const { id, passMark, criteria } = perspective;
  if (!Number.isFinite(passMark)) throw new DomainError("passMark", { perspective: id, passMark });
  assertUnique("criteria", criteria.map(idOf));
  assertUnique("gates", perspective.gates.map(idOf));
  assertUnique("assessors", perspective.assessors);
  const weights = criteria.map(({ weight }) => weight);
  const isOdd = weights.some((weight) => !(weight >= 0 && Number.isFinite(weight)));
  if (isOdd || (weights.length > 0 && sum(weights) === 0)) {
    throw new DomainError("weights", { perspective: id });
  }
}

type Known = {
  options: Set<string>;
  perspectives: Map<string, { criteria: Set<string>; gates: Set<string>; assessors: Set<string> }>;
};

function knownIds({ options, perspectives }: WeighingInput): Known {
  return {
    options: new Set(options.map(idOf)),
    perspectives: new Map(
      perspectives.map(({ id, criteria, gates, assessors }) => [
        id,
        {
          criteria: new Set(criteria.map(idOf)),
          gates: new Set(gates.map(idOf)),
          assessors: new Set(assessors),
        },
      ]),
    ),
  };
}

type Given = { field: string; assessor: string; perspective: string; option: string };

function assertGiven(given: Given, known: Known) {
  const { field, assessor, perspective, option } = given;
  const parts = known.perspectives.get(perspective);
  if (!parts) throw new DomainError(`${field}.perspective`, { perspective });
  if (!known.options.has(option)) throw new DomainError(`${field}.option`, { option });
  if (!parts.assessors.has(assessor)) {
    throw new DomainError(`${field}.assessor`, { perspective, assessor });
  }
  return parts;
}

function assertOnce(field: string, seen: Set<string>, cell: string[]): void {
  const key = JSON.stringify(cell);
  if (seen.has(key)) throw new DomainError(`${field}.duplicate`, { cell });
  seen.add(key);
}

function assertRatings(input: WeighingInput, known: Known): void {
  const seen = new Set<string>();
  for (const rating of input.ratings) {
    const { assessor, perspective, criterion, option, value } = rating;
    const { criteria } = assertGiven({ field: "ratings", ...rating }, known);
    if (!criteria.has(criterion)) {
      throw new DomainError("ratings.criterion", { perspective, criterion });
    }
    if (value !== null && ![1, 2, 3, 4, 5].includes(value)) {
      throw new DomainError("ratings.value", { value });
    }
    assertOnce("ratings", seen, [assessor, perspective, criterion, option]);
  }
}

function assertGateAnswers(input: WeighingInput, known: Known): void {
  const seen = new Set<string>();
  for (const given of input.gateAnswers) {
    const { assessor, perspective, gate, option, answer } = given;
    const { gates } = assertGiven({ field: "gateAnswers", ...given }, known);
    if (!gates.has(gate)) throw new DomainError("gateAnswers.gate", { perspective, gate });
    if (!["yes", "no", "unsure"].includes(answer)) {
      throw new DomainError("gateAnswers.answer", { answer });
    }
    assertOnce("gateAnswers", seen, [assessor, perspective, gate, option]);
  }
}
