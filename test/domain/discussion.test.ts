import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  discussionAgenda,
  perspectiveConcordance,
  perspectiveRankings,
} from "../../app/domain/discussion.ts";
import { weighing } from "../../app/domain/weighing.ts";
import { panelInput, plainInput, refusal, weighingInputs } from "./weighing-example.ts";

function agendaOf(input: ReturnType<typeof panelInput>) {
  return discussionAgenda(weighing(input), input.perspectives);
}

describe("the agenda of the discussion", () => {
  const assessors = ["anna", "bram"];

  it("starts with the lowest consensus, then the heaviest, then the order of the question set", () => {
    const agenda = agendaOf(
      panelInput({
        assessors,
        criteria: [
          { id: "agreed", weight: 4, values: { anna: 4, bram: 4 } },
          { id: "light", weight: 1, values: { anna: 2, bram: 4 } },
          { id: "heavy", weight: 3, values: { anna: 2, bram: 4 } },
          { id: "light too", weight: 1, values: { anna: 2, bram: 4 } },
          { id: "opposed", weight: 1, values: { anna: 1, bram: 5 } },
        ],
      }),
    );
    const order = agenda.map(({ criterion }) => criterion);
    expect(order).toEqual(["opposed", "heavy", "light", "light too", "agreed"]);
    expect(agenda.map(({ weight }) => weight)).toEqual([0.1, 0.3, 0.1, 0.1, 0.4]);
  });

  it("flags a range of 2 and more, not less, and closes with cells nobody rated", () => {
    const agenda = agendaOf(
      panelInput({
        assessors,
        criteria: [
          { id: "empty", weight: 1, values: {} },
          { id: "one apart", weight: 1, values: { anna: 2, bram: 3 } },
          { id: "two apart", weight: 1, values: { anna: 3, bram: 5 } },
        ],
      }),
    );
    expect(agenda.map(({ criterion, flagged, word }) => [criterion, flagged, word])).toEqual([
      ["two apart", true, "verschil"],
      ["one apart", false, "eens"],
      ["empty", false, null],
    ]);
  });

  it("holds every cell once, in order of consensus, for any weighing", () => {
    fc.assert(
      fc.property(weighingInputs, (input) => {
        const agenda = agendaOf(input);
        const criteria = input.perspectives.flatMap((perspective) => perspective.criteria);
        const places = new Set(agenda.map((c) => `${c.perspective}/${c.criterion}/${c.option}`));
        expect(agenda).toHaveLength(criteria.length * input.options.length);
        expect(places.size).toBe(agenda.length);
        const values = agenda.map((cell) => cell.consensus ?? 2);
        expect(values).toEqual([...values].sort((a, b) => a - b));
        for (const { word, flagged } of agenda) expect(flagged).toBe((word ?? "eens") !== "eens");
      }),
      { numRuns: 40 },
    );
  });

  it("refuses weights that miss a perspective or criterion that was weighed", () => {
    const input = panelInput({ assessors, criteria: [{ id: "c", weight: 1, values: {} }] });
    const result = weighing(input);
    expect(refusal(() => discussionAgenda(result, []))).toBe("perspectives");
    const bare = [{ id: "p", weight: 1, criteria: [] }];
    expect(refusal(() => discussionAgenda(result, bare))).toBe("criteria");
  });
});

describe("rankings per perspective", () => {
  it("name first choices and ranks, ties sharing the best place, also of options that fail", () => {
    const result = weighing(plainInput({ x: [2, 5], y: [4, 5], z: [4, null] }));
    expect(perspectiveRankings(result)).toEqual([
      {
        perspective: "p0",
        tiers: [["y", "z"], ["x"]],
        first: ["y", "z"],
        ranks: [
          { option: "x", rank: 3, score: 2, passes: false },
          { option: "y", rank: 1, score: 4, passes: true },
          { option: "z", rank: 1, score: 4, passes: true },
        ],
      },
      {
        perspective: "p1",
        tiers: [["x", "y"]],
        first: ["x", "y"],
        ranks: [
          { option: "x", rank: 1, score: 5, passes: true },
          { option: "y", rank: 1, score: 5, passes: true },
          { option: "z", rank: null, score: null, passes: false },
        ],
      },
    ]);
  });

  it("are empty without options", () => {
    expect(
      perspectiveRankings(weighing({ ...plainInput({ x: [3] }), options: [], ratings: [] })),
    ).toEqual([]);
  });
});

describe("concordance between perspectives", () => {
  it("is 1 when they rank alike and 0 when two rank in opposite order", () => {
    const alike = weighing(plainInput({ a: [1, 2], b: [2, 3], c: [3, 4], d: [4, 5] }));
    expect(perspectiveConcordance(alike)).toEqual({ w: 1, chi2: 6, df: 3 });
    const opposed = weighing(plainInput({ a: [1, 5], b: [2, 4], c: [4, 2], d: [5, 1] }));
    expect(perspectiveConcordance(opposed)?.w).toBe(0);
  });

  it("is undefined under four options with a score in every perspective", () => {
    const three = weighing(plainInput({ a: [1, 2], b: [2, 3], c: [3, 4], d: [4, null] }));
    expect(perspectiveConcordance(three)).toBeNull();
  });
});
