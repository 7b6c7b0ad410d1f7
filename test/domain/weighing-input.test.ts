import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weighing, type WeighingInput } from "../../app/domain/weighing.ts";
import { panelInput, refusal } from "./weighing-example.ts";

const input = panelInput({
  assessors: ["anna", "bram"],
  criteria: [{ id: "c", weight: 1, values: { anna: 4 } }],
  gateAnswers: ["yes"],
});
const perspective = input.perspectives[0];
const rating = input.ratings[0];
const gateAnswer = input.gateAnswers[0];
if (!perspective || !rating || !gateAnswer) throw new Error("the example is empty");

function codeFor(change: Partial<WeighingInput>): string | undefined {
  return refusal(() => weighing({ ...input, ...change }));
}

describe("input that cannot be weighed", () => {
  it("is not the example itself", () => {
    expect(codeFor({})).toBeUndefined();
  });

  it.each([
    ["weights", { perspectives: [{ ...perspective, weight: 0.9 }] }],
    ["weights", { perspectives: [{ ...perspective, weight: Number.NaN }] }],
    ["weights", { perspectives: [] }],
    ["weights", { perspectives: [{ ...perspective, criteria: [{ id: "c", weight: -1 }] }] }],
    ["weights", { perspectives: [{ ...perspective, criteria: [{ id: "c", weight: 0 }] }] }],
    ["passMark", { perspectives: [{ ...perspective, passMark: Number.NaN }] }],
    ["margin", { margin: -0.1 }],
    ["margin", { margin: Infinity }],
    ["options", { options: [{ id: "x" }, { id: "x" }] }],
    ["perspectives", { perspectives: [perspective, perspective] }],
    ["assessors", { perspectives: [{ ...perspective, assessors: ["anna", "anna"] }] }],
    ["gates", { perspectives: [{ ...perspective, gates: [{ id: "g" }, { id: "g" }] }] }],
    [
      "criteria",
      {
        perspectives: [{ ...perspective, criteria: [1, 2].map((weight) => ({ id: "c", weight })) }],
      },
    ],
  ] as [string, Partial<WeighingInput>][])("names the field %s", (code, change) => {
    expect(codeFor(change)).toBe(code);
  });

  it.each([
    ["ratings.perspective", { ...rating, perspective: "q" }],
    ["ratings.option", { ...rating, option: "y" }],
    ["ratings.criterion", { ...rating, criterion: "d" }],
    ["ratings.assessor", { ...rating, assessor: "outsider" }],
    ["ratings.value", { ...rating, value: 6 as 5 }],
    ["ratings.value", { ...rating, value: 2.5 as 2 }],
  ])("names the part of a rating that is wrong: %s", (code, wrong) => {
    expect(codeFor({ ratings: [wrong] })).toBe(code);
  });

  it.each([
    ["gateAnswers.perspective", { ...gateAnswer, perspective: "q" }],
    ["gateAnswers.option", { ...gateAnswer, option: "y" }],
    ["gateAnswers.gate", { ...gateAnswer, gate: "h" }],
    ["gateAnswers.assessor", { ...gateAnswer, assessor: "outsider" }],
    ["gateAnswers.answer", { ...gateAnswer, answer: "maybe" as "yes" }],
  ])("names the part of a gate answer that is wrong: %s", (code, wrong) => {
    expect(codeFor({ gateAnswers: [wrong] })).toBe(code);
  });

  it.each([
    ["notAsked.perspective", { ...rating, perspective: "q" }],
    ["notAsked.option", { ...rating, option: "y" }],
    ["notAsked.criterion", { ...rating, criterion: "d" }],
    ["notAsked.assessor", { ...rating, assessor: "outsider" }],
  ])("names the part of a cell that was not asked that is wrong: %s", (code, wrong) => {
    expect(codeFor({ notAsked: [wrong] })).toBe(code);
  });

  it("holds two judgements of one person on one criterion and option", () => {
    expect(codeFor({ ratings: [rating, { ...rating, value: null }] })).toBe("ratings.duplicate");
    expect(codeFor({ notAsked: [rating, rating] })).toBe("notAsked.duplicate");
    expect(codeFor({ gateAnswers: [gateAnswer, gateAnswer] })).toBe("gateAnswers.duplicate");
  });

  it("has weights of the perspectives that do not sum to 1", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
        (weights) => {
          const perspectives = weights.map((weight, index) => ({
            ...perspective,
            id: `p${index}`,
            weight,
          }));
          const sum = weights.reduce((total, weight) => total + weight, 0);
          fc.pre(Math.abs(Math.abs(sum - 1) - 1e-9) > 1e-12);
          const code = codeFor({ perspectives, ratings: [], gateAnswers: [] });
          expect(code).toBe(Math.abs(sum - 1) > 1e-9 ? "weights" : undefined);
        },
      ),
    );
  });

  it("does not hold weights that sum to 1 but for rounding", () => {
    const seven = Array.from({ length: 7 }, (_, index) => ({
      ...perspective,
      id: `p${index}`,
      weight: 1 / 7,
    }));
    expect(codeFor({ perspectives: seven, ratings: [], gateAnswers: [] })).toBeUndefined();
  });

  it("cannot hide one cell behind another by the spelling of its ids", () => {
    const criteria = [
      { id: "c", weight: 1, values: { anna: 4 as const } },
      { id: 'c","x', weight: 1, values: {} },
    ];
    const result = weighing(panelInput({ assessors: ["anna"], criteria }));
    const medians = result.options[0]?.perspectives[0]?.criteria.map(({ median }) => median);
    expect(medians).toEqual([4, null]);
  });
});
