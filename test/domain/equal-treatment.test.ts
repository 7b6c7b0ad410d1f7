import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clearingFacts,
  distinguishingFacts,
  equalTreatmentAnswer,
  treatmentOf,
} from "../../app/domain/equal-treatment.ts";
import { conflicts, type Precedent, type Proposal } from "../../app/domain/precedent.ts";

/** The widow who could not know: full relief, though she was years late. */
const widow: Precedent = {
  id: "widow",
  pro: ["illiterate", "misinformed", "prompt"],
  con: ["late"],
  reasonPro: ["illiterate", "misinformed", "prompt"],
  reasonCon: ["late"],
  level: 3,
};
const like: Proposal = {
  pro: ["illiterate", "misinformed", "prompt", "abroad"],
  con: ["late"],
  level: 1,
  reasonPro: [],
  reasonCon: [],
};

describe("a case like the widow's with a lower outcome", () => {
  it("has no fact that makes a difference", () => {
    expect(conflicts(like, [widow])).toEqual([{ id: "widow", because: "atLeast" }]);
    expect(clearingFacts(like, widow, "atLeast")).toEqual([]);
    expect(distinguishingFacts(like, widow)).toEqual([]);
  });

  it("is cleared by the fact that differs once the reason names it, and not before", () => {
    const knew = { ...like, con: ["late", "knew"] };
    const silent = { ...knew, reasonCon: ["late"] };
    expect(clearingFacts(silent, widow, "atLeast")).toEqual(["knew"]);
    expect(conflicts(silent, [widow])).toHaveLength(1);
    expect(distinguishingFacts(silent, widow)).toEqual([]);
    const named = { ...knew, reasonCon: ["late", "knew"] };
    expect(conflicts(named, [widow])).toEqual([]);
    expect(distinguishingFacts(named, widow)).toEqual(["knew"]);
  });

  it("is cleared by the mirror for more relief than a refusal", () => {
    const refusal: Precedent = { id: "refusal", pro: ["abroad"], con: ["late"], level: 0 };
    const more: Proposal = {
      pro: ["abroad", "ill"],
      con: ["late"],
      level: 2,
      reasonPro: ["abroad"],
    };
    expect(clearingFacts(more, refusal, "atMost")).toEqual(["ill"]);
    expect(distinguishingFacts({ ...more, reasonPro: ["ill"] }, refusal)).toEqual(["ill"]);
  });

  it("counts an ordered fact of which there is more here as a difference", () => {
    const ordered = { ...widow, con: [], reasonCon: [], ordered: { con: { months: 36 } } };
    const later: Proposal = { ...like, con: [], ordered: { con: { months: 60 } } };
    expect(clearingFacts(later, ordered, "atLeast")).toEqual(["months"]);
    expect(distinguishingFacts(later, ordered)).toEqual(["months"]);
  });
});

describe("how a decision treats a precedent it names", () => {
  const treats = (proposal: Proposal, isDifferent = false) =>
    treatmentOf({ proposal, precedent: widow, isDifferent });

  it("follows the same level, also where other facts differ", () => {
    expect(treats({ ...like, level: 3, con: ["late", "knew"] }).relation).toBe("followed");
  });

  it("is distinguished by the facts that differ, with another level", () => {
    expect(treats({ ...like, con: ["late", "knew"] })).toEqual({
      relation: "distinguished",
      differences: ["knew"],
    });
  });

  it("is departed from when nothing differs", () => {
    expect(treats(like)).toEqual({ relation: "departed", differences: [] });
  });

  it("is distinguished at the same level only when people say so and a fact bears it out", () => {
    expect(treats({ ...like, level: 3 }, true).relation).toBe("followed");
    const differs = { ...like, level: 3, con: ["late", "knew"] };
    expect(treats(differs, true)).toEqual({ relation: "distinguished", differences: ["knew"] });
  });
});

describe("the answer", () => {
  const none = { standing: 0, changed: 0, distinguished: 0, binding: 0 };

  it("says first what was left standing, then a change of line, then a reason", () => {
    expect(equalTreatmentAnswer(none)).toBe("unbound");
    expect(equalTreatmentAnswer({ ...none, binding: 1 })).toBe("within");
    expect(equalTreatmentAnswer({ ...none, binding: 1, distinguished: 1 })).toBe("reason");
    expect(equalTreatmentAnswer({ ...none, changed: 2, distinguished: 1 })).toBe("line_change");
    expect(equalTreatmentAnswer({ ...none, standing: 1, changed: 2 })).toBe("unanswered");
  });
});

const names = ["a", "b", "c", "d"];
const some = fc.subarray(names);
const situation = fc
  .record({ pro: some, con: some, level: fc.integer({ min: 0, max: 3 }) })
  .map(({ pro, con, level }) => ({ pro, con: con.map((name) => `-${name}`), level }));
const precedent = fc.tuple(situation, fc.nat(), fc.nat()).map(([facts, a, b]): Precedent => ({
  id: "c",
  ...facts,
  reasonPro: facts.pro.slice(0, a % (facts.pro.length + 1)),
  reasonCon: facts.con.slice(0, b % (facts.con.length + 1)),
}));

describe("always", () => {
  it("naming any clearing fact clears the conflict, and without one none can", () => {
    fc.assert(
      fc.property(situation, precedent, (facts, earlier) => {
        const bare: Proposal = { ...facts, reasonPro: ["none"], reasonCon: ["none"] };
        const [found] = conflicts({ ...bare, reasonPro: [], reasonCon: [] }, [earlier]);
        const held =
          found ??
          conflicts({ ...facts, reasonPro: earlier.pro, reasonCon: earlier.con }, [earlier])[0];
        if (!held) return;
        const clearing = clearingFacts(facts, earlier, held.because);
        for (const fact of clearing) {
          const reason = held.because === "atLeast" ? { reasonCon: [fact] } : { reasonPro: [fact] };
          expect(conflicts({ ...facts, ...reason }, [earlier])).toEqual([]);
        }
        if (clearing.length === 0) expect(found).toBeDefined();
      }),
    );
  });

  it("departs exactly from what it contradicts", () => {
    fc.assert(
      fc.property(situation, precedent, (proposal, earlier) => {
        const { relation } = treatmentOf({ proposal, precedent: earlier, isDifferent: false });
        expect(relation === "departed").toBe(conflicts(proposal, [earlier]).length > 0);
        const distinguishing = distinguishingFacts(proposal, earlier);
        expect(distinguishing?.length === 0).toBe(relation === "departed");
      }),
    );
  });
});
