import { describe, expect, it } from "vitest";
import { addedConflicts } from "../../app/domain/precedent-added-conflicts.ts";
import { comparison } from "../../app/domain/precedent-comparison.ts";
import {
  appendPrecedent,
  createPrecedentIndex,
  indexBytes,
  putPrecedent,
  removePrecedent,
  type IndexedPrecedent,
  type PrecedentIndex,
} from "../../app/domain/precedent-index.ts";
import {
  bandScan,
  conflictScan,
  finished,
  nearestScan,
  type ScanFilter,
} from "../../app/domain/precedent-scans.ts";
import {
  conflicts,
  differences,
  equalTreatment,
  type Proposal,
  type Situation,
} from "../../app/domain/precedent.ts";
import { seededRandom } from "../../app/domain/seeded-random.ts";
import {
  generatedPrecedent,
  generatedReasons,
  generatedSituation,
  whole,
  type Chance,
  type World,
} from "./generated-precedents.ts";

const today: ScanFilter = { day: 20_015 };

function inForce(stored: IndexedPrecedent[], { day, groups }: ScanFilter): IndexedPrecedent[] {
  return stored.filter(
    ({ endDay, group }) =>
      (endDay ?? Infinity) > day && (groups === undefined || groups[group] === 1),
  );
}

function nearestByRule(
  situation: Situation,
  levels: number,
  precedents: IndexedPrecedent[],
): { id: string; differenceCount: number; sure: string[] }[] {
  return precedents
    .map((precedent) => {
      const { differenceCount } = comparison({ situation, precedent, levels });
      return { ...precedent, differenceCount, sure: boundWays(situation, precedent) };
    })
    .sort(
      (a, b) =>
        a.differenceCount - b.differenceCount ||
        b.decidedDay - a.decidedDay ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, 20)
    .map(({ id, differenceCount, sure }) => ({ id, differenceCount, sure }));
}

function boundWays(situation: Situation, precedent: IndexedPrecedent): string[] {
  const { atLeast, atMost } = differences(situation, precedent);
  return [atLeast.binds, atMost.binds];
}

type Case = { index: PrecedentIndex; stored: IndexedPrecedent[]; filter: ScanFilter };

function expectSameAsTheRules(chance: Chance, world: World, { index, stored, filter }: Case): void {
  const situation = generatedSituation(chance, world);
  const proposal: Proposal = {
    ...situation,
    level: whole(chance, world.levels),
    ...generatedReasons(chance, situation),
  };
  const counted = inForce(stored, filter);
  expect(finished(bandScan(index, { situation, filter }))).toMatchObject(
    equalTreatment(situation, world.levels, counted),
  );
  const found = finished(conflictScan(index, { proposal, filter }));
  const rule = addedConflicts(proposal, counted);
  expect(found.band).toMatchObject(equalTreatment(situation, world.levels, counted));
  expect(found.conflicts).toEqual(conflicts(proposal, counted));
  expect(found.added).toEqual(rule.added);
  expect(found.alreadyInLine.map(({ id }) => id)).toEqual(rule.alreadyInLine.map(({ id }) => id));
  for (const [at, each] of found.alreadyInLine.entries()) {
    const all = rule.alreadyInLine[at]?.with ?? [];
    expect(each.with).toHaveLength(Math.min(3, all.length));
    expect(all).toEqual(expect.arrayContaining(each.with));
  }
  const nearest = finished(nearestScan(index, { situation, filter, count: 20 }));
  expect(
    nearest.map(({ precedent, differenceCount }) => {
      return { id: precedent.id, differenceCount, sure: boundWays(situation, precedent) };
    }),
  ).toEqual(nearestByRule(situation, world.levels, counted));
}

/** Puts, replaces and takes out at random, in the index and in a plain list. */
function changed(chance: Chance, world: World, { index, stored }: Omit<Case, "filter">): void {
  const some = stored[whole(chance, stored.length)];
  const fresh = generatedPrecedent(chance, world);
  if (some && chance() < 0.4) {
    expect(removePrecedent(index, some.id)).toBe(true);
    stored.splice(stored.indexOf(some), 1);
  } else if (some && chance() < 0.4) {
    putPrecedent(index, { ...fresh, id: some.id });
    stored.splice(stored.indexOf(some), 1, { ...fresh, id: some.id });
  } else {
    putPrecedent(index, fresh);
    stored.push(fresh);
  }
}

describe("the index of precedents", { timeout: 30_000 }, () => {
  const worlds: World[] = [
    { pro: 4, con: 3, ordered: 0, levels: 2 },
    { pro: 5, con: 4, ordered: 0, levels: 4 },
    { pro: 3, con: 3, ordered: 2, levels: 3 },
    { pro: 34, con: 34, ordered: 1, levels: 5 },
  ];

  it.each(worlds)(
    "answers 2,500 situations as the rules do, whatever came and went %#",
    (world) => {
      const chance = seededRandom(world.pro * 7 + world.levels);
      for (let round = 0; round < 50; round += 1) {
        const index = createPrecedentIndex(world.levels);
        const stored: IndexedPrecedent[] = [];
        for (let count = whole(chance, 40); count > 0; count -= 1) {
          changed(chance, world, { index, stored });
        }
        expect(index.count).toBe(stored.length);
        for (let turn = 0; turn < 50; turn += 1) {
          const groups = chance() < 0.5 ? Uint8Array.of(1, 0, 1, 1) : undefined;
          const filter = { day: 20_005 + whole(chance, 20), groups };
          expectSameAsTheRules(chance, world, { index, stored, filter });
          changed(chance, world, { index, stored });
        }
      }
    },
  );

  it("answers as the rules do over many blocks, in steps, with facts that came later", () => {
    const chance = seededRandom(5);
    const [early, late]: World[] = [
      { pro: 6, con: 5, ordered: 0, levels: 4 },
      { pro: 45, con: 40, ordered: 0, levels: 4 },
    ];
    if (!early || !late) throw new Error("two worlds");
    const index = createPrecedentIndex(4);
    const stored = Array.from({ length: 4300 }, (_, at) =>
      generatedPrecedent(chance, at < 4250 ? early : late),
    );
    for (const precedent of stored) appendPrecedent(index, precedent);
    for (let turn = 0; turn < 6; turn += 1) {
      const situation = generatedSituation(chance, turn < 4 ? early : late);
      const counted = inForce(stored, today);
      const band = bandScan(index, { situation, filter: today });
      let steps = 1;
      while (!band.step(1000)) steps += 1;
      expect(steps).toBeGreaterThanOrEqual(2);
      expect(band.result()).toMatchObject(equalTreatment(situation, 4, counted));
      const nearest = finished(nearestScan(index, { situation, filter: today, count: 20 }));
      expect(
        nearest.map(({ precedent, differenceCount }) => [precedent.id, differenceCount]),
      ).toEqual(
        nearestByRule(situation, 4, counted).map(({ id, differenceCount }) => [
          id,
          differenceCount,
        ]),
      );
    }
  });

  const plain: IndexedPrecedent = {
    id: "00000000-0000-7000-8000-000000000001",
    pro: ["p1"],
    con: ["d1"],
    level: 1,
    decidedDay: 20_000,
    group: 0,
  };

  it("gives back a precedent as it was put", () => {
    const index = createPrecedentIndex(3);
    const rich: IndexedPrecedent = {
      ...plain,
      pro: ["p1", "p2"],
      reasonPro: ["p1", "age"],
      reasonCon: ["d1"],
      known: ["d1", "p1", "p2"],
      ordered: { pro: { age: 67.5 }, con: { months: -1 } },
      endDay: 20_020,
      group: 300,
    };
    putPrecedent(index, rich);
    const [near] = finished(
      nearestScan(index, { situation: { pro: [], con: [] }, filter: today, count: 1 }),
    );
    expect(near?.precedent).toEqual(rich);
  });

  it("counts a precedent up to the day its validity ends, and for who may see it", () => {
    const index = createPrecedentIndex(2);
    putPrecedent(index, { ...plain, endDay: 20_015, group: 2 });
    const lower = (filter: ScanFilter): number =>
      finished(bandScan(index, { situation: plain, filter })).lower;
    expect(lower({ day: 20_014 })).toBe(1);
    expect(lower({ day: 20_015 })).toBe(0);
    expect(lower({ day: 20_014, groups: Uint8Array.of(1, 1, 0) })).toBe(0);
    expect(lower({ day: 20_014, groups: Uint8Array.of(0, 0, 1) })).toBe(1);
    expect(lower({ day: 20_014, groups: Uint8Array.of(1) })).toBe(0);
  });

  it("begins a scan again when a new fact comes in between its steps", () => {
    const index = createPrecedentIndex(2);
    const chance = seededRandom(3);
    const world: World = { pro: 3, con: 2, ordered: 0, levels: 2 };
    const stored = Array.from({ length: 5000 }, () => generatedPrecedent(chance, world));
    for (const precedent of stored) appendPrecedent(index, precedent);
    const situation = { pro: ["p0", "p1", "p2", "new"], con: [] };
    const scan = bandScan(index, { situation, filter: today });
    expect(scan.step(1)).toBe(false);
    const added = { ...plain, pro: ["new"] };
    putPrecedent(index, added);
    while (!scan.step(1));
    expect(scan.result()).toMatchObject(
      equalTreatment(situation, 2, inForce([...stored, added], today)),
    );
    expect(scan.result().lowerBy).toContain(added.id);
  });

  it("names the newest of a long list, and says how many there are", () => {
    const index = createPrecedentIndex(2);
    for (let at = 10; at < 60; at += 1) {
      const id = `00000000-0000-7000-8000-0000000000${at}`;
      putPrecedent(index, { ...plain, id, decidedDay: 20_000 + (at % 7) });
    }
    const band = finished(bandScan(index, { situation: plain, filter: today, limit: 2 }));
    expect(band.lowerCount).toBe(50);
    expect(band.lowerBy.map((id) => id.slice(-2))).toEqual(["13", "20"]);
    const proposal = { ...plain, level: 0 };
    const found = finished(conflictScan(index, { proposal, filter: today, limit: 2 }));
    expect(found).toMatchObject({ count: 50, band: { lowerCount: 50 } });
    expect(found.added).toHaveLength(2);
  });

  it("refuses what does not fit, and leaves the index as it was", () => {
    const index = createPrecedentIndex(2);
    const refuse = (change: Partial<IndexedPrecedent>): string => {
      try {
        putPrecedent(index, { ...plain, ...change });
        return "stored";
      } catch (error) {
        return error instanceof Error ? error.message : "";
      }
    };
    expect(refuse({ id: "c1" })).toBe("id");
    expect(refuse({ level: 2 })).toBe("level");
    expect(refuse({ decidedDay: -1 })).toBe("decidedDay");
    expect(refuse({ endDay: 70_000 })).toBe("endDay");
    expect(refuse({ group: 0.5 })).toBe("group");
    expect(refuse({ ordered: { pro: { age: Infinity } } })).toBe("ordered");
    expect(() => createPrecedentIndex(33)).toThrow("levels");
    expect(index).toMatchObject({ count: 0, blocks: [], bits: [] });
    expect(removePrecedent(index, plain.id)).toBe(false);
  });

  it("takes less than 64 bytes for a precedent with 128 facts in the catalogue", () => {
    const index = createPrecedentIndex(4);
    for (let count = 0; count < 20_000; count += 1) {
      const id = `00000000-0000-7000-8000-${String(count).padStart(12, "0")}`;
      const pro = [`p${count % 70}`];
      const con = [`d${count % 58}`];
      appendPrecedent(index, { ...plain, id, pro, con });
    }
    expect(index.bits).toHaveLength(128);
    expect(indexBytes(index) / index.count).toBeLessThan(64);
  });
});
