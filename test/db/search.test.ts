import Sqlite from "better-sqlite3";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { compoundTerms, db, prepareSearch, storedDocuments } from "#db";
import { wordVector } from "../../db/postgres/search-vectors.ts";
import { searchKinds, type SearchDocument, type SearchKind } from "../../db/search-document.ts";
import { indexedText, searchTerms } from "../../app/domain/search-terms.ts";
import { openCopy } from "../support/database.ts";
import { exampleContent } from "../support/example.ts";
import { postgresSearch, sqliteSearch, type SearchEngine } from "../support/search-engines.ts";

let engines: SearchEngine[];
let examples: Record<SearchKind, SearchDocument[]>;

beforeAll(async () => {
  engines = [await sqliteSearch(), await postgresSearch()];
  await openCopy(await exampleContent());
  const all = { after: "", limit: 1000 };
  examples = {
    case: await storedDocuments(db.read, "case", all),
    precedent: await storedDocuments(db.read, "precedent", all),
  };
}, 60_000);

beforeEach(async () => {
  for (const engine of engines) await engine.clear();
});

afterAll(async () => {
  for (const engine of engines) await engine.close();
});

function text(words: Partial<SearchDocument> & { id: string }): SearchDocument {
  return { title: "", facts: "", summary: "", motivation: "", ...words };
}

/** The ids a query finds, best first, and those it finds only inside longer words. */
async function found(engine: SearchEngine, kind: SearchKind, query: string) {
  const terms = searchTerms(query);
  const direct = await prepareSearch(engine.queries, kind, terms);
  const compounds = await compoundTerms(engine.queries, kind, terms);
  const inside = await prepareSearch(engine.queries, kind, compounds);
  return {
    direct: direct ? await engine.matches(kind, direct.terms) : [],
    inside: inside ? await engine.matches(kind, inside.terms) : [],
    compounds: compounds.map((term) => term.text),
  };
}

function onEach<T>(ask: (engine: SearchEngine) => Promise<T>): Promise<T[]> {
  return Promise.all(engines.map(ask));
}

describe("Words", { timeout: 60_000 }, () => {
  test("of the application are the words of SQLite, whatever the text", () => {
    const client = new Sqlite(":memory:");
    client.exec(`create virtual table texts using fts5(text, tokenize = 'unicode61 remove_diacritics 2');
      create virtual table words using fts5vocab(texts, instance)`);
    const insert = client.prepare("insert into texts (rowid, text) values (1, ?)");
    const remove = client.prepare("delete from texts");
    const list = client.prepare<[], { term: string }>("select term from words order by offset");
    // Signs of New Tai Lue and of the Vedas, marks to SQLite: the only letters they differ in.
    const strange = /[\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3]/gu;
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom(..."aéëïßøÅİıſﬁ²ς½\u00ad\u200d -'’.,0٣") }),
      fc.constantFrom(...examples.case.map(({ motivation }) => motivation)),
    );
    fc.assert(
      fc.property(texts, (given) => {
        const indexed = indexedText(given.normalize("NFKC").replaceAll(strange, ""));
        remove.run();
        insert.run(indexed);
        expect(list.all().map(({ term }) => term)).toEqual(indexed.split(" ").filter(Boolean));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("Both engines", { timeout: 120_000 }, () => {
  test("find the same documents, for every word of the example data and its parts", async () => {
    const words = new Set<string>();
    for (const kind of searchKinds) {
      expect(examples[kind].length).toBeGreaterThan(5);
      await onEach((engine) => engine.fill(kind, examples[kind]));
      for (const { title, summary } of examples[kind]) {
        for (const word of `${title} ${summary}`.split(" ")) {
          words.add(word).add(word.slice(0, 6)).add(word.slice(-6));
        }
      }
    }
    const queries = [...words, "een en de", "huur schuld bezwaar uitkering weduwe", "ontbreekt"];
    let matches = 0;
    for (const query of queries) {
      for (const kind of searchKinds) {
        const [onSqlite, onPostgres] = await onEach((engine) => found(engine, kind, query));
        expect(onPostgres?.direct.toSorted(), query).toEqual(onSqlite?.direct.toSorted());
        expect(onPostgres?.inside.toSorted(), query).toEqual(onSqlite?.inside.toSorted());
        expect(onPostgres?.compounds, query).toEqual(onSqlite?.compounds);
        matches += onSqlite?.direct.length ?? 0;
      }
    }
    expect(matches).toBeGreaterThan(queries.length);
  });

  test("rank the title before the facts, those before the summary and that before the motivation", async () => {
    const parts = ["motivation", "summary", "facts", "title"] as const;
    for (const engine of engines) {
      await engine.fill("case", [
        ...parts.map((part) => text({ id: part, [part]: "zeepkist" })),
        text({ id: "none", title: "huis" }),
      ]);
      const { direct } = await found(engine, "case", "zeepkist");
      expect(direct, engine.name).toEqual(["title", "facts", "summary", "motivation"]);
    }
  });

  test("rank a rare word before a common one", async () => {
    for (const engine of engines) {
      const common = Array.from({ length: 20 }, (_, place) =>
        text({ id: `common ${place}`, summary: "brief" }),
      );
      await engine.fill("case", [...common, text({ id: "rare", summary: "zeepkist" })]);
      const { direct } = await found(engine, "case", "brief zeepkist");
      expect(direct[0], engine.name).toBe("rare");
      expect(direct).toHaveLength(21);
    }
  });

  test("find a word inside longer words, apart from the word itself and what begins with it", async () => {
    for (const engine of engines) {
      await engine.fill("precedent", [
        text({ id: "whole", title: "uitkering" }),
        text({ id: "start", title: "uitkeringen" }),
        text({ id: "end", title: "nabestaandenuitkering" }),
        text({ id: "middle", title: "bijstandsuitkeringsrecht" }),
        text({ id: "short", title: "het" }),
      ]);
      const { direct, inside } = await found(engine, "precedent", "Uitkering");
      expect(direct.toSorted()).toEqual(["start", "whole"]);
      expect(inside.toSorted()).toEqual(["end", "middle"]);
      // Too short: it would be inside very many words.
      expect((await found(engine, "precedent", "uit")).inside).toEqual([]);
      expect((await found(engine, "case", "uitkering")).inside).toEqual([]);
    }
  });

  test("take in a document of which PostgreSQL does not keep every place", async () => {
    const document = text({
      id: "long",
      title: "x ".repeat(9000),
      motivation: "brief ".repeat(9000),
    });
    for (const engine of engines) {
      await engine.index("case", document);
      expect((await found(engine, "case", "brief")).direct, engine.name).toEqual(["long"]);
      expect(await engine.problems(), engine.name).toEqual([]);
    }
  });

  test("take in the words of the largest document there can be", async () => {
    const largest = (part: string) =>
      indexedText(
        Array.from({ length: 20_000 }, (_, place) => `${part}漢字${place.toString(36)}`).join(" "),
      );
    const vector = wordVector(["名", "仮", "交", "文"].map(largest));
    const [, onPostgres] = engines;
    const rows = await onPostgres?.run(sql`select length(${vector}::tsvector) as words`);
    expect(Number(rows?.[0]?.words)).toBeGreaterThan(30_000);
  });

  test("give back what they were given, in steps, and take it from each other", async () => {
    const [onSqlite, onPostgres] = engines;
    if (!onSqlite || !onPostgres) throw new Error("Two engines are compared");
    await onSqlite.fill("case", examples.case);
    const all: SearchDocument[] = [];
    for (let after = ""; ;) {
      const some = await onSqlite.stored("case", { after, limit: 7 });
      if (some.length === 0) break;
      all.push(...some);
      after = some.at(-1)?.id ?? "";
    }
    expect(all.length).toBe(examples.case.length);
    await onPostgres.fill("case", all);
    expect(await onPostgres.stored("case", { after: "", limit: 1000 })).toEqual(all);
  });
});

describe("The index", { timeout: 60_000 }, () => {
  const documents = fc.record({
    kind: fc.constantFrom(...searchKinds),
    id: fc.constantFrom("a", "b", "c"),
    remove: fc.boolean(),
    title: fc.constantFrom("huis", "huis schuld", "Géén schuld"),
    facts: fc.constantFrom("", "weduwe weduwe huis"),
    summary: fc.constantFrom("", "brief"),
    motivation: fc.constantFrom("", "schuld van de weduwe"),
  });

  test("counts its words right after any changes, and keeps none of what was removed", async () => {
    for (const engine of engines) {
      const changes = fc.asyncProperty(fc.array(documents, { maxLength: 12 }), async (made) => {
        for (const { kind, remove, ...document } of made) {
          await (remove ? engine.remove(kind, document.id) : engine.index(kind, document));
        }
        expect(await engine.problems()).toEqual([]);
        for (const kind of searchKinds) {
          for (const id of ["a", "b", "c"]) await engine.remove(kind, id);
        }
        expect(await engine.run(sql`select * from search_words`)).toEqual([]);
        expect(await engine.run(sql`select * from search_documents`)).toEqual([]);
      });
      await fc.assert(changes, { numRuns: 40 });
    }
  });

  test("that is wrong says so, and is right after counting anew", async () => {
    for (const engine of engines) {
      await engine.fill("case", examples.case);
      expect(await engine.problems(), engine.name).toEqual([]);
      await engine.run(sql`delete from search_words where word >= 'z' returning word`);
      expect(await engine.problems(), engine.name).not.toEqual([]);
      await engine.recount("case");
      expect(await engine.problems(), engine.name).toEqual([]);
    }
  });

  test("does not keep the words of a removed document readable", async () => {
    for (const engine of engines) {
      await engine.fill("case", examples.case);
      await engine.index(
        "case",
        text({ id: "gone", title: "Zwartewaterzwaluw", motivation: "zwartewaterzwaluw" }),
      );
      expect(await engine.holds("zwartewaterzwaluw")).toBe(true);
      await engine.remove("case", "gone");
      expect(await engine.holds("zwartewaterzwaluw"), engine.name).toBe(false);
      await engine.index("case", text({ id: "changed", title: "Witvleugelstern" }));
      await engine.index("case", text({ id: "changed", title: "Scholekster" }));
      expect(await engine.holds("witvleugelstern"), engine.name).toBe(false);
    }
  });
});
