import { beforeAll, describe, expect, test } from "vitest";
import { asc, eq } from "drizzle-orm";
import { db, environment, facts, precedentFacts, precedents, systemActor } from "#db";
import { filterAddress } from "../../app/schemas/precedent-address.ts";
import { filtersIn } from "../../app/schemas/precedent-filters.ts";
import { precedentSearch, type PrecedentSearch } from "../../app/schemas/precedent-search.ts";
import type { Access } from "../../app/server/access.server.ts";
import { precedentFacets } from "../../app/server/precedent-facets.server.ts";
import { listPrecedents } from "../../app/server/precedent-lists.server.ts";
import { reindexPrecedent } from "../../app/server/precedent-index.server.ts";
import { searchPrecedents } from "../../app/server/precedent-search.server.ts";
import { openCopy } from "../support/database.ts";
import { as } from "../support/decision-drafts.ts";
import { withoutForeignKeys } from "../support/raw.ts";
import { exampleContent } from "../support/example.ts";

type Made = Partial<typeof precedents.$inferInsert> & { factIds?: string[] };
let template: typeof precedents.$inferSelect;
let factIds: string[];

beforeAll(async () => {
  await openCopy(await exampleContent());
  const [row] = await db.read.select().from(precedents).where(eq(precedents.number, "P-2022-0001"));
  if (!row) throw new Error("There is no example precedent");
  template = row;
  factIds = (await db.read.select().from(facts).orderBy(asc(facts.key))).map(({ id }) => id);
  // One precedent per decision: these stand on none of their own.
  await withoutForeignKeys();
  await make({ title: "Zeepkist in de titel" });
  await make({ title: "Een", summary: "Hier staat zeepkist in de samenvatting." });
  await make({ title: "Twee", motivation: { legal: "Hier staat zeepkist als reden." } });
  await make({ title: "Zeepkisten als langer woord", summary: "Niets." });
  await make({ title: "Zeepkist van een ander", organisationId: environment.newId() });
});

async function make({ factIds: own = [], ...changes }: Made): Promise<string> {
  const id = environment.newId();
  await db.write(systemActor, async (tx) => {
    await tx.insert(precedents).values({
      ...template,
      summary: "Kort.",
      motivation: {},
      status: "valid",
      visibility: "organisation",
      ...changes,
      id,
      decisionId: environment.newId(),
      number: `P-T-${id}`,
    });
    for (const factId of own) {
      await tx.insert(precedentFacts).values({ precedentId: id, factId, side: "pro", inReason: 1 });
    }
    await reindexPrecedent(tx, id);
    await tx.record({ kind: "test.precedent", subject: { type: "precedent", id } });
  });
  return id;
}

async function found(words: string, more: Record<string, unknown> = {}, name = "Ingrid Wolters") {
  const search: PrecedentSearch = precedentSearch.parse({ words, ...more });
  return searchPrecedents(await as(name, "precedent.read"), search);
}

async function allPages(access: Access<"precedent.read">, query: string) {
  const seen: { id: string; decidedAt: number }[] = [];
  let after: string | null = null;
  do {
    const page = await listPrecedents(access, filtersIn(`http://x/?${query}`), after);
    seen.push(...page.precedents);
    after = page.next;
  } while (after !== null);
  return seen;
}

describe("Searching", () => {
  test("a word in the title ranks before one in the summary, and that before the motivation", async () => {
    const titles = (await found("zeepkist")).precedents.map(({ title }) => title);
    expect(titles.indexOf("Zeepkist in de titel")).toBeLessThan(titles.indexOf("Een"));
    expect(titles.indexOf("Een")).toBeLessThan(titles.indexOf("Twee"));
  });

  test("words over four letters find longer words, diacritics and stop words play no part", async () => {
    const titles = (await found("de ZÉÉPKIST van het")).precedents.map(({ title }) => title);
    expect(titles).toContain("Zeepkisten als langer woord");
    expect(titles).toEqual((await found("zeepkist")).precedents.map(({ title }) => title));
  });

  test("one of several words is enough", async () => {
    expect((await found("zeepkist zandkasteel")).precedents.length).toBe(4);
  });

  test("a circumstance is found by its label and by the words people use for it", async () => {
    const [fact] = await db.read.select().from(facts).where(eq(facts.key, "low_literacy"));
    const id = await make({ title: "Drie", factIds: [fact?.id ?? ""] });
    for (const words of [fact?.label.nl ?? "", fact?.synonyms[0] ?? ""]) {
      expect((await found(words)).precedents.map((each) => each.id)).toContain(id);
    }
  });

  test.each(['AND OR NEAR( " * -', '"', "title:zeepkist^", "zeepkist' --", "NEAR(a b)", "***"])(
    "the operators of the search engine are harmless: %s",
    async (words) => {
      await expect(found(words)).resolves.toBeDefined();
    },
  );

  test("what is not for this person is not found", async () => {
    const titles = (await found("zeepkist")).precedents.map(({ title }) => title);
    expect(titles).not.toContain("Zeepkist van een ander");
    await make({ title: "Zeepkist in concept", status: "draft", publishedAt: null });
    const all = async (name: string) =>
      (await found("zeepkist", {}, name)).precedents.map(({ title }) => title);
    expect(await all("Ingrid Wolters")).not.toContain("Zeepkist in concept");
    expect(await all("Nienke Postma")).toContain("Zeepkist in concept");
    expect(await all("Daan Olthof")).toEqual([]);
  });

  test("filters narrow what words find", async () => {
    const [a = "", b = ""] = factIds;
    await make({ title: "Zeepkist met beide", factIds: [a, b], level: 1 });
    await make({ title: "Zeepkist met een", factIds: [a], level: 2 });
    const titles = async (more: Record<string, unknown>) =>
      (await found("zeepkist", more)).precedents.map(({ title }) => title);
    expect(await titles({ fact: [a, b] })).toEqual(["Zeepkist met beide"]);
    expect(await titles({ fact: a, level: "2" })).toEqual(["Zeepkist met een"]);
    expect(await titles({ law: "BWBR9999999" })).toEqual([]);
    expect(await titles({ until: "2000-01-01" })).toEqual([]);
  });

  test.each([["relevance"], ["date"]])("pages by %s hold every precedent once", async (sort) => {
    const word = sort === "date" ? "zeilboot" : "luchtballon";
    for (let count = 0; count < 30; count += 1) await make({ title: `${word} ${count % 4}` });
    for (let count = 0; count < 30; count += 1) await make({ title: `Reuze${word} ${count}` });
    const pages: string[][] = [];
    let after: string | null = "";
    while (after !== null) {
      const page = await found(word, { sort, after });
      pages.push(page.precedents.map(({ title }) => title));
      after = page.next;
    }
    expect(pages.map((page) => page.length)).toEqual([25, 25, 10]);
    const titles = pages.flat();
    expect(titles.slice(0, 30).every((title) => title.startsWith(word))).toBe(true);
    expect(new Set(titles.slice(30)).size).toBe(30);
  });

  test("pages by relevance hold every precedent once while others are added in between", async () => {
    const before: string[] = [];
    for (let count = 0; count < 40; count += 1) {
      before.push(await make({ title: `Kabelbaan ${"lang ".repeat(count % 4)}`, summary: "" }));
    }
    const first = await found("kabelbaan");
    for (let count = 0; count < 12; count += 1) await make({ title: `Ballast ${count}` });
    const second = await found("kabelbaan", { after: first.next });
    const seen = [...first.precedents, ...second.precedents].map(({ id }) => id);
    expect(seen.toSorted()).toEqual(before.toSorted());
  });

  test("a place in the pages that nobody gave is the beginning", async () => {
    const first = await found("zeepkist");
    for (const after of ["9_1_1_x", "0_NaN_1_00000000-0000-7000-8000-000000000000", "'"]) {
      expect((await found("zeepkist", { after })).precedents).toEqual(first.precedents);
    }
  });

  test("the words that were found are marked in the title and in a piece of the text", async () => {
    await make({ title: "Een koffiemolen", summary: "Lang geleden stond de koffiemolen stil." });
    const [row] = (await found("koffiemolen")).precedents;
    expect(row?.titleParts).toEqual([
      { text: "Een ", hit: false },
      { text: "koffiemolen", hit: true },
    ]);
    expect(row?.snippet?.filter(({ hit }) => hit)).toEqual([{ text: "koffiemolen", hit: true }]);
  });

  test("beside a filter stands how many precedents each choice would show", async () => {
    const [a = "", b = ""] = factIds;
    await make({ title: "Theedoos", factIds: [a], level: 1 });
    await make({ title: "Theedoos twee", factIds: [a, b], level: 1 });
    await make({ title: "Theedoos drie", factIds: [b], level: 2, status: "outdated" });
    const { facets } = await found("theedoos");
    expect(facets.total).toBe(3);
    expect(facets.levels).toEqual({ 1: 2, 2: 1 });
    expect(facets.statuses).toEqual({ valid: 2, outdated: 1 });
    const facts = facets.facts.filter(({ total }) => total !== 0);
    expect(facts.map(({ id, total }) => [id, total]).sort()).toEqual(
      [
        [a, 2],
        [b, 2],
      ].sort(),
    );
    const narrowed = await found("theedoos", { level: "2" });
    // The other levels stay to be chosen; the rest counts what is left.
    expect(narrowed.facets.levels).toEqual({ 1: 2, 2: 1 });
    expect(narrowed.facets.total).toBe(1);
    expect(narrowed.facets.statuses).toEqual({ outdated: 1 });
  });

  test("counts hold exactly what the person may see, and the filters leave", async () => {
    for (const name of ["Nienke Postma", "Ingrid Wolters", "Daan Olthof"]) {
      const access = await as(name, "precedent.read");
      for (const query of [
        "",
        "status=valid",
        "level=3&from=2020-01-01",
        "event=death_of_partner",
      ]) {
        const filters = filtersIn(`http://x/?${query}`);
        const seen = await allPages(access, query);
        const facets = await precedentFacets(access, { filters, found: null });
        // Laws and life events are not counted by.
        const expected = query.startsWith("event") ? null : seen.length;
        expect(facets.total, `${name} ${query}`).toBe(expected);
      }
    }
  });

  test("a word inside a longer word is found too, below everything else", async () => {
    await make({ title: "Loketdoolhof in de titel" });
    await make({ title: "Vier", motivation: { legal: "Aan het eind staat pas doolhof." } });
    const titles = (await found("doolhof")).precedents.map(({ title }) => title);
    expect(titles).toEqual(["Vier", "Loketdoolhof in de titel"]);
  });

  test("what is found by a whole word is not named again for the word inside another", async () => {
    await make({ title: "Doolhof en loketdoolhof" });
    const ids = (await found("doolhof")).precedents.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("Listing", () => {
  test("pages by date hold every precedent once, newest first", async () => {
    const access = await as("Nienke Postma", "precedent.read");
    const seen = await allPages(access, "");
    const own = await db.read
      .select()
      .from(precedents)
      .where(eq(precedents.organisationId, access.organisation.id));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    for (const { id } of own) expect(seen.map((each) => each.id)).toContain(id);
    const dates = seen.map(({ decidedAt }) => decidedAt);
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
  });

  test("filters live in the address, and nonsense there is no filter", () => {
    const url = `http://x/?level=2&status=valid&fact=${factIds[0]}&fact=${factIds[1]}&from=2026-01-01`;
    const filters = filtersIn(url);
    expect(filtersIn(`http://x/?${filterAddress(filters)}`)).toEqual(filters);
    expect(filtersIn("http://x/?level=99&status=x&scope='&from=gisteren&fact=1")).toEqual(
      filtersIn("http://x/"),
    );
    expect(filterAddress(filtersIn("http://x/"))).toBe("");
  });

  test("a filter on a law or life event reads the signs of a pattern as themselves", async () => {
    const access = await as("Nienke Postma", "precedent.read");
    const of = async (query: string) =>
      (await listPrecedents(access, filtersIn(`http://x/?${query}`), null)).precedents.length;
    expect(await of("law=BWBR0007795")).toBeGreaterThan(0);
    expect(await of("law=%25")).toBe(0);
    expect(await of("law=BWBR000779_")).toBe(0);
    expect(await of("event=death_of_partner")).toBeGreaterThan(0);
  });
});
