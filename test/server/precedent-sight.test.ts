import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asc, eq } from "drizzle-orm";
import { caseFiles, db, environment, precedents, systemActor } from "#db";
import { dayInMs } from "../../app/domain/day.ts";
import type { DecisionDraft } from "../../app/schemas/decision.ts";
import { getDecisionForm } from "../../app/server/decision-form.server.ts";
import { getHome } from "../../app/server/home.server.ts";
import { answerLineChange, getLineChangePage } from "../../app/server/line-change-page.server.ts";
import { proposeLineChange } from "../../app/server/line-change-proposals.server.ts";
import { findLineChange } from "../../app/server/line-changes.server.ts";
import { handleAdoption } from "../../app/server/precedent-adoptions.server.ts";
import { getPrecedentPage } from "../../app/server/precedent-page.server.ts";
import { repackPrecedent } from "../../app/server/precedent-words.server.ts";
import { openCopy, type Content } from "../support/database.ts";
import {
  as,
  caseNamed,
  changeCase,
  completeDraft,
  refusalOf,
  take,
} from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";

const decider = "Ingrid Wolters";
const executive = "Hülya Demir";
const why = "De regel is veranderd.";
let content: Content;
let caseId: string;
let widow: typeof precedents.$inferSelect;

beforeAll(async () => {
  content = await exampleContent();
});

beforeEach(async () => {
  await openCopy(content);
  caseId = (await caseNamed("Weduwe in Turkije")).id;
  const all = await db.read.select().from(precedents).orderBy(asc(precedents.id));
  const found = all.find(({ title }) => title.startsWith("Te late aanvraag van een nabestaande"));
  widow = found ?? expect.fail("No precedent");
});

async function changeWidow(set: Partial<typeof precedents.$inferInsert>): Promise<void> {
  await db.write(systemActor, async (tx) => {
    await tx.update(precedents).set(set).where(eq(precedents.id, widow.id));
    await repackPrecedent(tx, widow.id);
    await tx.record({ kind: "test.changed", subject: { type: "precedent", id: widow.id } });
  });
}

const form = async () =>
  (await getDecisionForm(await as(decider, "decision.prepare"), caseId)).work ??
  expect.fail("There is no form");

/** The form with the lowest outcome, which her precedent contradicts. */
async function lowest(changes: Partial<DecisionDraft> = {}): Promise<DecisionDraft> {
  const { claims, options, values } = await form();
  const option = options[0]?.id ?? "";
  return completeDraft(await as(decider, "decision.prepare"), caseId, {
    option: claims.length === 0 ? option : null,
    choices: Object.fromEntries(claims.map(({ id }) => [id, option])),
    ...{ reasonPro: values.reasonPro, reasonCon: values.reasonCon, departure: "Zo besluiten wij." },
    ...{ precedentCheck: "found", precedents: [widow.id], ...changes },
  });
}

async function propose() {
  const typed = await lowest({ precedentCheckText: why });
  await proposeLineChange(await as(decider, "decision.prepare"), caseId, typed);
  return (await findLineChange(db.read, caseId)) ?? expect.fail("No change of line");
}

async function approve() {
  const { id, version } = await propose();
  const answer = { id, version, intent: "approve" as const, answer: "Goed onderbouwd." };
  await answerLineChange(await as(executive, "line.change"), answer);
}

describe("A change of line", () => {
  test("tells the number of its case to nobody who may not see that case", async () => {
    await changeCase(caseId, { specialHealth: true });
    const { id } = await propose();
    const page = await getLineChangePage(await as(executive, "precedent.read"), id);
    const { lineChanges } = await getHome(await as(executive, "home.read"));
    expect([page.caseFile, lineChanges?.rows]).toMatchObject([null, [{ id, caseNumber: null }]]);
    await changeCase(caseId, { specialHealth: false });
    const seen = await getHome(await as(executive, "home.read"));
    const { number } = await caseNamed("Weduwe in Turkije");
    expect(seen.lineChanges?.rows).toMatchObject([{ id, caseNumber: number }]);
  });

  test("is asked for the case as it is when it is asked, also when that was moved meanwhile", async () => {
    const typed = await lowest({ precedentCheckText: why });
    const access = await as(decider, "decision.prepare");
    const moving = db.write(systemActor, async (tx) => {
      await wait(200);
      await tx.update(caseFiles).set({ scopeId: null }).where(eq(caseFiles.id, caseId));
      await tx.record({ kind: "test.moved", subject: { type: "case", id: caseId } });
    });
    const refused = await refusalOf(proposeLineChange(access, caseId, typed));
    await moving;
    expect(refused.code).toBe("line_change_not_needed");
  });

  test("tells other organisations that it ended a precedent, not why", async () => {
    await changeWidow({ visibility: "network" });
    await approve();
    await take(decider, caseId, await lowest());
    const reasons: string[] = [];
    for (const name of [decider, "Ruud Engelen"]) {
      const page = await getPrecedentPage(await as(name, "precedent.read"), widow.id);
      reasons.push(page.precedent.endReason);
    }
    expect(reasons).toEqual([why, ""]);
  });

  test("takes the place of an end that was planned, with what that referred to", async () => {
    const planned = { validUntil: environment.now() + dayInMs, endReason: "Nieuwe wet" };
    await changeWidow({ ...planned, endReference: "ECLI:NL:CRVB:2025:604" });
    await approve();
    await take(decider, caseId, await lowest());
    const { life, precedent } = await getPrecedentPage(
      await as(decider, "precedent.read"),
      widow.id,
    );
    expect([life.counts, life.reference, precedent.endReason]).toEqual([false, null, why]);
  });

  test("that was approved leaves no room to say that nothing was found", async () => {
    await approve();
    const typed = await lowest({ precedentCheck: "not_found", precedentCheckText: why });
    const { details } = await refusalOf(take(decider, caseId, typed));
    expect(details.errors).toEqual({ precedentCheck: ["precedent_found_after_all"] });
  });
});

describe("A precedent", () => {
  test("past its validity is not offered to a decision any more", async () => {
    const offered = async () => (await form()).precedents.map(({ id }) => id);
    expect(await offered()).toContain(widow.id);
    await changeWidow({ validUntil: environment.now() - 1 });
    expect(await offered()).not.toContain(widow.id);
  });

  test("is adopted in a perspective that it has, not in what every object has", async () => {
    const access = await as(decider, "precedent.read");
    const place = { caseId, precedentId: widow.id, version: 0 };
    const words = { choice: "adopt" as const, adapted: "", departed: "" };
    for (const perspective of ["__proto__", "constructor", "elsewhere"]) {
      const attempt = { intent: "record" as const, ...place, ...words, perspective };
      await expect(handleAdoption(access, attempt)).rejects.toMatchObject({
        init: { status: 404 },
      });
    }
  });
});
