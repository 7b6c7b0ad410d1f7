import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Figure, FigureValue } from "#app/domain/account-figures.ts";
import { smallest, withoutSmallNumbers } from "#app/domain/account-hiding.ts";
import { createAccountIndex } from "#app/domain/account-index.ts";
import { heldCases, putCase, removeCase } from "#app/domain/account-rows.ts";
import { askedDays, daysBefore, timeRows, yearOf } from "#app/domain/account-period.ts";
import { alphaWithInterval, coincidences } from "#app/domain/agreement-interval.ts";
import { krippendorffAlpha } from "#app/domain/agreement.ts";
import type { CaseFigures } from "#app/domain/case-figures.ts";

function figureOf(counts: number[]): Figure {
  const rows = counts.map((count, place) => {
    return { key: String(place), name: null, values: [count], previous: null };
  });
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    ...{ key: "status", rowsAre: "status", rows },
    columns: [{ key: "received", unit: "cases", how: "sum" }],
    total: { key: "total", name: null, values: [total], previous: null },
  };
}

function shownIn({ rows, total }: Figure): FigureValue[] {
  return [...rows, ...(total ? [total] : [])].map(({ values }) => values[0] ?? null);
}

const someCounts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 9 });

describe("Small numbers of another organisation", () => {
  test("are never shown, and none can be worked out from the total and the others", () => {
    fc.assert(
      fc.property(someCounts, (counts) => {
        const shown = shownIn(withoutSmallNumbers(figureOf(counts)));
        for (const value of shown) {
          expect(typeof value === "number" && value > 0 && value < smallest).toBe(false);
        }
        const total = shown.at(-1);
        const hidden = shown.slice(0, -1).filter((value) => value === "hidden").length;
        if (typeof total === "number") expect(hidden).not.toBe(1);
      }),
    );
  });

  test("leave large ones alone where nothing is small", () => {
    const figure = figureOf([5, 0, 900]);
    expect(withoutSmallNumbers(figure)).toEqual(figure);
  });

  test("take the amounts of so few cases with them", () => {
    const figure: Figure = {
      ...{ key: "costs", rowsAre: "bearer", total: null },
      columns: [
        { key: "cases", unit: "cases", how: "sum" },
        { key: "once", unit: "cents", how: "sum" },
        { key: "told", unit: "cases", how: "sum" },
        { key: "realised", unit: "cents", how: "sum" },
      ],
      rows: [
        { key: "citizen", name: null, values: [4, 80_000, 0, 0], previous: [9, 70_000, 0, 0] },
        { key: "care", name: null, values: [6, 12_300, 1, 2_000], previous: [0, 0, 0, 0] },
        { key: "state", name: null, values: [6, 12_300, 5, 9_000], previous: [0, 0, 0, 0] },
      ],
    };
    expect(withoutSmallNumbers(figure).rows.map(({ values }) => values)).toEqual([
      ["hidden", "hidden", "hidden", "hidden"],
      [6, 12_300, "hidden", "hidden"],
      [6, 12_300, 5, 9_000],
    ]);
  });
});

const cells = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 0, maxLength: 4 }), {
  minLength: 2,
  maxLength: 20,
});

function sumsOf(perCase: number[][][]): Float64Array {
  return Float64Array.from(
    perCase.flatMap((own) => {
      const { counts, pairs } = coincidences(own);
      return [...counts, ...pairs];
    }),
  );
}

describe("Alpha over many cases", () => {
  test("is that of all their cells together, and lies in its interval", () => {
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 6 }), (perCase) => {
        const rows = [0, 1, 2, 3].map((at) => perCase.flat().map((cell) => cell[at] ?? null));
        const found = alphaWithInterval(sumsOf(perCase));
        const alpha = krippendorffAlpha(rows, "ordinal");
        if (alpha === null) {
          expect(found).toBeNull();
          return;
        }
        expect(found?.alpha).toBeCloseTo(alpha, 9);
        if (perCase.length === 1) expect(found).toMatchObject({ low: null, high: null });
        else
          expect((found?.low ?? 2) <= alpha + 1e-9 && (found?.high ?? -2) >= alpha - 1e-9).toBe(
            true,
          );
      }),
    );
  });

  test("has the interval of the jackknife: three cases worked out by hand", () => {
    // Pairs (1,1) (2,2); (1,2) (2,2); (1,1) (1,1): alpha of all and without each, by the formula.
    const perCase = [
      [
        [1, 1],
        [2, 2],
      ],
      [
        [1, 2],
        [2, 2],
      ],
      [
        [1, 1],
        [1, 1],
      ],
    ];
    const alphaOf = (cases: number[][][]) => {
      const rows = [0, 1].map((at) => cases.flat().map((cell) => cell[at] ?? null));
      return krippendorffAlpha(rows, "ordinal") ?? 0;
    };
    const without = perCase.map((_, out) => alphaOf(perCase.filter((__, at) => at !== out)));
    const mean = without.reduce((sum, own) => sum + own, 0) / 3;
    const error = Math.sqrt((2 / 3) * without.reduce((sum, own) => sum + (own - mean) ** 2, 0));
    const found = alphaWithInterval(sumsOf(perCase));
    // Student's t with two degrees of freedom.
    expect(found?.low).toBeCloseTo(Math.max(-1, alphaOf(perCase) - 4.3027 * error), 9);
    expect(found?.high).toBeCloseTo(Math.min(1, alphaOf(perCase) + 4.3027 * error), 9);
  });
});

describe("The figures in memory", () => {
  test("hold the cases that were put in and not taken out, in whatever order", () => {
    const id = (place: number) => `01900000-0000-7000-8000-${String(place).padStart(12, "0")}`;
    const steps = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 40 })), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(steps, (made) => {
        const index = createAccountIndex();
        const held = new Set<string>();
        for (const [isPut, place] of made) {
          if (isPut)
            putCase(index, { id: id(place), organisationId: "o", figures: someFigures(place) });
          else removeCase(index, id(place));
          if (isPut) held.add(id(place));
          else held.delete(id(place));
        }
        expect(index.count).toBe(held.size);
        expect(heldCases(index).sort()).toEqual([...held].sort());
      }),
      { numRuns: 50 },
    );
  });
});

function someFigures(place: number): CaseFigures {
  return {
    ...{ status: "intake", scopeId: null, receivedAt: place * 86_400_000, extendedUntil: null },
    ...{ special: false, decidedAt: null, weighing: null, review: null, situation: null },
    ...{ settledAt: null, asked: null },
    decision: {
      ...{ takenAt: 0, level: 1, choice: "followed", answer: null, failing: ["legal"] },
      costs: [{ bearer: "care", once: place, yearly: 0, realised: null }],
      ...{ conditions: { count: 0, done: 0, firstOpenDue: null }, uses: [] },
    },
  };
}

describe("A period", () => {
  test("is followed back by one of as many days, and a calendar year by a year", () => {
    expect(daysBefore({ from: 100, until: 109 })).toEqual({ from: 90, until: 99 });
    const leap = yearOf(19_800);
    expect(leap.until - leap.from).toBe(365);
    expect(daysBefore(leap)).toEqual(yearOf(leap.from - 1));
  });

  test("has a row for each of its days, and turns round what is the wrong way round", () => {
    const days = askedDays({ from: "2026-03-10", until: "2026-01-20" }, 20_000);
    const { keys, rowOfDay } = timeRows(days);
    expect(keys).toEqual(["2026-01", "2026-02", "2026-03"]);
    expect(rowOfDay).toHaveLength(days.until - days.from + 1);
    expect([...new Set(rowOfDay)]).toEqual([0, 1, 2]);
  });
});
