import { describe, expect, it } from "vitest";
import { factCatalogue } from "../../app/domain/fact-catalogue.ts";
import { languages, type LocalText } from "../../app/domain/local-text.ts";
import { assertQuestionSet, type QuestionSetContent } from "../../app/domain/question-set.ts";
import { shippedQuestionSets } from "../../app/domain/question-sets/index.ts";
import { perspectiefcirkelNl } from "../../app/domain/question-sets/perspectiefcirkel-nl.ts";
import { publiekeWaarden } from "../../app/domain/question-sets/publieke-waarden.ts";

type NamedText = { where: string; text: LocalText };

function criteriaOf(content: QuestionSetContent) {
  return content.perspectives.flatMap(({ criteria }) => criteria);
}

function anchorsOf(content: QuestionSetContent): NamedText[] {
  return criteriaOf(content).flatMap(({ key, anchors }) =>
    anchors.map((text, index) => ({ where: `${key} anchor ${index + 1}`, text })),
  );
}

function textsOf(content: QuestionSetContent): NamedText[] {
  const asked = [
    ...content.perspectives.flatMap(({ gates, criteria }) => [...gates, ...criteria]),
    ...content.caseQuestions,
  ];
  return [
    { where: "name", text: content.name },
    { where: "description", text: content.description },
    ...content.scale.map((text, index) => ({ where: `scale ${index + 1}`, text })),
    ...content.levels.map((text, index) => ({ where: `level ${index}`, text })),
    ...content.perspectives.flatMap(({ key, name, leadingQuestion }) => [
      { where: `${key} name`, text: name },
      { where: `${key} leading question`, text: leadingQuestion },
    ]),
    ...asked.flatMap(({ key, question, meaning }) => [
      { where: `${key} question`, text: question },
      { where: `${key} meaning`, text: meaning },
    ]),
    ...anchorsOf(content),
  ];
}

const catalogueTexts: NamedText[] = factCatalogue.flatMap(({ key, label, definition, example }) => [
  { where: `${key} label`, text: label },
  { where: `${key} definition`, text: definition },
  { where: `${key} example`, text: example },
]);

function withoutText(texts: NamedText[]): string[] {
  return texts
    .filter(({ text }) => languages.some((language) => text[language].trim() === ""))
    .map(({ where }) => where);
}

/** Plain apostrophes, no em or en dashes, no stray or double spaces. */
function badlyTyped(texts: NamedText[]): string[] {
  const bad = /[\u2018\u2019\u201c\u201d\u2013\u2014]|\s\s|^\s|\s$/;
  return texts
    .filter(({ text }) => languages.some((language) => bad.test(text[language])))
    .map(({ where }) => where);
}

function longDutchSentences(texts: NamedText[]): string[] {
  return texts
    .flatMap(({ text }) => text.nl.split(/[.!?]\s+/))
    .filter((sentence) => sentence.split(/\s+/).length > 25);
}

function repeated(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe.each(shippedQuestionSets)("shipped question set $key", ({ content }) => {
  it("can be scored", () => {
    expect(() => assertQuestionSet(content)).not.toThrow();
  });

  it("has every text in Dutch and English", () => {
    expect(withoutText(textsOf(content))).toEqual([]);
  });

  it("uses plain apostrophes and no long dashes", () => {
    expect(badlyTyped(textsOf(content))).toEqual([]);
  });

  it("has Dutch sentences of at most 25 words", () => {
    expect(longDutchSentences(textsOf(content))).toEqual([]);
  });

  it("asks every question and meaning in one sentence", () => {
    const asked = [
      ...content.caseQuestions,
      ...content.perspectives.flatMap(({ gates, criteria }) => [...gates, ...criteria]),
    ];
    for (const language of languages) {
      for (const { question, meaning } of asked) {
        expect(question[language]).toMatch(/^[^.?!]+\?$/);
        expect(meaning[language]).toMatch(/^[A-Z].*[^.]\.$/);
        // "n.v.t." holds the only full stops that do not end a sentence.
        expect(meaning[language].replace("n.v.t.", "nvt")).not.toMatch(/[.?!]\s/);
      }
    }
  });

  it("names a source for every criterion and gate", () => {
    const sources = content.perspectives.flatMap(({ gates, criteria }) =>
      [...gates, ...criteria].map(({ source }) => source.trim()),
    );
    expect(sources).not.toContain("");
  });

  it("repeats no anchor in either language, within a criterion or over the set", () => {
    for (const language of languages) {
      expect(repeated(anchorsOf(content).map(({ text }) => text[language]))).toEqual([]);
    }
  });

  it("keeps anchors short enough to read at a glance", () => {
    const long = anchorsOf(content).filter(({ text }) =>
      languages.some((language) => text[language].length > 110),
    );
    expect(long).toEqual([]);
  });

  it("gives perspectives equal weight, and criteria equal weight within each", () => {
    const { perspectives } = content;
    expect(new Set(perspectives.map(({ weight }) => weight))).toEqual(new Set([1 / 3]));
    for (const { criteria } of perspectives) {
      const weights = new Set(criteria.map(({ weight }) => weight));
      expect(weights).toEqual(new Set([1 / criteria.length]));
    }
  });

  it("passes at 3, sees a difference from 0.3 and knows four outcome levels", () => {
    expect(content.perspectives.map(({ passMark }) => passMark)).toEqual([3, 3, 3]);
    expect(content.margin).toBe(0.3);
    expect(content.levels).toHaveLength(4);
  });

  it("asks the five case questions", () => {
    expect(content.caseQuestions.map(({ key }) => key)).toEqual([
      "incident_or_structural",
      "frequency",
      "rule_owner",
      "human_dignity",
      "data_question",
    ]);
  });
});

describe("shipped question sets", () => {
  it("have unique keys, the default first", () => {
    expect(shippedQuestionSets.map(({ key, version }) => `${key} ${version}`)).toEqual([
      "perspectiefcirkel-nl 1",
      "publieke-waarden 1",
    ]);
  });

  it("keep the published keys of the Perspectiefcirkel in order", () => {
    const keys = perspectiefcirkelNl.perspectives.map(({ key, gates, criteria }) =>
      [key, ...gates.map((gate) => gate.key), ...criteria.map((criterion) => criterion.key)].join(
        " ",
      ),
    );
    expect(keys).toEqual([
      "legal J-G1 J-G2 J-G3 J1 J2 J3 J4 J5 J6 J7",
      "financial F-G1 F1 F2 F3 F4 F5 F6 F7",
      "societal M-G1 M1 M2 M3 M4 M5 M6 M7",
    ]);
  });

  it("let only necessity (J3) be answered with n.v.t.", () => {
    const mayNotApply = shippedQuestionSets.flatMap(({ content }) =>
      criteriaOf(content).filter((criterion) => criterion.mayNotApply),
    );
    expect(mayNotApply.map(({ key }) => key)).toEqual(["J3"]);
  });

  it("ask one gate in the public values set: allowed by law", () => {
    const { perspectives } = publiekeWaarden;
    expect(perspectives.map(({ key, criteria }) => [key, criteria.length])).toEqual([
      ["legitimacy", 3],
      ["involvement", 3],
      ["return", 3],
    ]);
    expect(perspectives.flatMap(({ gates }) => gates.map(({ key }) => key))).toEqual(["L-G1"]);
  });
});

describe("fact catalogue", () => {
  it("has unique keys and labels", () => {
    expect(repeated(factCatalogue.map(({ key }) => key))).toEqual([]);
    for (const language of languages) {
      const labels = factCatalogue.map(({ label }) => label[language].toLowerCase());
      expect(repeated(labels)).toEqual([]);
    }
  });

  it("has every text in Dutch and English, typed plainly", () => {
    expect(withoutText(catalogueTexts)).toEqual([]);
    expect(badlyTyped(catalogueTexts)).toEqual([]);
  });

  it("has Dutch sentences of at most 25 words and labels of at most 8", () => {
    expect(longDutchSentences(catalogueTexts)).toEqual([]);
    const long = factCatalogue.filter(({ label }) => label.nl.split(" ").length > 8);
    expect(long).toEqual([]);
  });

  it("holds synonyms that add something to the label, none twice", () => {
    for (const { label, synonyms } of factCatalogue) {
      expect(synonyms.length).toBeGreaterThan(0);
      expect(repeated(synonyms)).toEqual([]);
      expect(synonyms.map((synonym) => synonym.toLowerCase())).not.toContain(
        label.nl.toLowerCase(),
      );
    }
  });

  it("knows circumstances on both sides from every perspective", () => {
    const sides = new Set(
      factCatalogue.map(({ perspective, direction }) => `${perspective} ${direction}`),
    );
    expect(sides.size).toBe(6);
  });

  // The factors of the published cases the demo data is built on.
  it.each([
    [
      "late survivor's benefit",
      "low_literacy lives_abroad misinformed_by_third_party",
      "application_more_than_year_late",
    ],
    [
      "benefit and student grant",
      "rule_has_lapsed repayment_threatens_prospects own_effort",
      "income_not_reported",
    ],
    ["moving to Spain", "medical_need cost_neutral mental_distress", "law_excludes_explicitly"],
    [
      "advance in 2010",
      "no_other_income_in_period other_benefit_no_longer_possible hopeless_debt",
      "payment_was_undue",
    ],
    ["CRVB:2025:604", "agency_knew agency_did_not_react", "not_available_for_work"],
    ["CRVB:2021:672", "agency_share_of_blame daily_life_disproportionate", "payment_was_undue"],
    ["CRVB:2024:2192", "", "duty_to_inform_violated several_unreported_deposits"],
    ["CRVB:2008:BG3717", "promise_relied_on", "could_reasonably_have_known"],
  ])("can describe the published case %s", (_name, pro, con) => {
    expect(directionsOf(pro)).toEqual(directionsOf(pro).map(() => "pro"));
    expect(directionsOf(con)).toEqual(directionsOf(con).map(() => "con"));
  });
});

function directionsOf(keys: string) {
  const wanted = keys.split(" ").filter((key) => key !== "");
  return wanted.map((key) => factCatalogue.find((fact) => fact.key === key)?.direction);
}
