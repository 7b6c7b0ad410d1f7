import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { desc, eq } from "drizzle-orm";
import {
  auditEvents,
  caseFacts,
  db,
  environment,
  facts,
  people,
  precedentFacts,
  precedents,
  precedentWords,
  setEnvironment,
} from "#db";
import { dayInMs } from "../../app/domain/day.ts";
import { listPrecedentWork } from "../../app/server/home-precedents.server.ts";
import { createPrecedent } from "../../app/server/precedent-drafts.server.ts";
import {
  endPrecedent,
  keepPrecedent,
  managePrecedent,
  reviewPrecedent,
} from "../../app/server/precedent-managing.server.ts";
import { getPrecedentPage } from "../../app/server/precedent-page.server.ts";
import { arrange, type Content, openCopy } from "../support/database.ts";
import { as, caseNamed, refusalOf, take } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";

const advisor = "Nienke Postma";
const other = "Bram Verhagen";
let content: Content;
let id: string;

beforeAll(async () => {
  content = await exampleContent();
});

beforeEach(async () => {
  await openCopy(content);
  id = (await numbered("P-2022-0001")).id;
});

async function numbered(number: string) {
  const [row] = await db.read
    .select()
    .from(precedents)
    .where(eq(precedents.number, number))
    .orderBy(desc(precedents.decidedAt));
  if (!row) throw new Error(`There is no ${number}`);
  return row;
}

async function rowOf(precedentId = id) {
  const [row] = await db.read.select().from(precedents).where(eq(precedents.id, precedentId));
  if (!row) throw new Error("There is no such precedent");
  return row;
}

const edit = (name = advisor) => as(name, "precedent.edit");
const pageFor = async (name = advisor) => getPrecedentPage(await as(name, "precedent.read"), id);
const inDays = (days: number) => environment.now() + days * dayInMs;

async function end(changes: Partial<Parameters<typeof endPrecedent>[1]> = {}) {
  const { version } = await rowOf();
  const ending = { status: "outdated" as const, validUntil: null, reason: "Nieuwe wet" };
  const whole = { precedentId: id, version, reference: "", ...ending, ...changes };
  await endPrecedent(await edit(), whole);
}

/** Whether it still has words to compare by. */
async function isPacked(): Promise<boolean> {
  const [row] = await db.read
    .select()
    .from(precedentWords)
    .where(eq(precedentWords.precedentId, id));
  return row !== undefined && row.packed !== "";
}

describe("The end of a precedent", () => {
  test("by a ruling names it, is dated, and takes it out of what is compared", async () => {
    expect(await isPacked()).toBe(true);
    await end({ reference: "ECLI:NL:CRVB:2025:604" });
    expect(await isPacked()).toBe(false);
    const { life, precedent } = await pageFor();
    expect(life).toMatchObject({ counts: false, until: (await rowOf()).endedAt });
    expect(life.reference?.value).toBe("ECLI:NL:CRVB:2025:604");
    expect(precedent.endReason).toBe("Nieuwe wet");
  });

  test("at a day to come leaves it valid until then, and then passes by itself", async () => {
    const validUntil = inDays(10);
    await end({ status: "expires", validUntil });
    expect((await pageFor()).life).toMatchObject({ counts: true, until: validUntil });
    const { now } = environment;
    setEnvironment({ now: () => validUntil });
    const { life } = await pageFor();
    const refused = await refusalOf(
      reviewPrecedent(await edit(), { ...(await handling()), reviewDate: null }),
    );
    setEnvironment({ now });
    expect(life.counts).toBe(false);
    expect(refused.code).toBe("precedent_not_valid");
  });

  test("at a day is never in the past, and can be taken back", async () => {
    const past = end({ status: "expires", validUntil: inDays(-1) });
    expect((await refusalOf(past)).details.field).toBe("validUntil");
    const none = end({ status: "expires" });
    expect((await refusalOf(none)).code).toBe("required");
    await end({ status: "expires", validUntil: inDays(5) });
    await keepPrecedent(await edit(), await handling());
    expect(await rowOf()).toMatchObject({ validUntil: null, endReason: "" });
  });
});

async function handling() {
  return { precedentId: id, version: (await rowOf()).version };
}

describe("Looking after a precedent", () => {
  test("changes who sees it and who owns it, with an event; the text stays", async () => {
    const before = await rowOf();
    const owner = (await as(other, "precedent.edit")).person.id;
    const set = { visibility: "organisation" as const, ownerId: owner, reviewDate: inDays(100) };
    await managePrecedent(await edit(), { ...(await handling()), ...set });
    expect(await rowOf()).toMatchObject({ ...set, title: before.title, summary: before.summary });
    const [words] = await db.read
      .select()
      .from(precedentWords)
      .where(eq(precedentWords.precedentId, id));
    expect(words?.visibility).toBe("organisation");
    const events = await db.read.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(events.at(-1)).toMatchObject({ kind: "precedent.managed", details: { owner } });
    const stranger = (await as("Daan Olthof", "precedent.edit")).person.id;
    const refused = managePrecedent(await edit(), {
      ...(await handling()),
      ...set,
      ownerId: stranger,
    });
    expect((await refusalOf(refused)).code).toBe("unknown_option");
  });

  test("a review says when it was and plans the next, 24 months on", async () => {
    await reviewPrecedent(await edit(), { ...(await handling()), reviewDate: null });
    const { reviewedAt, reviewDate } = await rowOf();
    const years =
      new Date(reviewDate ?? 0).getUTCFullYear() - new Date(reviewedAt ?? 0).getUTCFullYear();
    expect(years).toBe(2);
  });

  test("a due review stands on the home page of its owner, and with everyone when the owner left", async () => {
    await arrange(async (tx) => {
      await tx
        .update(precedents)
        .set({ reviewDate: inDays(-3) })
        .where(eq(precedents.id, id));
    });
    const workOf = async (name: string) => {
      const { rows } = await listPrecedentWork(await as(name, "home.read"));
      return rows.filter((row) => row.id === id).map(({ why }) => why);
    };
    expect(await workOf(advisor)).toEqual(["review_due"]);
    expect(await workOf(other)).toEqual([]);
    expect((await pageFor()).life.isReviewDue).toBe(true);
    const { ownerId } = await rowOf();
    await arrange(async (tx) => {
      await tx.update(people).set({ active: false }).where(eq(people.id, ownerId));
    });
    expect(await workOf(other)).toEqual(["review_left_behind"]);
    expect(await workOf("Femke Brouwers")).toEqual([]);
    expect(await workOf("Daan Olthof")).toEqual([]);
  });
});

describe("Citation both ways", () => {
  test("a precedent says what its decision named, and that one by what it is named", async () => {
    const { id: caseId } = await caseNamed("Weduwe in Turkije");
    const changes = { precedentCheck: "found" as const, otherPrecedent: "P-2022-0001" };
    const decisionId = await take("Ingrid Wolters", caseId, changes);
    const later = await createPrecedent(await edit(), { caseId, decisionId });
    const access = await as(advisor, "precedent.read");
    const { citations } = await getPrecedentPage(access, later);
    expect(citations.names.map(({ precedent }) => precedent?.number)).toEqual(["P-2022-0001"]);
    const by = (await pageFor()).citations.by.find(({ precedent }) => precedent?.id === later);
    expect(by).toMatchObject({ relation: "followed", decision: { caseId } });
    const reader = (await pageFor("Ingrid Wolters")).citations.by;
    expect(reader.find(({ decision }) => decision?.caseId === caseId)?.precedent).toBeNull();
  });
});

describe("A draft from a decision", () => {
  test("knows the catalogue of that time and takes amounts and merged facts as they count", async () => {
    const { id: caseId } = await caseNamed("Weduwe in Turkije");
    const decisionId = await take("Ingrid Wolters", caseId);
    const catalogue = await db.read.select().from(facts).orderBy(desc(facts.number));
    const measured = catalogue.find(({ measure }) => measure !== null);
    const own = await db.read.select().from(caseFacts).where(eq(caseFacts.caseId, caseId));
    const merged = own.find(({ answer }) => answer === "yes");
    const [from] = catalogue.filter(({ id: factId }) => factId === merged?.factId);
    const into = catalogue.find(
      (fact) =>
        fact.direction === from?.direction &&
        fact.measure === null &&
        own.every(({ factId }) => factId !== fact.id),
    );
    const size = catalogue[0]?.number ?? 0;
    await arrange(async (tx) => {
      const answer = { caseId, factId: measured?.id ?? "", answer: "yes" as const, amount: 14 };
      await tx.delete(caseFacts).where(eq(caseFacts.factId, answer.factId));
      await tx.insert(caseFacts).values(answer);
      const set = { mergedIntoId: into?.id ?? "" };
      await tx
        .update(facts)
        .set(set)
        .where(eq(facts.id, from?.id ?? ""));
      const late = { ...(catalogue[0] as typeof facts.$inferInsert), id: environment.newId() };
      const createdAt = environment.now() + dayInMs;
      await tx.insert(facts).values({ ...late, key: "later", number: size + 1, createdAt });
    });
    const draft = await createPrecedent(await edit(), { caseId, decisionId });
    expect((await rowOf(draft)).catalogueSize).toBe(size);
    const rows = await db.read
      .select()
      .from(precedentFacts)
      .where(eq(precedentFacts.precedentId, draft));
    expect(rows.find(({ factId }) => factId === measured?.id)?.amount).toBe(14);
    expect(rows.map(({ factId }) => factId)).toContain(into?.id);
    expect(rows.map(({ factId }) => factId)).not.toContain(from?.id);
  });
});
