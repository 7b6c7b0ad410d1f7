import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sensitivity, type Sensitivity } from "../../app/domain/sensitivity.ts";
import { weighing, type WeighingInput } from "../../app/domain/weighing.ts";
import { plainInput, refusal, weighingInputs, type Value } from "./weighing-example.ts";

/** What `sensitivity` promises, by weighing every changed input again. */
function byBruteForce(input: WeighingInput): Sensitivity {
  const now = weighing(input).proposed;
  const changed = (other: WeighingInput) => {
    const first = weighing(other).proposed;
    return first.join() === now.join() ? [] : [{ first }];
  };
  return {
    oneStep: ratingsInOrder(input).flatMap((rating) =>
      [-1, 1].flatMap((step) => {
        const { value, ...cell } = rating;
        const to = (value ?? 0) + step;
        if (value === null || to < 1 || to > 5) return [];
        const ratings = input.ratings.map((other) =>
          other === rating ? { ...other, value: to as Value } : other,
        );
        return changed({ ...input, ratings }).map((found) => ({
          ...cell,
          from: value,
          to,
          ...found,
        }));
      }),
    ),
    withoutPerson: input.perspectives.flatMap((perspective) =>
      perspective.assessors.flatMap((assessor) =>
        changed(withoutPerson(input, perspective.id, assessor)).map((found) => ({
          assessor,
          perspective: perspective.id,
          ...found,
        })),
      ),
    ),
    withoutCriterion: input.perspectives.flatMap((perspective) =>
      perspective.criteria.flatMap(({ id: criterion }) => {
        const rest = perspective.criteria.filter(
          ({ id, weight }) => id !== criterion && weight > 0,
        );
        if (rest.length === 0) return [];
        return changed(withoutCriterion(input, perspective.id, criterion)).map((found) => ({
          perspective: perspective.id,
          criterion,
          ...found,
        }));
      }),
    ),
  };
}

function ratingsInOrder(input: WeighingInput): WeighingInput["ratings"] {
  return input.perspectives.flatMap(({ id: perspective, criteria, assessors }) =>
    criteria.flatMap(({ id: criterion }) =>
      input.options.flatMap(({ id: option }) =>
        assessors.flatMap((assessor) =>
          input.ratings.filter(
            (rating) =>
              rating.perspective === perspective &&
              rating.criterion === criterion &&
              rating.option === option &&
              rating.assessor === assessor,
          ),
        ),
      ),
    ),
  );
}

function withoutPerson(input: WeighingInput, perspective: string, assessor: string): WeighingInput {
  const stays = (given: { perspective: string; assessor: string }) =>
    given.perspective !== perspective || given.assessor !== assessor;
  return {
    ...input,
    perspectives: input.perspectives.map((other) =>
      other.id === perspective
        ? { ...other, assessors: other.assessors.filter((id) => id !== assessor) }
        : other,
    ),
    ratings: input.ratings.filter(stays),
    gateAnswers: input.gateAnswers.filter(stays),
  };
}

function withoutCriterion(
  input: WeighingInput,
  perspective: string,
  criterion: string,
): WeighingInput {
  return {
    ...input,
    perspectives: input.perspectives.map((other) =>
      other.id === perspective
        ? { ...other, criteria: other.criteria.filter(({ id }) => id !== criterion) }
        : other,
    ),
    ratings: input.ratings.filter(
      (rating) => rating.perspective !== perspective || rating.criterion !== criterion,
    ),
  };
}

/** A weight of 0 here and there: such a criterion or perspective must still be left out rightly. */
const withZeros = fc
  .tuple(weighingInputs, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }))
  .map(([input, zeros]) => ({
    ...input,
    perspectives: input.perspectives.map((perspective, place) => ({
      ...perspective,
      criteria: perspective.criteria.map((criterion, row) =>
        zeros[place] && row === 0 && perspective.criteria.length > 1
          ? { ...criterion, weight: 0 }
          : criterion,
      ),
    })),
  }));

describe("one change of the input", () => {
  it("is named exactly when weighing again proposes something else", () => {
    let found = { oneStep: 0, withoutPerson: 0, withoutCriterion: 0, nothing: 0 };
    fc.assert(
      fc.property(withZeros, (input) => {
        const result = sensitivity(input);
        expect(result).toEqual(byBruteForce(input));
        found = {
          oneStep: found.oneStep + result.oneStep.length,
          withoutPerson: found.withoutPerson + result.withoutPerson.length,
          withoutCriterion: found.withoutCriterion + result.withoutCriterion.length,
          nothing: found.nothing + result.oneStep.filter(({ first }) => first.length === 0).length,
        };
      }),
      { numRuns: 150 },
    );
    // The inputs reach every kind of change, else the comparison says nothing.
    for (const count of Object.values(found)) expect(count).toBeGreaterThan(10);
  });

  it("does not depend on the order of ratings and gate answers", () => {
    fc.assert(
      fc.property(weighingInputs, (input) => {
        const reversed = {
          ...input,
          ratings: input.ratings.toReversed(),
          gateAnswers: input.gateAnswers.toReversed(),
        };
        expect(sensitivity(reversed)).toEqual(sensitivity(input));
      }),
      { numRuns: 50 },
    );
  });
});

describe("an example worked out by hand", () => {
  // Two perspectives of equal weight, one assessor, pass mark 3: x has 4.5, y has 4.
  const input = plainInput({ x: [5, 4], y: [4, 4], z: [5, 2] });

  it("names the steps that make a tie or put another option first", () => {
    const steps = sensitivity(input).oneStep.map(
      ({ perspective, option, from, to, first }) =>
        `${option} ${perspective} ${from}-${to}: ${first.join()}`,
    );
    // A step of one point moves a total by a half; z passes with a 3 in p1 and then has only 4.
    expect(steps).toEqual(["x p0 5-4: x,y", "y p0 4-5: x,y", "x p1 4-3: x,y", "y p1 4-5: x,y"]);
  });

  it("proposes nothing without the only assessor of a perspective", () => {
    expect(sensitivity(input).withoutPerson).toEqual([
      { assessor: "anna", perspective: "p0", first: [] },
      { assessor: "anna", perspective: "p1", first: [] },
    ]);
  });

  it("tries no perspective without its only criterion", () => {
    expect(sensitivity(input).withoutCriterion).toEqual([]);
  });

  it("can bring an option over the pass mark", () => {
    const near = plainInput({ x: [5, 2], y: [3, 3] });
    expect(sensitivity(near).oneStep).toContainEqual({
      assessor: "anna",
      perspective: "p1",
      criterion: "c",
      option: "x",
      from: 2,
      to: 3,
      first: ["x"],
    });
  });

  it("refuses what cannot be weighed", () => {
    const [perspective] = input.perspectives;
    const odd = { ...input, perspectives: perspective ? [perspective] : [] };
    expect(refusal(() => sensitivity(odd))).toBe("weights");
  });
});
