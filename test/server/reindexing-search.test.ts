import { and, asc, eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db, environment, facts, precedentFacts, precedents, reindexing, systemActor } from "#db";
import { searchTerms } from "../../app/domain/search-terms.ts";
import { factPerspectives } from "../../app/schemas/fact-perspectives.ts";
import { updateFact } from "../../app/server/facts.server.ts";
import { reindexPrecedent } from "../../app/server/precedent-index.server.ts";
import { reindexNoted, noteReindexing } from "../../app/server/reindexing-noted.server.ts";
import { prepareSearch, searchMatches } from "#db";
import { arrange, openCopy } from "../support/database.ts";
import { as } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";
import { withoutForeignKeys } from "../support/raw.ts";

let fact: typeof facts.$inferSelect;
const made: string[] = [];

beforeAll(async () => {
  await openCopy(await exampleContent());
  await withoutForeignKeys();
  const [template] = await db.read.select().from(precedents).limit(1);
  const [used] = await db.read
    .select({ fact: facts })
    .from(facts)
    .innerJoin(precedentFacts, eq(precedentFacts.factId, facts.id))
    .orderBy(asc(facts.key))
    .limit(1);
  if (!template || !used) throw new Error("There is no example precedent with a fact");
  fact = used.fact;
  await reindexNoted();
  // More than one step of them.
  await db.write(systemActor, async (tx) => {
    for (let count = 0; count < 120; count += 1) {
      const id = environment.newId();
      const number = `P-T-${count}`;
      const decisionId = environment.newId();
      await tx.insert(precedents).values({ ...template, id, decisionId, number, externalId: null });
      const row = { precedentId: id, factId: fact.id, side: "pro", inReason: 1 } as const;
      await tx.insert(precedentFacts).values(row);
      await reindexPrecedent(tx, id);
      made.push(id);
    }
    await tx.record({ kind: "test.precedents", subject: { type: "precedent", id: "many" } });
  });
});

async function found(words: string): Promise<string[]> {
  const search = await prepareSearch(db.read, "precedent", searchTerms(words));
  if (!search) return [];
  const { relation, id } = searchMatches(search);
  return (await db.read.select({ id }).from(relation)).map((row) => row.id);
}

async function renamed(label: string): Promise<void> {
  const [now] = await db.read.select().from(facts).where(eq(facts.id, fact.id));
  if (!now) throw new Error("The fact is gone");
  const { definition, example, synonyms, direction, measure, version } = now;
  const perspective = factPerspectives.find((name) => name === now.perspective) ?? "legal";
  const words = { label: { ...now.label, nl: label }, definition, example, synonyms, measure };
  const access = await as("Nienke Postma", "catalogue.manage");
  await updateFact(access, fact.id, { ...words, perspective, direction, version });
}

describe("What of the search index is to be made anew", () => {
  test("is everything with a fact of which the words change, and only that", async () => {
    await renamed("Zandbakvergunning");
    expect(await found("zandbakvergunning")).toEqual([]);
    expect(await db.read.select().from(reindexing)).toHaveLength(2);
    await reindexNoted();
    const ids = await found("zandbakvergunning");
    for (const id of made) expect(ids).toContain(id);
    const holders = await db.read
      .select({ id: precedentFacts.precedentId })
      .from(precedentFacts)
      .where(and(eq(precedentFacts.factId, fact.id), inArray(precedentFacts.precedentId, ids)));
    expect(holders).toHaveLength(ids.length);
    expect(await db.read.select().from(reindexing)).toEqual([]);
  });

  test("goes on where it stopped, whatever is done twice", async () => {
    await renamed("Duiventilverbod");
    let asked = 0;
    // Asked before each step: the process ends after the first one that found precedents.
    await reindexNoted(() => (asked += 1) > 3);
    const some = await found("duiventilverbod");
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(made.length);
    await Promise.all([reindexNoted(), reindexNoted()]);
    expect((await found("duiventilverbod")).length).toBeGreaterThanOrEqual(made.length);
    expect(await found("zandbakvergunning")).toEqual([]);
    expect(await db.read.select().from(reindexing)).toEqual([]);
  });

  test("is nothing when other words of a fact change, and everything when no fact is named", async () => {
    await renamed("Duiventilverbod");
    expect(await db.read.select().from(reindexing)).toEqual([]);
    await db.write(systemActor, async (tx) => {
      const id = environment.newId();
      await tx.insert(reindexing).values({ id, kind: "precedent", createdAt: 0 });
      await noteReindexing(tx, fact.id);
      await tx.record({ kind: "test.noted", subject: { type: "fact", id: fact.id } });
    });
    await arrange(async (tx) => {
      await tx
        .update(precedents)
        .set({ title: "Kersenboomgaard" })
        .where(inArray(precedents.id, made));
    });
    await reindexNoted();
    expect((await found("kersenboomgaard")).toSorted()).toEqual(made.toSorted());
  });
});
