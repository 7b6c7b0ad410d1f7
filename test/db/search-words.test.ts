/** What people type and what they find, by example, on both engines. */
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { compoundTerms, prepareSearch } from "#db";
import type { SearchDocument } from "../../db/search-document.ts";
import { searchTerms } from "../../app/domain/search-terms.ts";
import { postgresSearch, sqliteSearch, type SearchEngine } from "../support/search-engines.ts";

let engines: SearchEngine[];

beforeAll(async () => {
  engines = [await sqliteSearch(), await postgresSearch()];
}, 60_000);

beforeEach(async () => {
  for (const engine of engines) await engine.clear();
});

afterAll(async () => {
  for (const engine of engines) await engine.close();
});

function text(id: string, motivation: string): SearchDocument {
  return { id, title: "", facts: "", summary: "", motivation };
}

async function found(engine: SearchEngine, query: string) {
  const terms = searchTerms(query);
  const direct = await prepareSearch(engine.queries, "precedent", terms);
  const compounds = await compoundTerms(engine.queries, "precedent", terms);
  const inside = await prepareSearch(engine.queries, "precedent", compounds);
  const first = direct ? await engine.matches("precedent", direct.terms) : [];
  const rest = inside ? await engine.matches("precedent", inside.terms) : [];
  return { direct: first, all: [...first, ...rest.filter((id) => !first.includes(id))] };
}

async function holdsOnBoth(
  documents: SearchDocument[],
  check: (engine: SearchEngine) => Promise<void>,
) {
  for (const engine of engines) {
    await engine.fill("precedent", documents);
    await check(engine);
  }
}

const others = Array.from({ length: 12 }, (_, place) =>
  text(`other ${place}`, "Een ander verhaal."),
);

describe("Forms of a word", { timeout: 60_000 }, () => {
  test.each([
    ["kwijtgescholden", "kwijtschelden"],
    ["kwijtschelding", "kwijtgescholden"],
    ["kwijtscheldingen", "kwijtschelden"],
    ["afwijzen", "afgewezen"],
    ["afwijzing", "afgewezen"],
    ["afgewezen", "afwijzing"],
    ["terugvorderen", "teruggevorderd"],
    ["teruggevorderde", "terugvordering"],
    ["terugbetalen", "terugbetaald"],
    ["overlijden", "overleden"],
    ["overleed", "overlijden"],
    ["vergeten", "vergat"],
    ["verliezen", "verloren"],
    ["verbreken", "verbroken"],
    ["verhuizen", "verhuisd"],
    ["ontvangen", "ontving"],
    ["ontbinden", "ontbonden"],
    ["toekennen", "toegekend"],
    ["toegekende", "toekenning"],
    ["intrekken", "ingetrokken"],
    ["intrekking", "ingetrokken"],
    ["stopzetten", "stopgezet"],
    ["stopgezet", "stopzetting"],
    ["aanvragen", "aangevraagd"],
    ["aangevraagd", "aanvraag"],
    ["opleggen", "opgelegd"],
    ["opgelegde", "opleggen"],
    ["uitzetten", "uitgezet"],
    ["scheiden", "gescheiden"],
    ["inhouden", "ingehouden"],
    ["uitsluiten", "uitgesloten"],
    ["voorschrijven", "voorgeschreven"],
    ["boetes", "boete"],
    ["uitkeringen", "uitkering"],
    ["brief", "brieven"],
    ["kind", "kinderen"],
    ["wet", "wetten"],
  ])("finds %s: %s", async (query, word) => {
    const documents = [...others, text("it", `De zaak gaat over ${word} in dit geval.`)];
    await holdsOnBoth(documents, async (engine) => {
      expect((await found(engine, query)).direct, engine.name).toEqual(["it"]);
    });
  });

  test.each([
    ["overheid", "overheen"],
    ["kwijt", "kwijl"],
    ["woning", "gewoonte"],
    ["inkomen", "ingang"],
    ["uitkering", "uitgang"],
  ])("does not find %s: %s", async (query, word) => {
    await holdsOnBoth([...others, text("it", `Dit is ${word}.`)], async (engine) => {
      expect((await found(engine, query)).all, engine.name).toEqual([]);
    });
  });

  test("stand in front of words that hold them inside", async () => {
    const documents = [
      ...others,
      text("inside", "nabestaandenuitkering nabestaandenuitkering"),
      text("whole", `Hier komt ${"heel veel andere tekst ".repeat(20)} met een uitkering`),
      text("longer", "uitkeringsgerechtigde"),
    ];
    await holdsOnBoth(documents, async (engine) => {
      const { direct, all } = await found(engine, "uitkering");
      expect(direct.toSorted(), engine.name).toEqual(["longer", "whole"]);
      expect(all[2], engine.name).toBe("inside");
    });
  });
});

describe("Law texts and decisions", { timeout: 60_000 }, () => {
  const law =
    "Het bestuursorgaan handelt overeenkomstig de beleidsregel, tenzij dat voor een of meer belanghebbenden gevolgen " +
    "zou hebben die wegens bijzondere omstandigheden onevenredig zijn (artikel 4:84).";
  const decision =
    "De Raad vernietigt de uitspraak, ECLI:NL:CRVB:2025:604, en herroept het besluit van 3-2-2024 tot terugvordering " +
    "van € 12.450,- op grond van artikel 58, eerste lid, van de PW en artikel 8:72 van de Awb.";
  const letter =
    "Brief SB1403 over 12450 bladzijden, artikel 48:4, uitspraak ECLI:NL:CRVB:2025:605 en 84 andere.";
  const documents = [
    ...others,
    text("law", law),
    text("decision", decision),
    text("letter", letter),
  ];

  test.each([
    ["artikel 4:84", "law"],
    ["4:84", "law"],
    ["ECLI:NL:CRVB:2025:604", "decision"],
    ["ecli:nl:crvb:2025:605", "letter"],
    ["artikel 8:72 Awb", "decision"],
    ["SB1403", "letter"],
    ["3-2-2024", "decision"],
    ["onevenredige gevolgen", "law"],
    ["besluit herroepen", "decision"],
  ])("%s finds first: %s", async (query, id) => {
    await holdsOnBoth(documents, async (engine) => {
      expect((await found(engine, query)).direct[0], engine.name).toBe(id);
    });
  });

  test("are found by an amount, with or without a point", async () => {
    await holdsOnBoth(documents, async (engine) => {
      for (const query of ["€ 12.450", "12450"]) {
        const { direct } = await found(engine, query);
        expect(direct.toSorted(), engine.name).toEqual(["decision", "letter"]);
      }
    });
  });
});

describe("Any search", { timeout: 120_000 }, () => {
  const words = "huis schuld brief weduwe uitkering aanvraag afgewezen 4:84 kind de".split(" ");
  const some = fc.array(fc.array(fc.constantFrom(...words), { maxLength: 8 }), { maxLength: 7 });
  const queries = fc.array(fc.constantFrom(...words, "aanvragen", "uitkeringen"), { maxLength: 4 });

  test("finds the same on both engines, in an order that does not follow that of putting in", async () => {
    const property = fc.asyncProperty(some, queries, async (texts, asked) => {
      const documents = texts.map((each, place) => text(`d${place}`, each.join(" ")));
      const results: Awaited<ReturnType<typeof found>>[] = [];
      for (const engine of engines) {
        await engine.clear();
        for (const document of documents) await engine.index("precedent", document);
        const first = await found(engine, asked.join(" "));
        await engine.clear();
        for (const document of documents.toReversed()) await engine.index("precedent", document);
        expect((await found(engine, asked.join(" "))).direct, engine.name).toEqual(first.direct);
        results.push(first);
        for (const id of first.all) await engine.remove("precedent", id);
        expect((await found(engine, asked.join(" "))).all, engine.name).toEqual([]);
      }
      expect(results[1]?.all.toSorted()).toEqual(results[0]?.all.toSorted());
    });
    await fc.assert(property, { numRuns: 40 });
  });

  test("takes whatever is typed", async () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({ unit: fc.constantFrom(...`"'*:^()|&!<>-\\%_;.,/ ab4 `), maxLength: 40 }),
      fc.constantFrom("a:*", "' | 'x", "NEAR(a b)", "\\'", "\0", "title:x", "%".repeat(2000)),
    );
    for (const engine of engines) {
      await engine.fill("precedent", [text("it", "a b4 ab 4:4 a4.b")]);
      const property = fc.asyncProperty(typed, async (query) => {
        await expect(found(engine, query)).resolves.toBeDefined();
      });
      await fc.assert(property, { numRuns: 150 });
    }
  });
});
