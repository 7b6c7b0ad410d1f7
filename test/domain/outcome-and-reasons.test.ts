import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcomeAndReasons, type CarryingArgument } from "../../app/domain/outcome-and-reasons.ts";
import { weighing, type WeighingInput } from "../../app/domain/weighing.ts";
import { weighingInputs, type Value } from "./weighing-example.ts";

/** Two perspectives with two people each and one criterion; ratings of x and y per person. */
function group(given: Record<string, { x: Value; y: Value }>): WeighingInput {
  const panels = { legal: ["anna", "bram"], social: ["cleo", "dirk"] };
  const perspectives = Object.entries(panels).map(([id, assessors]) => ({
    id,
    weight: 0.5,
    passMark: 3,
    criteria: [{ id: "c", weight: 1 }],
    gates: [],
    assessors,
  }));
  return {
    perspectives,
    options: [{ id: "x" }, { id: "y" }],
    gateAnswers: [],
    ratings: perspectives.flatMap(({ id: perspective, assessors }) =>
      assessors.flatMap((assessor) =>
        (["x", "y"] as const).flatMap((option) => {
          const value = given[assessor]?.[option] ?? null;
          return [{ assessor, perspective, criterion: "c", option, value }];
        }),
      ),
    ),
  };
}

function judged(input: WeighingInput, carrying: CarryingArgument[] = []) {
  return outcomeAndReasons({ input, result: weighing(input), carrying });
}

const forX = { x: 5, y: 3 } as const;
const forY = { x: 3, y: 4 } as const;
const agreeing = group({ anna: forX, bram: forX, cleo: forX, dirk: { x: 4, y: 3 } });
const against: CarryingArgument = {
  perspective: "social",
  option: "x",
  side: "against",
  assessor: "cleo",
};

describe("agreement on the outcome and on the reasons", () => {
  it("is one outcome for the same reasons when nothing differs and nothing pleads against it", () => {
    expect(judged(agreeing, [{ ...against, side: "for" }])).toEqual({
      outcome: {
        first: [
          {
            option: "x",
            people: ["anna", "bram", "cleo", "dirk"],
            perspectives: ["legal", "social"],
          },
        ],
        agree: true,
      },
      reasons: {
        option: "x",
        agreed: 2,
        differ: 0,
        opposed: 0,
        carrying: [
          { perspective: "legal", for: 0, against: 0 },
          { perspective: "social", for: 1, against: 0 },
        ],
        agree: true,
      },
      verdict: "same_same",
    });
  });

  it("is one outcome for different reasons when a carrying argument pleads against it", () => {
    expect(judged(agreeing, [against]).verdict).toBe("same_different");
    expect(judged(agreeing, [{ ...against, option: "y" }]).verdict).toBe("same_same");
  });

  it("is one outcome for different reasons when ratings differ or oppose each other", () => {
    const differ = judged(group({ anna: forX, bram: { x: 3, y: 1 }, cleo: forX, dirk: forX }));
    expect(differ.reasons).toMatchObject({ agreed: 1, differ: 1, opposed: 0, agree: false });
    const opposed = judged(group({ anna: forX, bram: { x: 2, y: 1 }, cleo: forX, dirk: forX }));
    expect(opposed.reasons).toMatchObject({ agreed: 1, differ: 0, opposed: 1, agree: false });
    expect([differ.verdict, opposed.verdict]).toEqual(["same_different", "same_different"]);
  });

  it("is different outcomes when two perspectives put another option first", () => {
    const split = judged(group({ anna: forX, bram: forX, cleo: forY, dirk: { x: 4, y: 5 } }));
    expect(split.outcome).toEqual({
      first: [
        { option: "x", people: ["anna", "bram"], perspectives: ["legal"] },
        { option: "y", people: ["cleo", "dirk"], perspectives: ["social"] },
      ],
      agree: false,
    });
    expect(split.verdict).toBe("different_same");
    // Two people each: x has the higher total, and cleo and dirk differ about it.
    const onlyX = { x: 5, y: 1 } as const;
    const apart = judged(group({ anna: onlyX, bram: onlyX, cleo: forY, dirk: { x: 1, y: 5 } }));
    expect(apart.reasons).toMatchObject({ option: "x", differ: 1 });
    expect(apart.verdict).toBe("different_different");
  });

  it("is about the option that perspectives agree on, also when more people put another first", () => {
    const loves = { x: 3, y: 5 } as const;
    const shared = judged(
      group({ anna: loves, bram: { x: 5, y: 3 }, cleo: loves, dirk: { x: 5, y: 1 } }),
    );
    expect(shared.outcome.first[0]).toMatchObject({
      option: "x",
      perspectives: ["legal", "social"],
    });
    expect(shared.outcome.agree).toBe(true);
    expect(shared.reasons.option).toBe("x");
  });

  it("is about the option most perspectives, and then most people, put first", () => {
    const most = judged(group({ anna: forX, bram: forY, cleo: forY, dirk: forY }));
    expect(most.reasons.option).toBe("y");
    expect(most.outcome.first.map(({ people }) => people.length)).toEqual([3, 1]);
  });

  it("counts a shared first place for each option", () => {
    const tied = judged(group({ anna: { x: 4, y: 4 }, bram: forX, cleo: forX, dirk: forX }));
    expect(tied.outcome.first.map(({ option, people }) => [option, people.length])).toEqual([
      ["x", 4],
      ["y", 1],
    ]);
  });
});

describe("what cannot be known", () => {
  it("is null without ratings", () => {
    const none = judged(group({}));
    expect(none.outcome).toEqual({ first: [], agree: null });
    expect(none.reasons).toMatchObject({ option: null, agreed: 0, agree: null });
    expect(none.verdict).toBeNull();
  });

  it("is null for the outcome when one perspective was rated", () => {
    const one = judged(group({ anna: forX, bram: forX }));
    expect(one.outcome.agree).toBeNull();
    expect(one.reasons.agree).toBe(true);
    expect(one.verdict).toBeNull();
  });

  it("is null for the reasons when nobody shares a criterion and nothing carries", () => {
    const alone = group({ anna: forX, cleo: forX });
    expect(judged(alone).reasons.agree).toBeNull();
    expect(judged(alone).verdict).toBeNull();
    expect(judged(alone, [against]).verdict).toBe("same_different");
  });
});

it("does not depend on the order of ratings, people or perspectives", () => {
  fc.assert(
    fc.property(weighingInputs, (input) => {
      const reversed = {
        ...input,
        ratings: input.ratings.toReversed(),
        perspectives: input.perspectives
          .toReversed()
          .map((own) => ({ ...own, assessors: own.assessors.toReversed() })),
      };
      const sorted = (found: ReturnType<typeof judged>) => ({
        ...found,
        outcome: {
          ...found.outcome,
          first: found.outcome.first.map(({ option, people, perspectives }) => ({
            option,
            people: people.toSorted(),
            perspectives: perspectives.toSorted(),
          })),
        },
        reasons: { ...found.reasons, carrying: [] },
      });
      expect(sorted(judged(reversed))).toEqual(sorted(judged(input)));
    }),
  );
});
