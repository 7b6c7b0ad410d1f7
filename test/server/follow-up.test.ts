import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { and, eq, isNull } from "drizzle-orm";
import {
  auditEvents,
  caseFiles,
  conditions,
  costLines,
  db,
  decisionClaims,
  decisions,
  documents,
  environment,
  proceedings,
  reviews,
  signalCases,
  signals,
} from "#db";
import type { RealisedCost } from "../../app/domain/follow-up.ts";
import * as followUpRoute from "../../app/routes/decisions/follow-up.tsx";
import { completeCondition, reopenCondition } from "../../app/server/conditions.server.ts";
import type { Access } from "../../app/server/access.server.ts";
import { closeFollowUp, getFollowUp } from "../../app/server/follow-up.server.ts";
import { holdReview, planReview } from "../../app/server/reviews.server.ts";
import { arrange, openCopy, type Content } from "../support/database.ts";
import { as, caseNamed, refusalOf } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";
import { browser } from "./handover-world.ts";

const coordinator = "Yassin el Amrani";
const said = {
  helpedCitizen: "yes",
  helpedProfessional: "partly",
  conditionsKept: "yes",
  note: "Zij slaapt weer.",
  learned: "Eerder bellen.",
} as const;
const lines: RealisedCost[] = [
  { post: "Kwijtschelding", bearer: "own_organisation", cents: 800_000 },
  { post: "Bellen", bearer: "own_organisation", cents: 2_500 },
  { post: "Reiskosten", bearer: "citizen", cents: 12_500 },
];
const answers = { ...said, lines, signalTakenUp: null };
let content: Content;
let caseId: string;

beforeAll(async () => {
  content = await exampleContent();
});

beforeEach(async () => {
  await openCopy(content);
  caseId = (await caseNamed("WW teruggevraagd terwijl zij")).id;
});

async function openConditions() {
  const rows = await db.read
    .select({ condition: conditions })
    .from(conditions)
    .innerJoin(decisions, eq(decisions.id, conditions.decisionId))
    .where(and(eq(decisions.caseId, caseId), isNull(conditions.doneAt)));
  return rows.map(({ condition }) => condition);
}

async function plannedReview() {
  const rows = await db.read
    .select({ review: reviews })
    .from(reviews)
    .innerJoin(decisions, eq(decisions.id, reviews.decisionId))
    .where(and(eq(decisions.caseId, caseId), isNull(reviews.heldAt)));
  return rows[0]?.review.id ?? "";
}

async function documentIn(of: string, addedBy: string): Promise<string> {
  const id = environment.newId();
  const file = {
    name: "bewijs.pdf",
    mediaType: "application/pdf",
    size: 4,
    sha256: "0",
    storedName: id,
  };
  await arrange((tx) =>
    tx.insert(documents).values({ id, caseId: of, ...file, addedBy, addedAt: environment.now() }),
  );
  return id;
}

type Estimate = Omit<typeof costLines.$inferInsert, "id" | "optionId" | "position" | "certainty">;

/** Makes these the cost lines of the option that was chosen, whatever the example says. */
async function expectCosts(estimates: Estimate[]): Promise<void> {
  const [decision] = await db.read
    .select({ id: decisions.id, optionId: decisions.optionId })
    .from(decisions)
    .where(and(eq(decisions.caseId, caseId), eq(decisions.status, "taken")));
  const optionId = decision?.optionId ?? "";
  await arrange(async (tx) => {
    await tx.delete(decisionClaims).where(eq(decisionClaims.decisionId, decision?.id ?? ""));
    await tx.delete(costLines).where(eq(costLines.optionId, optionId));
    const rows = estimates.map((line, position) => ({
      ...line,
      position,
      certainty: "estimate" as const,
    }));
    for (const row of rows)
      await tx.insert(costLines).values({ id: environment.newId(), optionId, ...row });
  });
}

async function signalOnCase(access: Access<"follow-up.record">): Promise<string> {
  const id = environment.newId();
  const at = environment.now();
  const row = { id, organisationId: access.organisation.id, number: "S-TEST", title: "Te laat" };
  await arrange(async (tx) => {
    await tx
      .insert(signals)
      .values({ ...row, source: "case", status: "new", facts: [], raisedAt: at, updatedAt: at });
    await tx.insert(signalCases).values({ signalId: id, caseId, addedAt: at });
  });
  return id;
}

async function withoutSignals(): Promise<void> {
  await arrange((tx) => tx.delete(signalCases).where(eq(signalCases.caseId, caseId)));
}

describe("Conditions", () => {
  test("what is past its date is overdue, in words", async () => {
    const page = await getFollowUp(await as(coordinator, "case.read"), caseId);
    expect(page.conditions.map(({ state }) => state)).toContain("overdue");
  });

  test("its owner or a coordinator records a condition as done, once", async () => {
    const open = await openConditions();
    const note = "Geregeld.";
    const owner = await as("Femke Brouwers", "case.read");
    const own = open.find(({ ownerId }) => ownerId === owner.person.id);
    await completeCondition(owner, { caseId, conditionId: own?.id ?? "", note });
    const again = completeCondition(owner, { caseId, conditionId: own?.id ?? "", note });
    expect((await refusalOf(again)).code).toBe("already_done");
    const other = open.find(({ ownerId }) => ownerId !== owner.person.id);
    const given = { caseId, conditionId: other?.id ?? "", note };
    await expect(completeCondition(owner, given)).rejects.toMatchObject({ init: { status: 403 } });
    await completeCondition(await as(coordinator, "case.read"), given);
    expect(await openConditions()).toHaveLength(open.length - 2);
    const events = await db.read
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.kind, "condition.done"));
    expect(JSON.stringify(events.map(({ details }) => details))).not.toContain("Geregeld");
  });

  test("an owner who may otherwise only read records the own condition, and nothing more", async () => {
    const reader = await as("Nienke Postma", "case.read");
    const [own, other] = await openConditions();
    await arrange((tx) =>
      tx
        .update(conditions)
        .set({ ownerId: reader.person.id })
        .where(eq(conditions.id, own?.id ?? "")),
    );
    const { conditions: shown, mayRecord } = await getFollowUp(reader, caseId);
    expect(shown.filter((one) => one.mayRecord).map(({ id }) => id)).toEqual([own?.id]);
    expect(mayRecord).toBe(false);
    const nienke = await browser(reader.person.id, reader.organisation.id);
    const post = (fields: Record<string, string>) =>
      nienke.post(followUpRoute.action, `/casussen/${caseId}/nazorg`, {
        fields: { note: "Geregeld.", proofId: "", ...fields },
        params: { caseId },
      });
    const done = await post({ intent: "condition-done", conditionId: own?.id ?? "" });
    expect(done.location).toBe(`/casussen/${caseId}/nazorg`);
    expect((await openConditions()).map(({ id }) => id)).not.toContain(own?.id);
    const refused = await post({ intent: "condition-done", conditionId: other?.id ?? "" });
    expect(refused.value).toMatchObject({ init: { status: 403 } });
    expect((await post({ intent: "close" })).value).toMatchObject({ init: { status: 403 } });
  });

  test("a condition that turns out not to be met is open again", async () => {
    const [condition] = await openConditions();
    const access = await as(coordinator, "case.read");
    const given = { caseId, conditionId: condition?.id ?? "", note: "Klaar" };
    await completeCondition(access, given);
    await reopenCondition(access, { ...given, note: "Toch niet" });
    expect((await openConditions()).map(({ id }) => id)).toContain(condition?.id);
    expect((await refusalOf(reopenCondition(access, given))).code).toBe("already_done");
  });

  test("a condition of another case or organisation is not there", async () => {
    const [condition] = await openConditions();
    const given = { caseId, conditionId: condition?.id ?? "", note: "" };
    const stranger = await as("Sanne Dijkgraaf", "case.read");
    await expect(completeCondition(stranger, given)).rejects.toMatchObject({
      init: { status: 404 },
    });
    const elsewhere = { ...given, caseId: (await caseNamed("schuld aan beide")).id };
    const access = await as(coordinator, "case.read");
    await expect(completeCondition(access, elsewhere)).rejects.toMatchObject({
      init: { status: 404 },
    });
  });
});

describe("Proof", () => {
  test("of a condition is a document of the case, and of no other", async () => {
    const access = await as(coordinator, "case.read");
    const [condition] = await openConditions();
    const given = { caseId, conditionId: condition?.id ?? "", note: "" };
    const elsewhere = await documentIn((await caseNamed("schuld aan beide")).id, access.person.id);
    const wrong = completeCondition(access, { ...given, proofId: elsewhere });
    expect((await refusalOf(wrong)).details).toMatchObject({ field: "proofId" });
    const proofId = await documentIn(caseId, access.person.id);
    await completeCondition(access, { ...given, proofId });
    const reader = await as(coordinator, "case.read");
    const shown = async () =>
      (await getFollowUp(reader, caseId)).conditions.find(({ id }) => id === condition?.id)?.proof;
    expect(await shown()).toEqual({ id: proofId, name: "bewijs.pdf", removed: false });
    await reopenCondition(access, { ...given, note: "Toch niet" });
    expect(await shown()).toBeNull();
  });

  test("that was removed can be chosen no more, and is named as removed where it was", async () => {
    const access = await as(coordinator, "case.read");
    const [first, second] = await openConditions();
    const proofId = await documentIn(caseId, access.person.id);
    await completeCondition(access, { caseId, conditionId: first?.id ?? "", note: "", proofId });
    await arrange((tx) =>
      tx.update(documents).set({ removedAt: environment.now() }).where(eq(documents.id, proofId)),
    );
    const page = await getFollowUp(await as(coordinator, "case.read"), caseId);
    expect(page.conditions.find(({ id }) => id === first?.id)?.proof?.removed).toBe(true);
    expect(page.documents.map(({ id }) => id)).not.toContain(proofId);
    const again = { caseId, conditionId: second?.id ?? "", note: "", proofId };
    expect((await refusalOf(completeCondition(access, again))).code).toBe("unknown_option");
  });
});

describe("Looking back", () => {
  test("a review is held once, and what was said stays", async () => {
    const access = await as(coordinator, "follow-up.record");
    const held = { intent: "review-held", reviewId: await plannedReview(), ...answers } as const;
    await holdReview(access, caseId, held);
    const again = holdReview(access, caseId, { ...held, note: "Anders" });
    expect((await refusalOf(again)).code).toBe("already_done");
    const page = await getFollowUp(await as(coordinator, "case.read"), caseId);
    expect(page.reviews.find(({ id }) => id === held.reviewId)).toMatchObject({
      ...said,
      costs: { citizen: 12_500, own_organisation: 802_500 },
    });
  });

  test("the costs start from what was expected, then from what was found, and stand side by side", async () => {
    const access = await as(coordinator, "follow-up.record");
    const reader = await as(coordinator, "case.read");
    await expectCosts([
      { post: "Kwijtschelding", bearer: "own_organisation", recurrence: "once", cents: 900_000 },
      { post: "Begeleiding", bearer: "municipality", recurrence: "yearly", cents: 40_000 },
    ]);
    const before = await getFollowUp(reader, caseId);
    expect(before.startsFromEstimate).toBe(true);
    expect(before.startLines).toEqual([
      { post: "Kwijtschelding", bearer: "own_organisation", cents: 900_000 },
      { post: "Begeleiding", bearer: "municipality", cents: 40_000 },
    ]);
    const reviewId = await plannedReview();
    await holdReview(access, caseId, { intent: "review-held", reviewId, ...answers });
    const after = await getFollowUp(reader, caseId);
    expect(after.startLines).toEqual(lines);
    expect(after.startsFromEstimate).toBe(false);
    const held = after.reviews.find(({ id }) => id === reviewId);
    expect(
      held?.compared?.map(({ post, estimated, realised }) => [post, estimated, realised]),
    ).toEqual([
      ["Kwijtschelding", { once: 900_000, yearly: 0 }, 800_000],
      ["Begeleiding", { once: 0, yearly: 40_000 }, null],
      ["Bellen", null, 2_500],
      ["Reiskosten", null, 12_500],
    ]);
  });

  test("costs nobody knows stay unknown, and are not nothing", async () => {
    const access = await as(coordinator, "follow-up.record");
    const reviewId = await plannedReview();
    await holdReview(access, caseId, { intent: "review-held", reviewId, ...answers, lines: [] });
    const [row] = await db.read.select().from(reviews).where(eq(reviews.id, reviewId));
    expect([row?.costs, row?.costLines]).toEqual([null, null]);
  });

  test("whether the signal was taken up is asked of a case with one, and of no other", async () => {
    const access = await as(coordinator, "follow-up.record");
    const reviewId = await plannedReview();
    const held = { intent: "review-held", reviewId, ...answers } as const;
    await withoutSignals();
    const signalId = await signalOnCase(access);
    const reader = await as(coordinator, "case.read");
    expect((await getFollowUp(reader, caseId)).signals.map(({ id }) => id)).toEqual([signalId]);
    expect((await refusalOf(holdReview(access, caseId, held))).code).toBe("choose");
    await withoutSignals();
    await holdReview(access, caseId, { ...held, signalTakenUp: "yes" });
    const [row] = await db.read.select().from(reviews).where(eq(reviews.id, reviewId));
    expect(row?.signalTakenUp).toBeNull();
  });

  test("another review is planned for somebody who may record it, not in the past", async () => {
    const access = await as(coordinator, "follow-up.record");
    const dueDate = environment.now() + 86_400_000;
    const plan = { intent: "review-planned", ownerId: access.person.id, dueDate } as const;
    await planReview(access, caseId, plan);
    const late = planReview(access, caseId, { ...plan, dueDate: Date.UTC(2020, 0, 1) });
    expect((await refusalOf(late)).code).toBe("date_future");
    const auditor = await as("Gerrit Oosting", "case.read");
    const wrong = planReview(access, caseId, { ...plan, ownerId: auditor.person.id });
    expect((await refusalOf(wrong)).code).toBe("unknown_option");
  });

  test("a case closes when its conditions are done and somebody looked back", async () => {
    const access = await as(coordinator, "follow-up.record");
    const reader = await as(coordinator, "case.read");
    // The example has an objection on this case, which would keep it open as well.
    await arrange((tx) => tx.delete(proceedings).where(eq(proceedings.caseId, caseId)));
    expect((await refusalOf(closeFollowUp(access, caseId))).code).toBe("follow_up_open");
    for (const { id } of await openConditions()) {
      await completeCondition(reader, { caseId, conditionId: id, note: "" });
    }
    expect((await refusalOf(closeFollowUp(access, caseId))).code).toBe("follow_up_open");
    const reviewId = await plannedReview();
    await holdReview(access, caseId, { intent: "review-held", reviewId, ...answers });
    const submitter = await as("Femke Brouwers", "follow-up.record");
    expect((await refusalOf(closeFollowUp(submitter, caseId))).code).toBe("forbidden");
    await closeFollowUp(access, caseId);
    const [row] = await db.read.select().from(caseFiles).where(eq(caseFiles.id, caseId));
    expect(row?.status).toBe("closed");
  });
});
