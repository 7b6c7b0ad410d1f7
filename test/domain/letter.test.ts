import { describe, expect, it } from "vitest";
import { decisionKinds } from "../../app/domain/decision.ts";
import { factCatalogue } from "../../app/domain/fact-catalogue.ts";
import {
  letterBlocks,
  letterDraft,
  letterTextParts,
  noDuties,
  type LetterFacts,
} from "../../app/domain/letter.ts";
import { bodyToFillIn, courtToFillIn } from "../../app/domain/letter-disagree.ts";
import { dutiesToFillIn, mostDuties } from "../../app/domain/letter-duties.ts";
import { factsInLetters } from "../../app/domain/letter-facts.ts";
import { placeholdersIn, readability } from "../../app/domain/readability.ts";

const facts: LetterFacts = {
  kind: "initial",
  afterObjection: false,
  organisation: "Gemeente Voorbeeld",
  number: "2026-0042",
  choices: [
    { claim: null, title: "Volledig terug", description: "Het geld gaat in vanaf mei.", level: 3 },
  ],
  motivation: [
    {
      ...{ perspective: "legal", name: "Juridisch" },
      text: "De wet geeft ruimte. Conform de wet telt dit mee.",
    },
    { perspective: "financial", name: "Financieel", text: "De kosten zijn te dragen." },
    {
      ...{ perspective: "societal", name: "Maatschappelijk" },
      text: "Zij kon dit niet weten. Die fout is van ons. Dit besluit is goed uit te leggen. Dat is eerlijk.",
    },
  ],
  carrying: [],
  factsFor: [{ key: "low_literacy", label: "Moeite met lezen en schrijven" }],
  factsAgainst: [{ key: "own", label: "Woont ver weg" }],
  conditions: [],
  citizenPays: false,
  contact: "Femke Brouwers",
  madeKnownAt: Date.UTC(2026, 8, 7),
};

describe("the draft of a letter", () => {
  it("gives three reasons: the situation first, and what it costs the organisation last", () => {
    const { reasons } = letterDraft(facts);
    expect(reasons).toEqual([
      "Lezen en schrijven is moeilijk voor u. Dit telde ook mee. Woont ver weg.",
      "De wet geeft ruimte. Volgens de wet telt dit mee.",
      "Dit besluit is goed uit te leggen. Dat is eerlijk.",
    ]);
    const bare = letterDraft({ ...facts, factsFor: [], factsAgainst: [] });
    expect(bare.reasons[2]).toBe("De kosten zijn te dragen.");
  });

  it("takes what the group said where a perspective says nothing that suits a letter", () => {
    const motivation = [{ perspective: "legal", name: "Juridisch", text: "" }];
    const carrying = [{ perspective: "legal", text: "de regel past hier niet" }];
    const { reasons } = letterDraft({
      ...facts,
      motivation,
      carrying,
      factsFor: [],
      factsAgainst: [],
    });
    expect(reasons).toEqual(["de regel past hier niet."]);
  });

  it("asks for a reason that is told of somebody else only, and gives none that is cut off", () => {
    const bare = { ...facts, factsFor: [], factsAgainst: [] };
    const reasonsOf = (text: string, argument: string) => {
      const carrying = [{ perspective: "societal", text: argument }];
      const motivation = [{ perspective: "societal", name: "Maatschappelijk", text }];
      return letterDraft({ ...bare, motivation, carrying }).reasons;
    };
    const asked = ["[Schrijf deze reden zelf: Maatschappelijk]"];
    const theirs = "Zij belde meteen. Meer kun je niet vragen.";
    expect(reasonsOf("Zij wist het niet. Dat telt.", theirs)).toEqual(asked);
    expect(reasonsOf("Daar past dit bij.", "Er is niets aan zijn situatie.")).toEqual(asked);
    expect(reasonsOf("Wie belt, telt mee. Zij belde.", theirs)).toEqual(["Wie belt, telt mee."]);
    expect(letterDraft({ ...bare, motivation: [] }).reasons.flatMap(placeholdersIn)).toHaveLength(
      1,
    );
  });

  it("asks of every sentence about somebody else in the outcome whether that is the reader", () => {
    const [choice = { claim: null, title: "", description: "", level: 0 }] = facts.choices;
    const description = "Zij betaalt de helft. In haar geval is dat genoeg. Wij doen de rest.";
    const draft = letterDraft({ ...facts, choices: [{ ...choice, description }] });
    expect(draft.outcome).toContain(
      "Volledig terug. [zij of u] Zij betaalt de helft. [haar of uw] In haar geval is dat genoeg. Wij",
    );
    const report = readability(letterTextParts(draft));
    expect(report).toMatchObject({ readsAtB1: true, thirdPersonSentences: 2 });
    expect(letterDraft({ ...facts, choices: [] }).outcome).toContain("[Wat besluiten wij?]");
  });

  it("tells once what was chosen for everything, and each choice with what it is about", () => {
    const [choice = { claim: null, title: "", description: "", level: 0 }] = facts.choices;
    const claims = ["Eerste jaar", "Tweede jaar"].map((claim) => ({ ...choice, claim }));
    const { outcome } = letterDraft({ ...facts, choices: claims });
    expect(outcome).toBe(letterDraft(facts).outcome);
    const [first = choice, second = choice] = claims;
    const apart = letterDraft({ ...facts, choices: [first, { ...second, title: "Niets" }] });
    expect(apart.outcome).toContain("Eerste jaar: Volledig terug.");
    expect(apart.outcome).toContain("Tweede jaar: Niets.");
  });

  it("asks of the citizen only what was agreed with the citizen", () => {
    const conditions = [
      { text: "De uitkomst uitleggen met een tolk." },
      { text: "Zij geeft veranderingen binnen een week door" },
    ];
    expect(letterDraft({ ...facts, conditions }).duties).toEqual([
      "[zij of u] Zij geeft veranderingen binnen een week door.",
    ]);
    const none = letterBlocks(letterDraft(facts));
    expect(none).toContainEqual({ type: "text", text: noDuties });
  });

  it("denies no duty that the decision leaves open: somebody has to say it", () => {
    const [choice = { claim: null, title: "", description: "", level: 0 }] = facts.choices;
    const agreed = { conditions: [{ text: "Betalingsregeling van twaalf maanden vastleggen." }] };
    const repaying = { choices: [{ ...choice, title: "Helft terugvorderen" }] };
    const visits = { conditions: [{ text: "U komt elke week langs." }] };
    const open: Partial<LetterFacts>[] = [
      ...[agreed, repaying, { citizenPays: true }, { kind: "withdrawal" as const }],
      ...[{ ...visits, citizenPays: true }],
    ];
    const duties = (change: Partial<LetterFacts>) => letterDraft({ ...facts, ...change }).duties;
    expect(open.filter((change) => duties(change).at(-1) !== dutiesToFillIn)).toEqual([]);
    expect(duties(visits)).toEqual(["U komt elke week langs."]);
    const pays = { conditions: [{ text: "U betaalt € 20 per maand." }], citizenPays: true };
    expect(duties(pays)).toEqual(["U betaalt € 20 per maand."]);
    const many = Array.from({ length: 8 }, (_, n) => ({ text: `U doet ding ${n}.` }));
    expect(duties({ conditions: many })).toHaveLength(mostDuties);
    expect(duties({ conditions: many })).toContain(dutiesToFillIn);
  });

  it.each(decisionKinds)("of a decision of kind %s opens with a sentence of its own", (kind) => {
    const opening = letterDraft({ ...facts, kind }).outcome.split("\n")[0];
    const others = decisionKinds.filter((other) => other !== kind);
    const openings = others.map((other) => letterDraft({ ...facts, kind: other }).outcome);
    expect(openings.every((other) => other.split("\n")[0] !== opening)).toBe(true);
  });

  it("names the way that is open and its last day: objection, and after an objection the court", () => {
    const first = letterDraft(facts);
    expect(first.disagree).toContain("bezwaar");
    expect(first.disagree).not.toContain("rechtbank");
    expect(placeholdersIn(first.disagree)).toEqual([bodyToFillIn]);
    expect(first.disagree).toContain("Het kenmerk is 2026-0042.");
    expect(letterTextParts(first).find(({ part }) => part === "disagree")?.text).toContain(
      "19 oktober 2026",
    );
    const second = letterDraft({ ...facts, kind: "objection_review", afterObjection: true });
    expect(second.disagree).toContain("rechtbank");
    expect(second.disagree).not.toContain("bezwaar");
    expect(placeholdersIn(second.disagree)).toEqual([courtToFillIn]);
    for (const { disagree } of [first, second]) {
      for (const part of ["naam", "adres", "datum", "kenmerk", "waarom", "handtekening"]) {
        expect(disagree).toContain(part);
      }
    }
  });

  it.each(decisionKinds)("of kind %s reads at B1 in what it says by itself", (kind) => {
    const report = readability(letterTextParts(letterDraft({ ...facts, kind })));
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.findings.map(({ kind: found }) => found)).not.toContain("passive");
  });

  it("has words of its own for every shipped circumstance, all of them plain", () => {
    expect(Object.keys(factsInLetters)).toEqual(factCatalogue.map(({ key }) => key));
    const text = Object.values(factsInLetters).join("\n");
    const { findings } = readability([{ part: "facts", text }]);
    const trouble = findings.filter(({ kind }) => kind !== "long_word");
    expect(trouble).toEqual([]);
  });
});
