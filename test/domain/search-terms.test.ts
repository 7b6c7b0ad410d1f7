import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexedText, searchTerms } from "../../app/domain/search-terms.ts";

function texts(query: string): string[] {
  return searchTerms(query).map(({ text }) => text);
}

describe("the words of a query", { timeout: 30_000 }, () => {
  it("are in lower case without diacritics, each once", () => {
    expect(texts("Reïntegratie CAFÉ café reintegratie")).toEqual(["reintegratie", "cafe"]);
  });

  it("leave out Dutch stop words and loose letters", () => {
    expect(texts("de vriend van een man die te laat was: s")).toEqual(["vriend", "man", "laat"]);
    expect(texts("Hoeveel mag hij waarom vragen?")).toEqual(["vragen", "vrag"]);
  });

  it("are the stop words when there is nothing else", () => {
    expect(texts("te laat")).toEqual(["laat"]);
    expect(texts("wat is dat")).toEqual(["wat", "is", "dat"]);
    expect(texts("?!")).toEqual([]);
  });

  it("are prefixes over four letters, numbers never", () => {
    expect(searchTerms("wajong pgb schuld 15000")).toEqual([
      { text: "wajong", prefix: true },
      { text: "pgb", prefix: false },
      { text: "schuld", prefix: true },
      { text: "15000", prefix: false },
    ]);
    expect(searchTerms("duur duurt")).toEqual([
      { text: "duur", prefix: false },
      { text: "duurt", prefix: true },
    ]);
  });

  it("are followed by the beginning of a word without its ending, and by its other forms", () => {
    expect(searchTerms("uitkeringen").slice(0, 2)).toEqual([
      { text: "uitkeringen", prefix: false },
      { text: "uitkering", prefix: true },
    ]);
    expect(texts("boetes")).toContain("boete");
    expect(texts("moeilijkheden")).toContain("moeilijkheid");
    expect(texts("kosten")).toEqual(["kosten", "kost"]);
  });

  it("hold the number of an article, a decision, a letter or an amount as it was typed", () => {
    expect(texts("artikel 4:84 Awb")).toEqual(["artikel", "4x84", "awb"]);
    expect(texts("ECLI:NL:CRVB:2025:604")[0]).toBe("eclixnlxcrvbx2025x604");
    expect(texts("SB1403")).toEqual(["sb1403"]);
    expect(texts("€ 15.000, 15000")).toEqual(["15000"]);
    expect(texts("4:84")).not.toEqual(texts("48:4"));
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

describe("the text of the index", { timeout: 30_000 }, () => {
  it("has the number of an article or decision as one word besides its pieces", () => {
    expect(indexedText("Artikel 4:84 Awb (ECLI:NL:HR:2024:1), in 3.2a.")).toBe(
      "artikel 4 84 4x84 awb ecli nl hr 2024 1 eclixnlxhrx2024x1 in 3 2a 3x2a",
    );
    expect(indexedText("e-mail en/of post")).toBe("e mail en of post");
  });

  it("is the words of the text in the form of a query", () => {
    expect(indexedText("  De ANW-uitkering: géén €\u00a015.000!")).toBe(
      "de anw uitkering geen 15000",
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

  it("holds what a query that is that text asks for, whatever the text", () => {
    const texts = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.string({ unit: fc.constantFrom(..."a1:./- b2x"), maxLength: 60 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const words = indexedText(text).split(" ");
        const terms = searchTerms(text);
        if (words.some((word) => word !== "")) {
          expect(terms.some(({ text: term }) => words.includes(term))).toBe(true);
        }
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
