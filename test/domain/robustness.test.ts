import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallestFlip, stabilityIntervals } from "../../app/domain/robustness.ts";
import {
  firsts,
  options,
  optionsWith,
  total,
  weightsOf,
  type Option,
} from "./robustness-example.ts";
import { refusal } from "./weighing-example.ts";

/** The weights with one of them set, the others keeping their proportions. */
function moved(weights: number[], index: number, to: number): number[] {
  const rest = 1 - (weights[index] ?? 0);
  return weights.map((weight, place) => {
    if (place === index) return to;
    return rest < 1e-12 ? (1 - to) / (weights.length - 1) : (weight * (1 - to)) / rest;
  });
}

const problem = fc
  .integer({ min: 2, max: 5 })
  .chain((places) => fc.tuple(optionsWith(places), weightsOf(places)));

describe("a published example of the stability of a weight", () => {
  // Goodwin & Wright, "Decision Analysis for Management Judgment", chapter 3, pages 44 to 48: benefits of offices, with
  // a weight of 81 for turnover against 19 for working conditions. Addison Square's values are 100, 60 and 100 at
  // weights 32, 26 and 23, and 75, 0 and 90 at 50, 33.3 and 16.7; Elton Street has 60.4 and 81.7. In the book Elton
  // Street is best "as long as the weight placed on turnover is less than 52.1", above it Addison Square.
  const addison = {
    id: "Addison Square",
    scores: [(32 * 100 + 26 * 60 + 23 * 100) / 81, (50 * 75 + 33.3 * 0 + 16.7 * 90) / 100],
  };
  const elton = { id: "Elton Street", scores: [60.4, 81.7] };

  it("turns where the book says, but for the rounding of its figures", () => {
    const [turnover, conditions] = stabilityIntervals([addison, elton], [0.81, 0.19]);
    expect(turnover).toMatchObject({ high: 1, below: "Elton Street", above: null });
    expect(Math.abs((turnover?.low ?? NaN) - 0.521)).toBeLessThan(0.001);
    expect(conditions).toMatchObject({ low: 0, below: null, above: "Elton Street" });
    expect(conditions?.high).toBeCloseTo(1 - (turnover?.low ?? NaN), 12);
  });

  it("has to move that much weight for the other office to come first", () => {
    const flip = smallestFlip([addison, elton], [0.81, 0.19]);
    expect(flip?.option).toBe("Elton Street");
    expect(Math.abs((flip?.distance ?? NaN) - (0.81 - 0.521))).toBeLessThan(0.001);
  });
});

describe("the interval in which a weight keeps the first place", () => {
  it("is worked out by hand for three perspectives", () => {
    // Equal weights: a 11/3, b 10/3. With w on the first, a has 3 + 2w and b 4 - 2w: equal at a quarter.
    const given = options([5, 3, 3], [2, 4, 4]);
    expect(stabilityIntervals(given, [1 / 3, 1 / 3, 1 / 3])[0]).toEqual({
      index: 0,
      low: expect.closeTo(1 / 4, 12) as number,
      high: 1,
      below: "b",
      above: null,
    });
  });

  it("shares the rest evenly when the other weights are 0", () => {
    const given = options([5, 1, 1], [4, 5, 1]);
    // On w a has 1 + 4w, b 3 + w: equal at two thirds.
    const [first, second] = stabilityIntervals(given, [1, 0, 0]);
    expect(first?.low).toBeCloseTo(2 / 3, 12);
    expect(first).toMatchObject({ high: 1, below: "b", above: null });
    expect(second).toMatchObject({ low: 0, below: null, above: "b" });
    expect(second?.high).toBeCloseTo(1 / 5, 12);
  });

  it("is one point for a tie that parts, and goes on for one that does not", () => {
    const parting = stabilityIntervals(options([4, 2], [2, 4]), [0.5, 0.5]);
    expect(parting[0]).toEqual({ index: 0, low: 0.5, high: 0.5, below: "b", above: "a" });
    const staying = stabilityIntervals(options([4, 2], [4, 2], [2, 5]), [0.8, 0.2]);
    expect(staying[0]).toMatchObject({ high: 1, below: "c", above: null });
    expect(staying[0]?.low).toBeCloseTo(3 / 5, 12);
  });

  it("is everything for a single option, without options, and a point for a single weight", () => {
    const all = { low: 0, high: 1, below: null, above: null };
    expect(stabilityIntervals(options([1, 2]), [0.5, 0.5])).toEqual([
      { index: 0, ...all },
      { index: 1, ...all },
    ]);
    expect(stabilityIntervals([], [0.5, 0.5])[0]).toEqual({ index: 0, ...all });
    expect(stabilityIntervals(options([1], [2]), [1])).toEqual([{ index: 0, ...all, low: 1 }]);
  });

  it("agrees with looking at every weight in turn", () => {
    fc.assert(
      fc.property(problem, ([given, weights]) => {
        const now = firsts(given, weights);
        for (const { index, low, high, below, above } of stabilityIntervals(given, weights)) {
          const weight = weights[index] ?? NaN;
          expect(low).toBeLessThanOrEqual(weight);
          expect(high).toBeGreaterThanOrEqual(weight);
          for (let step = 0; step <= 200; step += 1) {
            const to = step / 200;
            const then = firsts(given, moved(weights, index, to), 1e-7);
            if (to >= low && to <= high) expect(then).toEqual(expect.arrayContaining(now));
          }
          expect(below === null).toBe(low === 0);
          expect(above === null).toBe(high === 1);
          expectTakeover(given, moved(weights, index, low - low * 1e-4), { now, by: below });
          expectTakeover(given, moved(weights, index, high + (1 - high) * 1e-4), {
            now,
            by: above,
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Just past the end the option named ranks first, and not everything does that did. */
function expectTakeover(
  given: Option[],
  past: number[],
  end: { now: string[]; by: string | null },
) {
  if (end.by === null) return;
  const then = firsts(given, past, 1e-13);
  expect(firsts(given, past)).toContain(end.by);
  expect(end.now.every((id) => then.includes(id))).toBe(false);
}

describe("the smallest change of weights that puts another option first", () => {
  it("is worked out by hand for three perspectives", () => {
    // a leads b by 2, -1 and 0 per perspective, so by 2/3 - 1/3 + 0 = 1/3: a ninth moves from the first to the second.
    const flip = smallestFlip(options([5, 3, 3], [3, 4, 3]), [1 / 3, 1 / 3, 1 / 3]);
    expect(flip?.option).toBe("b");
    expect(flip?.distance).toBeCloseTo(1 / 9, 12);
    expect(flip?.weights.map((weight) => weight * 9)).toEqual(
      [2, 4, 3].map((ninths) => expect.closeTo(ninths, 9) as number),
    );
  });

  it("is of the nearest rival", () => {
    const flip = smallestFlip(options([5, 3], [1, 5], [4, 3.9]), [0.5, 0.5]);
    expect(flip?.option).toBe("c");
    // c is behind by 0.05 and wins 1.9 per unit moved; b is behind by 1 and wins 6.
    expect(flip?.distance).toBeCloseTo(0.05 / 1.9, 12);
  });

  it("is nothing for a tie, and impossible where an option is best everywhere or alone", () => {
    expect(smallestFlip(options([1, 1], [4, 2], [2, 4]), [0.5, 0.5])).toEqual({
      weights: [0.5, 0.5],
      option: "c",
      distance: 0,
    });
    expect(smallestFlip(options([5, 5], [4, 4]), [0.5, 0.5])).toBeNull();
    expect(smallestFlip(options([5, 5]), [0.5, 0.5])).toBeNull();
    expect(smallestFlip([], [0.5, 0.5])).toBeNull();
    expect(smallestFlip(options([5], [4]), [1])).toBeNull();
  });

  it("can need all the weight on the one perspective where a rival is equal", () => {
    const flip = smallestFlip(options([5, 4], [3, 4]), [0.75, 0.25]);
    expect(flip).toEqual({ weights: [0, 1], option: "b", distance: 0.75 });
  });

  it("moves nothing between perspectives in which the lead is equal but for rounding", () => {
    const third = 1 / 3;
    const same = options([1 + 2 ** -52, 1 + third, 1], [1, 1, 1]);
    expect(smallestFlip(same, [0.5, 0.5, 0])?.distance).toBeCloseTo(0.5, 9);
    // Both of b's strong perspectives are 7/6 ahead; the nearest is b at 0.1 / (2 + 7/6), not c.
    const nearest = options([3.5, 2 + third, 3.5], [1.5, 3.5, 4 + 2 * third], [2, 3, 5]);
    const flip = smallestFlip(nearest, [0.4, 0.5, 0.1]);
    expect(flip?.option).toBe("b");
    expect(flip?.distance).toBeCloseTo(0.6 / 19, 9);
  });

  it("is made of weights, has its distance and makes its option equal the first", () => {
    fc.assert(
      fc.property(problem, ([given, weights]) => {
        const flip = smallestFlip(given, weights);
        if (!flip) return;
        expect(flip.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        for (const weight of flip.weights) expect(weight).toBeGreaterThanOrEqual(-1e-15);
        const changes = flip.weights.map((weight, place) =>
          Math.abs(weight - (weights[place] ?? 0)),
        );
        const half = changes.reduce((sum, change) => sum + change, 0) / 2;
        expect(half).toBeCloseTo(flip.distance, 12);
        const then = firsts(given, flip.weights, 1e-8);
        expect(then).toContain(flip.option);
        expect(then).toContain(firsts(given, weights)[0]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    { places: 2, steps: 400 },
    { places: 3, steps: 60 },
    { places: 4, steps: 24 },
  ])("agrees with a search over a grid in $places perspectives", ({ places, steps }) => {
    fc.assert(
      fc.property(optionsWith(places, 4), weightsOf(places), (given, weights) => {
        const found = nearestOnGrid({ given, weights, steps });
        const flip = smallestFlip(given, weights);
        expect(flip === null).toBe(found === Infinity);
        if (!flip) return;
        expect(flip.distance).toBeLessThanOrEqual(found + 1e-7);
        // Rounding every other weight down to the grid, in favour of the target, keeps the rival first.
        expect(found).toBeLessThanOrEqual(flip.distance + (places - 1) / steps + 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});

/** The least weight to move to a point of the grid where an option other than the first of now ranks first. */
function nearestOnGrid(search: { given: Option[]; weights: number[]; steps: number }): number {
  const { given, weights, steps } = search;
  const [now] = firsts(given, weights);
  let nearest = Infinity;
  for (const point of grid(weights.length, steps)) {
    const at = point.map((part) => part / steps);
    const leader = total(given.find(({ id }) => id === now)?.scores ?? [], at);
    if (!given.some(({ id, scores }) => id !== now && total(scores, at) >= leader - 1e-9)) continue;
    const distance = at.reduce((sum, own, place) => sum + Math.abs(own - (weights[place] ?? 0)), 0);
    nearest = Math.min(nearest, distance / 2);
  }
  return nearest;
}

function grid(places: number, steps: number): number[][] {
  if (places === 1) return [[steps]];
  return Array.from({ length: steps + 1 }, (_, own) =>
    grid(places - 1, steps - own).map((rest) => [own, ...rest]),
  ).flat();
}

describe("options and weights that do not fit", () => {
  it.each([stabilityIntervals, smallestFlip])(
    "are refused with the field that is wrong: %o",
    (of) => {
      const code = (given: Option[], weights: number[]) => refusal(() => of(given, weights));
      expect(code(options([1, 2]), [0.5, 0.4])).toBe("weights");
      expect(code(options([1, 2]), [1.5, -0.5])).toBe("weights");
      expect(code(options([1, 2]), [])).toBe("weights");
      expect(code(options([1, 2], [1]), [0.5, 0.5])).toBe("scores");
      expect(code(options([1, Infinity]), [0.5, 0.5])).toBe("scores");
      expect(code([...options([1, 2]), ...options([3, 4])], [0.5, 0.5])).toBe("options");
    },
  );
});
