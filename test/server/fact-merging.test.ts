import { beforeEach, describe, expect, it } from "vitest";
import { and, asc, eq, ne } from "drizzle-orm";
import {
  auditEvents,
  caseFacts,
  db,
  facts,
  organisations,
  precedentFacts,
  prepareSearch,
  searchMatches,
} from "#db";
import type { FactAnswer } from "#app/domain/case-file.ts";
import { searchTerms } from "#app/domain/search-terms.ts";
import { stepSchemas } from "#app/schemas/case-file.ts";
import { factsInCase } from "#app/server/case-facts.server.ts";
import { getStepPage, saveStep } from "#app/server/case-steps.server.ts";
import { getFactPage, handleFactAct } from "#app/server/fact-page.server.ts";
import { listFacts } from "#app/server/facts.server.ts";
import { factsOfPrecedents } from "#app/server/precedent-check.server.ts";
import { reindexNoted } from "#app/server/reindexing-noted.server.ts";
import { arrange, freshDatabase, openCopy } from "../support/database.ts";
import { as } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";
import { newCase, newWorld, type Someone } from "./case-world.ts";

let world: Awaited<ReturnType<typeof newWorld>>;
let advisor: Someone;
const id: Record<string, string> = {};

beforeEach(async () => {
  await freshDatabase();
  world = await newWorld();
  advisor = await world.person("policy_advisor", "submitter");
  for (const fact of await db.read.select().from(facts)) id[fact.key] = fact.id;
});

function idOf(key: string): string {
  return id[key] ?? "";
}

async function versionOf(key: string): Promise<number> {
  const [row] = await db.read.select().from(facts).where(eq(facts.key, key));
  return row?.version ?? 0;
}

async function merge(from: string, into: string): Promise<void> {
  await handleFactAct(advisor, idOf(from), {
    intent: "merge",
    version: await versionOf(from),
    into: idOf(into),
    intoVersion: await versionOf(into),
    reason: "Betekent hetzelfde",
  });
}

async function unmerge(key: string): Promise<void> {
  await handleFactAct(advisor, idOf(key), { intent: "unmerge", version: await versionOf(key) });
}

async function caseWith(answers: Record<string, FactAnswer>): Promise<string> {
  const caseId = await newCase(advisor);
  await arrange(async (tx) => {
    for (const [key, answer] of Object.entries(answers)) {
      await tx.insert(caseFacts).values({ caseId, factId: idOf(key), answer, note: key });
    }
  });
  return caseId;
}

async function saveFacts(caseId: string, answers: Record<string, Record<string, string>>) {
  const page = await getStepPage(advisor, caseId, "facts");
  const posted: Record<string, unknown> = {};
  for (const [key, answer] of Object.entries(answers)) posted[idOf(key)] = answer;
  const input = stepSchemas.facts.parse({
    version: String(page.caseFile.version),
    base: page.base,
    facts: posted,
  });
  await saveStep(advisor, { caseId, step: "facts", input });
}

async function storedOf(caseId: string) {
  return db.read
    .select({ key: facts.key, answer: caseFacts.answer, amount: caseFacts.amount })
    .from(caseFacts)
    .innerJoin(facts, eq(facts.id, caseFacts.factId))
    .where(eq(caseFacts.caseId, caseId))
    .orderBy(asc(facts.key));
}

const answersIn = async (caseId: string) =>
  Object.fromEntries((await factsInCase(db.read, caseId)).map(({ key, answer }) => [key, answer]));

async function onlyOneOrganisation(): Promise<void> {
  await arrange(async (tx) => {
    await tx.delete(organisations).where(ne(organisations.id, world.organisationId));
  });
}

describe("merging facts", () => {
  it("counts one as the other from then on, along a chain, and can be undone", async () => {
    const caseId = await caseWith({ homeless: "yes" });
    await merge("homeless", "threatened_eviction");
    await merge("threatened_eviction", "housing_shortage");
    expect(await answersIn(caseId)).toEqual({ housing_shortage: "yes" });
    await unmerge("threatened_eviction");
    expect(await answersIn(caseId)).toEqual({ threatened_eviction: "yes" });
    await unmerge("homeless");
    expect(await answersIn(caseId)).toEqual({ homeless: "yes" });
  });

  it("tells before how many cases it is about, and how many answered differently", async () => {
    await onlyOneOrganisation();
    await caseWith({ homeless: "yes" });
    await caseWith({ homeless: "yes", threatened_eviction: "no" });
    await caseWith({ homeless: "no", threatened_eviction: "no" });
    await caseWith({ threatened_eviction: "no" });
    const page = await getFactPage(advisor, idOf("homeless"), idOf("threatened_eviction"));
    expect(page.preview).toMatchObject({ cases: 3, both: 2, differing: 1, precedents: 0 });
    await merge("homeless", "threatened_eviction");
    const listed = await listFacts(advisor, "");
    const merged = listed.find((fact) => fact.id === idOf("threatened_eviction"));
    expect(merged?.usage).toEqual({ cases: 4, precedents: 0 });
    const left = listed.find((fact) => fact.id === idOf("homeless"));
    expect(left?.ended).toMatchObject({
      reason: "Betekent hetzelfde",
      into: { id: idOf("threatened_eviction") },
    });
  });

  it("gives a case with both answers one: yes over unknown over no, with both notes", async () => {
    const caseId = await caseWith({ homeless: "no", threatened_eviction: "yes" });
    await merge("homeless", "threatened_eviction");
    const [fact] = await factsInCase(db.read, caseId);
    expect(fact).toMatchObject({ answer: "yes", note: "homeless\nthreatened_eviction" });
    expect(fact?.mergedFrom.map(({ nl }) => nl)).toEqual(["Geen vaste woonplek"]);
  });

  it("refuses a circle, opposite directions, and a page that is out of date", async () => {
    await merge("homeless", "threatened_eviction");
    await expect(merge("threatened_eviction", "homeless")).rejects.toThrow("fact_merge_circle");
    await expect(merge("old_age", "fraud_established")).rejects.toThrow("fact_merge_direction");
    await expect(
      handleFactAct(advisor, idOf("old_age"), {
        intent: "merge",
        version: 9,
        into: idOf("bereaved"),
        intoVersion: 1,
        reason: "x",
      }),
    ).rejects.toMatchObject({ code: "stale_version" });
  });

  it("lets a search find it by both names, and by its own when the merge is undone", async () => {
    const caseId = await caseWith({ old_age: "yes" });
    const found = async (words: string) => {
      const search = await prepareSearch(db.read, "case", searchTerms(words));
      if (!search) return [];
      const { relation, id: found } = searchMatches(search);
      return (await db.read.select({ id: found }).from(relation)).map((row) => row.id);
    };
    await merge("old_age", "bereaved");
    await reindexNoted();
    expect([await found("overleden"), await found("leeftijd")]).toEqual([[caseId], [caseId]]);
    await unmerge("old_age");
    await reindexNoted();
    expect([await found("overleden"), await found("leeftijd")]).toEqual([[], [caseId]]);
  });

  it("is in the log", async () => {
    await merge("homeless", "threatened_eviction");
    await unmerge("homeless");
    const events = await db.read
      .select({ kind: auditEvents.kind, details: auditEvents.details })
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, idOf("homeless"))))
      .orderBy(asc(auditEvents.sequence));
    expect(events).toEqual([
      { kind: "fact.merged", details: { key: "homeless", into: "threatened_eviction" } },
      { kind: "fact.unmerged", details: { key: "homeless" } },
    ]);
  });

  it("leaves what was written alone when the step is saved without a change", async () => {
    const caseId = await caseWith({ homeless: "yes" });
    await merge("homeless", "threatened_eviction");
    await saveFacts(caseId, {
      threatened_eviction: { answer: "yes", note: "homeless", source: "" },
      old_age: { answer: "yes" },
    });
    expect((await storedOf(caseId)).map(({ key }) => key)).toEqual(["homeless", "old_age"]);
    await saveFacts(caseId, { threatened_eviction: { answer: "no" } });
    expect(await answersIn(caseId)).toEqual({ threatened_eviction: "no", old_age: "yes" });
  });

  it("understands a form that still showed both facts", async () => {
    const caseId = await caseWith({});
    await merge("homeless", "threatened_eviction");
    await saveFacts(caseId, { homeless: { answer: "yes" }, threatened_eviction: { answer: "no" } });
    expect(await answersIn(caseId)).toEqual({ threatened_eviction: "yes" });
  });
});

describe("a precedent with merged facts", () => {
  it("has them once, under the name they count by, and in its reason when one of them was", async () => {
    await openCopy(await exampleContent());
    const rows = await db.read
      .select({ precedentId: precedentFacts.precedentId, fact: facts, side: precedentFacts.side })
      .from(precedentFacts)
      .innerJoin(facts, eq(facts.id, precedentFacts.factId))
      .where(and(eq(precedentFacts.side, "pro"), eq(precedentFacts.inReason, 1)))
      .orderBy(asc(precedentFacts.precedentId), asc(facts.key));
    const [first, second] = rows;
    if (!first || second?.precedentId !== first.precedentId) throw new Error("No such precedent");
    const before = (await factsOfPrecedents([first.precedentId])).get(first.precedentId) ?? [];
    await handleFactAct(await as("Nienke Postma", "catalogue.manage"), first.fact.id, {
      intent: "merge",
      version: first.fact.version,
      into: second.fact.id,
      intoVersion: second.fact.version,
      reason: "Betekent hetzelfde",
    });
    const after = (await factsOfPrecedents([first.precedentId])).get(first.precedentId) ?? [];
    expect(after.filter(({ id }) => id === second.fact.id)).toMatchObject([{ inReason: true }]);
    expect(after.map(({ id }) => id).sort()).toEqual(
      before
        .map(({ id }) => id)
        .filter((id) => id !== first.fact.id)
        .sort(),
    );
  }, 30_000);
});

describe("a fact that was taken out of the list", () => {
  it("is offered no more, stays where it is established, and can come back", async () => {
    const withIt = await caseWith({ homeless: "yes" });
    const without = await caseWith({});
    const offered = async (caseId: string) =>
      (await getStepPage(advisor, caseId, "facts")).facts.some(({ id }) => id === idOf("homeless"));
    await handleFactAct(advisor, idOf("homeless"), {
      intent: "retire",
      version: 1,
      reason: "Te ruim",
    });
    expect([await offered(withIt), await offered(without)]).toEqual([true, false]);
    const listed = (await listFacts(advisor, "")).find((fact) => fact.id === idOf("homeless"));
    expect(listed?.ended).toMatchObject({ reason: "Te ruim", into: null });
    await handleFactAct(advisor, idOf("homeless"), { intent: "restore", version: 2 });
    expect(await offered(without)).toBe(true);
  });
});

describe("usage", () => {
  it("is exact for one organisation, and vague when rare and shared", async () => {
    await caseWith({ homeless: "yes" });
    const usage = async () =>
      (await listFacts(advisor, "")).find((fact) => fact.id === idOf("homeless"))?.usage;
    expect(await usage()).toEqual({ cases: "few", precedents: 0 });
    await onlyOneOrganisation();
    expect(await usage()).toEqual({ cases: 1, precedents: 0 });
  });
});

describe("an ordered fact", () => {
  const late = (answer: string, amount: string) => ({
    months_late: { answer, measure: "months", amount },
  });

  it("keeps how much there is of it, and only when it holds", async () => {
    const caseId = await caseWith({});
    await saveFacts(caseId, late("yes", "14"));
    expect(await storedOf(caseId)).toEqual([{ key: "months_late", answer: "yes", amount: 14 }]);
    const { values } = await getStepPage(advisor, caseId, "facts");
    expect(values[`facts.${idOf("months_late")}.amount`]).toBe("14");
    await saveFacts(caseId, late("yes", ""));
    expect(await storedOf(caseId)).toEqual([{ key: "months_late", answer: "yes", amount: null }]);
  });

  it.each([
    ["yes", "veel", "whole_number"],
    ["yes", "1,5", "whole_number"],
    ["yes", "10000", "too_high:9999"],
    ["no", "3", "amount_needs_yes"],
  ])("with %s and %s says what is wrong", (answer, amount, message) => {
    const parsed = stepSchemas.facts.safeParse({
      version: "1",
      facts: { [crypto.randomUUID()]: { answer, measure: "months", amount } },
    });
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message]);
  });
});

describe("suggestions from the text", () => {
  it("stand at facts nobody answered, of what is in the list, by the words of merged facts too", async () => {
    const caseId = await caseWith({ bereaved: "yes" });
    await saveStep(advisor, {
      caseId,
      step: "situation",
      input: stepSchemas.situation.parse({
        version: "1",
        title: "Weduwe kan niet lezen",
        story: "Zij is dakloos. Fraude is niet bewezen.",
      }),
    });
    await merge("homeless", "threatened_eviction");
    const { facts: shown, values } = await getStepPage(advisor, caseId, "facts");
    const suggested = shown.filter((fact) => fact.suggested !== null);
    expect(suggested.map((fact) => [fact.id, fact.suggested?.field, fact.answer])).toEqual(
      expect.arrayContaining([
        [idOf("low_literacy"), "title", ""],
        [idOf("threatened_eviction"), "story", ""],
      ]),
    );
    expect(suggested).toHaveLength(2);
    expect(values[`facts.${idOf("low_literacy")}.answer`]).toBeUndefined();
  });
});
