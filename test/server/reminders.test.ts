import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  agendaItems,
  auditEvents,
  db,
  environment,
  mails,
  panelMembers,
  people,
  reminders,
  secondRoundCells,
  secondRounds,
  setEnvironment,
  stopDatabase,
} from "#db";
import { getHome } from "../../app/server/home.server.ts";
import { openScoring } from "../../app/server/agenda-items-moves.server.ts";
import {
  getReminding,
  remindBeforeDeadlines,
  remindMissing,
} from "../../app/server/reminders.server.ts";
import { arrange, type Content, contentAfter, openCopy } from "../support/database.ts";
import { itemsOf } from "../support/session-items.ts";
import {
  accessOf,
  declareInterest,
  makeWorld,
  planSession,
  seat,
  seats,
  type Name,
  type World,
} from "../support/session-world.ts";

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 18, 8, 0);
let now = start;
let world: World;
let address: { sessionId: string; caseId: string };
let content: Content;

beforeAll(async () => {
  setEnvironment({ now: () => now });
  content = await contentAfter(async () => {
    world = await makeWorld();
    const deadline = start + 100 * hour;
    const sessionId = await planSession(world, { kind: "spread", startsAt: start, deadline });
    await seat(world, sessionId, seats);
    address = { sessionId, caseId: world.caseId };
    await openScoring(await lead(), address);
  });
});

beforeEach(async () => {
  now = start;
  await openCopy(content);
});
afterEach(() => stopDatabase());
afterAll(() => setEnvironment({}));

const lead = () => accessOf(world.ids.lead, "session.lead");

async function itemId(): Promise<string> {
  return (await itemsOf(address)).items[0]?.id ?? "";
}

async function reminded(): Promise<string[]> {
  const rows = await db.read.select().from(reminders);
  const nameOf = (id: string) => Object.entries(world.ids).find(([, known]) => known === id)?.[0];
  return rows.map(({ personId }) => nameOf(personId) ?? "").sort();
}

async function makeReady(name: Name, readyAt: number | null = now): Promise<void> {
  await arrange(async (tx) => {
    await tx
      .update(panelMembers)
      .set({ readyAt })
      .where(eq(panelMembers.personId, world.ids[name]));
  });
}

const everyone = seats.map(([name]) => name).sort();

describe("the facilitator's reminder", () => {
  it("goes to those who are not ready, and to nobody else", async () => {
    await makeReady("legal1");
    await declareInterest(world, "legal2");
    await arrange(async (tx) => {
      await tx
        .update(panelMembers)
        .set({ fromRound: 2 })
        .where(eq(panelMembers.personId, world.ids.financial1));
      await tx.update(people).set({ active: false }).where(eq(people.id, world.ids.financial2));
    });
    expect(await getReminding(await itemId())).toEqual({
      now,
      missing: 2,
      remindable: 2,
      last: null,
    });
    await remindMissing(await lead(), address);
    expect(await reminded()).toEqual(["societal1", "societal2"]);
  });

  it("is sent to nobody twice within twelve hours", async () => {
    await makeReady("legal1");
    await remindMissing(await lead(), address);
    now += 11.9 * hour;
    await expect(remindMissing(await lead(), address)).rejects.toThrow("reminded_recently");
    await makeReady("legal1", null);
    await remindMissing(await lead(), address);
    expect(await reminded()).toEqual([...everyone].sort());
    now = start + 12 * hour;
    await remindMissing(await lead(), address);
    expect((await reminded()).filter((name) => name === "legal1")).toHaveLength(1);
    expect((await reminded()).filter((name) => name === "legal2")).toHaveLength(2);
  });

  it("is refused when everyone is ready, and to who does not lead", async () => {
    const deputy = await accessOf(world.ids.deputy, "session.lead");
    await expect(remindMissing(deputy, address)).rejects.toBeDefined();
    expect(await reminded()).toEqual([]);
    for (const name of everyone) await makeReady(name);
    await expect(remindMissing(await lead(), address)).rejects.toThrow("nobody_missing");
    expect(await reminded()).toEqual([]);
  });

  it("is refused outside the scoring", async () => {
    await arrange(async (tx) => void (await tx.update(agendaItems).set({ phase: "revealed" })));
    await expect(remindMissing(await lead(), address)).rejects.toThrow("phase_not_allowed");
  });

  it("reaches in the second round only who is asked something again", async () => {
    const id = await itemId();
    await arrange(async (tx) => {
      await tx.update(agendaItems).set({ round: 2 }).where(eq(agendaItems.id, id));
      const opened = { agendaItemId: id, openedAt: now, openedBy: world.ids.lead, missing: [] };
      await tx.insert(secondRounds).values(opened);
      const cell = { perspective: "legal", key: "J1", optionId: world.optionIds[0] ?? "" };
      await tx.insert(secondRoundCells).values({ agendaItemId: id, ...cell });
    });
    await remindMissing(await lead(), address);
    expect(await reminded()).toEqual(["legal1", "legal2"]);
  });

  it("leaves one event that tells how many, never who", async () => {
    await remindMissing(await lead(), address);
    const events = await db.read
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.kind, "reminder.sent"));
    expect(events).toMatchObject([
      { actorId: world.ids.lead, sessionId: address.sessionId, details: { people: 6, round: 1 } },
    ]);
    const kept = JSON.stringify(events);
    for (const name of everyone) expect(kept).not.toContain(world.ids[name]);
  });

  it("stands on the home page of who was reminded, until ready", async () => {
    await remindMissing(await lead(), address);
    const row = async () =>
      (await getHome(await accessOf(world.ids.legal1, "home.read"))).toScore?.rows[0];
    expect((await row())?.reminder).toEqual({ at: now, by: "lead" });
    expect(await getReminding(await itemId())).toEqual({
      now,
      missing: 6,
      remindable: 0,
      last: { at: now, by: "lead", people: 6 },
    });
    await makeReady("legal1");
    expect(await row()).toBeUndefined();
  });

  it("writes no mail when no mail server is set", async () => {
    await remindMissing(await lead(), address);
    expect(await db.read.select().from(mails)).toEqual([]);
  });
});

describe("reminding before a deadline", () => {
  const deadline = start + 100 * hour;
  const at = (moment: number) => {
    now = moment;
    return remindBeforeDeadlines();
  };

  it("is done once within 48 hours and once within 12, to those still missing", async () => {
    expect(await at(deadline - 48.1 * hour)).toBe(0);
    expect(await at(deadline - 48 * hour)).toBe(6);
    expect(await at(deadline - 47.8 * hour)).toBe(0);
    expect(await at(deadline - 12.1 * hour)).toBe(0);
    for (const name of everyone.slice(1)) await makeReady(name);
    expect(await at(deadline - 12 * hour)).toBe(1);
    expect(await at(deadline - hour)).toBe(0);
    expect(await at(deadline + hour)).toBe(0);
    expect(await reminded()).toEqual([...everyone, everyone[0]].sort());
  });

  it("does not repeat what the facilitator did shortly before", async () => {
    now = deadline - 50 * hour;
    await remindMissing(await lead(), address);
    expect(await at(deadline - 40 * hour)).toBe(0);
    expect(await at(deadline - 11 * hour)).toBe(6);
  });

  it("leaves alone who was asked after that moment", async () => {
    const openedAt = deadline - 20 * hour;
    await arrange(async (tx) => void (await tx.update(agendaItems).set({ openedAt })));
    expect(await at(deadline - 19 * hour)).toBe(0);
    expect(await at(deadline - 11 * hour)).toBe(6);
  });

  it("is done once, however many processes look at the same moment", async () => {
    now = deadline - 40 * hour;
    const counts = await Promise.all([1, 2, 3].map(() => remindBeforeDeadlines()));
    expect(counts.sort()).toEqual([0, 0, 6]);
    expect(await reminded()).toEqual(everyone);
  });

  it("is recorded as done by the product itself, in the log of the organisation", async () => {
    await at(deadline - 40 * hour);
    const [event] = await db.read
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.kind, "reminder.sent")));
    const { session } = await itemsOf(address);
    expect(event).toMatchObject({
      actorId: null,
      organisationId: session[0]?.organisationId,
      caseId: world.caseId,
    });
    const home = await getHome(await accessOf(world.ids.legal1, "home.read"));
    expect(home.toScore?.rows[0]?.reminder).toEqual({ at: environment.now(), by: null });
  });
});
