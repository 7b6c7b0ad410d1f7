import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatEuro, parseEuro } from "../../app/domain/money.ts";
import { refusal } from "./weighing-example.ts";

describe("reading an amount", () => {
  it.each([
    ["1234", 123_400],
    ["1.234", 123_400],
    ["1.234,56", 123_456],
    ["1234,5", 123_450],
    ["€ 12,00", 1_200],
    ["€12", 1_200],
    ["EUR 3.945,86", 394_586],
    ["12,-", 1_200],
    ["-12,34", -1_234],
    ["€ -12,34", -1_234],
    ["- € 12,34", -1_234],
    ["\u2212 5", -500],
    ["1.000.000", 100_000_000],
    ["0,05", 5],
    ["€\u00a01.234,56", 123_456],
  ])("takes %s", (text, cents) => {
    expect(parseEuro(text)).toBe(cents);
  });

  it.each([
    "",
    " ",
    "€",
    "-",
    "abc",
    "12.50",
    "1.23.456",
    "1,234.56",
    "1,2,3",
    "12,345",
    "--5",
    "-€-5",
  ])("does not guess at '%s'", (text) => {
    expect(parseEuro(text)).toBeNull();
  });

  it("refuses what is too large to be exact, and has no negative zero", () => {
    expect(parseEuro("90071992547409")).toBe(9_007_199_254_740_900);
    expect(parseEuro("90071992547410")).toBeNull();
    expect(Object.is(parseEuro("-0"), 0)).toBe(true);
  });
});

describe("writing an amount", () => {
  it.each([
    [123_456, "€ 1.234,56", "€1,234.56"],
    [-123_456, "€ -1.234,56", "-€1,234.56"],
    [5, "€ 0,05", "€0.05"],
    [100_000_000, "€ 1.000.000,00", "€1,000,000.00"],
    [0, "€ 0,00", "€0.00"],
    [99_999, "€ 999,99", "€999.99"],
  ])("of %i cents", (cents, dutch, english) => {
    expect(formatEuro(cents, "nl")).toBe(dutch);
    expect(formatEuro(cents, "en")).toBe(english);
  });

  it("refuses parts of a cent", () => {
    expect(refusal(() => formatEuro(0.5, "nl"))).toBe("cents");
    expect(refusal(() => formatEuro(Number.NaN, "en"))).toBe("cents");
  });

  it("gives back what is read, to the cent", () => {
    fc.assert(
      fc.property(fc.integer({ min: -9e15, max: 9e15 }), (cents) => {
        expect(parseEuro(formatEuro(cents, "nl"))).toBe(cents);
      }),
    );
  });
});
