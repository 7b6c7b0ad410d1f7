import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexedText, searchTerms } from "../../app/domain/search-terms.ts";

function texts(query: string): string[] {
  return searchTerms(query).map(({ text }) => text);
}

describe("the words of a query", () => {
  it("are in lower case without diacritics, each once", () => {
    expect(texts("Reïntegratie CAFÉ café reintegratie")).toEqual(["reintegratie", "cafe"]);
  });

  it("leave out Dutch stop words and loose letters", () => {
    expect(texts("de weduwe van een man die te laat was: s")).toEqual(["weduwe", "man", "laat"]);
  });

  it("are the stop words when there is nothing else", () => {
    expect(texts("te laat")).toEqual(["laat"]);
    expect(texts("wat is dat")).toEqual(["wat", "is", "dat"]);
    expect(texts("?!")).toEqual([]);
  });

  it("are prefixes over four letters, numbers never", () => {
    expect(searchTerms("wajong wet schuld 15000")).toEqual([
      { text: "wajong", prefix: true },
      { text: "wet", prefix: false },
      { text: "schuld", prefix: true },
      { text: "15000", prefix: false },
    ]);
    expect(searchTerms("duur duurt")).toEqual([
      { text: "duur", prefix: false },
      { text: "duurt", prefix: true },
    ]);
  });

  it("are at most 12, each of at most 40 characters", () => {
    const many = Array.from({ length: 30 }, (_, index) => `woord${index}`).join(" ");
    expect(texts(many)).toHaveLength(12);
    expect(texts("a".repeat(90))).toEqual(["a".repeat(40)]);
  });

  it("hold no operator or sign of a search engine, whatever is typed", () => {
    expect(texts('"anw" AND NOT (uitkering* OR titel:x) ^ NEAR/3 -- ;')).not.toContain("AND");
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string()), (query) => {
        const terms = searchTerms(query);
        expect(terms.length).toBeLessThanOrEqual(12);
        for (const { text } of terms) {
          expect(text).toMatch(/^[\p{L}\p{N}]{1,40}$/u);
          expect(text).toBe(text.toLowerCase());
        }
        expect(new Set(terms.map(({ text }) => text)).size).toBe(terms.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the text of the index", () => {
  it("is the words of the text in the form of a query", () => {
    expect(indexedText("  De ANW-uitkering: géén €\u00a015.000!")).toBe(
      "de anw uitkering geen 15 000",
    );
    expect(indexedText("?!")).toBe("");
  });

  it("mends what a web page or a PDF puts inside words", () => {
    expect(indexedText("nabestaanden\u00aduitkering")).toBe("nabestaandenuitkering");
    expect(indexedText("\ufb01nanci\u00eble re\u0308integratie")).toBe("financiele reintegratie");
  });

  it("of an indexed text is that text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.lorem()), (text) => {
        expect(indexedText(indexedText(text))).toBe(indexedText(text));
      }),
      { numRuns: 500 },
    );
  });

  it("holds every word of a query that is that text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const words = indexedText(text).split(" ");
        for (const { text: term } of searchTerms(text)) expect(words).toContain(term);
      }),
      { numRuns: 500 },
    );
  });

  it("has an end, at the end of a word", () => {
    expect(indexedText("ab ".repeat(20_000)).split(" ")).toHaveLength(10_000);
    const words = indexedText("漢".repeat(39).concat(" ").repeat(3000));
    expect(words.length).toBeLessThanOrEqual(60_000);
    expect(words.endsWith("漢")).toBe(true);
  });
});
