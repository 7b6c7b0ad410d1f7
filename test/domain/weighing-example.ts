import fc from "fast-check";
import type {
  WeighingGateAnswer,
  WeighingInput,
  WeighingPerspective,
  WeighingRating,
} from "../../app/domain/weighing.ts";

export type Value = WeighingRating["value"];

/** One criterion and one assessor per perspective, equal weights, pass mark 3: scores are the ratings. */
export function plainInput(scores: Record<string, Value[]>): WeighingInput {
  const columns = Object.values(scores)[0] ?? [];
  const perspectives = columns.map((_, index) => ({
    id: `p${index}`,
    weight: 1 / columns.length,
    passMark: 3,
    criteria: [{ id: "c", weight: 1 }],
    gates: [],
    assessors: ["anna"],
  }));
  const ratings = Object.entries(scores).flatMap(([option, values]) =>
    values.map((value, index) => ({
      assessor: "anna",
      perspective: `p${index}`,
      criterion: "c",
      option,
      value,
    })),
  );
  const options = Object.keys(scores).map((id) => ({ id }));
  return { perspectives, options, ratings, gateAnswers: [] };
}

/** One perspective with one panel; ratings per criterion and assessor for the option "x". */
export function panelInput(panel: {
  assessors: string[];
  criteria: { id: string; weight: number; values: { [assessor: string]: Value | undefined } }[];
  gateAnswers?: WeighingGateAnswer["answer"][];
}): WeighingInput {
  const { assessors, criteria, gateAnswers = [] } = panel;
  return {
    perspectives: [
      {
        id: "p",
        weight: 1,
        passMark: 3,
        criteria: criteria.map(({ id, weight }) => ({ id, weight })),
        gates: [{ id: "g" }],
        assessors,
      },
    ],
    options: [{ id: "x" }],
    ratings: criteria.flatMap(({ id, values }) =>
      Object.entries(values).map(([assessor, value]) => ({
        assessor,
        perspective: "p",
        criterion: id,
        option: "x",
        value: value ?? null,
      })),
    ),
    gateAnswers: gateAnswers.map((answer, index) => ({
      assessor: assessors[index] ?? "nobody",
      perspective: "p",
      gate: "g",
      option: "x",
      answer,
    })),
  };
}

const value = fc.constantFrom<Value>(1, 2, 3, 4, 5, 3, 4, 5, null);
const answer = fc.constantFrom<WeighingGateAnswer["answer"]>("yes", "yes", "yes", "unsure", "no");

type Shape = {
  weights: number[];
  passMark: number;
  criteria: number[][];
  assessors: number;
  options: number;
};

const shape: fc.Arbitrary<Shape> = fc.integer({ min: 1, max: 4 }).chain((perspectives) => {
  const list = <T>(of: fc.Arbitrary<T>) =>
    fc.array(of, { minLength: perspectives, maxLength: perspectives });
  const weight = fc.integer({ min: 1, max: 9 });
  return fc.record({
    weights: list(weight),
    passMark: fc.constantFrom(2, 2.5, 3),
    criteria: list(fc.array(weight, { minLength: 1, maxLength: 4 })),
    assessors: fc.integer({ min: 1, max: 4 }),
    options: fc.integer({ min: 1, max: 4 }),
  });
});

function perspectivesOf({ weights, passMark, criteria, assessors }: Shape): WeighingPerspective[] {
  const all = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight, p) => ({
    id: `p${p}`,
    weight: weight / all,
    passMark,
    criteria: (criteria[p] ?? []).map((share, c) => ({ id: `c${c}`, weight: share })),
    gates: p % 2 === 0 ? [{ id: "g" }] : [],
    assessors: Array.from({ length: assessors }, (_, a) => `a${a}`),
  }));
}

/** Panels of 1 to 4 people, 1 to 4 perspectives and options, some ratings absent, gates mostly passed. */
export const weighingInputs: fc.Arbitrary<WeighingInput> = shape.chain((form) => {
  const perspectives = perspectivesOf(form);
  const options = Array.from({ length: form.options }, (_, o) => ({ id: `o${o}` }));
  const cells = perspectives.flatMap(({ id: perspective, criteria, assessors }) =>
    options.flatMap(({ id: option }) =>
      criteria.flatMap(({ id: criterion }) =>
        assessors.map((assessor) => ({ assessor, perspective, criterion, option })),
      ),
    ),
  );
  const gates = perspectives.flatMap(({ id: perspective, gates: own, assessors }) =>
    options.flatMap(({ id: option }) =>
      own.flatMap(({ id: gate }) =>
        assessors.map((assessor) => ({ assessor, perspective, gate, option })),
      ),
    ),
  );
  const exactly = <T>(of: fc.Arbitrary<T>, length: number) =>
    fc.array(of, { minLength: length, maxLength: length });
  return fc
    .tuple(exactly(value, cells.length), exactly(answer, gates.length))
    .map(([values, answers]) => ({
      perspectives,
      options,
      ratings: cells.map((cell, index) => ({ ...cell, value: values[index] ?? null })),
      gateAnswers: gates.map((gate, index) => ({ ...gate, answer: answers[index] ?? "yes" })),
    }));
});

/** The code of the DomainError that an act throws; undefined when it throws none. */
export function refusal(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return undefined;
}
