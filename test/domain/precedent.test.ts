import { describe, expect, it } from "vitest";
import {
  conflicts,
  differences,
  equalTreatment,
  leading,
  tipping,
  type Precedent,
  type Proposal,
} from "../../app/domain/precedent.ts";
import { claimDecisions, claimFacts, decidedOnP1 } from "./precedent-cases.ts";

const { misinformed, threatened, couldKnow, lowLiteracy } = claimFacts;
const decidedOnAll: Precedent = { ...decidedOnP1, reasonPro: undefined };

function against(proposal: Proposal): string[] {
  return conflicts(proposal, [decidedOnP1]).map(({ id }) => id);
}

describe("a precedent of two outcomes", () => {
  it("binds a case with only the facts its reason names, and without a recorded reason does not", () => {
    const facts = { pro: ["p1"], con: ["d1"] };
    expect(equalTreatment(facts, 2, [decidedOnP1]).lowerBy).toEqual(["c1"]);
    expect(equalTreatment(facts, 2, [decidedOnAll]).lowerBy).toEqual([]);
    expect(differences(facts, decidedOnAll).atLeast).toEqual({
      missing: ["p2"],
      newCounter: [],
      binds: "no",
    });
    expect(differences(facts, decidedOnP1).atLeast.binds).toBe("yes");
    expect(against({ ...facts, level: 0, reasonCon: ["d1"] })).toEqual(["c1"]);
  });

  it("binds a case with fewer facts against", () => {
    const facts = { pro: ["p1", "p2"], con: ["d1"] };
    for (const precedent of [decidedOnP1, decidedOnAll]) {
      expect(equalTreatment(facts, 2, [precedent]).lowerBy).toEqual(["c1"]);
    }
    expect(against({ ...facts, level: 0, reasonCon: ["d1"] })).toEqual(["c1"]);
  });

  it("does not bind a case with a new fact against, unless the reason leaves that fact out", () => {
    const facts = { pro: ["p1", "p2"], con: ["d1", "d3"] };
    for (const precedent of [decidedOnP1, decidedOnAll]) {
      expect(equalTreatment(facts, 2, [precedent])).toEqual({
        lower: 0,
        upper: 1,
        lowerBy: [],
        upperBy: [],
        conflict: false,
      });
      expect(differences(facts, precedent).atLeast).toEqual({
        missing: [],
        newCounter: ["d3"],
        binds: "no",
      });
    }
    expect(against({ ...facts, level: 0, reasonCon: ["d1"] })).toEqual(["c1"]);
    expect(against({ ...facts, level: 0, reasonCon: ["d3"] })).toEqual([]);
    expect(against({ ...facts, level: 0, reasonCon: ["d1", "d3"] })).toEqual([]);
    expect(against({ ...facts, level: 0 })).toEqual([]);
    expect(against({ ...facts, level: 1, reasonPro: ["p2"] })).toEqual([]);
  });

  it("that has an empty reason rests on all its facts", () => {
    const facts = { pro: ["p1"], con: ["d1"] };
    expect(differences(facts, { ...decidedOnP1, reasonPro: [] })).toEqual(
      differences(facts, decidedOnAll),
    );
    expect(against({ pro: ["p1"], con: ["d3"], level: 0, reasonCon: [] })).toEqual([]);
  });
});

describe("the parents of Emma and Max", () => {
  // Horty, "Rules and reasons in the theory of precedent" (2011): staying up for television.
  const emma: Precedent = {
    id: "emma",
    pro: ["at least nine", "did her chores"],
    con: ["left her dinner"],
    level: 1,
    reasonPro: ["at least nine"],
  };
  const max = { pro: ["at least nine", "did her chores"], con: ["left her dinner", "no homework"] };

  it("may refuse Max because of his homework, but not because of his dinner", () => {
    expect(equalTreatment(max, 2, [emma])).toMatchObject({ lower: 0, upper: 1 });
    expect(conflicts({ ...max, level: 0, reasonCon: ["no homework"] }, [emma])).toEqual([]);
    expect(conflicts({ ...max, level: 0, reasonCon: ["left her dinner"] }, [emma])).toEqual([
      { id: "emma", because: "atLeast" },
    ]);
  });

  it("are bound by both decisions afterwards", () => {
    const refused: Precedent = { id: "max", ...max, level: 0, reasonCon: ["no homework"] };
    const other = { pro: ["at least nine"], con: ["no homework"] };
    expect(equalTreatment(other, 2, [emma, refused])).toMatchObject({ lower: 0, upper: 0 });
    expect(conflicts({ ...other, level: 1 }, [emma, refused])).toEqual([
      { id: "max", because: "atMost" },
    ]);
  });
});

describe("precedents of ordered outcomes", () => {
  it("bind a case equal to one of them to its level", () => {
    const facts = { pro: [misinformed, threatened], con: [couldKnow] };
    expect(equalTreatment(facts, 4, claimDecisions)).toEqual({
      lower: 3,
      upper: 3,
      lowerBy: ["P1"],
      upperBy: [],
      conflict: false,
    });
  });

  it("bind a stronger case to at least that level", () => {
    const facts = { pro: [misinformed, threatened, lowLiteracy], con: [] };
    expect(equalTreatment(facts, 4, claimDecisions)).toEqual({
      lower: 3,
      upper: 3,
      lowerBy: ["P1"],
      upperBy: [],
      conflict: false,
    });
  });

  it("leave a case between two of them open from the weaker one up", () => {
    const facts = { pro: [misinformed], con: [] };
    expect(equalTreatment(facts, 4, claimDecisions)).toEqual({
      lower: 1,
      upper: 3,
      lowerBy: ["P2"],
      upperBy: [],
      conflict: false,
    });
    const unequal = [0, 1, 2, 3].filter(
      (level) => conflicts({ ...facts, level }, claimDecisions).length > 0,
    );
    expect(unequal).toEqual([0]);
  });

  it("bind a weaker case to at most their level", () => {
    const facts = { pro: [misinformed], con: [couldKnow, "verzwegen"] };
    const band = equalTreatment(facts, 4, claimDecisions);
    expect(band).toMatchObject({ lower: 0, upper: 1, upperBy: ["P2"] });
    expect(conflicts({ ...facts, level: 2 }, claimDecisions)).toEqual([
      { id: "P2", because: "atMost" },
    ]);
  });

  it("that contradict each other are said to do so", () => {
    const facts = { pro: [misinformed], con: [couldKnow] };
    const strict: Precedent = { id: "P5", ...facts, level: 0 };
    expect(equalTreatment(facts, 4, [...claimDecisions, strict])).toEqual({
      lower: 1,
      upper: 0,
      lowerBy: ["P2"],
      upperBy: ["P5"],
      conflict: true,
    });
  });

  it("must have a level of the scale", () => {
    const refuse = (levels: number, level: number): void => {
      equalTreatment({ pro: [], con: [] }, levels, [{ id: "x", pro: [], con: [], level }]);
    };
    expect(() => refuse(2, 2)).toThrow("level");
    expect(() => refuse(2, -1)).toThrow("level");
    expect(() => refuse(2, 0.5)).toThrow("level");
    expect(() => refuse(0, 0)).toThrow("levels");
  });
});

describe("an unknown fact", () => {
  const precedent: Precedent = { id: "c", pro: ["p1", "p2"], con: ["d1"], level: 1 };

  it("that the reason needs makes the precedent bind if it is established", () => {
    const situation = { pro: ["p1"], con: [], unknown: ["p2"] };
    expect(differences(situation, precedent).atLeast).toEqual({
      missing: ["p2"],
      newCounter: [],
      binds: "if",
    });
    expect(equalTreatment(situation, 2, [precedent]).lowerBy).toEqual([]);
    expect(differences({ ...situation, con: ["d2"] }, precedent).atLeast.binds).toBe("no");
  });

  it("is also one that came into the catalogue after the precedent", () => {
    const situation = { pro: ["p1", "p2"], con: ["d9"] };
    const older = { ...precedent, known: ["p3"] };
    expect(differences(situation, older).atLeast).toEqual({
      missing: [],
      newCounter: ["d9"],
      binds: "if",
    });
    expect(differences(situation, { ...precedent, known: ["d9"] }).atLeast.binds).toBe("no");
    expect(differences(situation, precedent).atLeast.binds).toBe("no");
  });

  it("is not a fact of the precedent itself, also when its catalogue does not list it", () => {
    const strict: Precedent = { id: "c", pro: ["p1"], con: ["d1"], level: 0, known: [] };
    const situation = { pro: ["p1", "d1"], con: ["d1"] };
    expect(differences(situation, strict).atMost.newCounter).toEqual(["d1"]);
    expect(differences(situation, strict).atMost.binds).toBe("no");
    const relief: Precedent = { ...strict, level: 1 };
    const turned = { pro: ["p1"], con: ["d1", "p1"] };
    expect(differences(turned, relief).atLeast).toMatchObject({ newCounter: ["p1"], binds: "no" });
  });
});

describe("the tipping point", () => {
  it("splits the differences in facts to find out and to motivate, fewest first", () => {
    const situation = { pro: ["p1"], con: ["d1", "d9"], unknown: ["p2"] };
    const precedents: Precedent[] = [
      { id: "far", pro: ["p1", "p2", "p3"], con: [], level: 1 },
      { id: "b", pro: ["p1", "p2"], con: ["d1", "d9"], level: 1 },
      { id: "new", pro: ["p1"], con: ["d1"], level: 1, known: ["p1", "d1"] },
      { id: "strict", pro: [], con: ["d1"], level: 0 },
      { id: "binds", pro: ["p1"], con: ["d1", "d9"], level: 1 },
    ];
    expect(tipping(situation, precedents)).toEqual([
      { id: "binds", toFindOut: [], toMotivate: [] },
      { id: "b", toFindOut: ["p2"], toMotivate: [] },
      { id: "new", toFindOut: ["d9"], toMotivate: [] },
      { id: "strict", toFindOut: [], toMotivate: ["p1"] },
      { id: "far", toFindOut: ["p2"], toMotivate: ["d1", "d9", "p3"] },
    ]);
  });

  it("of a level between the others takes the direction with the fewest differences", () => {
    const between: Precedent = { id: "c", pro: ["p1", "p2", "p3"], con: ["d1"], level: 1 };
    const situation = { pro: ["p1"], con: [] };
    expect(tipping(situation, [between])).toEqual([
      { id: "c", toFindOut: [], toMotivate: ["p2", "p3"] },
    ]);
    expect(tipping(situation, [between], 3)).toEqual([
      { id: "c", toFindOut: [], toMotivate: ["d1"] },
    ]);
  });
});

describe("leading precedents", () => {
  it("are those that do not follow from the others", () => {
    const precedents: Precedent[] = [
      { id: "a", pro: ["p1"], con: ["d1", "d2"], level: 1 },
      { id: "b", pro: ["p1", "p2"], con: ["d1"], level: 1 },
      { id: "c", pro: ["p2"], con: ["d3"], level: 0 },
      { id: "d", pro: [], con: ["d3"], level: 0 },
      { id: "e", pro: ["p2"], con: ["d3"], level: 0 },
    ];
    expect(leading(precedents)).toEqual([
      { id: "a", forces: ["b"] },
      { id: "c", forces: ["d"] },
    ]);
  });

  it("between the lowest and highest level follow only from a band of exactly their level", () => {
    const middle: Precedent[] = [
      { id: "a", pro: ["p1"], con: ["d1"], level: 1 },
      { id: "b", pro: ["p1", "p2"], con: ["d1"], level: 1 },
    ];
    expect(leading(middle, 2)).toEqual([{ id: "a", forces: ["b"] }]);
    expect(leading(middle, 3).map(({ id }) => id)).toEqual(["a", "b"]);
  });
});
