import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { and, eq } from "drizzle-orm";
import { auditEvents, caseFiles, db, decisions, environment, letters, proceedings } from "#db";
import { dayInMs } from "../../app/domain/day.ts";
import { answerDue, lastDayToObject, type RemedyKind } from "../../app/domain/proceeding.ts";
import { changeCaseStatus } from "../../app/server/case-status.server.ts";
import { getDecisionPage } from "../../app/server/decision-page.server.ts";
import { startDecisionVersion } from "../../app/server/decision-versions.server.ts";
import { proposeDestruction } from "../../app/server/destructions.server.ts";
import { getFollowUp } from "../../app/server/follow-up.server.ts";
import { getHome } from "../../app/server/home.server.ts";
import { startLetter } from "../../app/server/letter-writing.server.ts";
import { getLetterPage } from "../../app/server/letters.server.ts";
import { getProceedings } from "../../app/server/proceedings.server.ts";
import { recordProceeding } from "../../app/server/proceedings-recording.server.ts";
import { getCaseRetention } from "../../app/server/retention-pages.server.ts";
import type { ProceedingAct, ProceedingInput } from "../../app/schemas/proceeding.ts";
import { arrange, openCopy, type Content } from "../support/database.ts";
import { as, caseNamed, refusalOf, take } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";

const coordinator = "Yassin el Amrani";
const grounds = "Zij zegt dat zij alles op tijd meldde.";
let content: Content;
let caseId: string;
let decisionId: string;

beforeAll(async () => {
  content = await exampleContent();
});

beforeEach(async () => {
  await openCopy(content);
  caseId = (await caseNamed("WW teruggevraagd terwijl zij")).id;
  await arrange((tx) => tx.delete(proceedings).where(eq(proceedings.caseId, caseId)));
  decisionId = (await page()).decision?.id ?? "";
});

async function page(name = coordinator) {
  return getProceedings(await as(name, "case.read"), caseId);
}

type Recorded = Exclude<ProceedingInput, { intent: "new-decision" }>;

async function record(input: Recorded, name = coordinator, formKey?: string): Promise<void> {
  await recordProceeding(await as(name, "follow-up.record"), caseId, input, formKey);
}

async function receive(kind: RemedyKind = "objection", more: Partial<Recorded> = {}) {
  const { person } = await as(coordinator, "follow-up.record");
  const receivedAt = environment.now();
  const input = { kind, receivedAt, grounds, ownerId: person.id, committee: false };
  await record({ intent: "received", ...input, ...more } as Recorded);
  const open = (await page()).open;
  return open.find((one) => one.kind === kind)?.id ?? "";
}

function postponing(proceedingId: string, more: Partial<ProceedingAct<"postponed">> = {}) {
  const postponed = { intent: "postponed", ground: null, until: null, note: "" } as const;
  return { ...postponed, proceedingId, ...more };
}

function conclude(proceedingId: string, outcome: "upheld" | "dismissed" = "dismissed") {
  return record({ intent: "concluded", proceedingId, outcome, note: "Omdat." });
}

async function newVersion(kind: "objection_review" | "correction") {
  const preparing = await as("Ingrid Wolters", "decision.prepare");
  const inForce = (await page()).decision?.id ?? "";
  const version = { kind, reason: "Bezwaar gegrond" };
  await startDecisionVersion(preparing, { caseId, decisionId: inForce }, version);
  return take("Ingrid Wolters", caseId);
}

/** Makes this the day on which the citizen was told of the decision. */
function makeKnown(citizenToldAt: number) {
  return tell(decisionId, citizenToldAt);
}

async function tell(id: string, citizenToldAt: number) {
  await arrange((tx) => tx.update(decisions).set({ citizenToldAt }).where(eq(decisions.id, id)));
}

/** The letter about a decision as it is drafted. */
async function letterOf(id: string) {
  const place = { caseId, decisionId: id };
  await startLetter(await as("Femke Brouwers", "letter.write"), place);
  const found = await getLetterPage(await as("Femke Brouwers", "case.read"), place, null);
  if (!found.letter) throw new Error("There is no letter");
  return { ...found.letter.content, afterObjection: found.afterObjection };
}

const daysAgo = (days: number) => environment.now() - days * dayInMs;

describe("An objection", () => {
  test("is recorded against the decision in force, with its last day by the Awb", async () => {
    const madeKnownAt = daysAgo(3);
    await makeKnown(madeKnownAt);
    await receive("objection");
    await receive("review");
    const { open } = await page();
    const objection = open.find(({ kind }) => kind === "objection");
    const receivedAt = environment.now();
    expect(objection).toMatchObject({
      grounds,
      dueDate: answerDue({ kind: "objection", madeKnownAt, receivedAt }),
      timeliness: "in_time",
      step: "outcome",
      decision: { id: decisionId },
    });
    const [first, last] = open.map(({ dueDate }) => dueDate);
    expect(first ?? 0).toBeLessThan(last ?? 0);
  });

  test("may take twelve weeks with an advisory committee", async () => {
    const madeKnownAt = daysAgo(3);
    await makeKnown(madeKnownAt);
    await receive("objection", { committee: true });
    const due = answerDue({
      ...{ kind: "objection", madeKnownAt, receivedAt: environment.now(), committee: true },
    });
    expect((await page()).open[0]?.dueDate).toBe(due);
  });

  test("that came too late is named so, and not refused", async () => {
    await makeKnown(daysAgo(80));
    await receive("objection");
    expect((await page()).open[0]?.timeliness).toBe("late");
    await receive("higher_appeal");
    const open = (await page()).open;
    expect(open.find(({ kind }) => kind === "higher_appeal")?.timeliness).toBeNull();
  });

  test("is counted from the letter when there was one, and not from a draft of it", async () => {
    await makeKnown(daysAgo(80));
    const { person } = await as(coordinator, "case.read");
    const row = { content: {} as never, updatedBy: person.id, createdAt: 0, updatedAt: 0 };
    const letter = (number: number, sentAt: number | null) =>
      arrange((tx) =>
        tx
          .insert(letters)
          .values({ id: environment.newId(), caseId, decisionId, number, sentAt, ...row }),
      );
    await letter(91, null);
    expect((await page()).decision?.madeKnownBy).toBe("told");
    await letter(92, daysAgo(10));
    await letter(93, daysAgo(2));
    expect((await page()).decision).toMatchObject({
      madeKnownBy: "letter",
      lastDay: lastDayToObject(daysAgo(10)),
    });
  });

  test("cannot have come tomorrow, nor be owned by who may not record it", async () => {
    const late = receive("objection", { receivedAt: environment.now() + dayInMs });
    expect((await refusalOf(late)).code).toBe("date_past");
    const auditor = await as("Gerrit Oosting", "case.read");
    const wrong = receive("objection", { ownerId: auditor.person.id });
    expect((await refusalOf(wrong)).code).toBe("unknown_option");
  });

  test("of another organisation is not there", async () => {
    const id = await receive();
    const stranger = await as("Sanne Dijkgraaf", "follow-up.record");
    const input = { intent: "reopened", proceedingId: id, note: "x" } as const;
    await expect(recordProceeding(stranger, caseId, input)).rejects.toMatchObject({
      init: { status: 404 },
    });
    const elsewhere = (await caseNamed("schuld aan beide")).id;
    const access = await as(coordinator, "follow-up.record");
    await expect(recordProceeding(access, elsewhere, input)).rejects.toMatchObject({
      init: { status: 404 },
    });
  });

  test("is recorded by its owner or a coordinator, and a form that is sent twice counts once", async () => {
    const id = await receive();
    const input = postponing(id);
    await expect(record(input, "Femke Brouwers")).rejects.toMatchObject({ init: { status: 403 } });
    const { person } = await as("Femke Brouwers", "follow-up.record");
    const version = (await page()).open[0]?.version ?? 0;
    const receivedAt = environment.now();
    const changed = { receivedAt, version, ownerId: person.id, grounds };
    await record({ intent: "changed", proceedingId: id, ...changed });
    await record(input, "Femke Brouwers", "form-1");
    await record(input, "Femke Brouwers", "form-1");
    expect((await page()).open[0]?.extended).toBe(true);
  });

  test("that somebody else changed in the meantime shows both texts", async () => {
    const id = await receive();
    const { ownerId = "", version = 0, receivedAt = 0 } = (await page()).open[0] ?? {};
    const change = { intent: "changed", proceedingId: id, version, ownerId, receivedAt } as const;
    await record({ ...change, grounds: "Eerst" });
    const stale = await refusalOf(record({ ...change, grounds: "Daarna" }));
    expect(stale.code).toBe("stale_version");
    expect(stale.details.conflict).toEqual([
      { field: "grounds", theirs: "Eerst", yours: "Daarna" },
    ]);
  });
});

test("A wrong day of receipt is mended with the last day that follows from it", async () => {
  const madeKnownAt = daysAgo(80);
  await makeKnown(madeKnownAt);
  const id = await receive();
  await record(postponing(id));
  const { version = 0, ownerId = "" } = (await page()).open[0] ?? {};
  const mend = (receivedAt: number) =>
    record({ intent: "changed", proceedingId: id, version, receivedAt, ownerId, grounds });
  expect((await refusalOf(mend(environment.now() + dayInMs))).code).toBe("date_past");
  const receivedAt = daysAgo(20);
  await mend(receivedAt);
  const due = answerDue({ kind: "objection", madeKnownAt, receivedAt });
  expect((await page()).open[0]).toMatchObject({ receivedAt, dueDate: due + 42 * dayInMs });
});

describe("Putting off", () => {
  test("adds six weeks to an objection, once", async () => {
    const id = await receive();
    const before = (await page()).open[0]?.dueDate ?? 0;
    await record(postponing(id));
    expect((await page()).open[0]?.dueDate).toBe(before + 42 * dayInMs);
    expect((await refusalOf(record(postponing(id)))).code).toBe("proceeding_extended");
  });

  test("an objection goes further on another ground, until a day, with that ground in the log", async () => {
    const id = await receive();
    const due = (await page()).open[0]?.dueDate ?? 0;
    const agreed = {
      ground: "consent",
      until: due + 70 * dayInMs,
      note: "Aan de telefoon",
    } as const;
    await record(postponing(id));
    await record(postponing(id, agreed));
    expect((await page()).open[0]).toMatchObject({ dueDate: agreed.until, extended: true });
    const events = await db.read
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, id), eq(auditEvents.kind, "proceeding.postponed")));
    expect(events.map(({ details }) => details.ground).sort()).toEqual(["consent", "extension"]);
    expect(JSON.stringify(events)).not.toContain("telefoon");
  });

  test("of an appeal is until the day that the court gave", async () => {
    const id = await receive("appeal");
    const due = (await page()).open[0]?.dueDate ?? 0;
    const postpone = (until: number | null) => record(postponing(id, { until }));
    expect((await refusalOf(postpone(null))).details).toMatchObject({ field: "until" });
    expect((await refusalOf(postpone(due))).code).toBe("day_after_due");
    await postpone(due + 14 * dayInMs);
    expect((await page()).open[0]?.dueDate).toBe(due + 14 * dayInMs);
  });
});

describe("The outcome", () => {
  test("is recorded once, and taken back with a reason while nothing followed", async () => {
    const id = await receive();
    await conclude(id);
    expect((await refusalOf(conclude(id))).code).toBe("already_done");
    expect((await refusalOf(record(postponing(id)))).code).toBe("already_done");
    expect((await page()).done[0]).toMatchObject({ outcome: "dismissed", outcomeNote: "Omdat." });
    await record({ intent: "reopened", proceedingId: id, note: "Verkeerd geklikt" });
    expect((await page()).open[0]).toMatchObject({ outcome: null, step: "outcome" });
  });

  test("in the citizen's favour asks for a new decision, and is tied to it when it is taken", async () => {
    const id = await receive();
    await conclude(id, "upheld");
    expect((await page()).open[0]?.step).toBe("new_decision");
    const taken = await newVersion("objection_review");
    expect((await page()).done[0]).toMatchObject({ id, newDecision: { id: taken } });
    const reopen = record({ intent: "reopened", proceedingId: id, note: "x" });
    expect((await refusalOf(reopen)).code).toBe("already_done");
    const events = await db.read.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(events.map(({ kind }) => kind).sort()).toEqual([
      "proceeding.concluded",
      "proceeding.decided",
      "proceeding.received",
    ]);
    expect(JSON.stringify(events.map(({ details }) => details))).not.toMatch(/Omdat|meldde/);
  });

  test("recorded after the new decision is tied to it; a correction before it is not", async () => {
    const id = await receive();
    await newVersion("correction");
    await conclude(id, "upheld");
    expect((await page()).open[0]?.step).toBe("new_decision");
    await record({ intent: "reopened", proceedingId: id, note: "x" });
    const taken = await newVersion("objection_review");
    expect((await page()).open[0]?.step).toBe("outcome");
    await conclude(id, "upheld");
    expect((await page()).done[0]?.newDecision?.id).toBe(taken);
  });

  test("of an objection starts the term to appeal", async () => {
    await makeKnown(daysAgo(200));
    const id = await receive();
    await conclude(id);
    await receive("appeal");
    expect((await page()).open[0]?.timeliness).toBe("in_time");
  });

  test("that made a new decision starts no other term to appeal than that of the new decision", async () => {
    const id = await receive();
    const taken = await newVersion("objection_review");
    const citizenToldAt = daysAgo(100);
    await tell(taken, citizenToldAt);
    // Recorded long after the new decision was made known.
    await conclude(id, "upheld");
    await receive("appeal");
    expect((await page()).open[0]).toMatchObject({
      ...{ timeliness: "for_court", lastDay: lastDayToObject(citizenToldAt) },
    });
  });
});

describe("A decision on an objection that is corrected", () => {
  test("leads to the court in its letter and among the proceedings, until the day that goes with the correction", async () => {
    const first = await letterOf(decisionId);
    expect(first.disagree).toContain("bezwaar");
    expect(first.disagree).not.toContain("rechtbank");
    expect((await page()).decision?.afterObjection).toBe(false);
    const reviewed = await newVersion("objection_review");
    await tell(reviewed, daysAgo(30));
    const corrected = await newVersion("correction");
    const citizenToldAt = daysAgo(2);
    await tell(corrected, citizenToldAt);
    const letter = await letterOf(corrected);
    expect(letter).toMatchObject({ afterObjection: true });
    expect(letter.disagree).toContain("rechtbank");
    expect(letter.disagree).not.toContain("bezwaar");
    expect(letter.disagreeUntil).toBe(lastDayToObject(environment.now()));
    expect((await page()).decision).toMatchObject({
      ...{ id: corrected, afterObjection: true, lastDay: lastDayToObject(citizenToldAt) },
    });
  });

  test("is no decision on an objection when it corrects the first one", async () => {
    const corrected = await newVersion("correction");
    expect((await letterOf(corrected)).disagree).not.toContain("rechtbank");
    expect((await page()).decision?.afterObjection).toBe(false);
  });
});

describe("What still runs", () => {
  test("stands with the decision, in the follow-up and on the home page of its owner", async () => {
    await receive("review");
    const access = await as(coordinator, "case.read");
    const inForce = await getDecisionPage(access, caseId, decisionId);
    expect(inForce.proceedings.map(({ kind, daysLeft }) => [kind, daysLeft])).toEqual([
      ["review", 56],
    ]);
    expect((await getFollowUp(access, caseId)).open.proceedings).toBe(1);
    await arrange((tx) =>
      tx
        .update(proceedings)
        .set({ dueDate: daysAgo(400) })
        .where(eq(proceedings.caseId, caseId)),
    );
    const home = await getHome(await as(coordinator, "home.read"));
    expect(home.due?.rows[0]).toMatchObject({
      ...{ kind: "proceeding", remedy: "review", caseId, state: "overdue" },
    });
  });

  test("keeps the case from being closed, also by hand, until there is an outcome", async () => {
    const id = await receive();
    const access = await as(coordinator, "case.edit");
    const close = () =>
      changeCaseStatus(access, { caseId, from: "follow_up", to: "closed", reason: "" });
    expect((await refusalOf(close())).code).toBe("proceeding_open");
    await conclude(id, "upheld");
    expect((await refusalOf(close())).code).toBe("proceeding_open");
    await newVersion("objection_review");
    await close();
  });

  test("keeps the case from ending otherwise and from being destroyed, also when it came after the end", async () => {
    await arrange((tx) =>
      tx.update(caseFiles).set({ status: "decision" }).where(eq(caseFiles.id, caseId)),
    );
    const id = await receive();
    const access = await as(coordinator, "case.edit");
    const move = { caseId, from: "decision", to: "withdrawn", reason: "Toch niet" } as const;
    expect((await refusalOf(changeCaseStatus(access, move))).code).toBe("proceeding_open");
    await arrange((tx) =>
      tx.update(caseFiles).set({ status: "closed" }).where(eq(caseFiles.id, caseId)),
    );
    const keeper = await as(coordinator, "destruction.propose");
    const propose = () => proposeDestruction(keeper, { caseId, ground: "erasure_request" });
    expect((await refusalOf(propose())).code).toBe("proceeding_open");
    expect(await getCaseRetention(keeper, caseId)).toMatchObject({
      ...{ grounds: [], obstacle: "proceeding_open" },
    });
    await conclude(id);
    await propose();
  });
});
