import fc from "fast-check";
import { expect, test } from "vitest";
import { byWeight, ruleChangeIn, yearsUpTo } from "#app/domain/yearly.ts";

const weighty = fc.record({
  costPerYear: fc.option(fc.integer({ min: -10, max: 10 }), { nil: null }),
  cases: fc.integer({ min: 0, max: 3 }),
  number: fc.uuid(),
});

test("Signals stand in one order, whatever order they come in: costly first, unknown costs last", () => {
  fc.assert(
    fc.property(fc.array(weighty), (signals) => {
      const sorted = [...signals].sort(byWeight);
      expect([...signals].reverse().sort(byWeight)).toEqual(sorted);
      const costs = sorted.map(({ costPerYear }) => costPerYear ?? -Infinity);
      expect(costs).toEqual([...costs].sort((a, b) => (a === b ? 0 : b > a ? 1 : -1)));
    }),
  );
});

test("A rule was adopted, revised, ended or only applied in a year; what happened last counts", () => {
  const change = (edition: number, adoptedAt: number, endedAt: number | null) =>
    ruleChangeIn({ edition, adoptedAt, endedAt }, 10, 20).change;
  expect(change(1, 10, null)).toBe("adopted");
  expect(change(2, 19, 30)).toBe("revised");
  expect(change(1, 5, 15)).toBe("ended");
  expect(change(1, 12, 15)).toBe("ended");
  expect(change(1, 5, 20)).toBe("applied");
});

test("Years to choose go back from this one", () => {
  expect(yearsUpTo(2026, 3)).toEqual([2026, 2025, 2024]);
});
