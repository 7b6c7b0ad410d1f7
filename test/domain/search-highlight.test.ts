import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  highlighted,
  searchSnippet,
  type HighlightPart,
} from "../../app/domain/search-highlight.ts";
import { searchTerms } from "../../app/domain/search-terms.ts";

const shown = (parts: HighlightPart[]) =>
  parts.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");
const marked = (text: string, query: string) => shown(highlighted(text, searchTerms(query)));
const snippet = (text: string, query: string, length?: number) =>
  shown(searchSnippet(text, searchTerms(query), length));

describe("the hits in a text", { timeout: 30_000 }, () => {
  it("are whole words: the word itself and longer words that begin with it", () => {
    expect(marked("De weduwe; weduwen en een wed.", "weduwe")).toBe(
      "De [weduwe]; [weduwen] en een wed.",
    );
  });

  it("are found whatever the diacritics, capitals and invisible signs", () => {
    expect(marked("REÏNTEGRATIE: re\u0308i\u0308nte\u00adgratie", "reintegratie")).toBe(
      "[REÏNTEGRATIE]: [re\u0308i\u0308nte\u00adgratie]",
    );
  });

  it("are words with the term inside, for a term of four letters or more", () => {
    expect(marked("Een nabestaandenuitkering of een uit", "uitkering")).toBe(
      "Een [nabestaandenuitkering] of een uit",
    );
    expect(marked("De wetgever en de wet", "wet")).toBe("De wetgever en de [wet]");
  });

  it("are other forms of the word, and numbers as a whole", () => {
    expect(marked("Het is kwijtgescholden.", "kwijtschelding")).toBe("Het is [kwijtgescholden].");
    expect(marked("Op grond van 4:84 en 4:8 en 84.", "artikel 4:84")).toBe(
      "Op grond van [4:84] en 4:8 en 84.",
    );
    expect(marked("Een schuld van € 15.000.", "15000")).toBe("Een schuld van € [15.000].");
  });

  it("of nothing are none", () => {
    expect(highlighted("", searchTerms("wet"))).toEqual([]);
    expect(highlighted("De wet", [])).toEqual([{ text: "De wet", hit: false }]);
  });
});

describe("the snippet of a text", { timeout: 30_000 }, () => {
  const filler = (count: number) =>
    Array.from({ length: count }, (_, place) => `vul${place}`).join(" ");

  it("is the whole text when that is short, with single spaces", () => {
    expect(snippet("De  brief\n\nkwam te laat.", "brief")).toBe("De [brief] kwam te laat.");
  });

  it("is cut around the hit, between words", () => {
    const text = `${filler(100)} zeepkist ${filler(100)}`;
    const parts = searchSnippet(text, searchTerms("zeepkist"));
    const words = parts.map((part) => part.text).join("");
    expect(words).toMatch(/^… vul\d+ .* zeepkist vul0 .* vul\d+ …$/u);
    expect(words.length).toBeGreaterThan(150);
    expect(words.length).toBeLessThanOrEqual(204);
    expect(parts.filter(({ hit }) => hit)).toEqual([{ text: "zeepkist", hit: true }]);
  });

  it("shows the place where the most different words stand together", () => {
    const text = `brief brief brief ${filler(80)} de weduwe kreeg een brief ${filler(80)}`;
    expect(snippet(text, "brief weduwe")).toContain("de [weduwe] kreeg een [brief]");
  });

  it("is the beginning when nothing is found", () => {
    expect(snippet(filler(100), "zeepkist", 20)).toBe("vul0 vul1 vul2 vul3 …");
    expect(snippet("", "zeepkist")).toBe("");
  });

  it("is a piece of the text with few characters, whatever the text, the words and the length", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme", maxLength: 400 }),
      fc.lorem({ maxCount: 80 }),
    );
    fc.assert(
      fc.property(texts, texts, fc.integer({ min: 1, max: 300 }), (text, query, length) => {
        const terms = searchTerms(query);
        const whole = highlighted(text, terms).map((part) => part.text);
        expect(whole.join("")).toBe(text);
        const parts = searchSnippet(text, terms, length);
        const plain = text.replace(/\s+/gu, " ").trim();
        const shownText = parts.map((part) => part.text).join("");
        expect(parts.every((part) => part.text !== "")).toBe(true);
        if (plain.length <= length) expect(shownText).toBe(plain);
        const inside = shownText.replace(/^… /u, "").replace(/ …$/u, "");
        expect(plain.includes(inside) || plain.includes(shownText)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("always has a hit in it when there is one in the text", () => {
    const words = fc.array(fc.constantFrom("brief", "weduwe", "x", "vul", "langerwoord"), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 120 }), (list, length) => {
        const parts = searchSnippet(list.join(" "), searchTerms("weduwe brief"), length);
        const has = list.includes("brief") || list.includes("weduwe");
        expect(parts.some(({ hit }) => hit)).toBe(has);
      }),
    );
  });
});
