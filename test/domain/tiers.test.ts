import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sum } from "../../app/domain/sum.ts";
import { tiers } from "../../app/domain/tiers.ts";

describe("tiers", () => {
  it("run from high to low, ties in the order of the input", () => {
    const valued = [
      { id: "a", value: 2 },
      { id: "b", value: 3 },
      { id: "c", value: 2 + 5e-10 },
      { id: "d", value: 1 },
    ];
    expect(tiers(valued)).toEqual([["b"], ["a", "c"], ["d"]]);
  });

  it("join values that are linked by steps within the tolerance, whoever comes first", () => {
    const chain = [0, 1, 2].map((step) => ({ id: `v${step}`, value: 3 + step * 9e-10 }));
    expect(tiers(chain)).toEqual([["v0", "v1", "v2"]]);
    expect(tiers([...chain].reverse())).toEqual([["v2", "v1", "v0"]]);
  });

  it("keep values further apart than the tolerance apart", () => {
    expect(
      tiers([
        { id: "a", value: 1 },
        { id: "b", value: 1 + 2e-9 },
      ]),
    ).toEqual([["b"], ["a"]]);
    expect(tiers([])).toEqual([]);
  });
});

describe("a sum", () => {
  it("is the same to the last bit in every order, also where plain addition loses digits", () => {
    const lists = fc.array(fc.double({ min: -1e15, max: 1e15, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(
        lists.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(sum(shuffled)).toBe(sum(list));
        },
      ),
    );
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum([1, 1e50, -1e50, 1e100, -1e100])).toBe(sum([1e100, 1e50, 1, -1e50, -1e100]));
  });
});
