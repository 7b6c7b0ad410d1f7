import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { and, eq } from "drizzle-orm";
import { auditEvents, db, environment, facts, precedentFacts, precedents } from "#db";
import type { PrecedentStory } from "../../app/schemas/precedent.ts";
import { createPrecedent } from "../../app/server/precedent-drafts.server.ts";
import { getPrecedentEditor, savePrecedent } from "../../app/server/precedent-editing.server.ts";
import { getPrecedentPage } from "../../app/server/precedent-page.server.ts";
import { endPrecedent } from "../../app/server/precedent-managing.server.ts";
import {
  publishPrecedent,
  sendBackPrecedent,
} from "../../app/server/precedent-publishing.server.ts";
import { arrange, type Content, openCopy } from "../support/database.ts";
import { as, caseNamed, refusalOf, take } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";

const editor = "Nienke Postma";
const second = "Bram Verhagen";
const endNow = { validUntil: null, reason: "Nieuwe wet", reference: "" };
let content: Content;
let caseId: string;

beforeAll(async () => {
  content = await exampleContent();
});

beforeEach(async () => {
  await openCopy(content);
  caseId = (await caseNamed("Weduwe in Turkije")).id;
});

/** A decision with its precedent as a draft by the editor. */
async function draft(): Promise<string> {
  const decisionId = await take("Ingrid Wolters", caseId);
  return createPrecedent(await as(editor, "precedent.edit"), { caseId, decisionId });
}

async function rowOf(id: string) {
  const [row] = await db.read.select().from(precedents).where(eq(precedents.id, id));
  if (!row) throw new Error("There is no such precedent");
  return row;
}

async function storyOf(id: string, changes: Partial<PrecedentStory> = {}): Promise<PrecedentStory> {
  const row = await rowOf(id);
  return {
    version: row.version,
    title: "Te laat door verkeerde uitleg",
    summary: "Een nabestaande vroeg te laat aan.",
    motivation: { legal: "Bijzonder geval.", financial: "Te dragen.", societal: "Uit te leggen." },
    visibility: "organisation",
    scopeId: row.scopeId,
    lawReferences: row.lawReferences,
    lifeEvents: [],
    ownerId: row.ownerId,
    reviewDate: null,
    ...changes,
  };
}

async function save(
  id: string,
  offer: boolean,
  changes: Partial<PrecedentStory> = {},
  name = editor,
) {
  const access = await as(name, "precedent.edit");
  await savePrecedent(access, { precedentId: id, story: await storyOf(id, changes), offer });
}

async function publish(id: string, name = second) {
  const { version } = await rowOf(id);
  await publishPrecedent(await as(name, "precedent.edit"), { precedentId: id, version });
}

async function canRead(name: string, precedentId: string): Promise<boolean> {
  try {
    await getPrecedentPage(await as(name, "precedent.read"), precedentId);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ init: { status: 404 } });
    return false;
  }
}

describe("Making", () => {
  test("a draft takes level, facts and reasons of the decision, with a number of its own", async () => {
    const id = await draft();
    const row = await rowOf(id);
    const year = new Date(row.createdAt).getUTCFullYear();
    expect(row.number).toMatch(new RegExp(`^P-${year}-\\d{4}$`));
    expect(row).toMatchObject({ status: "draft", visibility: "organisation" });
    const rows = await db.read
      .select({ side: precedentFacts.side, direction: facts.direction })
      .from(precedentFacts)
      .innerJoin(facts, eq(facts.id, precedentFacts.factId))
      .where(eq(precedentFacts.precedentId, id));
    expect(rows.length).toBeGreaterThan(0);
    for (const { side, direction } of rows) expect(side).toBe(direction);
  });

  test("a decision has one precedent, however often it is asked for", async () => {
    const decisionId = await take("Ingrid Wolters", caseId);
    const access = await as(editor, "precedent.edit");
    const id = await createPrecedent(access, { caseId, decisionId }, "form-1");
    expect(await createPrecedent(access, { caseId, decisionId }, "form-1")).toBe(id);
    const again = createPrecedent(access, { caseId, decisionId }, "form-2");
    expect((await refusalOf(again)).code).toBe("already_done");
  });

  test("numbers count up within an organisation and year, also past 9999", async () => {
    const year = new Date(environment.now()).getUTCFullYear();
    const { organisationId } = await caseNamed("Weduwe in Turkije");
    const own = await db.read
      .select({ id: precedents.id })
      .from(precedents)
      .where(eq(precedents.organisationId, organisationId));
    const taken = [`P-${year}-9999`, `P-${year}-10000`, `P-${year + 1}-0001`];
    for (const [place, number] of taken.entries()) {
      await arrange(async (tx) => {
        const id = own[place]?.id ?? "";
        await tx.update(precedents).set({ number }).where(eq(precedents.id, id));
      });
    }
    expect((await rowOf(await draft())).number).toBe(`P-${year}-10001`);
  });
});

describe("Rewriting and publishing", () => {
  test("a draft is not there for others, not in the own organisation either", async () => {
    const id = await draft();
    expect(await canRead(second, id)).toBe(true);
    expect(await canRead("Gerrit Oosting", id)).toBe(true);
    for (const name of ["Ingrid Wolters", "Femke Brouwers", "Hülya Demir", "Daan Olthof"]) {
      expect(await canRead(name, id)).toBe(false);
    }
  });

  test("personal data may be saved, is pointed out, and blocks offering and publishing", async () => {
    const id = await draft();
    const changes = { summary: "Mail haar op weduwe@voorbeeld.nl of bel 06-12345678." };
    await save(id, false, changes);
    const { findings } = await getPrecedentEditor(await as(editor, "precedent.edit"), id);
    expect(findings.map(({ field, kind }) => `${field} ${kind}`)).toEqual([
      "summary email",
      "summary phone",
    ]);
    const refused = await refusalOf(save(id, true, changes));
    expect(refused.details.errors).toEqual({ summary: ["personal_data"] });
    expect((await rowOf(id)).status).toBe("draft");
    await arrange(async (tx) => {
      await tx.update(precedents).set({ status: "in_review" }).where(eq(precedents.id, id));
    });
    expect((await refusalOf(publish(id))).code).toBe("precedent_personal_data");
  });

  test("a second person publishes; nobody who wrote the text does", async () => {
    const id = await draft();
    await save(id, false, {}, "Nienke Postma");
    await save(id, true, {}, second);
    for (const name of [editor, second]) {
      expect((await refusalOf(publish(id, name))).code).toBe("precedent_second_person");
    }
    expect((await rowOf(id)).status).toBe("in_review");
  });

  test("published it is valid, dated, to be looked at again, and fixed", async () => {
    const id = await draft();
    await save(id, true);
    await publish(id);
    const row = await rowOf(id);
    expect(row.status).toBe("valid");
    expect(new Date(row.reviewDate ?? 0).getUTCFullYear()).toBe(
      new Date(row.publishedAt ?? 0).getUTCFullYear() + 2,
    );
    expect((await refusalOf(save(id, false))).code).toBe("precedent_not_draft");
    expect(await canRead("Femke Brouwers", id)).toBe(true);
  });

  test("sent back it is a draft again, with the reason; the reason is not in the log", async () => {
    const id = await draft();
    await save(id, true);
    const { version } = await rowOf(id);
    const access = await as(second, "precedent.edit");
    await sendBackPrecedent(access, { precedentId: id, version, reason: "Te herkenbaar" });
    expect(await rowOf(id)).toMatchObject({ status: "draft", endReason: "Te herkenbaar" });
    const events = await db.read.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(events.map(({ kind }) => kind)).toContain("precedent.sent_back");
    expect(JSON.stringify(events)).not.toContain("Te herkenbaar");
  });

  test("an ended precedent stays to be found and does not come back", async () => {
    const id = await draft();
    await save(id, true);
    await publish(id);
    const { version } = await rowOf(id);
    const access = await as(editor, "precedent.edit");
    const ending = { ...endNow, precedentId: id, version, status: "outdated" } as const;
    await endPrecedent(access, ending);
    expect(await canRead("Femke Brouwers", id)).toBe(true);
    const again = endPrecedent(access, { ...ending, version: version + 1, status: "withdrawn" });
    expect((await refusalOf(again)).code).toBe("precedent_move_not_allowed");
  });

  test("saving over another version shows both texts", async () => {
    const id = await draft();
    const story = await storyOf(id);
    const access = await as(editor, "precedent.edit");
    await savePrecedent(access, { precedentId: id, story: { ...story, title: "A" }, offer: false });
    const error = await refusalOf(
      savePrecedent(access, { precedentId: id, story: { ...story, title: "B" }, offer: false }),
    );
    expect(error.details.conflict).toEqual([{ field: "title", theirs: "A", yours: "B" }]);
  });

  test("policy advisors of another organisation cannot edit it", async () => {
    const id = await draft();
    await save(id, true, { visibility: "public" });
    await publish(id);
    const elsewhere = await as("Daan Olthof", "precedent.edit");
    await expect(getPrecedentEditor(elsewhere, id)).rejects.toMatchObject({
      init: { status: 404 },
    });
    const ending = { ...endNow, precedentId: id, version: 3, status: "withdrawn" } as const;
    await expect(endPrecedent(elsewhere, ending)).rejects.toMatchObject({ init: { status: 404 } });
  });
});

describe("Between organisations", () => {
  test("another organisation sees what is shared, without names and without the case", async () => {
    const id = await draft();
    await save(id, true, { visibility: "network" });
    expect(await canRead("Daan Olthof", id)).toBe(false);
    await publish(id);
    const page = await getPrecedentPage(await as("Daan Olthof", "precedent.read"), id);
    expect(page).toMatchObject({ isOwn: false, owner: null, publisher: null, source: null });
    expect(JSON.stringify(page)).not.toContain(editor);
    expect(JSON.stringify(page)).not.toContain(caseId);
  });

  test("what is for the own organisation is not there elsewhere", async () => {
    const id = await draft();
    await save(id, true);
    await publish(id);
    expect(await canRead("Daan Olthof", id)).toBe(false);
    expect(await canRead("Ingrid Wolters", id)).toBe(true);
  });

  test("who follows it is counted for everyone, and named only for who may read the case", async () => {
    const [leading] = await db.read
      .select()
      .from(precedents)
      .where(and(eq(precedents.number, "P-2022-0001")));
    const id = leading?.id ?? "";
    await arrange(async (tx) => {
      await tx.update(precedents).set({ visibility: "network" }).where(eq(precedents.id, id));
    });
    const before = await getPrecedentPage(await as("Daan Olthof", "precedent.read"), id);
    await take("Ingrid Wolters", caseId, {
      precedentCheck: "found",
      otherPrecedent: "P-2022-0001",
    });
    const elsewhere = await getPrecedentPage(await as("Daan Olthof", "precedent.read"), id);
    expect(elsewhere.citations.counts.followed).toBe(before.citations.counts.followed + 1);
    expect(elsewhere.citations.by).toEqual([]);
    const own = await getPrecedentPage(await as("Ingrid Wolters", "precedent.read"), id);
    expect(own.citations.by.map(({ decision }) => decision?.caseId)).toContain(caseId);
  });
});
