import { beforeEach, describe, expect, test } from "vitest";
import { and, eq } from "drizzle-orm";
import {
  agendaItems,
  auditEvents,
  db,
  environment,
  panelMembers,
  sessionJoins,
  sessionObservers,
  sessions,
  setEnvironment,
} from "#db";
import { openScoring } from "../../app/server/agenda-items-moves.server.ts";
import { getItemPage } from "../../app/server/agenda-items-page.server.ts";
import { recordRating } from "../../app/server/ratings.server.ts";
import { revealItem } from "../../app/server/reveal.server.ts";
import { answerJoin } from "../../app/server/session-admission.server.ts";
import { closeDoor, openDoor } from "../../app/server/session-door.server.ts";
import { askToJoin, getJoinPage } from "../../app/server/session-joins.server.ts";
import { addToTimer, setTimer, stopTimer } from "../../app/server/session-timer.server.ts";
import { takeOverSession, updateSession } from "../../app/server/sessions-planning.server.ts";
import { getSessionEdit } from "../../app/server/sessions-form.server.ts";
import { getSessionPage } from "../../app/server/sessions.server.ts";
import { arrange, freshDatabase } from "../support/database.ts";
import {
  accessOf,
  declareInterest,
  makeWorld,
  openedSession,
  planSession,
  seat,
  type Name,
  type World,
} from "../support/session-world.ts";

let world: World;
const minute = 60_000;

beforeEach(async () => {
  setEnvironment({});
  await freshDatabase();
  world = await makeWorld();
});

const leading = () => accessOf(world.ids.lead, "session.lead");
const reading = (name: Name | "stranger") => accessOf(world.ids[name], "session.read");

async function sessionRow(sessionId: string) {
  const [row] = await db.read.select().from(sessions).where(eq(sessions.id, sessionId));
  if (!row) throw new Error("no session");
  return row;
}

async function codeOf(sessionId: string): Promise<string> {
  return (await sessionRow(sessionId)).joinCode ?? "";
}

async function rate(name: Name, address: { sessionId: string; caseId: string }): Promise<void> {
  await recordRating(await accessOf(world.ids[name], "session.score"), address, {
    key: "J1",
    optionId: world.optionIds[0] ?? "",
    choice: "4",
    reason: "",
  });
}

async function kinds(sessionId: string): Promise<string[]> {
  const rows = await db.read
    .select({ kind: auditEvents.kind })
    .from(auditEvents)
    .where(eq(auditEvents.sessionId, sessionId))
    .orderBy(auditEvents.sequence);
  return rows.map(({ kind }) => kind);
}

describe("the timer of a session", () => {
  test("runs until the moment the facilitator sets, gets more time and stops", async () => {
    const sessionId = await planSession(world);
    const lead = await leading();
    let now = environment.now();
    setEnvironment({ now: () => now });
    await setTimer(lead, sessionId, 10);
    expect((await sessionRow(sessionId)).timerEndsAt).toBe(now + 10 * minute);
    now += 4 * minute;
    await addToTimer(lead, sessionId, { minutes: 5 });
    const page = await getSessionPage(await reading("observer"), sessionId);
    expect(page.timer).toEqual({ endsAt: now + 11 * minute, now });
    await stopTimer(lead, sessionId);
    expect((await getSessionPage(await reading("lead"), sessionId)).timer).toBeNull();
    expect((await kinds(sessionId)).slice(-3)).toEqual([
      "session.timer-set",
      "session.timer-set",
      "session.timer-stopped",
    ]);
  });

  test("that ran out gets its minutes from now on, stays in sight for an hour and moves nothing", async () => {
    const address = await openedSession(world);
    const lead = await leading();
    let now = environment.now();
    setEnvironment({ now: () => now });
    await setTimer(lead, address.sessionId, 5);
    now += 20 * minute;
    const before = await db.read.select().from(agendaItems);
    const { timer } = await getItemPage(await reading("legal1"), address);
    expect(timer).toEqual({ endsAt: now - 15 * minute, now });
    expect(await db.read.select().from(agendaItems)).toEqual(before);
    await addToTimer(lead, address.sessionId, { minutes: 1 });
    expect((await sessionRow(address.sessionId)).timerEndsAt).toBe(now + minute);
    now += 62 * minute;
    expect((await getItemPage(await reading("legal1"), address)).timer).toBeNull();
  });

  test("gets its minutes once from a form that is sent twice, and never more than twelve hours", async () => {
    const sessionId = await planSession(world);
    const lead = await leading();
    const now = environment.now();
    setEnvironment({ now: () => now });
    for (const formKey of ["once", "once", "twice"]) {
      await addToTimer(lead, sessionId, { minutes: 5, formKey });
    }
    expect((await sessionRow(sessionId)).timerEndsAt).toBe(now + 10 * minute);
    await setTimer(lead, sessionId, 719);
    await expect(addToTimer(lead, sessionId, { minutes: 5 })).rejects.toMatchObject({
      code: "timer_too_long",
    });
  });

  test("is for the facilitator only, and for nobody once the session is over", async () => {
    const sessionId = await planSession(world);
    const deputy = await accessOf(world.ids.deputy, "session.lead");
    await expect(setTimer(deputy, sessionId, 5)).rejects.toMatchObject({ code: "not_leading" });
    await arrange(async (tx) => {
      await tx.update(sessions).set({ status: "closed" });
    });
    await expect(setTimer(await leading(), sessionId, 5)).rejects.toMatchObject({
      code: "session_closed",
    });
  });
});

describe("taking over", () => {
  test("is on the page of the case, and the former facilitator is refused and keeps what was typed", async () => {
    const address = await openedSession(world);
    const deputy = await accessOf(world.ids.deputy, "session.lead");
    const before = await leading();
    expect(await getItemPage(await reading("deputy"), address)).toMatchObject({
      leads: false,
      deputises: true,
    });
    await takeOverSession(deputy, address.sessionId);
    expect(await getItemPage(await reading("deputy"), address)).toMatchObject({
      leads: true,
      deputises: false,
    });
    expect(await getItemPage(await reading("lead"), address)).toMatchObject({
      leads: false,
      door: null,
    });
    await expect(revealItem(before, address, "ik was nog bezig")).rejects.toMatchObject({
      code: "not_leading",
    });
    await expect(setTimer(before, address.sessionId, 5)).rejects.toMatchObject({
      code: "not_leading",
    });
  });
});

describe("the link to join", () => {
  test("is there from the start of a live session, long, and for whoever leads only", async () => {
    const sessionId = await planSession(world);
    const code = await codeOf(sessionId);
    expect(code).toMatch(/^[\w-]{22}$/);
    const lead = await getSessionPage(await reading("lead"), sessionId);
    expect(lead.door?.open?.address).toMatch(new RegExp(`^https?://[^/]+/meedoen/${code}$`));
    expect(lead.door?.open?.qr.path).toMatch(/^(M\d+ \d+h\d+v1H\d+z)+$/);
    for (const name of ["deputy", "observer", "auditor"] as const) {
      const page = await getSessionPage(await reading(name), sessionId);
      expect(JSON.stringify(page)).not.toContain(code);
    }
    const edit = await getSessionEdit(await accessOf(world.ids.deputy, "session.lead"), sessionId);
    expect(JSON.stringify(edit)).not.toContain(code);
  });

  test("is not made for a session spread over days until the facilitator asks for it", async () => {
    const deadline = environment.now() + 9 * 3_600_000;
    const sessionId = await planSession(world, { kind: "spread", deadline });
    expect((await sessionRow(sessionId)).joinCode).toBeNull();
    await openDoor(await leading(), sessionId);
    expect(await codeOf(sessionId)).toHaveLength(22);
  });

  test("leads nowhere once renewed, closed, over, or for people of another organisation", async () => {
    const sessionId = await planSession(world);
    const late = await reading("late");
    const gone = { init: { status: 404 } };
    const first = await codeOf(sessionId);
    expect(await getJoinPage(late, first)).toHaveProperty("page");
    await openDoor(await leading(), sessionId);
    await expect(getJoinPage(late, first)).rejects.toMatchObject(gone);
    const second = await codeOf(sessionId);
    await expect(getJoinPage(await reading("stranger"), second)).rejects.toMatchObject(gone);
    await expect(askToJoin(await reading("stranger"), second)).rejects.toMatchObject(gone);
    await closeDoor(await leading(), sessionId);
    await expect(getJoinPage(late, second)).rejects.toMatchObject(gone);
    await expect(getJoinPage(late, "")).rejects.toMatchObject(gone);
    await openDoor(await leading(), sessionId);
    await arrange(async (tx) => {
      await tx.update(sessions).set({ status: "closed" });
    });
    await expect(getJoinPage(late, await codeOf(sessionId))).rejects.toMatchObject(gone);
  });

  test("brings who takes part to where they are needed", async () => {
    const { sessionId, caseId } = await openedSession(world);
    const code = await codeOf(sessionId);
    const board = `/zittingen/${sessionId}/casussen/${caseId}`;
    expect(await getJoinPage(await reading("legal1"), code)).toEqual({ to: `${board}/beoordelen` });
    for (const name of ["lead", "deputy", "observer"] as const) {
      expect(await getJoinPage(await reading(name), code)).toEqual({ to: board });
    }
    await declareInterest(world, "legal1");
    expect(await getJoinPage(await reading("legal1"), code)).toEqual({ to: board });
  });

  test("brings people to the agenda while nothing goes on", async () => {
    const sessionId = await planSession(world);
    expect(await getJoinPage(await reading("observer"), await codeOf(sessionId))).toEqual({
      to: `/zittingen/${sessionId}`,
    });
  });
});

describe("asking to join", () => {
  async function asked(name: Name, sessionId: string) {
    await askToJoin(await reading(name), await codeOf(sessionId));
    return { personId: world.ids[name] };
  }

  test("shows no more than title and time, and waits for the facilitator", async () => {
    const { sessionId } = await openedSession(world);
    const late = await reading("late");
    const code = await codeOf(sessionId);
    const { title, startsAt } = await sessionRow(sessionId);
    const page = { session: { title, startsAt } };
    expect(await getJoinPage(late, code)).toEqual({ page: { ...page, answer: null } });
    await askToJoin(late, code);
    await askToJoin(late, code);
    expect(await getJoinPage(late, code)).toEqual({ page: { ...page, answer: "waiting" } });
    await expect(getSessionPage(late, sessionId)).rejects.toMatchObject({ init: { status: 404 } });
    expect((await kinds(sessionId)).filter((kind) => kind === "join.asked")).toHaveLength(1);
    const { door } = await getSessionPage(await reading("lead"), sessionId);
    expect(door?.waiting).toMatchObject([{ name: "late", assesses: true, usual: null }]);
    const deputy = await getSessionPage(await reading("deputy"), sessionId);
    expect(deputy.door).toBeNull();
  });

  test("admitted as assessor before the first rating scores in this round", async () => {
    const address = await openedSession(world);
    const { personId } = await asked("late", address.sessionId);
    await answerJoin(await leading(), address.sessionId, {
      part: "assessor",
      personId,
      perspective: "legal",
    });
    expect(await getJoinPage(await reading("late"), await codeOf(address.sessionId))).toEqual({
      to: `/zittingen/${address.sessionId}/casussen/${address.caseId}/beoordelen`,
    });
    await rate("late", address);
  });

  test("admitted once somebody scored reads along, and after the reveal starts in round 2", async () => {
    const address = await openedSession(world);
    await rate("legal1", address);
    const lead = await leading();
    const first = await asked("late", address.sessionId);
    const admit = { part: "assessor", perspective: "legal" } as const;
    await answerJoin(lead, address.sessionId, { ...admit, ...first });
    await expect(rate("late", address)).rejects.toMatchObject({ code: "reads_along" });
    await revealItem(lead, address, "de tijd is om");
    const [seats] = await db.read
      .select()
      .from(panelMembers)
      .where(eq(panelMembers.personId, first.personId));
    expect(seats).toMatchObject({ fromRound: 2 });
  });

  test("lets nobody in who submitted the case or has an interest in it, but to observe", async () => {
    const address = await openedSession(world);
    const lead = await leading();
    const admit = { part: "assessor", perspective: "legal" } as const;
    const submitter = await asked("submitter", address.sessionId);
    await expect(
      answerJoin(lead, address.sessionId, { ...admit, ...submitter }),
    ).rejects.toMatchObject({ code: "panel_is_submitter" });
    await declareInterest(world, "late");
    const late = await asked("late", address.sessionId);
    await expect(answerJoin(lead, address.sessionId, { ...admit, ...late })).rejects.toMatchObject({
      code: "panel_conflict_of_interest",
    });
    const decider = await asked("decider", address.sessionId);
    await expect(
      answerJoin(lead, address.sessionId, { ...admit, ...decider }),
    ).rejects.toMatchObject({ code: "not_an_assessor" });
    expect(
      (await getSessionPage(await reading("lead"), address.sessionId)).door?.waiting,
    ).toHaveLength(3);
    await answerJoin(lead, address.sessionId, { part: "observer", ...submitter });
    await expect(rate("submitter", address)).rejects.toMatchObject({ init: { status: 403 } });
  });

  test("admitted as observer reads along, and a form opened before does not undo that unseen", async () => {
    const { sessionId } = await openedSession(world);
    const lead = await leading();
    const before = await sessionRow(sessionId);
    const { personId } = await asked("decider", sessionId);
    await answerJoin(lead, sessionId, { part: "observer", personId });
    const observing = await db.read
      .select()
      .from(sessionObservers)
      .where(
        and(eq(sessionObservers.sessionId, sessionId), eq(sessionObservers.personId, personId)),
      );
    expect(observing).toHaveLength(1);
    const form = { ...before, observerIds: [], caseIds: [] };
    await expect(updateSession(lead, sessionId, form)).rejects.toMatchObject({
      code: "stale_version",
      details: { conflict: [{ field: "observerIds", theirs: "decider, observer", yours: "" }] },
    });
  });

  test("is answered once, by the facilitator, and a refusal stands", async () => {
    const { sessionId } = await openedSession(world);
    const { personId } = await asked("late", sessionId);
    const deputy = await accessOf(world.ids.deputy, "session.lead");
    const refuse = { part: "none", personId } as const;
    await expect(answerJoin(deputy, sessionId, refuse)).rejects.toMatchObject({
      code: "not_leading",
    });
    const lead = await leading();
    await answerJoin(lead, sessionId, refuse);
    await expect(answerJoin(lead, sessionId, refuse)).rejects.toMatchObject({
      code: "already_done",
    });
    const late = await reading("late");
    await expect(askToJoin(late, await codeOf(sessionId))).rejects.toMatchObject({
      code: "join_refused",
    });
    expect(await getJoinPage(late, await codeOf(sessionId))).toMatchObject({
      page: { answer: "refused" },
    });
    expect(await db.read.select().from(sessionJoins)).toMatchObject([{ answer: "refused" }]);
  });
});

describe("a panel after the reveal", () => {
  test("takes newcomers for round 2, and keeps who scored", async () => {
    const address = await openedSession(world);
    await rate("legal1", address);
    await revealItem(await leading(), address, "de tijd is om");
    const version = async () => (await db.read.select().from(agendaItems))[0]?.version ?? 0;
    await seat(world, address.sessionId, [["late", "legal"]], await version());
    const [row] = await db.read
      .select()
      .from(panelMembers)
      .where(eq(panelMembers.personId, world.ids.late));
    expect(row).toMatchObject({ fromRound: 2, readyAt: null });
    const { members } = await getItemPage(await reading("lead"), address);
    expect(members.find(({ name }) => name === "late")?.readsAlong).toBe(true);
    await expect(
      seat(world, address.sessionId, [["legal2", ""]], await version()),
    ).rejects.toMatchObject({ code: "panel_fixed" });
    await seat(world, address.sessionId, [["late", ""]], await version());
  });

  test("is closed once the last round is revealed, or the case is concluded", async () => {
    const address = await openedSession(world);
    await arrange(async (tx) => {
      await tx.update(agendaItems).set({ phase: "revealed", round: 2 });
    });
    await expect(seat(world, address.sessionId, [["late", "legal"]], 2)).rejects.toMatchObject({
      code: "panel_fixed",
    });
    await expect(openScoring(await leading(), address)).rejects.toMatchObject({
      code: "phase_not_allowed",
    });
  });
});
