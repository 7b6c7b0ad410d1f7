import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ruleAnswer,
  tryOut,
  type DecidedSituation,
  type RuleConditions,
} from "#app/domain/policy-rule.ts";
import { smallestConditions } from "#app/domain/smallest-conditions.ts";
import { smallestCover } from "#app/domain/smallest-cover.ts";
import { someDecided, someRule, subsetsOf } from "./generated-rules.ts";

const late = { pro: ["ill"], con: ["late"], amounts: [{ fact: "late", amount: 5 }] };

function rule(part: Partial<RuleConditions>): RuleConditions {
  return { mustHold: [], mustNotHold: [], bounds: [], level: 2, ...part };
}

describe("a policy rule", () => {
  it("settles what has the facts that must hold and none that must not", () => {
    const asked = rule({ mustHold: ["ill"], mustNotHold: ["fraud"] });
    expect(ruleAnswer(asked, late).settles).toBe("yes");
    expect(ruleAnswer(asked, { pro: [], con: ["fraud"] })).toEqual({
      ...{ settles: "no", missing: ["ill"], present: ["fraud"], outOfBounds: [], unknown: [] },
    });
  });

  it("waits for facts that are not known yet, unless something else keeps it from settling", () => {
    const asked = rule({ mustHold: ["ill"], mustNotHold: ["fraud"] });
    const open = { pro: [], con: [], unknown: ["ill", "fraud"] };
    expect(ruleAnswer(asked, open)).toMatchObject({ settles: "if", unknown: ["fraud", "ill"] });
    const kept = { pro: [], con: ["fraud"], unknown: ["ill"] };
    expect(ruleAnswer(asked, kept)).toMatchObject({ settles: "no", unknown: ["ill"] });
  });

  it("looks at amounts, ends included; none where the fact does not hold, unknown without a number", () => {
    const within = (least: number | null, most: number | null) =>
      rule({ bounds: [{ fact: "late", least, most }] });
    expect(ruleAnswer(within(5, 5), late).settles).toBe("yes");
    expect(ruleAnswer(within(6, null), late).outOfBounds).toEqual(["late"]);
    expect(ruleAnswer(within(null, 4), late).settles).toBe("no");
    expect(ruleAnswer(within(null, 4), { pro: [], con: [] }).settles).toBe("yes");
    expect(ruleAnswer(within(1, null), { pro: [], con: [] }).settles).toBe("no");
    expect(ruleAnswer(within(null, 4), { pro: [], con: ["late"] }).unknown).toEqual(["late"]);
    expect(ruleAnswer(within(null, null), { pro: [], con: ["late"] }).settles).toBe("yes");
  });
});

describe("a try-out", () => {
  it("says what a rule would have done otherwise, what it costs and what it takes the place of", () => {
    const costs = (level: number, cents: number) => ({
      ...{ level, bearer: "own_organisation" as const, cents },
    });
    const decided: DecidedSituation[] = [
      { id: "a", pro: ["ill"], con: [], level: 2 },
      { id: "b", pro: ["ill"], con: ["late"], level: 0, costs: [costs(0, 100), costs(2, 5000)] },
      { id: "c", pro: ["ill"], con: [], level: 3 },
      { id: "d", pro: [], con: [], level: 0, unknown: ["ill"] },
      { id: "e", pro: [], con: [], level: 0 },
    ];
    const inForce = [decided[0], decided[2]].filter((each) => each !== undefined);
    expect(tryOut(rule({ mustHold: ["ill"] }), decided, inForce)).toEqual({
      ...{ looked: 5, settled: 3, agrees: 1, differs: 2, moreGenerous: 1, lessGenerous: 1 },
      ...{ replaces: 1, replacedIds: ["a"], moneyUnknown: 1, openIds: ["d"] },
      money: [{ bearer: "own_organisation", cents: 4900 }],
      settledIds: ["a", "b", "c"],
      disagreements: [
        { id: "b", difference: "more" },
        { id: "c", difference: "less" },
      ],
      groups: [
        { fact: "ill", count: 3 },
        { fact: "late", count: 1 },
      ],
    });
  });

  it("settles what holds however the unknown facts turn out, and is open where that differs", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { situations, chance } = someDecided(seed, 8);
        const asked = someRule(chance);
        for (const { unknown = [], ...known } of situations) {
          const completions = subsetsOf(unknown).map((holding) =>
            ruleAnswer({ ...asked, bounds: [] }, { ...known, pro: [...known.pro, ...holding] }),
          );
          const some = completions.some(({ settles }) => settles === "yes");
          const all = completions.every(({ settles }) => settles === "yes");
          const { settles } = ruleAnswer({ ...asked, bounds: [] }, { ...known, unknown });
          // A fact that must hold and must not contradicts itself: nothing settles it.
          if (asked.mustHold.some((fact) => asked.mustNotHold.includes(fact))) continue;
          expect(settles).toBe(all ? "yes" : some ? "if" : "no");
        }
      }),
      { numRuns: 200 },
    );
  });

  it("counts as going through all situations one by one does", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { situations, chance } = someDecided(seed, 12);
        const asked = someRule(chance);
        const found = tryOut(asked, situations, situations);
        const settled = situations.filter((each) => ruleAnswer(asked, each).settles === "yes");
        expect(found.settled).toBe(settled.length);
        expect(found.agrees + found.differs).toBe(found.settled);
        expect(found.moreGenerous + found.lessGenerous).toBe(found.differs);
        expect(found.replaces).toBe(found.agrees);
        const levels = settled.map(({ level }) => level);
        expect(found.moreGenerous).toBe(levels.filter((level) => level < asked.level).length);
      }),
      { numRuns: 200 },
    );
  });
});

describe("smallest conditions", () => {
  it("name what sets a cluster apart, by hand", () => {
    const cluster = [
      { id: "a", pro: ["ill", "widow"], con: ["late"] },
      { id: "b", pro: ["ill", "widow", "debts"], con: ["late"] },
    ];
    const opposite = [
      { id: "c", pro: ["ill"], con: ["late"] },
      { id: "d", pro: ["ill", "widow"], con: ["late", "fraud"] },
      { id: "e", pro: ["widow", "ill"], con: ["late"] },
    ];
    expect(smallestConditions({ cluster, opposite })).toEqual({
      ...{ mustHold: ["widow"], mustNotHold: ["fraud"], bounds: [] },
      ...{ cannotExclude: ["e"], isSmallest: true },
    });
    const of = (id: string, amount: number) => ({
      ...{ id, pro: ["ill"], con: ["late"], amounts: [{ fact: "late", amount }] },
    });
    const byAmount = { cluster: [of("a", 2), of("b", 5)], opposite: [of("c", 9), of("d", 4)] };
    expect(smallestConditions(byAmount)).toMatchObject({
      bounds: [{ fact: "late", least: null, most: 5 }],
      cannotExclude: ["d"],
    });
  });

  it("are the first of the smallest sets that trying all finds", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { situations } = someDecided(seed, 9);
        const level = situations[0]?.level ?? 0;
        const cluster = situations.filter((each) => each.level === level);
        const opposite = situations.filter((each) => each.level !== level);
        const found = smallestConditions({ cluster, opposite });
        const asked = (keys: string[]) => ({
          mustHold: keys.flatMap((key) => (key.startsWith("+") ? [key.slice(1)] : [])),
          mustNotHold: keys.flatMap((key) => (key.startsWith("-") ? [key.slice(1)] : [])),
          bounds: [],
        });
        const settles = (keys: string[], each: DecidedSituation) =>
          ruleAnswer(asked(keys), each).settles === "yes";
        const all = situations.flatMap(({ pro, con, unknown = [] }) => [
          ...pro,
          ...con,
          ...unknown,
        ]);
        const facts = [...new Set(all)].sort();
        const keys = ["+", "-"]
          .flatMap((sign) => facts.map((fact) => sign + fact))
          .filter((key) => cluster.every((each) => settles([key], each)));
        const excludable = opposite.filter((each) => keys.some((key) => !settles([key], each)));
        const covers = subsetsOf(keys).filter((some) =>
          excludable.every((each) => !settles(some, each)),
        );
        const size = Math.min(...covers.map((some) => some.length));
        const [first = []] = covers
          .filter((some) => some.length === size)
          .sort((a, b) => orderOf(a, keys).localeCompare(orderOf(b, keys)));
        const { mustHold, mustNotHold } = asked(first);
        expect(found).toMatchObject({ mustHold, mustNotHold, isSmallest: true });
        const rest = opposite.filter((each) => !excludable.includes(each)).map(({ id }) => id);
        const bounded = rest.filter((id) => {
          const each = opposite.find((one) => one.id === id);
          return each && ruleAnswer({ ...asked([]), bounds: found.bounds }, each).settles === "yes";
        });
        expect(found.cannotExclude).toEqual(bounded.sort());
        const whole = { ...found, level };
        expect(cluster.every((each) => ruleAnswer(whole, each).settles === "yes")).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("do not depend on the order of the situations", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { situations } = someDecided(seed, 12);
        const [cluster, opposite] = [situations.slice(0, 3), situations.slice(3)];
        const turned = { cluster: cluster.toReversed(), opposite: opposite.toReversed() };
        expect(smallestConditions(turned)).toEqual(smallestConditions({ cluster, opposite }));
      }),
      { numRuns: 100 },
    );
  });

  it("say so when there was too much to try, and hold all the same", () => {
    const sets = Array.from({ length: 60 }, (_, at) => [at % 7, 7 + (at % 11), 18 + (at % 13)]);
    const { chosen, isSmallest } = smallestCover(sets, 5);
    expect(isSmallest).toBe(false);
    expect(sets.every((set) => set.some((number) => chosen.includes(number)))).toBe(true);
    expect(smallestCover(sets)).toEqual({ chosen: [0, 1, 2, 3, 4, 5, 6], isSmallest: true });
    expect(smallestCover([])).toEqual({ chosen: [], isSmallest: true });
  });
});

/** The places of keys as text that sorts as the numbers do. */
function orderOf(some: string[], keys: string[]): string {
  return some.map((key) => String(keys.indexOf(key)).padStart(3, "0")).join();
}
