import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankAcceptability } from "../../app/domain/robustness.ts";
import { seededRandom, xoshiro128 } from "../../app/domain/seeded-random.ts";
import { rocWeights } from "../../app/domain/weights.ts";
import { options, optionsWith } from "./robustness-example.ts";
import { refusal } from "./weighing-example.ts";

describe("the random numbers", () => {
  it("are those of the reference implementation", () => {
    // xoshiro128starstar.c 1.1 from state 1, 2, 3, 4, as given in the tests of the Rust crate rand_xoshiro.
    const next = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ]);
  });

  it("lie from 0 up to 1, and spread evenly from every seed", () => {
    for (const seed of [0, 1, 2, 0xffffffff]) {
      const next = seededRandom(seed);
      const tenths = Array.from({ length: 10 }, () => 0);
      for (let draw = 0; draw < 100_000; draw += 1) {
        const tenth = Math.floor(next() * 10);
        tenths[tenth] = (tenths[tenth] ?? NaN) + 1;
      }
      // 10,000 each; the standard deviation is 95.
      for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(450);
    }
  });
});

describe("the share of the draws in which an option takes a rank", () => {
  const unit = (places: number) =>
    options(
      ...Array.from({ length: places }, (_, own) =>
        Array.from({ length: places }, (_, place) => (place === own ? 1 : 0)),
      ),
    );

  it.each([2, 4, 6])("is even among %d options that are each best in one perspective", (places) => {
    const result = rankAcceptability(unit(places), { draws: 200_000, seed: 1 });
    const [highest = 0] = rocWeights(Array.from({ length: places }, (_, place) => place + 1));
    for (const [own, { ranks, centre }] of result.entries()) {
      for (const part of ranks) expect(part).toBeCloseTo(1 / places, 2);
      // First where its own weight is the highest: on average the first rank-order centroid weight.
      for (const [place, weight] of (centre ?? []).entries()) {
        const mean = place === own ? highest : (1 - highest) / (places - 1);
        expect(Math.abs(weight - mean)).toBeLessThan(0.004);
      }
    }
  });

  it("is the length of the interval with two perspectives", () => {
    // a is first where w >= (1 - w) / 2, so from 1/3: derived.
    const result = rankAcceptability(options([1, 0], [0, 0.5]), { draws: 400_000, seed: 3 });
    expect(result[0]?.ranks[0]).toBeCloseTo(2 / 3, 2);
    expect(result[0]?.centre?.[0]).toBeCloseTo(2 / 3, 2);
    expect(result[1]?.centre?.[0]).toBeCloseTo(1 / 6, 2);
  });

  it("is the volume above a threshold with five perspectives", () => {
    // w1 >= 0.3 in a simplex of four dimensions: 0.7 to the fourth, derived.
    const given = options([1, 0, 0, 0, 0], [0.3, 0.3, 0.3, 0.3, 0.3]);
    const result = rankAcceptability(given, { draws: 400_000, seed: 4 });
    expect(Math.abs((result[0]?.ranks[0] ?? NaN) - 0.7 ** 4)).toBeLessThan(0.003);
  });

  it("is the same for the same seed, and other for another", () => {
    const given = options([5, 3, 4, 2], [4, 4, 3, 3], [3, 5, 3, 4]);
    const run = (seed: number) => rankAcceptability(given, { draws: 10_000, seed });
    expect(run(7)).toEqual(run(7));
    expect(run(8)).not.toEqual(run(7));
    for (const [index, { ranks }] of run(8).entries()) {
      for (const [rank, part] of ranks.entries()) {
        expect(Math.abs(part - (run(7)[index]?.ranks[rank] ?? NaN))).toBeLessThan(0.03);
      }
    }
  });

  it("is divided evenly among equal options", () => {
    const [a, b, c] = rankAcceptability(options([5, 3, 4, 2], [5, 3, 4, 2 + 1e-10], [1, 1, 1, 1]), {
      draws: 100,
      seed: 1,
    });
    expect(a).toEqual({ id: "a", ranks: [0.5, 0.5, 0], centre: b?.centre });
    expect(b?.ranks).toEqual([0.5, 0.5, 0]);
    expect(c).toEqual({ id: "c", ranks: [0, 0, 1], centre: null });
  });

  it("is all of them for a single option, and nothing without options", () => {
    const [only] = rankAcceptability(options([3, 4]), { draws: 1000, seed: 1 });
    expect(only?.ranks).toEqual([1]);
    expect(only?.centre?.[0]).toBeCloseTo(0.5, 1);
    expect(rankAcceptability(options([3]), { draws: 10, seed: 1 })).toEqual([
      { id: "a", ranks: [1], centre: [1] },
    ]);
    expect(rankAcceptability([], { draws: 1, seed: 1 })).toEqual([]);
  });

  it("sums to 1 over the options and over the ranks, whatever the order of the options", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }).chain((places) => optionsWith(places)),
        (given) => {
          const result = rankAcceptability(given, { draws: 200, seed: 5 });
          for (const [index, { ranks, centre }] of result.entries()) {
            expect(ranks.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
            const column = result.map((own) => own.ranks[index] ?? NaN);
            expect(column.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 12);
            if (centre) expect(centre.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 9);
          }
          const reversed = rankAcceptability(given.toReversed(), { draws: 200, seed: 5 });
          expect(reversed.toReversed()).toEqual(result);
        },
      ),
    );
  });

  it("never falls when a score of the option rises", () => {
    fc.assert(
      fc.property(
        optionsWith(4),
        fc.nat(3),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (given, place, step) => {
          const [first, ...others] = given;
          if (!first) return;
          const scores = first.scores.with(place, (first.scores[place] ?? 0) + step);
          const part = (all: typeof given) =>
            rankAcceptability(all, { draws: 200, seed: 6 })[0]?.ranks[0] ?? NaN;
          expect(part([{ ...first, scores }, ...others])).toBeGreaterThanOrEqual(
            part(given) - 1e-12,
          );
        },
      ),
    );
  });

  it("is refused with the field that is wrong", () => {
    const run = (
      draws: number,
      seed: number,
      rows = [
        [1, 2],
        [3, 4],
      ],
    ) => refusal(() => rankAcceptability(options(...rows), { draws, seed }));
    expect([run(0, 1), run(1.5, 1), run(Infinity, 1)]).toEqual(["draws", "draws", "draws"]);
    expect([run(1, -1), run(1, 0.5), run(1, 2 ** 32)]).toEqual(["seed", "seed", "seed"]);
    expect([run(1, 1, [[1, 2], [3]]), run(1, 1, [[]])]).toEqual(["scores", "scores"]);
    const twice = [...options([1]), ...options([2])];
    expect(refusal(() => rankAcceptability(twice, { draws: 1, seed: 1 }))).toBe("options");
  });
});
