import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addedConflicts } from "../../app/domain/precedent-added-conflicts.ts";
import { comparison } from "../../app/domain/precedent-comparison.ts";
import { fewestRevisions } from "../../app/domain/precedent-line.ts";
import {
  conflicts,
  differences,
  equalTreatment,
  leading,
  tipping,
  type Precedent,
  type Proposal,
  type Situation,
} from "../../app/domain/precedent.ts";
import { seededRandom } from "../../app/domain/seeded-random.ts";
import {
  generatedPrecedent,
  generatedReasons,
  generatedSituation,
  whole,
  type World,
} from "./generated-precedents.ts";

const levels = 4;

type Setting = { precedents: Precedent[]; situation: Situation; proposal: Proposal };

/** Precedents and a situation over few facts, so that many bind; half of the worlds with ordered facts. */
function settings(o: { reasons: boolean; ordered: boolean }): fc.Arbitrary<Setting> {
  return fc.record({ seed: fc.nat(), size: fc.integer({ min: 1, max: 12 }) }).map((drawn) => {
    const chance = seededRandom(drawn.seed);
    const ordered = o.ordered ? drawn.seed % 2 : 0;
    const world: World = { pro: 3, con: 3, ordered, levels };
    const precedents = Array.from({ length: drawn.size }, (_, at): Precedent => {
      const precedent = generatedPrecedent(chance, world);
      const open = o.reasons ? {} : { reasonPro: [], reasonCon: [] };
      return { ...precedent, ...open, id: `c${at}` };
    });
    const situation = generatedSituation(chance, world);
    const reasons = o.reasons ? generatedReasons(chance, situation) : {};
    return {
      precedents,
      situation,
      proposal: { ...situation, ...reasons, level: whole(chance, levels) },
    };
  });
}

const anything = settings({ reasons: true, ordered: true });
const allFactsCount = settings({ reasons: false, ordered: true });
const directions = ["atLeast", "atMost"] as const;

function checked(arbitrary: fc.Arbitrary<Setting>, rule: (setting: Setting) => void): void {
  fc.assert(fc.property(arbitrary, rule), { numRuns: 300 });
}

function shuffled<T>(list: T[], seed: number): T[] {
  const chance = seededRandom(seed);
  return list
    .map((each) => ({ each, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}

describe("precedents", () => {
  it("force the case that was decided", () => {
    checked(anything, ({ precedents }) => {
      for (const precedent of precedents) {
        const { pro, con, ordered } = precedent;
        const found = differences({ pro, con, ordered }, precedent);
        expect([found.atLeast.binds, found.atMost.binds]).toEqual(["yes", "yes"]);
      }
    });
  });

  it("still force a case when it becomes stronger for the side that won", () => {
    checked(anything, ({ precedents, situation }) => {
      const { pro, con } = situation;
      for (const precedent of precedents) {
        const { atLeast, atMost } = differences(situation, precedent);
        const morePro = { ...situation, pro: [...pro, "p0", "extra"], con: con.slice(1) };
        const moreCon = { ...situation, con: [...con, "d0", "extra"], pro: pro.slice(1) };
        if (atLeast.binds === "yes") {
          expect(differences(morePro, precedent).atLeast.binds).toBe("yes");
        }
        if (atMost.binds === "yes") {
          expect(differences(moreCon, precedent).atMost.binds).toBe("yes");
        }
      }
    });
  });

  it("are never unforced by a new one: the band only narrows, and conflicts only come", () => {
    checked(anything, ({ precedents, situation, proposal }) => {
      const fewer = precedents.slice(1);
      const before = equalTreatment(situation, levels, fewer);
      const after = equalTreatment(situation, levels, precedents);
      expect(after.lower).toBeGreaterThanOrEqual(before.lower);
      expect(after.upper).toBeLessThanOrEqual(before.upper);
      expect(conflicts(proposal, precedents)).toEqual(
        expect.arrayContaining(conflicts(proposal, fewer)),
      );
    });
  });

  it("bind when nothing differs, and only then", () => {
    checked(anything, ({ precedents, situation }) => {
      const bound = { atLeast: [0], atMost: [levels - 1] };
      for (const precedent of precedents) {
        const found = differences(situation, precedent);
        for (const direction of directions) {
          const { missing, newCounter, weaker = [], binds } = found[direction];
          expect(binds === "yes").toBe([...missing, ...newCounter, ...weaker].length === 0);
          if (binds === "yes") bound[direction].push(precedent.level);
        }
      }
      const { lower, upper } = equalTreatment(situation, levels, precedents);
      expect(lower).toBe(Math.max(...bound.atLeast));
      expect(upper).toBe(Math.min(...bound.atMost));
    });
  });

  it("that would bind if something is established, bind once it is", () => {
    checked(settings({ reasons: true, ordered: false }), ({ precedents, situation }) => {
      for (const precedent of precedents) {
        const { atLeast } = differences(situation, precedent);
        if (atLeast.binds !== "if") continue;
        const established = { ...situation, pro: [...situation.pro, ...atLeast.missing] };
        const completed = { ...precedent, con: [...precedent.con, ...atLeast.newCounter] };
        expect(differences(established, completed).atLeast.binds).toBe("yes");
      }
    });
  });

  it("do not depend on the order of anything", () => {
    const seeded = fc.tuple(anything, fc.nat());
    fc.assert(
      fc.property(seeded, ([{ precedents, situation, proposal }, seed]) => {
        const mixed = shuffled(precedents, seed).map((precedent): Precedent => {
          const { pro, con, known } = precedent;
          return {
            ...precedent,
            pro: shuffled(pro, seed),
            con: shuffled(con, seed),
            ...(known && { known: shuffled(known, seed) }),
          };
        });
        const other = {
          ...situation,
          pro: shuffled(situation.pro, seed),
          con: shuffled(situation.con, seed),
        };
        const otherProposal = { ...proposal, pro: other.pro, con: other.con };
        const [one] = precedents;
        const same = mixed.find(({ id }) => id === one?.id);
        if (!one || !same) throw new Error("no precedent");
        expect(differences(other, same)).toEqual(differences(situation, one));
        expect(comparison({ situation: other, precedent: same, levels })).toEqual(
          comparison({ situation, precedent: one, levels }),
        );
        expect(equalTreatment(other, levels, mixed)).toEqual(
          equalTreatment(situation, levels, precedents),
        );
        expect(tipping(other, mixed)).toEqual(tipping(situation, precedents));
        expect(leading(mixed)).toEqual(leading(precedents));
        expect(conflicts(otherProposal, mixed)).toEqual(conflicts(proposal, precedents));
        expect(addedConflicts(otherProposal, mixed)).toEqual(addedConflicts(proposal, precedents));
        expect(fewestRevisions(mixed)).toEqual(fewestRevisions(precedents));
      }),
    );
  });
});

describe("a proposal", () => {
  it("contradicts nothing exactly when it is within the band and all facts count", () => {
    checked(allFactsCount, ({ precedents, situation }) => {
      const { lower, upper } = equalTreatment(situation, levels, precedents);
      for (const level of [0, 1, 2, 3]) {
        const found = conflicts({ ...situation, level }, precedents);
        expect(found.length === 0).toBe(lower <= level && level <= upper);
      }
    });
  });

  it("adds every conflict to precedents that agree, and none between those that do not", () => {
    checked(allFactsCount, ({ precedents, situation }) => {
      const { lower, upper, conflict } = equalTreatment(situation, levels, precedents);
      for (const level of [0, 1, 2, 3]) {
        const found = addedConflicts({ ...situation, level }, precedents);
        if (!conflict) expect(found.alreadyInLine).toEqual([]);
        if (conflict && upper <= level && level <= lower) expect(found.added).toEqual([]);
      }
    });
  });

  it("has its conflicts split without loss, each old one with a precedent that holds it", () => {
    checked(anything, ({ precedents, proposal }) => {
      const { added, alreadyInLine } = addedConflicts(proposal, precedents);
      const all = [...added, ...alreadyInLine].map(({ id, because }) => ({ id, because }));
      const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
      expect(all.sort(byId)).toEqual(conflicts(proposal, precedents));
      for (const { because, with: others } of alreadyInLine) {
        const way = because === "atLeast" ? "atMost" : "atLeast";
        for (const other of precedents.filter(({ id }) => others.includes(id))) {
          expect(differences(proposal, other)[way].binds).toBe("yes");
        }
        expect(others.length).toBeGreaterThan(0);
      }
    });
  });
});

describe("a comparison", () => {
  it("puts every fact in exactly one column per direction", () => {
    checked(anything, ({ precedents, situation }) => {
      for (const precedent of precedents) {
        const values = [situation.ordered, precedent.ordered].flatMap((ordered) => [
          ...Object.keys(ordered?.pro ?? {}),
          ...Object.keys(ordered?.con ?? {}),
        ]);
        const plain = [...situation.pro, ...situation.con, ...precedent.pro, ...precedent.con];
        const { same, directions: shown } = comparison({ situation, precedent, levels });
        for (const each of shown) {
          const { strongerHere, differentHere, besides } = each ?? { ...shown[0] };
          const different = differentHere.map(({ fact }) => fact);
          expect([...same, ...strongerHere, ...different, ...besides].sort()).toEqual(
            [...new Set([...plain, ...values])].sort(),
          );
        }
      }
    });
  });
});
