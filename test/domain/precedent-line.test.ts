import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewestRevisions, line } from "../../app/domain/precedent-line.ts";
import {
  conflicts,
  differences,
  equalTreatment,
  leading,
  type Precedent,
} from "../../app/domain/precedent.ts";
import { seededRandom } from "../../app/domain/seeded-random.ts";
import { generatedPrecedent, type Chance, type World } from "./generated-precedents.ts";
import { claimDecisions } from "./precedent-cases.ts";

const plainWorld: World = { pro: 3, con: 3, ordered: 0, levels: 3 };

type Setting = { seed: number; size: number; ordered: number; reasons: boolean };

const settings = fc.record({
  seed: fc.nat(),
  size: fc.integer({ min: 0, max: 12 }),
  ordered: fc.constantFrom(0, 0, 1),
  reasons: fc.boolean(),
});

function decided(chance: Chance, world: World, reasons: boolean): Precedent {
  const { reasonPro, reasonCon, ...facts } = generatedPrecedent(chance, world);
  return reasons ? { ...facts, reasonPro, reasonCon } : facts;
}

function generated({ seed, size, ordered, reasons }: Setting): Precedent[] {
  const chance = seededRandom(seed);
  return Array.from({ length: size }, (_, at) => {
    return { ...decided(chance, { ...plainWorld, ordered }, reasons), id: `c${at}` };
  });
}

function contradict(one: Precedent, other: Precedent): boolean {
  return conflicts(one, [other]).length + conflicts(other, [one]).length > 0;
}

function conflictPairs(precedents: Precedent[]): [number, number][] {
  return precedents.flatMap((one, at) =>
    precedents
      .map((other, to): [number, number] => (contradict(one, other) ? [at, to] : [at, at]))
      .filter(([from, to]) => from < to),
  );
}

/** The fewest to take out, by trying all sets. */
function fewestByTrying(precedents: Precedent[]): number {
  const pairs = conflictPairs(precedents);
  const sets = Array.from({ length: 2 ** precedents.length }, (_, set) => set);
  const enough = sets.filter((set) =>
    pairs.every(([one, other]) => (set & (1 << one)) !== 0 || (set & (1 << other)) !== 0),
  );
  const count = (set: number): number => set.toString(2).replaceAll("0", "").length;
  return Math.min(...enough.map(count));
}

/** The definition of `leading` in so many words. */
function leadingByRule(
  precedents: Precedent[],
  levels: number,
): { id: string; forces: string[] }[] {
  const factsKey = ({ pro, con, level, ordered }: Precedent): string =>
    JSON.stringify([[...pro].sort(), [...con].sort(), level, ordered]);
  const sorted = [...precedents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const firsts = sorted.filter(
    (one, at) => sorted.findIndex((other) => factsKey(other) === factsKey(one)) === at,
  );
  return firsts
    .filter((one) => {
      const others = sorted.filter((other) => factsKey(other) !== factsKey(one));
      const { pro, con, ordered } = one;
      const { lower, upper } = equalTreatment({ pro, con, ordered }, levels, others);
      return lower !== one.level || upper !== one.level;
    })
    .map((one) => {
      const equals = sorted.filter((other) => factsKey(other) === factsKey(one));
      const way = one.level > 0 ? "atLeast" : "atMost";
      const forced = firsts.filter(
        (other) =>
          other !== one &&
          other.level === one.level &&
          equals.some(({ ...equal }) => {
            const { pro, con, ordered } = other;
            return differences({ pro, con, ordered }, equal)[way].binds === "yes";
          }),
      );
      return { id: one.id, forces: forced.map(({ id }) => id) };
    });
}

describe("the fewest decisions to revise", () => {
  it("are as few as trying every set of decisions finds, and leave no conflict", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const precedents = generated(setting);
        const { revise, lowerBound, isExact } = fewestRevisions(precedents);
        const rest = precedents.filter(({ id }) => !revise.includes(id));
        expect(conflictPairs(rest)).toEqual([]);
        expect(revise).toHaveLength(fewestByTrying(precedents));
        expect({ lowerBound, isExact }).toEqual({ lowerBound: revise.length, isExact: true });
      }),
      { numRuns: 150 },
    );
  });

  it("are none for decisions that agree, and one for the odd one out", () => {
    expect(fewestRevisions(claimDecisions).revise).toEqual([]);
    const odd: Precedent = { id: "odd", pro: [], con: ["eerder gewaarschuwd"], level: 3 };
    expect(fewestRevisions([...claimDecisions, odd]).revise).toEqual(["odd"]);
  });

  it("are enough, with a number that cannot be undercut, when the work ends early", () => {
    const precedents = generated({ seed: 4, size: 12, ordered: 0, reasons: true });
    const exact = fewestRevisions(precedents);
    const early = fewestRevisions(precedents, 0);
    const rest = precedents.filter(({ id }) => !early.revise.includes(id));
    expect(conflictPairs(rest)).toEqual([]);
    expect(early.lowerBound).toBeLessThanOrEqual(exact.revise.length);
    expect(early.isExact).toBe(early.lowerBound === early.revise.length);
  });

  it.each([0, 0.3])("are found for a scope of 2,000 decisions, share of reasons: %s", (reasons) => {
    const precedents = mostlyConsistent(2000, reasons);
    const { revise, isExact } = fewestRevisions(precedents);
    expect(isExact).toBe(true);
    expect(revise.length).toBeGreaterThan(10);
    const rest = precedents.filter(({ id }) => !revise.includes(id));
    expect(line(rest, 4).conflictCount).toBe(0);
  });

  it("are bounded on both sides in a scope where everything contradicts everything", () => {
    const chance = seededRandom(12);
    const world: World = { pro: 12, con: 10, ordered: 0, levels: 4 };
    const precedents = Array.from({ length: 600 }, () => decided(chance, world, true));
    const { revise, lowerBound, isExact } = fewestRevisions(precedents, 100_000);
    const rest = precedents.filter(({ id }) => !revise.includes(id));
    expect(line(rest, 4).conflictCount).toBe(0);
    expect(lowerBound).toBeGreaterThan(revise.length / 2);
    expect(isExact).toBe(lowerBound === revise.length);
  });
});

/** Decisions by fixed weights of the facts; three in a hundred are at odds with them. */
function mostlyConsistent(size: number, reasons: number): Precedent[] {
  const chance = seededRandom(3);
  const weights = Array.from({ length: 12 }, () => 1 + Math.floor(chance() * 4));
  return Array.from({ length: size }, (_, at) => {
    const here = weights.map((weight, fact) => ({ id: `f${fact}`, weight, side: fact % 2 }));
    const facts = here.filter(() => chance() < 0.4);
    const ids = (side: number): string[] =>
      facts.filter((fact) => fact.side === side).map(({ id }) => id);
    const total = facts.reduce((sum, { weight, side }) => sum + (side === 0 ? weight : -weight), 6);
    const fair = Math.max(0, Math.min(3, Math.floor(total / 4)));
    const level = chance() < 0.03 ? Math.floor(chance() * 4) : fair;
    const reasonPro = chance() < reasons ? ids(0).slice(0, 2) : [];
    return { id: `c${at}`, pro: ids(0), con: ids(1), level, reasonPro };
  });
}

describe("the line of a scope", () => {
  it("has the leading precedents of the definition", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const precedents = generated(setting);
        expect(leading(precedents, 3)).toEqual(leadingByRule(precedents, 3));
      }),
      { numRuns: 200 },
    );
  });

  it("tells what follows from each leading precedent, the weightiest first, and what conflicts", () => {
    const precedents: Precedent[] = [
      { id: "a", pro: ["p2"], con: ["d1"], level: 1 },
      { id: "b", pro: ["p1"], con: ["d1", "d2"], level: 1 },
      { id: "b2", pro: ["p1"], con: ["d2", "d1"], level: 1 },
      { id: "c", pro: ["p1", "p2"], con: ["d2"], level: 1 },
      { id: "c2", pro: ["p1", "p2"], con: ["d2"], level: 1 },
      { id: "odd", pro: ["p1", "p3"], con: ["d1"], level: 0 },
    ];
    expect(line(precedents)).toEqual({
      leading: [
        { id: "b", level: 1, same: ["b2"], follows: ["c", "c2"] },
        { id: "a", level: 1, same: [], follows: [] },
        { id: "odd", level: 0, same: [], follows: [] },
      ],
      conflicts: [
        { higher: "b", lower: "odd" },
        { higher: "b2", lower: "odd" },
      ],
      conflictCount: 2,
    });
    expect(fewestRevisions(precedents).revise).toEqual(["odd"]);
  });

  it("lists the conflicting pairs of the rules, whatever the order of the precedents", () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const precedents = generated(setting);
        const found = line(precedents, 3);
        expect(found.conflictCount).toBe(conflictPairs(precedents).length);
        expect(line([...precedents].reverse(), 3)).toEqual(found);
      }),
      { numRuns: 100 },
    );
  });
});
