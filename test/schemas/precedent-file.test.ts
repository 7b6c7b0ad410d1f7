import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  amountForFile,
  amountInFile,
  harmlessCell,
  listInCell,
  momentForFile,
  momentInFile,
  pairsInCell,
  restoredCell,
} from "../../app/domain/precedent-file.ts";
import { readRow } from "../../app/schemas/precedent-file.ts";

describe("a cell", () => {
  it("never begins as a formula, and any text comes back as it was", () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom("=", "+", "-", "@", "\t", "'", "'=", "''-", "\r"), fc.string())
        .map(([a, b]) => a + b),
    );
    fc.assert(
      fc.property(text, (given) => {
        const cell = harmlessCell(given);
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect(restoredCell(cell)).toBe(given);
      }),
    );
  });

  it("of somebody else's file stays as it is when nothing was done to it", () => {
    for (const text of ["'s Gravenhage", "gewoon", "- een streepje", ""]) {
      expect(restoredCell(text)).toBe(text);
    }
  });

  it("holds lists between bars, and amounts behind the last sign", () => {
    expect(listInCell(" a | b ||c ")).toEqual(["a", "b", "c"]);
    expect(pairsInCell("months_late=36| x = y = 2|z")).toEqual([
      ["months_late", "36"],
      ["x = y", "2"],
      ["z", ""],
    ]);
  });
});

describe("a moment", () => {
  it("comes back as it was written, as a day when it is the start of one", () => {
    const moments = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) });
    fc.assert(fc.property(moments, (moment) => momentInFile(momentForFile(moment)) === moment));
    expect(momentForFile(Date.UTC(2019, 2, 31))).toBe("2019-03-31");
  });

  it.each(["31-3-2019", "31/03/2019", "31.3.2019", "2019-03-31", "2019-03-31T00:00Z"])(
    "of a spreadsheet is read with the day first: %s",
    (text) => expect(momentInFile(text)).toBe(Date.UTC(2019, 2, 31)),
  );

  it.each([
    "",
    "31-02-2019",
    "2019-13-01",
    "3-31-2019",
    "31-3-19",
    "1899-12-31",
    "2019-03-31 12:00",
    "2200-01-01",
  ])("that is none is refused: %s", (text) => expect(momentInFile(text)).toBeNull());
});

describe("an amount", () => {
  it("is whole in months, years and times, and euros in money", () => {
    expect(amountInFile("36", "months")).toBe(36);
    expect(amountInFile("1,5", "years")).toBeNull();
    expect(amountInFile("-1", "times")).toBeNull();
    expect(amountInFile("1250,5", "cents")).toBe(125_050);
    expect(amountInFile("1250.55", "cents")).toBe(125_055);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999_900 }),
        (cents) => amountInFile(amountForFile(cents, "cents"), "cents") === cents,
      ),
    );
  });
});

describe("a row", () => {
  const row = {
    ...{ externalId: 7, title: " Titel ", summary: "Tekst", level: 2, decidedAt: "2019-03-31" },
    ...{ factsPro: "a|b", amounts: "a=3", motivation: { legal: "Waarom", social_view: "" } },
  };

  it("says the same as JSON and as cells", () => {
    const asJson = { ...row, level: "2", externalId: "7", factsPro: ["a", "b"], amounts: { a: 3 } };
    expect(readRow(row)).toEqual(readRow(asJson));
    expect(readRow(row)).toMatchObject({
      row: { title: "Titel", motivation: { legal: "Waarom" }, amounts: { a: "3" }, scope: "" },
    });
  });

  it("is told of everything that is wrong, by column", () => {
    const errors = { title: ["required"], decidedAt: ["date"], "": ["unknown_column:titel"] };
    expect(readRow({ ...row, title: "", decidedAt: "ooit", titel: "x" })).toEqual({ errors });
  });

  it("of any shape is read or refused", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.jsonValue(),
        fc.nat(),
        (some, value, place) => {
          const names = Object.keys(row);
          const changed = {
            ...row,
            ...some,
            [names[place % names.length] ?? ""]: value,
          };
          expect(Object.keys(readRow(changed))).toHaveLength(1);
        },
      ),
    );
  });
});
