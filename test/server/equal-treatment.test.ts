import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { and, asc, eq } from "drizzle-orm";
import {
  auditEvents,
  caseFacts,
  db,
  decisionPrecedents,
  decisions,
  environment,
  facts,
  precedentFacts,
  precedents,
  systemActor,
} from "#db";
import { compareTyped } from "../../app/server/decision-treatment.server.ts";
import { getDecisionForm } from "../../app/server/decision-form.server.ts";
import { getDecisionPage } from "../../app/server/decision-page.server.ts";
import { saveDecisionDraft } from "../../app/server/decision-drafts.server.ts";
import { startDecisionVersion } from "../../app/server/decision-versions.server.ts";
import {
  answerLineChange,
  getLineChangePage,
  takeBackLineChange,
} from "../../app/server/line-change-page.server.ts";
import { getHome } from "../../app/server/home.server.ts";
import { findLineChange } from "../../app/server/line-changes.server.ts";
import { proposeLineChange } from "../../app/server/line-change-proposals.server.ts";
import { repackPrecedent } from "../../app/server/precedent-words.server.ts";
import { takeDecision } from "../../app/server/taking-decisions.server.ts";
import type { DecisionDraft } from "../../app/schemas/decision.ts";
import { openCopy, type Content } from "../support/database.ts";
import { exampleContent } from "../support/example.ts";
import { as, caseNamed, completeDraft, refusalOf, take } from "../support/decision-drafts.ts";

const decider = "Ingrid Wolters";
const executive = "Hülya Demir";
let content: Content;
/** A late application like the widow's in Spain: all that her precedent rests on holds here too. */
let caseId: string;
let widow: typeof precedents.$inferSelect;

beforeAll(async () => {
  content = await exampleContent();
});

beforeEach(async () => {
  await openCopy(content);
  caseId = (await caseNamed("Weduwe in Turkije")).id;
  widow = await precedentNamed("Te late aanvraag van een nabestaande");
});

async function precedentNamed(part: string) {
  const all = await db.read.select().from(precedents).orderBy(asc(precedents.id));
  const found = all.find(({ title }) => title.startsWith(part));
  if (!found) throw new Error(`No precedent named ${part}`);
  return found;
}

async function factWith(key: string): Promise<string> {
  const [row] = await db.read.select().from(facts).where(eq(facts.key, key));
  return row?.id ?? "";
}

/** Choices of the form that give every claim the option at this place. */
async function choosing(place: number, changes: Partial<DecisionDraft> = {}) {
  const { work } = await getDecisionForm(await as(decider, "decision.prepare"), caseId);
  const option = work?.options[place];
  if (!work || !option) throw new Error("There is no such option");
  return {
    option: work.claims.length === 0 ? option.id : null,
    choices: Object.fromEntries(work.claims.map(({ id }) => [id, option.id])),
    reasonPro: work.values.reasonPro,
    reasonCon: work.values.reasonCon,
    departure: "Zo besluiten wij.",
    precedentCheck: "found" as const,
    precedents: [widow.id],
    ...changes,
  };
}

/** What the screen says of these choices. */
async function compared(place: number, changes: Partial<DecisionDraft> = {}, name = decider) {
  const { option, choices, ...chosen } = await choosing(place, changes);
  const { reasonPro, reasonCon, differences = [], warned = [] } = { ...changes, ...chosen };
  const typed = Object.entries(choices).map(([id, value]) => [`choices.${id}`, value ?? ""]);
  const view = await compareTyped(await as(name, "decision.prepare"), caseId, {
    ...{ option: option ?? "", reasonPro, reasonCon, differences, warned, precedents: [] },
    ...(Object.fromEntries(typed) as Record<string, string>),
  });
  if (!view) throw new Error("Nothing was compared");
  return view;
}

async function answerFact(key: string, answer: "yes" | "no"): Promise<string> {
  const factId = await factWith(key);
  await db.write(systemActor, async (tx) => {
    const place = and(eq(caseFacts.caseId, caseId), eq(caseFacts.factId, factId));
    await tx.delete(caseFacts).where(place);
    await tx.insert(caseFacts).values({ caseId, factId, answer });
    await tx.record({ kind: "test.fact", subject: { type: "case", id: caseId } });
  });
  return factId;
}

async function changeWidow(set: Partial<typeof precedents.$inferInsert>): Promise<void> {
  await db.write(systemActor, async (tx) => {
    await tx.update(precedents).set(set).where(eq(precedents.id, widow.id));
    await repackPrecedent(tx, widow.id);
    await tx.record({ kind: "test.changed", subject: { type: "precedent", id: widow.id } });
  });
}

async function decisionOf(id: string) {
  const rows = await db.read.select().from(decisions).where(eq(decisions.id, id));
  return rows[0] ?? expect.fail("No decision");
}

async function treatedBy(decisionId: string) {
  const own = eq(decisionPrecedents.decisionId, decisionId);
  return db.read.select().from(decisionPrecedents).where(own);
}

/** The latest one asked for in this case. */
async function lastChange() {
  return (await findLineChange(db.read, caseId)) ?? expect.fail("No change of line");
}

async function eventsOf(kind: string, subjectId: string) {
  const about = and(eq(auditEvents.kind, kind), eq(auditEvents.subjectId, subjectId));
  return db.read.select().from(auditEvents).where(about);
}

async function propose(place = 0): Promise<string> {
  const changes = await choosing(place, { precedentCheckText: "De regel is veranderd." });
  const access = await as(decider, "decision.prepare");
  await proposeLineChange(access, caseId, await completeDraft(access, caseId, changes));
  return (await lastChange()).id;
}

async function approve(id: string, intent: "approve" | "reject" = "approve") {
  const answer = { id, intent, version: (await lastChange()).version, answer: "Goed onderbouwd." };
  const [access, key] = [await as(executive, "line.change"), environment.newId()];
  for (const sentAgain of [key, key]) await answerLineChange(access, answer, sentAgain);
}

async function atHome(name: string): Promise<[string, string][]> {
  const { lineChanges: work } = await getHome(await as(name, "home.read"));
  return (work?.rows ?? []).map(({ id, why }) => [id, why]);
}

describe("Beside the form", () => {
  test("the band names the precedent that sets it, also before anything is chosen", async () => {
    const { work } = await getDecisionForm(await as(decider, "decision.prepare"), caseId);
    expect(work?.treatment?.atLeast).toMatchObject({
      level: 3,
      by: [{ id: widow.id, number: widow.number, level: 3 }],
    });
    expect(work?.treatment?.atMost).toBeNull();
    expect(work?.values.precedents).toEqual([widow.id]);
  });

  test("a lower outcome warns with her precedent, no difference, and what is still to find out", async () => {
    const view = await compared(0);
    expect(view.warnings).toMatchObject([
      { precedent: { id: widow.id }, because: "atLeast", hasDifference: false },
    ]);
    const unknown = await factWith("could_reasonably_have_known");
    expect(view.warnings[0]?.toFindOut.map(({ id }) => id)).toEqual([unknown]);
    expect(view.differences).toEqual([]);
    expect((await compared(2)).warnings).toEqual([]);
  });

  test("the fact that differs is offered, and clears the warning once it is named", async () => {
    const { reasonCon } = await choosing(0);
    const knew = await answerFact("could_reasonably_have_known", "yes");
    const silent = await compared(0, { reasonCon });
    expect(silent.warnings).toHaveLength(1);
    expect(silent.differences).toMatchObject([{ id: knew, named: false, from: [widow.number] }]);
    const named = await compared(0, { reasonCon, differences: [knew], warned: [widow.id] });
    expect(named.warnings).toEqual([]);
    expect(named.differences).toMatchObject([{ id: knew, named: true }]);
    expect(named.cleared).toMatchObject([{ precedent: { id: widow.id }, facts: [{ id: knew }] }]);
  });

  test("a precedent that ended never warns", async () => {
    await changeWidow({ validUntil: environment.now() - 1 });
    const view = await compared(0);
    expect([view.warnings, view.atLeast]).toEqual([[], null]);
  });
});

describe("Taking it", () => {
  test("comes back with the warning, and never blocks who leaves it standing on purpose", async () => {
    const error = await refusalOf(take(decider, caseId, await choosing(0)));
    expect(error.details.errors).toEqual({ equalTreatment: ["unequal_treatment"] });
    const left = { leaveWarning: true, precedentCheckText: "De wet is anders." };
    const id = await take(decider, caseId, await choosing(0, left));
    const row = await decisionOf(id);
    expect(row.equalTreatmentAnswer).toBe("unanswered");
    expect(row.equalTreatment).toMatchObject({
      ...{ level: 0, lower: 3, lowerBy: [widow.id], lineChangeId: null },
      added: [{ precedentId: widow.id, because: "atLeast" }],
    });
    expect(await treatedBy(id)).toMatchObject([{ precedentId: widow.id, relation: "departed" }]);
    expect((await precedentNamed("Te late aanvraag")).status).toBe("valid");
    const [event] = await eventsOf("decision.taken", id);
    expect(event?.details).toMatchObject({ equalTreatment: "unanswered", warnings: 1 });
  });

  test("asks words for it, and no answer that nothing was found", async () => {
    const error = await refusalOf(
      take(decider, caseId, await choosing(0, { leaveWarning: true, precedentCheck: "not_found" })),
    );
    expect(error.details.errors).toEqual({
      precedentCheck: ["precedent_found_after_all"],
      precedentCheckText: ["unequal_treatment_text_missing"],
    });
  });

  test("with a named difference distinguishes the precedent, and says so on its page", async () => {
    const { reasonCon } = await choosing(0);
    const knew = await answerFact("could_reasonably_have_known", "yes");
    const answer = {
      ...{ reasonCon, differences: [knew], warned: [widow.id] },
      precedentCheckText: "Hier was het recht bekend.",
    };
    const id = await take(decider, caseId, await choosing(0, { ...answer, precedents: [] }));
    const row = await decisionOf(id);
    expect(row.equalTreatmentAnswer).toBe("reason");
    expect(row.reasonCon).toContain(knew);
    expect(row.equalTreatment?.reasons).toEqual([{ precedentId: widow.id, factIds: [knew] }]);
    const page = await getDecisionPage(await as(decider, "case.read"), caseId, id);
    expect(page.precedents).toMatchObject([{ id: widow.id, relation: "distinguished" }]);
    expect(page.precedents[0]?.differences).toHaveLength(1);
    expect(page.treatment.answer).toBe("reason");
  });

  test("within what binds it follows the precedent", async () => {
    const id = await take(decider, caseId, await choosing(2));
    expect((await decisionOf(id)).equalTreatmentAnswer).toBe("within");
    expect(await treatedBy(id)).toMatchObject([{ relation: "followed", differences: [] }]);
  });

  test("sees a precedent that was published between looking and taking", async () => {
    await changeWidow({ status: "in_review", publishedAt: null });
    expect((await compared(0)).warnings).toEqual([]);
    const typed = await choosing(0, { precedents: [], precedentCheck: "not_found" });
    await changeWidow({ status: "valid", publishedAt: widow.publishedAt });
    const error = await refusalOf(take(decider, caseId, typed));
    expect(error.details.errors).toMatchObject({ equalTreatment: ["unequal_treatment"] });
    expect((await compared(0)).warnings).toHaveLength(1);
  });

  test("a correction is not held to the precedent of its own case", async () => {
    const own = await caseNamed("Weduwe in Spanje");
    const access = await as(decider, "decision.prepare");
    const [taken] = await db.read
      .select()
      .from(decisions)
      .where(and(eq(decisions.caseId, own.id), eq(decisions.status, "taken")));
    const version = { kind: "objection_review" as const, reason: "Bezwaar" };
    await startDecisionVersion(access, { caseId: own.id, decisionId: taken?.id ?? "" }, version);
    caseId = own.id;
    const view = await compared(0);
    expect([view.warnings, view.atLeast]).toEqual([[], null]);
  });
});

describe("A change of line", () => {
  test("by who has the right ends the precedent with the decision itself", async () => {
    const changes = { changeLine: true, precedentCheckText: "De wet is strenger geworden." };
    const access = await as(executive, "decision.take");
    const preparing = await as(executive, "decision.prepare");
    const typed = await completeDraft(preparing, caseId, await choosing(0, changes));
    const both = [1, 2].map(() => takeDecision(access, caseId, typed, "key-of-the-form"));
    const [id = "", again] = await Promise.all(both);
    expect(again).toBe(id);
    const row = await decisionOf(id);
    const change = await lastChange();
    expect(row.equalTreatmentAnswer).toBe("line_change");
    expect(row.equalTreatment?.lineChangeId).toBe(change.id);
    expect(change).toMatchObject({ status: "effected", decisionId: id, level: 0 });
    const ended = await precedentNamed("Te late aanvraag");
    expect(ended).toMatchObject({
      ...{ status: "outdated", endReason: "De wet is strenger geworden." },
      ...{ lineChangeId: change.id, validUntil: row.takenAt, endedAt: row.takenAt },
    });
    expect(await eventsOf("line.changed", change.id)).toHaveLength(1);
    const [event] = await eventsOf("precedent.ended", widow.id);
    expect(event?.details).toMatchObject({ reason: "line_change", lineChange: change.id });
  });

  test("is nothing to who has no such right: the warning stands", async () => {
    const changes = { changeLine: true, precedentCheckText: "Anders." };
    const error = await refusalOf(take(decider, caseId, await choosing(0, changes)));
    expect(error.details.errors).toEqual({ equalTreatment: ["unequal_treatment"] });
  });

  test("is proposed, approved and then taken, for this level only", async () => {
    const id = await propose();
    const waiting = await compared(0);
    expect(waiting.lineChange?.status).toBe("proposed");
    expect(await atHome(executive)).toEqual([[id, "to_decide"]]);
    expect(await atHome(decider)).toEqual([]);
    expect(waiting.warnings).toHaveLength(1);
    await approve(id);
    expect([await atHome(executive), await atHome(decider)]).toEqual([[], [[id, "approved"]]]);
    const ready = await compared(0);
    expect(ready.warnings).toEqual([]);
    expect(ready.departing).toMatchObject([{ id: widow.id }]);
    expect((await compared(1)).warnings).toHaveLength(1);
    const decisionId = await take(decider, caseId, await choosing(0));
    expect(await lastChange()).toMatchObject({ status: "effected", decisionId });
    expect((await decisionOf(decisionId)).equalTreatmentAnswer).toBe("line_change");
    expect((await precedentNamed("Te late aanvraag")).lineChangeId).toBe(id);
    // The owner of the precedent hears of it.
    expect(await atHome("Nienke Postma")).toEqual([[id, "ended"]]);
    const page = await getLineChangePage(await as(executive, "precedent.read"), id);
    expect(page.precedents).toMatchObject([{ id: widow.id, status: "outdated" }]);
    expect([page.mayDecide, page.mayWithdraw]).toEqual([false, false]);
  });

  test("that was approved allows no other precedent: one that comes later warns again", async () => {
    await approve(await propose());
    const id = environment.newId();
    await db.write(systemActor, async (tx) => {
      const like = { ...widow, id, decisionId: null, source: "import" as const };
      await tx.insert(precedents).values({ ...like, number: "P-2026-0999" });
      const own = eq(precedentFacts.precedentId, widow.id);
      const rows = await tx.select().from(precedentFacts).where(own);
      await tx.insert(precedentFacts).values(rows.map((row) => ({ ...row, precedentId: id })));
      await repackPrecedent(tx, id);
      await tx.record({ kind: "test.published", subject: { type: "precedent", id } });
    });
    const view = await compared(0);
    expect(view.warnings.map(({ precedent }) => precedent.id)).toEqual([id]);
    const error = await refusalOf(take(decider, caseId, await choosing(0)));
    expect(error.details.errors).toEqual({ equalTreatment: ["unequal_treatment"] });
  });

  test("that was approved and turned out not to be needed lapses with the decision", async () => {
    await approve(await propose());
    await take(decider, caseId, await choosing(2));
    expect((await lastChange()).status).toBe("withdrawn");
    expect((await precedentNamed("Te late aanvraag")).status).toBe("valid");
  });

  test("is answered once, with one open in a case, and can be taken back", async () => {
    const id = await propose();
    expect((await refusalOf(propose())).code).toBe("line_change_open");
    await approve(id, "reject");
    const { version } = await lastChange();
    const again = { id, intent: "approve" as const, version, answer: "Toch wel." };
    const access = await as(executive, "line.change");
    expect((await refusalOf(answerLineChange(access, again))).code).toBe("line_change_decided");
    const second = await propose();
    const proposer = await as(decider, "decision.prepare");
    await takeBackLineChange(proposer, { id: second, version: (await lastChange()).version });
    expect((await lastChange()).status).toBe("withdrawn");
    expect((await compared(0)).warnings).toHaveLength(1);
  });

  test("is not for another organisation, nor for who only takes part before it took effect", async () => {
    const id = await propose();
    const assessor = await as("Kwame Mensah", "precedent.read");
    await expect(getLineChangePage(assessor, id)).rejects.toMatchObject({ init: { status: 404 } });
    const stranger = await as("Ruud Engelen", "precedent.read");
    await expect(getLineChangePage(stranger, id)).rejects.toMatchObject({ init: { status: 404 } });
  });

  test("needs a warning and words", async () => {
    const access = await as(decider, "decision.prepare");
    const fits = await completeDraft(
      access,
      caseId,
      await choosing(2, { precedentCheckText: "X" }),
    );
    expect((await refusalOf(proposeLineChange(access, caseId, fits))).code).toBe(
      "line_change_not_needed",
    );
    const bare = await completeDraft(access, caseId, await choosing(0));
    const error = await refusalOf(proposeLineChange(access, caseId, bare));
    expect([error.code, error.details.field]).toEqual(["reason_required", "precedentCheckText"]);
  });
});

describe("A draft", () => {
  test("keeps what was ticked at the warning: the reason and the precedent it names", async () => {
    const { reasonCon } = await choosing(0);
    const knew = await answerFact("could_reasonably_have_known", "yes");
    const access = await as(decider, "decision.prepare");
    const ticked = { reasonCon, differences: [knew], warned: [widow.id], precedents: [] };
    const draft = await completeDraft(access, caseId, await choosing(0, ticked));
    await saveDecisionDraft(access, caseId, draft);
    const { work } = await getDecisionForm(access, caseId);
    expect(work?.values.reasonCon).toContain(knew);
    expect(work?.values.precedents).toEqual([widow.id]);
    expect(work?.treatment?.cleared).toMatchObject([{ precedent: { id: widow.id } }]);
  });
});
