import { DomainError } from "./domain-error.ts";
import { assertWeights } from "./question-set.ts";
import { sum } from "./sum.ts";
import type { WeighingInput, WeighingPerspective } from "./weighing.ts";

/** What was given, by place in the input instead of by id. */
export type GivenCells = {
  /** Per criterion, option and assessor, in that order: 1 to 5, `noJudgement`, or 0 when nothing was given. */
  values: Uint8Array;
  /** The same shape: 1 when the cell was never put to the assessor. */
  notAsked: Uint8Array;
  /** Per gate, option and assessor: 1 + the place in `gateAnswerOrder`, or 0. */
  answers: Uint8Array;
};

export const noJudgement = 6;
export const gateAnswerOrder = ["yes", "no", "unsure"] as const;

/**
 * What the assessors gave, per perspective. Refuses input that cannot be weighed.
 *
 * @throws DomainError with a code that names the field: `weights`, `passMark`, `margin`; `perspectives`, `criteria`,
 * `gates`, `assessors` or `options` for an id that is there twice; `ratings.…`, `gateAnswers.…` and `notAsked.…` with
 * `assessor` (not in the panel), `perspective`, `criterion`, `gate`, `option`, `value`, `answer` or `duplicate`.
 */
export function givenCells(input: WeighingInput): GivenCells[] {
  assertForm(input);
  const places = placesOf(input);
  readRatings(input, places);
  readGateAnswers(input, places);
  readNotAsked(input, places);
  return places.perspectives.map(({ cells }) => cells);
}

function assertForm(input: WeighingInput): void {
  const { perspectives, options, margin } = input;
  assertUnique("perspectives", perspectives.map(idOf));
  assertUnique("options", options.map(idOf));
  assertWeights(perspectives.map(({ weight }) => weight));
  for (const perspective of perspectives) assertPerspective(perspective);
  if (margin !== undefined && !(margin >= 0 && Number.isFinite(margin))) {
    throw new DomainError("margin", { margin });
  }
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

type Place = {
  criteria: Map<string, number>;
  gates: Map<string, number>;
  assessors: Map<string, number>;
  cells: GivenCells;
};
type Places = {
  options: Map<string, number>;
  byId: Map<string, Place>;
  perspectives: Place[];
};

function placesOf({ options, perspectives }: WeighingInput): Places {
  const all = perspectives.map(({ criteria, gates, assessors }) => {
    const width = options.length * assessors.length;
    return {
      criteria: placeById(criteria.map(idOf)),
      gates: placeById(gates.map(idOf)),
      assessors: placeById(assessors),
      cells: {
        values: new Uint8Array(criteria.length * width),
        notAsked: new Uint8Array(criteria.length * width),
        answers: new Uint8Array(gates.length * width),
      },
    };
  });
  return {
    options: placeById(options.map(idOf)),
    byId: new Map(perspectives.flatMap(({ id }, index) => (all[index] ? [[id, all[index]]] : []))),
    perspectives: all,
  };
}

function placeById(ids: string[]): Map<string, number> {
  return new Map(ids.map((id, index) => [id, index]));
}

type Given = { assessor: string; perspective: string; option: string };

/** The perspective, and the place of the option and assessor in a row of its cells. */
function rowPlace(field: string, given: Given, places: Places): { place: Place; column: number } {
  const { assessor, perspective, option } = given;
  const place = places.byId.get(perspective);
  if (!place) throw new DomainError(`${field}.perspective`, { perspective });
  const optionPlace = places.options.get(option);
  if (optionPlace === undefined) throw new DomainError(`${field}.option`, { option });
  const assessorPlace = place.assessors.get(assessor);
  if (assessorPlace === undefined) {
    throw new DomainError(`${field}.assessor`, { perspective, assessor });
  }
  return { place, column: optionPlace * place.assessors.size + assessorPlace };
}

/** Where the cell of a criterion is, in `values` and `notAsked`. */
function criterionPlace(
  field: string,
  given: Given & { criterion: string },
  places: Places,
): { cells: GivenCells; at: number } {
  const { place, column } = rowPlace(field, given, places);
  const { perspective, criterion } = given;
  const row = place.criteria.get(criterion);
  if (row === undefined) throw new DomainError(`${field}.criterion`, { perspective, criterion });
  return { cells: place.cells, at: row * places.options.size * place.assessors.size + column };
}

function readRatings({ ratings }: WeighingInput, places: Places): void {
  for (const rating of ratings) {
    const { cells, at } = criterionPlace("ratings", rating, places);
    const { value } = rating;
    if (value !== null && ![1, 2, 3, 4, 5].includes(value)) {
      throw new DomainError("ratings.value", { value });
    }
    if (cells.values[at]) throw duplicate("ratings", rating, rating.criterion);
    cells.values[at] = value ?? noJudgement;
  }
}

function readGateAnswers({ gateAnswers }: WeighingInput, places: Places): void {
  for (const given of gateAnswers) {
    const { place, column } = rowPlace("gateAnswers", given, places);
    const { perspective, gate, answer } = given;
    const row = place.gates.get(gate);
    if (row === undefined) throw new DomainError("gateAnswers.gate", { perspective, gate });
    const code = gateAnswerOrder.indexOf(answer) + 1;
    if (code === 0) throw new DomainError("gateAnswers.answer", { answer });
    const at = row * places.options.size * place.assessors.size + column;
    if (place.cells.answers[at]) throw duplicate("gateAnswers", given, gate);
    place.cells.answers[at] = code;
  }
}

function readNotAsked({ notAsked = [] }: WeighingInput, places: Places): void {
  for (const cell of notAsked) {
    const { cells, at } = criterionPlace("notAsked", cell, places);
    if (cells.notAsked[at]) throw duplicate("notAsked", cell, cell.criterion);
    cells.notAsked[at] = 1;
  }
}

function duplicate(field: string, given: Given, part: string): DomainError {
  const { assessor, perspective, option } = given;
  return new DomainError(`${field}.duplicate`, { cell: [assessor, perspective, part, option] });
}
