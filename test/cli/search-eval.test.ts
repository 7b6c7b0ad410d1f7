import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrate } from "../../db/postgres/migrate.ts";
import { startPostgres, type PostgresServer } from "../support/postgres-server.ts";
import { mw, newFolder } from "./mw.ts";

const folder = newFolder();
let server: PostgresServer;
let urls: string[];

beforeAll(async () => {
  server = await startPostgres();
  const url = await server.createDatabase("trial");
  await migrate(url);
  urls = [join(folder, "never-made.db"), url];
}, 60_000);

afterAll(() => server.stop());

const set = {
  name: "other fields are left alone",
  documents: [
    { id: "a", title: "Kwijtschelden van een schuld", text: "Wanneer dat kan." },
    { id: "b", text: "De nabestaandenuitkering stopt.", source: "x" },
    { id: "c", text: "Een uitkering aanvragen." },
  ],
  queries: [
    { id: "1", text: "kwijtgescholden", relevant: ["a"] },
    { id: "2", text: "uitkering", relevant: ["b"] },
  ],
};

function evaluated(url: string, content: unknown, ...options: string[]) {
  const file = join(folder, "set.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return mw({ url, documents: folder }, "search-eval", file, ...options);
}

describe("Measuring the search", { timeout: 60_000 }, () => {
  test("gives the same on both engines, worked out by hand", async () => {
    for (const url of urls) {
      const { code, out } = await evaluated(url, set, "--json");
      expect(code).toBe(0);
      const result = JSON.parse(out) as Record<string, number>;
      // The second query finds c first, and b below it.
      expect(result.ndcgAt10).toBeCloseTo((1 + 1 / Math.log2(3)) / 2, 10);
      expect(result).toMatchObject({ documents: 3, queries: 2, recallAt10: 1, hitAt1: 0.5 });
    }
    const said = await evaluated(urls[0] ?? "", set);
    expect(said.out).toContain("nDCG@10    0.8155");
  });

  test("leaves nothing behind in the database", async () => {
    for (const table of ["search_documents", "search_texts", "search_words"]) {
      expect(await server.query(`select * from ${table}`, "trial")).toEqual([]);
    }
  });

  test.each([
    ["{", "cannot be read as JSON"],
    [{ documents: [], queries: [] }, "documents"],
    [{ ...set, queries: [{ id: "1", text: "x", relevant: ["q"] }] }, 'there is no document "q"'],
    [{ ...set, queries: [{ id: "1", text: "x", relevant: [] }] }, "queries.0.relevant"],
    [{ ...set, documents: [...set.documents, { id: "a", text: "" }] }, '"a" is there twice'],
    [{ ...set, documents: [{ id: "a", text: 1 }] }, "documents.0.text"],
  ])("says what is wrong with a file: %j", async (content, words) => {
    const { code, err } = await evaluated(urls[0] ?? "", content);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});
