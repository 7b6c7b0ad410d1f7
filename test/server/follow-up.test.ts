import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { and, eq, isNull } from "drizzle-orm";
import { auditEvents, caseFiles, conditions, db, decisions, environment, reviews } from "#db";
import { completeCondition, reopenCondition } from "../../app/server/conditions.server.ts";
import { closeFollowUp, getFollowUp } from "../../app/server/follow-up.server.ts";
import { holdReview, planReview } from "../../app/server/reviews.server.ts";
import { openCopy, type Content } from "../support/database.ts";
import { as, caseNamed, refusalOf } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";

const coordinator = "Yassin el Amrani";
const answers = {
  costs: { citizen: 12_500 },
  helpedCitizen: "yes",
  helpedProfessional: "partly",
  conditionsKept: "yes",
  note: "Zij slaapt weer.",
} as const;
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

describe("Conditions", () => {
  test("what is past its date is overdue, in words", async () => {
    const page = await getFollowUp(await as(coordinator, "case.read"), caseId);
    expect(page.conditions.map(({ state }) => state)).toContain("overdue");
  });

  test("its owner or a coordinator records a condition as done, once", async () => {
    const open = await openConditions();
    const note = "Geregeld.";
    const owner = await as("Femke Brouwers", "follow-up.record");
    const own = open.find(({ ownerId }) => ownerId === owner.person.id);
    await completeCondition(owner, { caseId, conditionId: own?.id ?? "", note });
    const again = completeCondition(owner, { caseId, conditionId: own?.id ?? "", note });
    expect((await refusalOf(again)).code).toBe("already_done");
    const other = open.find(({ ownerId }) => ownerId !== owner.person.id);
    const given = { caseId, conditionId: other?.id ?? "", note };
    await expect(completeCondition(owner, given)).rejects.toMatchObject({ init: { status: 403 } });
    await completeCondition(await as(coordinator, "follow-up.record"), given);
    expect(await openConditions()).toHaveLength(open.length - 2);
    const events = await db.read
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.kind, "condition.done"));
    expect(JSON.stringify(events.map(({ details }) => details))).not.toContain("Geregeld");
  });

  test("a condition that turns out not to be met is open again", async () => {
    const [condition] = await openConditions();
    const access = await as(coordinator, "follow-up.record");
    const given = { caseId, conditionId: condition?.id ?? "", note: "Klaar" };
    await completeCondition(access, given);
    await reopenCondition(access, { ...given, note: "Toch niet" });
    expect((await openConditions()).map(({ id }) => id)).toContain(condition?.id);
    expect((await refusalOf(reopenCondition(access, given))).code).toBe("already_done");
  });

  test("a condition of another case or organisation is not there", async () => {
    const [condition] = await openConditions();
    const given = { caseId, conditionId: condition?.id ?? "", note: "" };
    const stranger = await as("Sanne Dijkgraaf", "follow-up.record");
    await expect(completeCondition(stranger, given)).rejects.toMatchObject({
      init: { status: 404 },
    });
    const elsewhere = { ...given, caseId: (await caseNamed("schuld aan beide")).id };
    const access = await as(coordinator, "follow-up.record");
    await expect(completeCondition(access, elsewhere)).rejects.toMatchObject({
      init: { status: 404 },
    });
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
    expect(page.reviews.find(({ id }) => id === held.reviewId)).toMatchObject(answers);
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
    expect((await refusalOf(closeFollowUp(access, caseId))).code).toBe("follow_up_open");
    for (const { id } of await openConditions()) {
      await completeCondition(access, { caseId, conditionId: id, note: "" });
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
