import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankAcceptability, weightTriangle } from "../../app/domain/robustness.ts";
import { rocWeights } from "../../app/domain/weights.ts";
import { firsts, tripleOptions, triples, type Triple } from "./robustness-example.ts";
import { refusal } from "./weighing-example.ts";

type Share = ReturnType<typeof weightTriangle>["shares"][number];

function only(shares: Share[], id = "a"): Share {
  const share = shares.find((own) => own.id === id);
  if (!share) throw new Error(`no share of ${id}`);
  return share;
}

function expectClose(actual: readonly number[] | null, expected: number[], digits = 12): void {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) {
    expect(actual?.[index]).toBeCloseTo(value, digits);
  }
}

function areaOf(polygon: number[][]): number {
  const [first = []] = polygon;
  return polygon.slice(2).reduce((sum, third, index) => {
    const second = polygon[index + 1] ?? [];
    const side = (point: number[], place: number) => (point[place] ?? 0) - (first[place] ?? 0);
    return sum + side(second, 0) * side(third, 1) - side(second, 1) * side(third, 0);
  }, 0);
}

describe("published results", () => {
  it("has the centre of all weights and none for what another option beats everywhere", () => {
    // The R package smaa (van Valkenhoef), tests/nacw.R: scores 1, 1, 1 against 0, 0, 0 with three criteria.
    const { shares } = weightTriangle(triples([1, 1, 1], [0, 0, 0]));
    expectClose(only(shares).centre, [1 / 3, 1 / 3, 1 / 3]);
    expect(only(shares, "b")).toEqual({
      id: "b",
      share: 0,
      centre: null,
      ranks: [0, 1],
      region: [],
    });
  });

  it("finds the rank-order centroid weights as the centre of the weights in that order", () => {
    // The identity that gives ROC weights their name (Barron & Barrett 1996): a is first when w1 >= w2 >= w3.
    const { shares } = weightTriangle(triples([0, 0, 0], [-1, 1, 0], [0, -1, 1]));
    expect(only(shares).share).toBeCloseTo(1 / 6, 14);
    expectClose(only(shares).centre, rocWeights([1, 2, 3]), 14);
    expectClose(only(shares).centre, [11 / 18, 5 / 18, 2 / 18], 14);
  });
});

describe("shares derived by hand", () => {
  it("is a third each when every option is best in one perspective", () => {
    const { shares } = weightTriangle(triples([1, 0, 0], [0, 1, 0], [0, 0, 1]));
    for (const { ranks } of shares) expectClose(ranks, [1 / 3, 1 / 3, 1 / 3]);
    // Corner of a, middle of the side with b, centre, middle of the side with c; its centroid is ROC's first weight.
    expect(only(shares).region).toHaveLength(4);
    expectClose(only(shares).centre, [11 / 18, 7 / 36, 7 / 36]);
  });

  it.each([0.1, 0.25, 0.5, 0.9])("is the square of what is left above a threshold of %d", (bar) => {
    // a is first where w1 >= bar: a triangle whose sides are 1 - bar of the whole.
    const { shares } = weightTriangle(triples([1, 0, 0], [bar, bar, bar]));
    expect(only(shares).share).toBeCloseTo((1 - bar) ** 2, 14);
    expect(only(shares, "b").share).toBeCloseTo(1 - (1 - bar) ** 2, 14);
    expectClose(only(shares).centre, [(1 + 2 * bar) / 3, (1 - bar) / 3, (1 - bar) / 3]);
  });
});

describe("ties and few options", () => {
  it("gives a single option the whole triangle", () => {
    const { shares } = weightTriangle(triples([3, 4, 5]));
    expect(shares).toEqual([
      {
        id: "a",
        share: 1,
        centre: [1 / 3, 1 / 3, 1 / 3],
        ranks: [1],
        region: [
          [1, 0, 0],
          [0, 1, 0],
          [0, 0, 1],
        ],
      },
    ]);
    expect(weightTriangle([]).shares).toEqual([]);
  });

  it("divides ranks evenly among options that are equal but for rounding", () => {
    const { shares } = weightTriangle(
      triples([3, 4, 5], [3 + 5e-10, 4, 5], [3, 4, 5 - 4e-10], [1, 1, 1]),
    );
    for (const id of ["a", "b", "c"]) expectClose(only(shares, id).ranks, [1 / 3, 1 / 3, 1 / 3, 0]);
    expect(only(shares).region).toEqual(only(shares, "b").region);
    expect(only(shares, "d").ranks).toEqual([0, 0, 0, 1]);
  });

  it("gives no part to an option that is first on a border only", () => {
    // b equals a where w1 = 0, and is behind elsewhere.
    const { shares } = weightTriangle(triples([2, 1, 1], [1, 1, 1]));
    expect(only(shares, "b")).toMatchObject({ share: 0, centre: null, region: [] });
  });

  it("keeps a region that is very narrow", () => {
    const { shares } = weightTriangle(triples([1, 0, 0], [1 - 1e-6, 1e-6, 0], [0, 1, 1]));
    const all = shares.map(({ share }) => share);
    expect(Math.abs(all.reduce((sum, share) => sum + share, 0) - 1)).toBeLessThan(1e-12);
  });
});

describe("every cut of the triangle", () => {
  it("sums to 1 over the options for each rank, and over the ranks for each option", () => {
    fc.assert(
      fc.property(tripleOptions, (given) => {
        const { shares } = weightTriangle(given);
        for (const [rank] of given.entries()) {
          const all = shares.reduce((sum, { ranks }) => sum + (ranks[rank] ?? 0), 0);
          expect(Math.abs(all - 1)).toBeLessThan(1e-12);
        }
        for (const { ranks, share } of shares) {
          expect(Math.abs(ranks.reduce((sum, part) => sum + part, 0) - 1)).toBeLessThan(1e-12);
          expect(share).toBe(ranks[0]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("is into convex polygons with distinct corners, of the size of the share", () => {
    fc.assert(
      fc.property(tripleOptions, (given) => {
        for (const own of weightTriangle(given).shares) expectPolygon(own, given);
      }),
      { numRuns: 500 },
    );
  });

  it("has an option first at its centre and at every corner of its region", () => {
    fc.assert(
      fc.property(tripleOptions, (given) => {
        for (const { id, centre, region } of weightTriangle(given).shares) {
          expect(centre === null).toBe(region.length === 0);
          for (const point of centre ? [centre, ...region] : []) {
            expect(firsts(given, point, 1e-7)).toContain(id);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("agrees with a million draws within 0.002", () => {
    const given = triples([5, 3, 3], [3, 4.5, 3], [3, 3.5, 4], [3.8, 3.8, 3.4], [3.7, 3.6, 3.6]);
    const { shares } = weightTriangle(given);
    const drawn = rankAcceptability(given, { draws: 1_000_000, seed: 2022 });
    for (const [index, own] of shares.entries()) {
      for (const [rank, part] of own.ranks.entries()) {
        expect(Math.abs(part - (drawn[index]?.ranks[rank] ?? NaN))).toBeLessThan(0.002);
      }
      expect(own.centre === null).toBe(drawn[index]?.centre === null);
      if (own.share > 0.01) {
        for (const [place, weight] of (own.centre ?? []).entries()) {
          expect(Math.abs(weight - (drawn[index]?.centre?.[place] ?? NaN))).toBeLessThan(0.002);
        }
      }
    }
  });

  it("does not depend on the order of the options", () => {
    fc.assert(
      fc.property(tripleOptions, (given) => {
        const reversed = weightTriangle(given.toReversed()).shares.toReversed();
        expect(reversed).toEqual(weightTriangle(given).shares);
      }),
    );
  });

  it("follows the order of the perspectives", () => {
    fc.assert(
      fc.property(tripleOptions, (given) => {
        const turned = given.map(({ id, scores: [x, y, z] }): Triple => ({
          id,
          scores: [z, x, y],
        }));
        const { shares } = weightTriangle(turned);
        for (const [index, own] of weightTriangle(given).shares.entries()) {
          expectClose(shares[index]?.ranks ?? [], own.ranks);
          const [x, y, z] = own.centre ?? [];
          if (own.share > 1e-6) expectClose(shares[index]?.centre ?? [], [z, x, y].map(Number), 9);
        }
      }),
    );
  });

  it("never lowers the share of an option whose score rises", () => {
    const rise = fc.tuple(fc.nat(2), fc.double({ min: 0, max: 2, noNaN: true }));
    fc.assert(
      fc.property(tripleOptions, rise, (given, [place, step]) => {
        const [first, ...others] = given;
        if (!first) return;
        const scores = first.scores.with(place, (first.scores[place] ?? 0) + step);
        const raised = [{ ...first, scores: scores as Triple["scores"] }, ...others];
        const before = only(weightTriangle(given).shares).share;
        expect(only(weightTriangle(raised).shares).share).toBeGreaterThanOrEqual(before - 1e-8);
      }),
      { numRuns: 500 },
    );
  });
});

function expectPolygon({ region, share, ...own }: Share, given: Triple[]): void {
  expect(share === 0).toBe(region.length === 0);
  if (share === 0) return;
  expect(region.length).toBeGreaterThanOrEqual(3);
  const scores = given.find(({ id }) => id === own.id)?.scores ?? [];
  const equals = given.filter((other) =>
    other.scores.every((score, place) => Math.abs(score - (scores[place] ?? 0)) <= 1e-9),
  );
  expect(areaOf(region)).toBeCloseTo(share * equals.length, 8);
  for (const [index, corner] of region.entries()) {
    expect(corner.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    for (const weight of corner) expect(weight).toBeGreaterThanOrEqual(-1e-15);
    const next = region[(index + 1) % region.length] ?? [];
    const after = region[(index + 2) % region.length] ?? [];
    expect(corner.some((weight, place) => Math.abs(weight - (next[place] ?? 0)) > 1e-9)).toBe(true);
    expect(areaOf([corner, next, after])).toBeGreaterThan(-1e-12);
  }
}

describe("options that cannot be compared", () => {
  it("are refused with the field that is wrong", () => {
    expect(refusal(() => weightTriangle([...triples([1, 1, 1]), ...triples([1, 1, 1])]))).toBe(
      "options",
    );
    expect(refusal(() => weightTriangle(triples([1, 1, Number.NaN])))).toBe("scores");
    const short = [{ id: "a", scores: [1, 1] as unknown as [number, number, number] }];
    expect(refusal(() => weightTriangle(short))).toBe("scores");
  });
});
