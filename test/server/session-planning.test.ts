import { beforeEach, describe, expect, test } from "vitest";
import { eq } from "drizzle-orm";
import { agendaItems, auditEvents, db, panelMembers, sessions } from "#db";
import { getPanels } from "../../app/server/panels.server.ts";
import { updateWeights } from "../../app/server/panels-changes.server.ts";
import { openScoring } from "../../app/server/agenda-items-moves.server.ts";
import {
  createSession,
  takeOverSession,
  updateSession,
} from "../../app/server/sessions-planning.server.ts";
import { getSessionPage, listSessions } from "../../app/server/sessions.server.ts";
import { recordRating } from "../../app/server/ratings.server.ts";
import { newSessionSchema } from "../../app/schemas/session.ts";
import { panelSchema } from "../../app/schemas/panel.ts";
import { arrange, freshDatabase } from "../support/database.ts";
import {
  accessOf,
  declareInterest,
  makeWorld,
  openedSession,
  planSession,
  seat,
  seats,
  type World,
} from "../support/session-world.ts";

let world: World;

beforeEach(async () => {
  await freshDatabase();
  world = await makeWorld();
});

const current = { view: "current" as const, after: null };

describe("planning a session", () => {
  test("spread over days asks for a last moment after the start", () => {
    const form = {
      title: "Zitting",
      kind: "spread",
      startsAt: "2026-12-01T10:00",
      questionSetId: crypto.randomUUID(),
      facilitatorId: crypto.randomUUID(),
    };
    const codes = (fields: object) =>
      newSessionSchema
        .safeParse({ ...form, ...fields })
        .error?.issues.map(({ message }) => message);
    expect(codes({})).toEqual(["deadline_required"]);
    expect(codes({ deadline: "2026-12-01T09:00" })).toEqual(["deadline_order"]);
    expect(codes({ deadline: "2026-12-02T09:00", startsAt: "31-12-2026" })).toEqual(["date_time"]);
    expect(codes({ deadline: "2026-12-02T09:00" })).toBeUndefined();
  });

  test("a case starts with the weights of the question set, and is on one open agenda at a time", async () => {
    const sessionId = await planSession(world);
    const [item] = await db.read.select().from(agendaItems);
    expect(item).toMatchObject({ sessionId, caseId: world.caseId, phase: "prepare" });
    expect(item?.weights.map(({ weight, passMark }) => [weight, passMark])).toEqual([
      [1 / 3, 3],
      [1 / 3, 3],
      [1 / 3, 3],
    ]);
    await expect(planSession(world)).rejects.toMatchObject({ code: "case_not_available" });
  });

  test("the same form sent twice makes one session", async () => {
    const access = await accessOf(world.ids.lead, "session.lead");
    const input = {
      title: "Zitting",
      kind: "live" as const,
      startsAt: 1,
      deadline: null,
      place: "",
      questionSetId: world.questionSetId,
      facilitatorId: world.ids.lead,
      deputyId: null,
      observerIds: [],
      caseIds: [world.caseId],
    };
    const first = await createSession(access, input, "one-key");
    expect(await createSession(access, input, "one-key")).toBe(first);
    expect(await db.read.select().from(sessions)).toHaveLength(1);
  });

  test("only coordinators lead, and only people of the organisation take part", async () => {
    await expect(planSession(world, { facilitatorId: world.ids.legal1 })).rejects.toMatchObject({
      code: "unknown_option",
      details: { field: "facilitatorId" },
    });
    await expect(planSession(world, { observerIds: [world.ids.stranger] })).rejects.toMatchObject({
      details: { field: "observerIds" },
    });
  });

  test("who does not belong to the session does not find it, and panel members find it by their seat", async () => {
    const sessionId = await planSession(world);
    const seen = async (
      name: "stranger" | "late" | "observer" | "submitter" | "legal1" | "auditor",
    ) => (await listSessions(await accessOf(world.ids[name], "session.read"), current)).rows.length;
    expect(await seen("legal1")).toBe(0);
    await seat(world, sessionId, seats);
    expect(await seen("legal1")).toBe(1);
    expect(await seen("observer")).toBe(1);
    expect(await seen("submitter")).toBe(1);
    expect(await seen("auditor")).toBe(1);
    expect(await seen("late")).toBe(0);
    expect(await seen("stranger")).toBe(0);
    const stranger = await accessOf(world.ids.stranger, "session.read");
    await expect(getSessionPage(stranger, sessionId)).rejects.toMatchObject({
      init: { status: 404 },
    });
  });

  test("a stale version is refused with both texts and changes nothing", async () => {
    const sessionId = await planSession(world);
    const access = await accessOf(world.ids.deputy, "session.lead");
    const [before] = await db.read.select().from(sessions);
    if (!before) throw new Error("no session");
    const input = { ...before, observerIds: [], caseIds: [world.caseId] };
    await updateSession(access, sessionId, { ...input, title: "Nieuwe titel" });
    await expect(
      updateSession(access, sessionId, { ...input, title: "Andere titel" }),
    ).rejects.toMatchObject({
      code: "stale_version",
      details: { conflict: [{ field: "title", theirs: "Nieuwe titel", yours: "Andere titel" }] },
    });
  });

  test("a case leaves the agenda until its scoring begins, and then stays", async () => {
    const address = await openedSession(world);
    const access = await accessOf(world.ids.lead, "session.lead");
    const [before] = await db.read.select().from(sessions);
    if (!before) throw new Error("no session");
    await updateSession(access, address.sessionId, { ...before, observerIds: [], caseIds: [] });
    expect(await db.read.select().from(agendaItems)).toHaveLength(1);
  });

  test("nobody takes over a session that is over: who led it stays on record", async () => {
    const sessionId = await planSession(world);
    await arrange(async (tx) => {
      await tx.update(sessions).set({ status: "closed" });
    });
    const deputy = await accessOf(world.ids.deputy, "session.lead");
    await expect(takeOverSession(deputy, sessionId)).rejects.toMatchObject({
      code: "session_closed",
    });
    const [session] = await db.read.select().from(sessions);
    expect(session).toMatchObject({ facilitatorId: world.ids.lead, deputyId: world.ids.deputy });
  });

  test("the deputy takes over, others cannot, and the log keeps it", async () => {
    const sessionId = await planSession(world);
    const lead = await accessOf(world.ids.lead, "session.lead");
    await expect(takeOverSession(lead, sessionId)).rejects.toMatchObject({ init: { status: 403 } });
    await takeOverSession(await accessOf(world.ids.deputy, "session.lead"), sessionId);
    const [session] = await db.read.select().from(sessions);
    expect(session).toMatchObject({ facilitatorId: world.ids.deputy, deputyId: world.ids.lead });
    const events = await db.read
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.kind, "session.taken-over"));
    expect(events).toHaveLength(1);
    await expect(openScoring(lead, { sessionId, caseId: world.caseId })).rejects.toMatchObject({
      code: "not_leading",
    });
  });
});

describe("panels and weights", () => {
  test("the submitter, an observer and whoever has an interest cannot sit on a panel, and it says why", async () => {
    const sessionId = await planSession(world);
    await declareInterest(world, "legal1");
    const page = await getPanels(await accessOf(world.ids.lead, "session.lead"), {
      sessionId,
      caseId: world.caseId,
    });
    const blocked = Object.fromEntries(
      page.candidates.map(({ name, blocked: why }) => [name, why]),
    );
    expect(blocked).toMatchObject({
      submitter: "is_submitter",
      legal1: "conflict_of_interest",
      legal2: null,
    });
    await expect(seat(world, sessionId, [["submitter", "legal"]])).rejects.toMatchObject({
      code: "panel_is_submitter",
    });
    await expect(seat(world, sessionId, [["legal1", "legal"]])).rejects.toMatchObject({
      code: "panel_conflict_of_interest",
    });
    await expect(seat(world, sessionId, [["decider", "legal"]])).rejects.toMatchObject({
      code: "unknown_option",
    });
    expect(await db.read.select().from(panelMembers)).toEqual([]);
  });

  test("scoring opens when every perspective has somebody to score", async () => {
    const sessionId = await planSession(world);
    const address = { sessionId, caseId: world.caseId };
    await seat(world, sessionId, seats.slice(0, 4));
    const lead = await accessOf(world.ids.lead, "session.lead");
    await expect(openScoring(lead, address)).rejects.toMatchObject({
      code: "panel_empty",
      details: { perspective: "societal" },
    });
    await seat(world, sessionId, [["societal1", "societal"]], 2);
    await openScoring(lead, address);
    await expect(openScoring(lead, address)).rejects.toMatchObject({ code: "phase_not_allowed" });
  });

  test("who joins after the first rating reads along, and who has scored stays", async () => {
    const address = await openedSession(world);
    const input = {
      key: "J1",
      optionId: world.optionIds[0] ?? "",
      choice: "4",
      reason: "",
    } as const;
    await recordRating(await accessOf(world.ids.legal1, "session.score"), address, input);
    await seat(world, address.sessionId, [["late", "legal"]], 2);
    const late = await accessOf(world.ids.late, "session.score");
    await expect(recordRating(late, address, input)).rejects.toMatchObject({ code: "reads_along" });
    await expect(seat(world, address.sessionId, [["legal1", ""]], 3)).rejects.toMatchObject({
      code: "has_ratings",
    });
    await expect(seat(world, address.sessionId, [["legal1", "societal"]], 3)).rejects.toMatchObject(
      {
        code: "has_ratings",
      },
    );
  });

  test("weights are typed in percent or thirds, and are one whole together", () => {
    const weights = (...texts: string[]) =>
      panelSchema.safeParse({
        intent: "weights",
        version: "1",
        perspectives: texts.map((weight, place) => ({ key: `p${place}`, weight, passMark: "3" })),
      });
    const shares = (...texts: string[]) => {
      const { data } = weights(...texts);
      return data?.intent === "weights" ? data.perspectives.map(({ weight }) => weight) : null;
    };
    expect(shares("1/3", "1/3", "1/3")).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(shares("33,3", "33,3", "33,3")).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(shares("50%", "30", "20")).toEqual([0.5, 0.3, 0.2]);
    expect(shares("0,5", "0.3", "0,2")).toEqual([0.5, 0.3, 0.2]);
    expect(weights("50", "30", "30").error?.issues[0]?.message).toBe("weights");
    expect(weights("-10", "60", "50").error?.issues[0]?.message).toBe("weight");
    expect(weights("veel", "60", "40").error?.issues[0]?.path).toEqual([
      "perspectives",
      0,
      "weight",
    ]);
  });

  test("weights are fixed from the first rating", async () => {
    const address = await openedSession(world);
    const lead = await accessOf(world.ids.lead, "session.lead");
    const weights = (version: number) => ({
      intent: "weights" as const,
      version,
      ...{ method: "typed" as const, answers: null },
      perspectives: [
        { perspective: "legal", weight: 0.5, passMark: 3 },
        { perspective: "financial", weight: 0.25, passMark: 3 },
        { perspective: "societal", weight: 0.25, passMark: 3.5 },
      ],
    });
    await updateWeights(lead, address, weights(2));
    const [item] = await db.read.select().from(agendaItems);
    expect(item?.weights[0]).toEqual({ perspective: "legal", weight: 0.5, passMark: 3 });
    await recordRating(await accessOf(world.ids.legal1, "session.score"), address, {
      key: "J-G1",
      optionId: world.optionIds[0] ?? "",
      choice: "yes",
      reason: "",
    });
    await expect(updateWeights(lead, address, weights(3))).rejects.toMatchObject({
      code: "weights_fixed",
    });
  });
});
