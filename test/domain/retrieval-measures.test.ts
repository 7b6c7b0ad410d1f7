import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanMeasures, retrievalMeasures } from "../../app/domain/retrieval-measures.ts";

const ranked = "abcdefghijkl".split("");

describe("the measures of one query", { timeout: 30_000 }, () => {
  it("are all 1 when what is relevant comes first", () => {
    expect(retrievalMeasures(ranked, ["a"])).toEqual({ ndcgAt10: 1, recallAt10: 1, hitAt1: 1 });
    expect(retrievalMeasures(ranked, ["b", "a"]).ndcgAt10).toBe(1);
  });

  // By hand: 1 / log2(2) = 1, 1 / log2(3) = 0.63093, 1 / log2(4) = 0.5, 1 / log2(11) = 0.28906.
  it("are those worked out by hand", () => {
    expect(retrievalMeasures(ranked, ["c"])).toEqual({ ndcgAt10: 0.5, recallAt10: 1, hitAt1: 0 });
    expect(retrievalMeasures(ranked, ["j"]).ndcgAt10).toBeCloseTo(0.28906, 5);
    const two = retrievalMeasures(ranked, ["a", "c"]);
    expect(two.ndcgAt10).toBeCloseTo(1.5 / 1.63093, 5);
    const missed = retrievalMeasures(ranked, ["c", "x", "y"]);
    expect(missed.ndcgAt10).toBeCloseTo(0.5 / (1 + 0.63093 + 0.5), 5);
    expect(missed.recallAt10).toBeCloseTo(1 / 3, 10);
  });

  it("do not see beyond the tenth, and count a document once", () => {
    expect(retrievalMeasures(ranked, ["k"])).toEqual({ ndcgAt10: 0, recallAt10: 0, hitAt1: 0 });
    expect(retrievalMeasures(["a", "a", "b"], ["b"]).ndcgAt10).toBeCloseTo(0.63093, 5);
    expect(retrievalMeasures([], ["a"]).recallAt10).toBe(0);
    expect(() => retrievalMeasures(ranked, [])).toThrow(RangeError);
  });

  it("stay between 0 and 1, and do not fall when something relevant rises", () => {
    const ids = fc.uniqueArray(fc.constantFrom(...ranked), { minLength: 2 });
    fc.assert(
      fc.property(ids, ids, fc.nat(), (order, relevant, at) => {
        const measures = retrievalMeasures(order, relevant);
        for (const value of Object.values(measures)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
        const place = at % order.length;
        const id = order[place] ?? "";
        if (!relevant.includes(id)) return;
        const risen = [id, ...order.filter((other) => other !== id)];
        const after = retrievalMeasures(risen, relevant);
        expect(after.hitAt1).toBe(1);
        expect(after.recallAt10).toBeGreaterThanOrEqual(measures.recallAt10);
      }),
    );
  });
});

describe("the means", { timeout: 30_000 }, () => {
  it("weigh every query the same", () => {
    const each = [retrievalMeasures(ranked, ["a"]), retrievalMeasures(ranked, ["c"])];
    expect(meanMeasures(each)).toEqual({ ndcgAt10: 0.75, recallAt10: 1, hitAt1: 0.5 });
    expect(meanMeasures([])).toEqual({ ndcgAt10: 0, recallAt10: 0, hitAt1: 0 });
  });
});
