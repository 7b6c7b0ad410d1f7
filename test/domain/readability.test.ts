import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { passivesIn } from "../../app/domain/passive-forms.ts";
import { hardWordsIn, plainWords, withPlainWords } from "../../app/domain/plain-words.ts";
import {
  fleschDouma,
  leesindexA,
  placeholdersIn,
  readability,
  type ReadabilityFinding,
} from "../../app/domain/readability.ts";
import { sentencesOf, wordsOf } from "../../app/domain/sentences.ts";
import { syllables } from "../../app/domain/syllables.ts";

// As the Woordenlijst Nederlandse Taal divides them.
const divided =
  "huis brief ziek-te be-sluit nieuw nieu-we leeuw eeu-wen mooi-e draai-en groei-en bui-ten vrouw vrou-wen tijd bij-een " +
  "kwijt-schel-ding be-zwaar ge-meen-te uit-ke-ring na-be-staan-den-uit-ke-ring over-lij-den in-for-ma-tie " +
  "si-tu-a-tie fi-nan-ci-eel of-fi-ci-eel of-fi-ci-ë-le in-di-vi-du-eel ac-tu-e-le se-ri-eus re-li-gi-eus " +
  "pro-ce-du-re be-oor-de-len be-ant-woor-den re-ac-tie ge-ïn-for-meerd co-ör-di-na-tie fi-nan-ci-ën ide-eën " +
  "be-ëin-di-gen re-ü-nie co-ö-pe-ra-tie pa-ti-ënt cli-ënt ef-fi-ci-ënt va-ri-ant me-di-um mu-se-um mu-se-ums " +
  "bu-reau ni-veau ide-aal rea-li-teit va-cu-üm na-ïef di-eet ade-quaat yo-ga sys-teem ro-yaal pen-si-oen " +
  "sta-tion web-site on-line team vier fo-to's drie-ëntwin-tig eu-ro hy-po-theek ex-tra jou-w aan-vraag te-le-foon-num-mer";

describe("syllables", () => {
  it.each([
    ...new Set(divided.split(" ").map((word) => [word.replaceAll("-", ""), word] as const)),
  ])("of %s are those of %s", (word, parts) => {
    const expected: Record<string, number> = {
      // The list divides at the end of a line, which leaves single letters together.
      ...{ overlijden: 4, realiteit: 4, ideeën: 3, ideaal: 3, uitkering: 3, euro: 2, jouw: 1 },
      ...{ nabestaandenuitkering: 7, drieëntwintig: 4, adequaat: 3 },
    };
    expect(syllables(word)).toBe(expected[word] ?? parts.split("-").length);
  });

  it("are those of its parts together for a word with a hyphen, and one where no vowel is", () => {
    expect(syllables("AOW-uitkering")).toBe(syllables("AOW") + syllables("uitkering"));
    expect(syllables("nr")).toBe(1);
    expect(syllables("2026")).toBe(1);
  });
});

describe("sentences", () => {
  it("end at a point, a question or the end of a line, not at abbreviations, amounts or initials", () => {
    const text =
      "U krijgt € 1.972,93 terug. Dat staat in art. 33 van de wet. Weet u het niet? Bel mr. A. Jansen!\n" +
      "Een regel zonder punt\n- Nog een";
    expect(sentencesOf(text)).toEqual([
      "U krijgt € 1.972,93 terug.",
      "Dat staat in art. 33 van de wet.",
      "Weet u het niet?",
      "Bel mr. A. Jansen!",
      "Een regel zonder punt",
      "- Nog een",
    ]);
    expect(sentencesOf("Het gaat om u. Wij helpen u.")).toHaveLength(2);
    expect(sentencesOf(" \n...\n")).toEqual([]);
  });

  it("have words with amounts, hyphens and apostrophes as one", () => {
    const words = ["Uw", "AOW-uitkering", "is", "1.972,93", "foto's", "e-mail", "a.b@c.nl"];
    expect(wordsOf("Uw AOW-uitkering is € 1.972,93: foto's, e-mail (a.b@c.nl).")).toEqual([
      ...words.slice(0, 6),
      "a.b",
      "c.nl",
    ]);
  });
});

describe("the published formulas", () => {
  // 206.84 - 0.77 wl - 0.93 zl and 195 - 2/3 wl - 2 zl, with wl in syllables per hundred words.
  it.each([
    [{ sentences: 1, words: 1, syllables: 1 }, 128.91, 126.33],
    [{ sentences: 10, words: 100, syllables: 150 }, 82.04, 75],
    [{ sentences: 4, words: 100, syllables: 180 }, 44.99, 25],
  ])("give for %o the values by hand", (counts, douma, brouwer) => {
    expect(fleschDouma(counts)).toBeCloseTo(douma, 2);
    expect(leesindexA(counts)).toBeCloseTo(brouwer, 2);
  });

  it("say nothing of no text", () => {
    expect(fleschDouma({ sentences: 0, words: 0, syllables: 0 })).toBeNull();
    expect(readability([{ part: "a", text: "" }]).leesindexA).toBeNull();
    expect(readability([]).readsAtB1).toBeNull();
  });
});

describe("words of offices", () => {
  it("are many, each with an everyday word and once only", () => {
    expect(plainWords.length).toBeGreaterThan(240);
    const forms = plainWords.flatMap(({ hard }) => hard);
    expect(forms.length).toBe(new Set(forms).size);
    expect(plainWords.filter(({ plain }) => plain.trim() === "")).toEqual([]);
  });

  it("are found whole, longest first, and their everyday words are on no list themselves", () => {
    const found = hardWordsIn("Ten aanzien van uw verzoek verstrekken wij thans een verhaal.");
    expect(found.map(({ word }) => word)).toEqual(["Ten aanzien van", "verstrekken", "thans"]);
    const fitting = plainWords.filter(({ fits }) => fits);
    expect(fitting.filter(({ plain }) => hardWordsIn(plain).length > 0)).toEqual([]);
  });

  it("count with capitals, before a point, and not inside another word", () => {
    const found = hardWordsIn("INDIEN m.b.t. het geld; indiende. Thans-nu, mede-thans");
    expect(found.map(({ word, index }) => [word, index])).toEqual([
      ["INDIEN", 0],
      ["m.b.t.", 7],
    ]);
  });

  it("are replaced only where the everyday word fits as it is", () => {
    expect(withPlainWords("Indien u tevens betaalt, verstrekken wij thans niets.")).toBe(
      "Als u ook betaalt, verstrekken wij nu niets.",
    );
  });
});

describe("passive forms", () => {
  it.each([
    "Het verzoek wordt afgewezen.",
    "De uitkering werd door ons gestopt.",
    "De brieven zullen worden verstuurd.",
    "Uw aanvraag is afgewezen.",
    "omdat het besluit genomen werd",
    "Het bedrag wordt in maart van uw rekening afgeschreven.",
  ])("are seen in: %s", (sentence) => {
    expect(passivesIn(sentence)).toHaveLength(1);
  });

  it.each([
    "Uw man is overleden.",
    "Zij is naar Spanje verhuisd.",
    "De wet is bekend.",
    "Het wordt moeilijk, want u hebt niets gemeld.",
    "Dit wordt een besluit van de gemeente.",
    "Hij heeft zijn schuld betaald.",
    "Dat is een goed gesprek en u hebt geholpen.",
    "U wordt 67 in januari.",
    "Hij was arts.",
  ])("are not seen in: %s", (sentence) => {
    expect(passivesIn(sentence)).toEqual([]);
  });
});

const kinds = (findings: ReadabilityFinding[]) => findings.map(({ kind }) => kind);

describe("the report", () => {
  it("names long sentences, passive forms, long words and what is to be filled in, where they stand", () => {
    const { findings } = readability([
      { part: "outcome", text: "Uw nabestaandenuitkering wordt gestopt. Bel [nummer]." },
      {
        part: "reasons.0",
        text: "Wij kijken naar wat u hebt gedaan en naar wat u kon weten toen u die brief van ons kreeg.",
      },
    ]);
    expect(kinds(findings)).toEqual(["passive", "long_word", "to_fill_in", "long_sentence"]);
    expect(findings.map(({ part }) => part)).toEqual([
      "outcome",
      "outcome",
      "outcome",
      "reasons.0",
    ]);
    expect(placeholdersIn("Bel [nummer] of [ander nummer].")).toHaveLength(2);
  });

  const easy =
    "U krijgt het geld terug. Wij betalen u in mei. U hoeft niets te doen. Bel ons als u iets wilt vragen. ";

  it("says that short sentences with everyday words read at B1, and that an official text does not", () => {
    expect(readability([{ part: "a", text: easy.repeat(2) }]).readsAtB1).toBe(true);
    const official =
      "Ingevolge het bepaalde in bovengenoemde regeling dient belanghebbende onverwijld en schriftelijk mededeling te " +
      "doen van feiten en omstandigheden die van invloed kunnen zijn op de verstrekking van de uitkering. " +
      "Indien zulks wordt nagelaten, kan tot terugvordering worden overgegaan.";
    const report = readability([{ part: "a", text: official }]);
    expect(report.readsAtB1).toBe(false);
    const met = report.checks.filter(({ ok }) => ok).map(({ check }) => check);
    expect(met).toEqual(["long_words"]);
  });

  it("says nothing of a text too short to tell", () => {
    expect(readability([{ part: "a", text: "U krijgt het geld terug." }]).readsAtB1).toBeNull();
  });

  const word = fc.constantFrom(
    "u",
    "geld",
    "brief",
    "besluit",
    "uitkering",
    "verantwoording",
    "wij",
  );
  const sentence = (min: number, max: number) =>
    fc.array(word, { minLength: min, maxLength: max }).map((words) => `A${words.join(" ")}.`);

  test("a sentence of more than twenty words never makes a text read at B1", () => {
    fc.assert(
      fc.property(fc.array(sentence(1, 25), { maxLength: 20 }), sentence(21, 40), (texts, long) => {
        const report = readability([{ part: "a", text: [...texts, long].join(" ") }]);
        expect(report.readsAtB1).not.toBe(true);
      }),
    );
  });

  test("two sentences made one never read easier by either formula", () => {
    fc.assert(
      fc.property(fc.array(sentence(1, 15), { minLength: 2, maxLength: 10 }), (texts) => {
        const apart = readability([{ part: "a", text: texts.join(" ") }]);
        const joined = readability([{ part: "a", text: texts.join(" ").replace(". A", " A") }]);
        expect(joined.counts.words).toBe(apart.counts.words);
        expect(joined.fleschDouma).toBeLessThan(apart.fleschDouma ?? 0);
        expect(joined.leesindexA).toBeLessThan(apart.leesindexA ?? 0);
      }),
    );
  });

  test("the order of sentences and parts does not matter for the numbers", () => {
    fc.assert(
      fc.property(
        fc
          .array(sentence(1, 25), { minLength: 1, maxLength: 10 })
          .chain((texts) =>
            fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length })),
          ),
        ([texts, others]) => {
          const one = readability([{ part: "a", text: texts.join(" ") }]);
          const { counts, ...other } = readability(others.map((text) => ({ part: "b", text })));
          expect(counts).toEqual(one.counts);
          expect(other.checks).toEqual(one.checks);
          expect(kinds(other.findings).sort()).toEqual(kinds(one.findings).sort());
        },
      ),
    );
  });
});
