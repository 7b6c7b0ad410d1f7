import { describe, expect, it } from "vitest";
import { comparedWeighings, type ComparedWeighing } from "#app/domain/weighing-comparison.ts";

type Option = ComparedWeighing["options"][number];
const option = (id: string, rank: number | null, total = 3): Option => ({
  id,
  total,
  passes: rank !== null,
  rank,
});

const first: ComparedWeighing = {
  round: 1,
  perspectives: [
    { key: "legal", weight: 0.5, passMark: 3 },
    { key: "societal", weight: 0.5, passMark: 3 },
  ],
  assessors: ["a", "b"],
  options: [option("x", 1), option("y", 2), option("z", null)],
  proposed: ["x"],
};
const other = (changes: Partial<ComparedWeighing>): ComparedWeighing => ({ ...first, ...changes });

describe("two weighings beside each other", () => {
  it("differ in nothing when they are the same", () => {
    expect(comparedWeighings(first, first)).toEqual({
      causes: [],
      proposal: { change: "same", before: ["x"], after: ["x"] },
      nowPasses: [],
      nowFails: [],
      moved: [],
    });
  });

  it("name what they were computed from that differs, and not what only rounds differently", () => {
    const heavier = first.perspectives.map((own, place) => ({ ...own, weight: place ? 0.4 : 0.6 }));
    const rounded = first.perspectives.map((own) => ({ ...own, weight: own.weight + 1e-12 }));
    const stricter = first.perspectives.map((own) => ({ ...own, passMark: 3.5 }));
    const causes = (changes: Partial<ComparedWeighing>) =>
      comparedWeighings(first, other(changes)).causes;
    expect(causes({ perspectives: heavier })).toEqual(["weights"]);
    expect(causes({ perspectives: rounded })).toEqual([]);
    expect(causes({ perspectives: stricter })).toEqual(["passMarks"]);
    expect(causes({ round: 2, assessors: ["b", "a", "c"] })).toEqual(["round", "people"]);
    expect(causes({ assessors: ["b", "a"] })).toEqual([]);
    expect(causes({ options: first.options.slice(1) })).toEqual(["options"]);
  });

  it.each([
    [["x"], ["y"], "changed"],
    [["x", "y"], ["y", "x"], "same"],
    [["x"], ["x", "y"], "changed"],
    [["x"], [], "gone"],
    [[], ["x"], "new"],
    [[], [], "none"],
  ])("of the proposals %j and %j say: %s", (before, after, change) => {
    const found = comparedWeighings(other({ proposed: before }), other({ proposed: after }));
    expect(found.proposal).toEqual({ change, before, after });
  });

  it("tell who moved among those that pass, and who came or fell away", () => {
    const options = [option("x", 2), option("y", null), option("z", 1)];
    expect(comparedWeighings(first, other({ options }))).toMatchObject({
      nowPasses: ["z"],
      nowFails: ["y"],
      moved: [{ id: "x", before: 1, after: 2 }],
    });
  });

  it("are mirrored when they change places", () => {
    const options = [option("x", 2), option("y", null), option("z", 1)];
    const there = comparedWeighings(first, other({ options }));
    const back = comparedWeighings(other({ options }), first);
    expect(back.nowPasses).toEqual(there.nowFails);
    expect(back.moved).toEqual([{ id: "x", before: 2, after: 1 }]);
  });
});
