import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closedSets, closedSetsSearch, setRows } from "#app/domain/closed-sets.ts";
import { clustersIn, clusterKey, type ClusterRows } from "#app/domain/clusters.ts";
import { leading, type Precedent } from "#app/domain/precedent.ts";
import { seededRandom } from "../../app/domain/seeded-random.ts";
import { generatedPrecedent, whole } from "./generated-precedents.ts";
import { subsetsOf } from "./generated-rules.ts";

type Situation = { facts: number[]; level: number };

/** Facts far apart, so that they stand in several words. */
const numbers = [1, 2, 31, 32, 33, 64, 90];

function someSituations(seed: number, most: number): Situation[] {
  const chance = seededRandom(seed);
  const [share, levels] = [0.2 + chance() * 0.6, 1 + whole(chance, 3)];
  return Array.from({ length: 1 + whole(chance, most) }, () => ({
    facts: numbers.filter(() => chance() < share),
    level: whole(chance, levels),
  }));
}

/** By trying every set of facts: those with enough situations of one level, closed, and with the most general ones kept. */
function byTryingAll(situations: Situation[], support: number) {
  const found = new Map<string, { facts: number[]; level: number; rows: number[] }>();
  for (const facts of subsetsOf(numbers)) {
    const rows = situations.flatMap((each, row) =>
      facts.every((fact) => each.facts.includes(fact)) ? [row] : [],
    );
    const level = situations[rows[0] ?? 0]?.level ?? 0;
    if (rows.length < support || rows.some((row) => situations[row]?.level !== level)) continue;
    const shared = numbers.filter((fact) =>
      rows.every((row) => situations[row]?.facts.includes(fact)),
    );
    found.set(rows.join(), { facts: shared, level, rows });
  }
  const all = [...found.values()];
  const isPart = (rows: number[], of: number[]) =>
    rows.length < of.length && rows.every((row) => of.includes(row));
  return all
    .filter((each) => !all.some((other) => isPart(each.rows, other.rows)))
    .sort(
      (a, b) =>
        b.rows.length - a.rows.length ||
        a.facts.length - b.facts.length ||
        compareFacts(a.facts, b.facts),
    );
}

function compareFacts(a: number[], b: number[]): number {
  const place = a.findIndex((fact, at) => fact !== b[at]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

describe("closed sets of facts with one outcome", () => {
  it("are the most general ones, by hand", () => {
    const [late, widow, ill, debts] = [1, 2, 3, 4];
    const situations = [
      { facts: [late, widow], level: 3 },
      { facts: [late, widow, ill], level: 3 },
      { facts: [late, widow, ill], level: 3 },
      { facts: [late, debts], level: 0 },
      { facts: [ill], level: 1 },
    ];
    expect(closedSets(setRows(situations), { support: 2 })).toEqual({
      sets: [{ facts: [late, widow], level: 3, rows: [0, 1, 2] }],
      ...{ from: 2, complete: true },
    });
    expect(closedSets(setRows(situations.slice(0, 3)), { support: 3 }).sets).toEqual([
      { facts: [late, widow], level: 3, rows: [0, 1, 2] },
    ]);
    expect(closedSets(setRows([]), { support: 1 })).toEqual({ sets: [], from: 1, complete: true });
  });

  it("are those that trying every set of facts finds", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 4 }), (seed, support) => {
        const situations = someSituations(seed, 24);
        const found = closedSets(setRows(situations), { support });
        expect(found).toEqual({
          sets: byTryingAll(situations, support),
          from: support,
          complete: true,
        });
        const levels = [1];
        const some = closedSets(setRows(situations), { support, levels }).sets;
        expect(some).toEqual(found.sets.filter(({ level }) => level === 1));
      }),
      { numRuns: 400 },
    );
  });

  it("come in the same steps or at once, with progress that ends at 1", () => {
    const rows = setRows(someSituations(7, 400));
    const search = closedSetsSearch(rows, { support: 2 });
    const seen: number[] = [];
    while (!search.step(20)) seen.push(search.progress());
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(search.progress()).toBe(1);
    expect(search.result()).toEqual(closedSets(rows, { support: 2 }));
  });

  it("say from which support all are there when there are too many", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 12 }), (seed, most) => {
        const situations = someSituations(seed, 24);
        const all = byTryingAll(situations, 1);
        for (const limit of [{ most }, { mostVisited: most * 3 }]) {
          const found = closedSets(setRows(situations), { support: 1, ...limit });
          const there = found.sets.filter(({ rows }) => rows.length >= found.from);
          expect(there).toEqual(all.filter(({ rows }) => rows.length >= found.from));
          expect(found.complete).toBe(found.sets.length === all.length && found.from === 1);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("clusters", () => {
  it("are leading situations with what they force, and closed sets, of deviating outcomes only", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { precedents, rows } = someRows(seed);
        const found = clustersIn(rows, { support: 2 });
        expect(found.every(({ level }) => level > 0)).toBe(true);
        const keys = found.map(({ level, facts }) => clusterKey("s", level, facts));
        expect(new Set(keys).size).toBe(keys.length);
        const closed = closedSets(
          setRows(
            precedents.map(({ level, pro, con }) => ({
              level,
              facts: [...pro, ...con].map(Number),
            })),
          ),
          { support: 2, levels: [1, 2, 3] },
        ).sets;
        const has = (wanted: { facts: number[]; level: number; rows: number[] }) =>
          found.some(
            ({ facts, level, rows: own }) =>
              level === wanted.level &&
              String(facts) === String(wanted.facts) &&
              own.length >= wanted.rows.length,
          );
        for (const set of closed) if (set.facts.length > 0) expect(has(set)).toBe(true);
        for (const { id, forces } of leading(precedents)) {
          const own = precedents.find((each) => each.id === id);
          const members = precedents.filter(
            (each) =>
              isEqual(each, id, precedents) || forces.some((one) => isEqual(each, one, precedents)),
          );
          if (!own || own.level === 0 || members.length < 2) continue;
          const facts = (own.reasonPro?.length ? own.reasonPro : own.pro).map(Number);
          facts.sort((a, b) => a - b);
          const wanted = { facts, level: own.level, rows: members.map((each) => Number(each.id)) };
          if (facts.length > 0) expect(has(wanted)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("tell how far they are, and are known by scope, level and facts", () => {
    const told: number[] = [];
    clustersIn(someRows(3).rows, { support: 2, progress: (part) => told.push(part) });
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(1);
    expect(clusterKey("s", 2, [10, 9])).toBe("s.2.9-10");
  });
});

/** Precedents with equal facts and level count as one. */
function isEqual(each: Precedent, id: string, precedents: Precedent[]): boolean {
  const other = precedents.find((one) => one.id === id);
  const same = (a: string[], b: string[] = []) => String(a.toSorted()) === String(b.toSorted());
  return each.level === other?.level && same(each.pro, other.pro) && same(each.con, other.con);
}

/** Decided situations as precedents and as rows, in the order of their ids. */
function someRows(seed: number): { precedents: Precedent[]; rows: ClusterRows } {
  const chance = seededRandom(seed);
  const world = { pro: 4, con: 4, ordered: 0, levels: 4 };
  const number = (fact: string) => String(Number(fact.slice(1)) + (fact.startsWith("p") ? 1 : 40));
  const precedents = Array.from({ length: 1 + whole(chance, 20) }, (_, row): Precedent => {
    const { pro, con, level, reasonPro = [], reasonCon = [] } = generatedPrecedent(chance, world);
    const sides = { pro: pro.map(number), con: con.map(number) };
    const reasons = { reasonPro: reasonPro.map(number), reasonCon: reasonCon.map(number) };
    return { id: String(row).padStart(8, "0"), level, ...sides, ...reasons };
  });
  const words = (facts: (each: Precedent) => string[]) =>
    setRows(
      [...precedents, { id: "", pro: ["47"], con: [], level: 0 }].map((each) => {
        return { facts: facts(each).map(Number), level: each.level };
      }),
    ).words.slice(0, precedents.length * 2);
  const named = (reason: string[] = [], all: string[]) => (reason.length > 0 ? reason : all);
  const isPro = new Uint8Array(50).fill(1, 0, 40);
  return {
    precedents,
    rows: {
      ...{
        width: 2,
        isPro,
        amounts: [],
        levels: Uint8Array.from(precedents, ({ level }) => level),
      },
      facts: words(({ pro, con }) => [...pro, ...con]),
      reason: words(({ pro, con, reasonPro, reasonCon }) => [
        ...named(reasonPro, pro),
        ...named(reasonCon, con),
      ]),
    },
  };
}
