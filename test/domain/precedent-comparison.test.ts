import { describe, expect, it } from "vitest";
import { addedConflicts } from "../../app/domain/precedent-added-conflicts.ts";
import { comparison } from "../../app/domain/precedent-comparison.ts";
import {
  conflicts,
  differences,
  equalTreatment,
  type Precedent,
} from "../../app/domain/precedent.ts";

const relief: Precedent = { id: "r", pro: ["p1", "p2"], con: ["d1", "d2"], level: 1 };
const strict: Precedent = { id: "s", pro: ["p1"], con: ["d1", "d2"], level: 0 };

describe("comparing a case with a precedent", () => {
  it("shows what is the same, what is stronger here, and nothing different when it binds", () => {
    const situation = { pro: ["p1", "p2", "p3"], con: ["d1"] };
    expect(comparison({ situation, precedent: relief, levels: 2 })).toEqual({
      id: "r",
      verdict: "equal",
      differenceCount: 0,
      same: ["d1", "p1", "p2"],
      directions: [
        {
          direction: "atLeast",
          verdict: "equal",
          differenceCount: 0,
          strongerHere: ["d2", "p3"],
          differentHere: [],
          besides: [],
        },
      ],
    });
  });

  it("splits the differences in what to find out and what to motivate", () => {
    const situation = { pro: ["p1"], con: ["d1", "d3", "d4"], unknown: ["p2", "d2"] };
    const precedent: Precedent = { ...relief, known: ["d3"] };
    const [direction] = comparison({ situation, precedent, levels: 2 }).directions;
    expect(direction).toEqual({
      direction: "atLeast",
      verdict: "distinguishable",
      differenceCount: 3,
      strongerHere: [],
      differentHere: [
        { fact: "d3", kind: "newCounter", way: "toMotivate" },
        { fact: "d4", kind: "newCounter", way: "toFindOut" },
        { fact: "p2", kind: "missing", way: "toFindOut" },
      ],
      besides: ["d2"],
    });
  });

  it("mirrors for a precedent of level 0", () => {
    const situation = { pro: [], con: ["d1", "d2", "d3"] };
    const { verdict, same, directions } = comparison({ situation, precedent: strict, levels: 2 });
    expect({ verdict, same }).toEqual({ verdict: "equal", same: ["d1", "d2"] });
    expect(directions[0]).toMatchObject({ direction: "atMost", strongerHere: ["d3", "p1"] });
  });

  it("shows a level in between in both directions, the nearest first", () => {
    const situation = { pro: ["p1", "p2", "p3"], con: ["d1"] };
    const { verdict, differenceCount, directions } = comparison({
      situation,
      precedent: { ...relief, level: 2 },
      levels: 4,
    });
    expect({ verdict, differenceCount }).toEqual({ verdict: "equal", differenceCount: 0 });
    expect(directions.map((each) => [each?.direction, each?.differenceCount])).toEqual([
      ["atLeast", 0],
      ["atMost", 2],
    ]);
    const weaker = comparison({
      situation: { pro: ["p1"], con: ["d1", "d2"] },
      precedent: { ...relief, level: 2 },
      levels: 4,
    });
    expect(weaker.directions.map((each) => each?.direction)).toEqual(["atMost", "atLeast"]);
  });

  it("calls a case nearly equal with one difference, or with unknown differences only", () => {
    const verdictOf = (situation: Parameters<typeof comparison>[0]["situation"]): string =>
      comparison({ situation, precedent: relief, levels: 2 }).verdict;
    expect(verdictOf({ pro: ["p1"], con: [] })).toBe("nearly");
    expect(verdictOf({ pro: [], con: [], unknown: ["p1", "p2"] })).toBe("nearly");
    expect(verdictOf({ pro: [], con: [], unknown: ["p1"] })).toBe("distinguishable");
  });

  it("leaves a fact outside the recorded reason aside", () => {
    const precedent: Precedent = { ...relief, reasonPro: ["p1"] };
    const { verdict, directions } = comparison({
      situation: { pro: ["p1"], con: ["d1", "d2"] },
      precedent,
      levels: 2,
    });
    expect(verdict).toBe("equal");
    expect(directions[0].besides).toEqual(["p2"]);
  });
});

describe("facts that come in more or less", () => {
  const precedent: Precedent = {
    id: "widow",
    pro: ["ill"],
    con: ["late"],
    level: 1,
    ordered: { pro: { age: 70 }, con: { months: 12 } },
  };
  const facts = { pro: ["ill"], con: ["late"] };

  it("bind by dominance: fewer months late and a higher age are at least as strong", () => {
    const bindsAt = (age: number, months: number): string =>
      differences({ ...facts, ordered: { pro: { age }, con: { months } } }, precedent).atLeast
        .binds;
    expect(bindsAt(70, 12)).toBe("yes");
    expect(bindsAt(71, 3)).toBe("yes");
    expect(bindsAt(69, 3)).toBe("no");
    expect(bindsAt(71, 13)).toBe("no");
  });

  it("mirror for a precedent of strict application", () => {
    const refused: Precedent = { ...precedent, level: 0 };
    const bindsAt = (age: number, months: number): string =>
      differences({ ...facts, ordered: { pro: { age }, con: { months } } }, refused).atMost.binds;
    expect(bindsAt(70, 12)).toBe("yes");
    expect(bindsAt(60, 20)).toBe("yes");
    expect(bindsAt(71, 20)).toBe("no");
    expect(bindsAt(60, 11)).toBe("no");
  });

  it("are none at 0: whoever needs none, or has none against, differs in nothing", () => {
    const bound = (here: { [fact: string]: number }, there: { [fact: string]: number }) =>
      differences({ ...facts, ordered: { con: here } }, { ...precedent, ordered: { con: there } })
        .atLeast;
    expect(bound({ months: 0 }, { months: 12 }).binds).toBe("yes");
    expect(bound({ months: 0 }, {}).binds).toBe("yes");
    expect(bound({}, { months: 0 }).binds).toBe("yes");
    expect(bound({ months: 3 }, { months: 0 })).toMatchObject({ weaker: ["months"], binds: "no" });
    expect(bound({ months: 3 }, {})).toMatchObject({ weaker: ["months"], binds: "if" });
  });

  it("are unknown without a value on one of the two sides", () => {
    expect(differences(facts, precedent).atLeast).toEqual({
      missing: [],
      newCounter: [],
      weaker: ["age", "months"],
      binds: "if",
    });
    const valued = { ...facts, ordered: { pro: { age: 80 }, con: { months: 1 } } };
    expect(differences(valued, { ...precedent, ordered: {} }).atLeast).toMatchObject({
      weaker: ["months"],
      binds: "if",
    });
    expect(() => differences({ ...facts, ordered: { pro: { age: NaN } } }, precedent)).toThrow(
      "ordered",
    );
  });

  it("count only when the recorded reason names them", () => {
    const onIllness: Precedent = { ...precedent, reasonPro: ["ill"] };
    const onAge: Precedent = { ...precedent, reasonPro: ["age"] };
    const young = { ...facts, ordered: { pro: { age: 30 }, con: { months: 12 } } };
    expect(differences(young, onIllness).atLeast.binds).toBe("yes");
    expect(differences(young, onAge).atLeast).toMatchObject({ missing: [], weaker: ["age"] });
    const later = { ...facts, ordered: { pro: { age: 70 }, con: { months: 20 } }, level: 0 };
    expect(conflicts(later, [precedent])).toEqual([]);
    expect(conflicts({ ...later, reasonCon: ["late"] }, [precedent])).toHaveLength(1);
    expect(conflicts({ ...later, reasonCon: ["late", "months"] }, [precedent])).toEqual([]);
  });

  it("stand in the column they belong to", () => {
    const situation = { ...facts, ordered: { pro: { age: 75 }, con: { months: 14 } } };
    const { same, directions, verdict } = comparison({ situation, precedent, levels: 2 });
    expect(same).toEqual(["ill", "late"]);
    expect(verdict).toBe("nearly");
    expect(directions[0]).toMatchObject({
      strongerHere: ["age"],
      differentHere: [{ fact: "months", kind: "weaker", way: "toMotivate" }],
    });
    const equal = comparison({ situation: precedent, precedent, levels: 2 });
    expect(equal.same).toEqual(["age", "ill", "late", "months"]);
    const onIllness: Precedent = { ...precedent, reasonPro: ["ill"] };
    const younger = { ...facts, ordered: { pro: { age: 20 }, con: { months: 12 } } };
    const beside = comparison({ situation: younger, precedent: onIllness, levels: 2 });
    expect(beside.directions[0].besides).toEqual(["age"]);
  });
});

describe("what a decision adds", () => {
  const facts = { pro: ["p1"], con: ["d1"] };
  const full: Precedent = { id: "full", pro: ["p1"], con: ["d1", "d2"], level: 3 };
  const half: Precedent = { id: "half", pro: ["p1", "p2"], con: ["d1"], level: 1 };

  it("to a line without conflicts is every conflict", () => {
    expect(addedConflicts({ ...facts, level: 2 }, [full])).toEqual({
      added: [{ id: "full", because: "atLeast" }],
      alreadyInLine: [],
    });
  });

  it("to a line that already conflicts is only what goes beyond both", () => {
    const line = [full, half];
    expect(equalTreatment(facts, 5, line)).toMatchObject({ lower: 3, upper: 1, conflict: true });
    for (const level of [1, 2, 3]) {
      expect(addedConflicts({ ...facts, level }, line).added).toEqual([]);
    }
    expect(addedConflicts({ ...facts, level: 2 }, line).alreadyInLine).toEqual([
      { id: "full", because: "atLeast", with: ["half"] },
      { id: "half", because: "atMost", with: ["full"] },
    ]);
    expect(addedConflicts({ ...facts, level: 0 }, line).added).toEqual([
      { id: "full", because: "atLeast" },
    ]);
    expect(addedConflicts({ ...facts, level: 4 }, line).added).toEqual([
      { id: "half", because: "atMost" },
    ]);
  });

  it("is not excused by a precedent that was motivated with a fact the other did not have", () => {
    const motivated: Precedent = {
      id: "motivated",
      pro: ["p1"],
      con: ["d1", "d3"],
      level: 0,
      reasonCon: ["d3"],
    };
    const proposal = { pro: ["p1"], con: ["d1", "d3"], level: 0 };
    const line = [full, motivated];
    expect(addedConflicts({ ...proposal, reasonCon: ["d3"] }, line).added).toEqual([]);
    expect(addedConflicts({ ...proposal, reasonCon: ["d1"] }, line).added).toEqual([
      { id: "full", because: "atLeast" },
    ]);
  });
});
