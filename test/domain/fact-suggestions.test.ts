import { describe, expect, it } from "vitest";
import { factCatalogue } from "#app/domain/fact-catalogue.ts";
import { suggestFacts } from "#app/domain/fact-suggestions.ts";

const catalogue = factCatalogue.map(({ key, label, synonyms }) => {
  return { id: key, phrases: [label.nl, ...synonyms] };
});

function suggested(text: string): string[] {
  return suggestFacts([{ name: "story", text }], catalogue).map(({ factId }) => factId);
}

function found(text: string, ...phrases: string[]) {
  return suggestFacts([{ name: "story", text }], [{ id: "fact", phrases }])[0];
}

const marked = (text: string, ...phrases: string[]) =>
  found(text, ...phrases)
    ?.evidence.map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join("");

describe("a fact is suggested", () => {
  it.each([
    ["Mijn buurman kan in het Nederlands niet goed lezen.", "low_literacy"],
    ["Meneer is laaggeletterd en belt daarom altijd.", "low_literacy"],
    ["De verhuurder kondigde een ontruimingsvonnis aan.", "threatened_eviction"],
    ["Door oplopende huurschulden staat zij op straat.", "threatened_eviction"],
    ["De jongen woonde begeleid toen hij de brief kreeg.", "limited_capacity_to_act"],
    ["Zij heeft drie jonge kinderen.", "lives_with_minor_children"],
    ["Zij verzorgt als mantelzorgster haar tante.", "informal_carer"],
    ["Het UWV heeft toen toegezegd dat het goed kwam.", "promise_relied_on"],
    ["De bankslaper heeft geen adres.", "homeless"],
    ["Het voorschot moet hij nu terugbetalen.", "payment_was_undue"],
    [
      "Zijn eerste brief bleef zonder reactie: hij heeft nooit iets meer gehoord. Geen antwoord dus.",
      "agency_did_not_react",
    ],
    ["Bij het huisbezoek is zij niet verschenen.", "no_cooperation"],
    ["Er kwamen contante stortingen binnen.", "several_unreported_deposits"],
    ["De aanvraag was twee maanden te laat.", "months_late"],
  ])("from: %s", (text, key) => {
    expect(suggested(text)).toContain(key);
  });

  it.each([
    "Meneer is niet laaggeletterd.",
    "Zij is nooit dakloos geweest.",
    "Van bedrog is geen sprake.",
    "Er is geen sprake van huurschuld.",
    "Een psychiater heeft depressie niet vastgesteld, want een depressie is niet gebleken.",
    "Hij leest elke dag de krant en heeft een lieve onschuldige hond.",
    "De gemeente stuurde zonder aanmaning een rekening.",
    "",
  ])("not from: %s", (text) => {
    expect(suggested(text)).toEqual([]);
  });

  it("once, by its longest words, with the sentence as evidence", () => {
    const text = "Zij is weduwe. Haar man overleed in mei; sindsdien gaat het slecht.";
    const [first, ...others] = suggestFacts(
      [{ name: "story", text }],
      [{ id: "bereaved", phrases: ["weduwe", "haar man overleed"] }],
    );
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      factId: "bereaved",
      phrase: "haar man overleed",
      source: "story",
    });
    expect(first?.evidence).toEqual([
      { text: "Haar man overleed", hit: true },
      { text: " in mei", hit: false },
    ]);
  });

  it("from the text it stands in, in the order of the facts", () => {
    const hits = suggestFacts(
      [
        { name: "title", text: "Een ruzie" },
        { name: "pinch", text: "Dakloos en ziek" },
      ],
      [
        { id: "ill", phrases: ["ziek"] },
        { id: "homeless", phrases: ["dakloos"] },
      ],
    );
    expect(hits.map(({ factId, source }) => [factId, source])).toEqual([
      ["ill", "pinch"],
      ["homeless", "pinch"],
    ]);
  });
});

describe("words are the same", () => {
  it("whatever their ending, capitals and accents", () => {
    expect(marked("De SCHULDEN liepen op.", "schuld")).toBe("De [SCHULDEN] liepen op");
    expect(marked("Twee brieven en een café.", "brief")).toBe("Twee [brieven] en een café");
    expect(marked("Twee brieven en een café.", "cafe")).toBe("Twee brieven en een [café]");
    expect(found("Hij is onschuldig.", "schuld")).toBeUndefined();
  });

  it("with at most three others in between, within one sentence", () => {
    expect(marked("Zij kan nu echt niet werken.", "kan niet werken")).toBe(
      "Zij [kan] nu echt [niet werken]",
    );
    expect(found("Zij kan nu toch echt nog niet werken.", "kan niet werken")).toBeUndefined();
    expect(found("Dat kan. Niet werken is geen plan.", "kan niet werken")).toBeUndefined();
  });

  it("and not when they are denied, unless the denial belongs to the phrase", () => {
    expect(found("Zij heeft het zelf niet gemeld.", "zelf gemeld")).toBeUndefined();
    expect(marked("Zij heeft het niet gemeld.", "niet gemeld")).toContain("[niet gemeld]");
    expect(found("Hij heeft geen hoge schuld.", "schuld")).toBeUndefined();
    expect(found("Niet alleen schuld speelt mee.", "schuld")).toBeDefined();
    expect(found("Dat is er niet, schuld wel.", "schuld")).toBeDefined();
    expect(found("Hij had geen schuld. Nu heeft hij een schuld.", "schuld")).toBeDefined();
  });

  it("in a long sentence as the piece around them", () => {
    const long = `${"Zo gaat het maar door ".repeat(20)}tot de ontruiming ${"en dan verder ".repeat(20)}`;
    const text = marked(long, "ontruiming") ?? "";
    expect(text.length).toBeLessThan(180);
    expect(text).toMatch(/^… .*\[ontruiming\].* …$/);
  });
});

describe("a text of any size", () => {
  it("is read fast enough to do it at every look at the page", () => {
    const words =
      "de burger kreeg geen antwoord op een brief over de huurschuld en kan niet lezen. ";
    const text = words.repeat(250);
    const texts = ["a", "b", "c", "d", "e"].map((name) => ({ name, text }));
    const started = performance.now();
    suggestFacts(texts, catalogue);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("is never read where nothing can be found", () => {
    expect(suggestFacts([], catalogue)).toEqual([]);
    expect(found("… !? ---", "", "  ", "?")).toBeUndefined();
  });
});
