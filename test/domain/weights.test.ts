import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalWeights, rocWeights, swingWeights } from "../../app/domain/weights.ts";
import { refusal } from "./weighing-example.ts";

function rounded(weights: number[], digits: number): number[] {
  return weights.map((weight) => Number(weight.toFixed(digits)));
}

function sumOf(weights: number[]): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

describe("rank-order centroid weights", () => {
  it("are those of the published examples", () => {
    // "if there are four items …": 0.52, 0.27, 0.15 and 0.06 (lecture on rank order centroid, after Chang 2004).
    expect(rounded(rocWeights([1, 2, 3, 4]), 2)).toEqual([0.52, 0.27, 0.15, 0.06]);
    // README of github.com/jupotter37/JupOtter: five criteria with ranks 3, 5, 2, 1 and 4.
    const five = rocWeights([3, 5, 2, 1, 4]);
    expect(rounded(five, 6).slice(0, 4)).toEqual([0.156667, 0.04, 0.256667, 0.456667]);
  });

  it("follow from the formula for two and three", () => {
    expect(rounded(rocWeights([1, 2]), 12)).toEqual([0.75, 0.25]);
    expect(rounded(rocWeights([1, 2, 3]), 3)).toEqual([0.611, 0.278, 0.111]);
    expect(rounded(rocWeights([1, 2, 3, 4]), 3)).toEqual([0.521, 0.271, 0.146, 0.063]);
  });

  it("give equal ranks the mean of their places, however the ranks are numbered", () => {
    const [first = 0, second = 0, third = 0] = rocWeights([1, 2, 3]);
    const mean = (second + third) / 2;
    for (const ranks of [
      [1, 2, 2],
      [1, 2.5, 2.5],
      [0, 7, 7],
    ]) {
      expect(rounded(rocWeights(ranks), 12)).toEqual(rounded([first, mean, mean], 12));
    }
    expect(rounded(rocWeights([1, 1, 1]), 12)).toEqual(rounded(equalWeights(3), 12));
    expect(rocWeights([5])).toEqual([1]);
  });

  it("sum to 1, fall with the rank and are equal for equal ranks", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 }),
        (ranks) => {
          const weights = rocWeights(ranks);
          expect(Math.abs(sumOf(weights) - 1)).toBeLessThan(1e-12);
          for (const [a, rank] of ranks.entries()) {
            for (const [b, other] of ranks.entries()) {
              const difference = (weights[a] ?? NaN) - (weights[b] ?? NaN);
              expect(Math.sign(difference)).toBe(Math.sign(other - rank));
            }
          }
        },
      ),
    );
  });

  it("need ranks", () => {
    expect(refusal(() => rocWeights([]))).toBe("ranks");
    expect(refusal(() => rocWeights([1, Number.NaN]))).toBe("ranks");
  });
});

describe("swing weights", () => {
  it("are those of the published example", () => {
    // Goodwin & Wright, "Decision Analysis for Management Judgment", page 47: 30, 20 and 10 "normalize to 50, 33.3, and
    // 16.7" per cent.
    expect(rounded(swingWeights([30, 20, 10]), 3)).toEqual([0.5, 0.333, 0.167]);
  });

  it("keep the proportions of the points and sum to 1", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 6 }), (others) => {
        const points = [100, ...others];
        const weights = swingWeights(points);
        expect(Math.abs(sumOf(weights) - 1)).toBeLessThan(1e-12);
        for (const [index, value] of points.entries()) {
          expect(weights[index]).toBeCloseTo((weights[0] ?? NaN) * (value / 100), 12);
        }
      }),
    );
  });

  it("need points of 0 to 100 of which one is above 0", () => {
    for (const points of [[], [0, 0], [100, -1], [101], [Number.NaN, 100]]) {
      expect(refusal(() => swingWeights(points))).toBe("points");
    }
  });
});

describe("equal weights", () => {
  it("are one part each", () => {
    expect(equalWeights(4)).toEqual([0.25, 0.25, 0.25, 0.25]);
    for (let count = 1; count <= 20; count += 1) {
      expect(Math.abs(sumOf(equalWeights(count)) - 1)).toBeLessThan(1e-12);
    }
  });

  it("need a number of perspectives", () => {
    for (const count of [0, -1, 1.5, Number.NaN]) {
      expect(refusal(() => equalWeights(count))).toBe("count");
    }
  });
});
