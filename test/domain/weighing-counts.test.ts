import fc from "fast-check";
import { expect, it } from "vitest";
import { countedMedian } from "../../app/domain/weighing-counts.ts";

it("takes the middle of the ratings counted, the mean of the middle two when even", () => {
  expect(countedMedian([1, 1, 0, 0, 1])).toBe(2);
  expect(countedMedian([1, 1, 0, 1, 1])).toBe(3);
  expect(countedMedian([0, 0, 1, 1, 0])).toBe(3.5);
  expect(countedMedian([0, 0, 0, 0, 0])).toBeNull();
});

it("has as many ratings at or above it as at or below", () => {
  const lists = fc.array(fc.nat(4), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(lists, (counts) => {
      const median = countedMedian(counts);
      if (median === null) return;
      const all = counts.reduce((sum, count) => sum + count, 0);
      const below = counts.reduce(
        (sum, count, index) => sum + (index + 1 <= median ? count : 0),
        0,
      );
      const above = counts.reduce(
        (sum, count, index) => sum + (index + 1 >= median ? count : 0),
        0,
      );
      expect(Math.min(below, above) * 2).toBeGreaterThanOrEqual(all);
    }),
  );
});
