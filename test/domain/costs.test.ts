import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costComparison, type CostLine } from "../../app/domain/costs.ts";
import { bearers } from "../../app/domain/option.ts";
import { refusal } from "./weighing-example.ts";

const options = [
  { id: "strict", position: 0 },
  { id: "relief", position: 1 },
];

function line(
  optionId: string,
  bearer: CostLine["bearer"],
  cents: number,
  yearly = true,
): CostLine {
  const recurrence = yearly ? "yearly" : "once";
  return { optionId, bearer, recurrence, certainty: "known", cents };
}

const eviction = [
  line("strict", "municipality", 1_000_000),
  line("strict", "justice", 500_000, false),
  line("relief", "own_organisation", 1_500_000, false),
  { ...line("relief", "municipality", 100_000), certainty: "estimate" as const },
];

describe("the comparison of costs", () => {
  const relief = costComparison({ options, lines: eviction })[1]?.horizons;

  it("counts a yearly line for every year and a one-off line once", () => {
    expect(relief?.map(({ years, total }) => [years, total])).toEqual([
      [1, 1_600_000],
      [5, 2_000_000],
    ]);
  });

  it("sets every option and bearer against strict application", () => {
    expect(relief?.map(({ difference }) => difference)).toEqual([100_000, -3_500_000]);
    expect(relief?.[1]?.bearers).toEqual([
      { bearer: "own_organisation", cents: 1_500_000, difference: 1_500_000 },
      { bearer: "municipality", cents: 500_000, difference: -4_500_000 },
      { bearer: "justice", cents: 0, difference: -500_000 },
    ]);
  });

  it("says when the gain lands with someone else than the cost", () => {
    const elsewhere = relief?.[1]?.gainElsewhere;
    expect(elsewhere?.pays.map(({ bearer }) => bearer)).toEqual(["own_organisation"]);
    expect(elsewhere?.saves.map(({ bearer }) => bearer)).toEqual(["municipality", "justice"]);
    const alone = [line("strict", "care", 900), line("relief", "care", 100)];
    expect(costComparison({ options, lines: alone })[1]?.horizons[0]?.gainElsewhere).toBeNull();
  });

  it("tells which part of the amounts is an estimate, savings included", () => {
    expect(relief?.[0]?.estimateShare).toBe(1 / 16);
    const saving = { ...line("relief", "care", -300), certainty: "estimate" as const };
    const lines = [saving, line("relief", "citizen", 100)];
    const shares = costComparison({ options, lines }).map(
      (cost) => cost.horizons[0]?.estimateShare,
    );
    expect(shares).toEqual([null, 0.75]);
  });

  it("gives no difference for strict application itself", () => {
    const strict = costComparison({ options, lines: eviction })[0];
    for (const { difference, bearers: own } of strict?.horizons ?? []) {
      expect([difference, ...own.map((cost) => cost.difference)]).toEqual([0, 0, 0, 0]);
    }
  });

  it("adds up: bearers to the total, whatever the order of the lines", () => {
    const lines = fc.array(
      fc.record({
        optionId: fc.constantFrom("strict", "relief"),
        bearer: fc.constantFrom(...bearers),
        recurrence: fc.constantFrom("once" as const, "yearly" as const),
        certainty: fc.constantFrom("known" as const, "estimate" as const),
        cents: fc.integer({ min: -1e9, max: 1e9 }),
      }),
    );
    fc.assert(
      fc.property(lines, (drawn) => {
        const result = costComparison({ options, lines: drawn, horizons: [1, 3, 10] });
        expect(
          costComparison({ options, lines: [...drawn].reverse(), horizons: [1, 3, 10] }),
        ).toEqual(result);
        for (const { total, difference, bearers: own } of result.flatMap((cost) => cost.horizons)) {
          expect(own.reduce((sum, { cents }) => sum + cents, 0)).toBe(total);
          expect(own.reduce((sum, cost) => sum + cost.difference, 0)).toBe(difference);
        }
      }),
    );
  });

  it("refuses input that cannot be compared, naming the field", () => {
    const codeFor = (change: Partial<Parameters<typeof costComparison>[0]>) =>
      refusal(() => costComparison({ options, lines: eviction, ...change }));
    expect(codeFor({ options: options.slice(1), lines: [] })).toBe("options");
    expect(codeFor({ options: [...options, { id: "relief", position: 2 }] })).toBe("options");
    expect(codeFor({ lines: [line("other", "care", 1)] })).toBe("lines.optionId");
    expect(codeFor({ lines: [line("strict", "nobody" as "care", 1)] })).toBe("lines.bearer");
    expect(codeFor({ lines: [line("strict", "care", 0.5)] })).toBe("cents");
    expect(codeFor({ horizons: [0] })).toBe("horizons");
  });

  it("refuses sums that are too large to be exact", () => {
    const most = Number.MAX_SAFE_INTEGER;
    const lines = [line("strict", "care", most, false), line("strict", "care", 1, false)];
    expect(refusal(() => costComparison({ options, lines }))).toBe("cents");
    expect(refusal(() => costComparison({ options, lines: [line("strict", "care", most)] }))).toBe(
      "cents",
    );
  });
});
