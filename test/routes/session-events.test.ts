import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  caseFiles,
  db,
  logins,
  options,
  panelMembers,
  people,
  roleAssignments,
  sessions,
} from "#db";
import { loginHash } from "../../app/server/logins.server.ts";
import { openWorld, type Item, type World } from "../support/agenda-world.ts";
import { openStream, type EventStream } from "../support/event-stream.ts";
import { send } from "../support/posting.ts";
import type { Visitor } from "../support/visitor.ts";
import { arrange } from "../support/database.ts";

let world: World;
let revealed: Item;
let scoring: Item;
let optionId: string;
const open: EventStream[] = [];

beforeAll(async () => {
  world = await openWorld();
  revealed = world.item("revealed");
  scoring = world.item("scoring");
  const [option] = await db.read.select().from(options).where(eq(options.caseId, revealed.caseId));
  optionId = option?.id ?? "";
});

afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});

afterAll(() => world?.running.stop());

const sessionOf = ({ path }: Item) => path.split("/")[2] ?? "";

async function streamOf(
  visitor: Visitor,
  item = revealed,
  more: Parameters<typeof openStream>[2] = {},
) {
  const stream = await openStream(visitor, sessionOf(item), more);
  open.push(stream);
  return stream;
}

/** Something that may be known of: the facilitator ticks a cell as talked about. */
async function discuss(note: string, by = revealed.leader): Promise<void> {
  const criterion = `${revealed.letter}1`;
  const fields = { intent: "discuss", criterion, optionId, note, discussed: "on" };
  const { status, words } = await send(by, `${revealed.path}/uitkomst`, fields);
  if (status !== 303) throw new Error(words);
}

async function memberOf(item: Item): Promise<string> {
  const [seat] = await db.read
    .select()
    .from(panelMembers)
    .where(eq(panelMembers.agendaItemId, item.id));
  return seat?.personId ?? "";
}

describe("the event stream of a session", () => {
  it("tells who is in it that something changed and where, not what, and at once", async () => {
    const stream = await streamOf(revealed.assessor);
    const began = performance.now();
    await discuss("een notitie die niemand zo hoort");
    const [event] = await stream.until(1);
    expect(event).toMatchObject({ area: "results", caseId: revealed.caseId });
    expect(Number(event?.id)).toBeGreaterThan(0);
    expect((event?.at ?? Infinity) - began).toBeLessThan(1000);
    expect(stream.text()).not.toContain("notitie");
  });

  it("comes as it is, uncompressed and not held back", async () => {
    const { status, headers, text } = await streamOf(revealed.assessor);
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toBe("text/event-stream");
    expect(headers.get("Content-Encoding")).toBeNull();
    expect(headers.get("X-Accel-Buffering")).toBe("no");
    expect(headers.get("Cache-Control")).toContain("no-store");
    await expect.poll(text).toBe("retry: 3000\n\n");
  });

  it("goes on after the last event that was heard, and otherwise after what the page shows", async () => {
    await discuss("een");
    const all = await (await streamOf(revealed.assessor, revealed, { after: 0 })).until(1);
    const count = Number(all.at(-1)?.id);
    expect(all.map(({ id }) => Number(id))).toEqual(Array.from({ length: count }, (_, n) => n + 1));
    await discuss("twee");
    await discuss("drie");
    const missed = await streamOf(revealed.assessor, revealed, { after: count });
    expect((await missed.until(2)).map(({ id }) => Number(id))).toEqual([count + 1, count + 2]);
    const fromPage = await streamOf(revealed.assessor, revealed, { query: `?na=${count + 1}` });
    expect((await fromPage.until(1)).map(({ id }) => Number(id))).toEqual([count + 2]);
    // What the browser heard counts for more than the page it began with.
    const both = await streamOf(revealed.assessor, revealed, { after: count + 2, query: "?na=1" });
    await discuss("vier");
    expect((await both.until(1)).map(({ id }) => Number(id))).toEqual([count + 3]);
  });

  it.each(["-1", "1e3", "1 or 1", "99999999999999999999", "ééén"])(
    "begins now when it is asked for what happened after %s",
    async (query) => {
      const stream = await streamOf(revealed.assessor, revealed, {
        query: `?na=${encodeURIComponent(query)}`,
      });
      await discuss(query);
      expect(await stream.until(1)).toHaveLength(1);
    },
  );

  it("begins at the start for a number that is not of this session", async () => {
    const stream = await streamOf(revealed.assessor, revealed, { after: 987_654 });
    expect((await stream.until(1))[0]?.id).toBe("1");
  });

  it("is where the page of that moment stands", async () => {
    const page = await revealed.assessor.get(`${revealed.path}/uitkomst.data`);
    const [, position] = /"position",(\d+)/.exec(await page.text()) ?? [];
    const stream = await streamOf(revealed.assessor, revealed, { query: `?na=${position}` });
    await discuss("hierna");
    const events = await stream.until(1);
    expect(events.map(({ id }) => Number(id))).toEqual([Number(position) + 1]);
  });

  it("is no more than six per person", async () => {
    const streams = [];
    for (let count = 0; count < 6; count += 1) streams.push(await streamOf(revealed.assessor));
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect((await streamOf(revealed.assessor)).status).toBe(429);
    expect((await streamOf(revealed.leader)).status).toBe(200);
    streams[0]?.close();
    await expect.poll(async () => (await streamOf(revealed.assessor)).status).toBe(200);
  });
});

describe("who gets the event stream", () => {
  it("is not there for outsiders, as for a session that never was", async () => {
    const stranger = await world.visiting(
      (await db.read.select().from(roleAssignments)).find(
        ({ organisationId, role }) =>
          organisationId !== world.cast.organisationId && role === "coordinator",
      )?.personId ?? "",
    );
    expect((await streamOf(stranger)).status).toBe(404);
    const never = await openStream(stranger, "01900000-0000-7000-8000-000000000000");
    expect(never.status).toBe(404);
    await Promise.all([never.ended, open.at(-1)?.ended]);
    expect(open.at(-1)?.text()).toBe(never.text());
  });

  it("is refused without a login and without the right", async () => {
    expect((await streamOf(world.cast.anonymous)).status).toBe(401);
    const administrator = world.cast.everyone.find(({ roles }) => roles.join() === "administrator");
    if (administrator) expect((await streamOf(administrator.visitor)).status).toBe(403);
    const { status } = await revealed.assessor.post(
      `/zittingen/${sessionOf(revealed)}/gebeurtenissen`,
      {},
    );
    expect([404, 405]).toContain(status);
  });

  it("loses it with the login, before the next event", async () => {
    const visitor = await world.visiting(await memberOf(revealed));
    const stream = await streamOf(visitor);
    const other = await streamOf(revealed.leader);
    await visitor.post("/uitloggen", {});
    await discuss("na het uitloggen");
    await other.until(1);
    await stream.ended;
    expect(stream.events()).toEqual([]);
    expect((await streamOf(visitor)).status).toBe(401);
  });

  it("loses it with the right, before the next event", async () => {
    const personId = await memberOf(revealed);
    const stream = await streamOf(await world.visiting(personId));
    const roles = await db.read
      .select()
      .from(roleAssignments)
      .where(eq(roleAssignments.personId, personId));
    await arrange(async (tx) => {
      await tx.delete(roleAssignments).where(eq(roleAssignments.personId, personId));
    });
    await discuss("na het verlies van de rol");
    await stream.ended;
    expect(stream.events()).toEqual([]);
    await arrange(async (tx) => {
      await tx.insert(roleAssignments).values(roles);
    });
  });

  it("loses it with a login that is over, also when nothing happens, and is not seen by it", async () => {
    const visitor = await world.visiting(await memberOf(revealed));
    const idHash = loginHash(visitor.cookie.split("=")[1] ?? "");
    const stream = await streamOf(visitor);
    const seen = Date.now() - 8 * 60_000;
    const setSeen = (lastSeenAt: number) =>
      arrange(async (tx) => {
        await tx.update(logins).set({ lastSeenAt }).where(eq(logins.idHash, idHash));
      });
    await setSeen(seen);
    await discuss("terwijl niemand kijkt");
    await stream.until(1);
    const [login] = await db.read.select().from(logins).where(eq(logins.idHash, idHash));
    expect(login?.lastSeenAt).toBe(seen);
    await setSeen(Date.now() - 24 * 3_600_000);
    await stream.ended;
    expect(stream.heartbeats()).toBeGreaterThan(0);
  }, 30_000);

  it("hears nothing of a case that is not for the own eyes", async () => {
    const narrow = world.cast.everyone.find(({ roles }) => roles.join() === "executive");
    if (!narrow) throw new Error("no executive");
    const special = (specialHealth: boolean) =>
      arrange(async (tx) => {
        await tx
          .update(caseFiles)
          .set({ specialHealth, specialCriminal: false })
          .where(eq(caseFiles.id, revealed.caseId));
      });
    await special(false);
    const [stream, wide] = [await streamOf(narrow.visitor), await streamOf(revealed.assessor)];
    await discuss("wie de casus mag zien");
    expect(await stream.until(1)).toHaveLength(1);
    await special(true);
    await discuss("wie de casus niet meer mag zien");
    // Both streams are woken at the same moment; the narrow one has looked by then.
    await wide.until(2);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await special(false);
    await discuss("weer wel");
    const [first, next] = await stream.until(2);
    expect(Number(next?.id)).toBe(Number(first?.id) + 2);
  });
});

describe("while people score", () => {
  it("who is ready is told, of ratings nothing until the reveal, and then no more than that", async () => {
    const watching = await streamOf(scoring.leader, scoring);
    const check = `${scoring.path}/beoordelen?stap=controle`;
    await send(scoring.assessor, check, { intent: "ready", confirmed: "yes" });
    await send(scoring.assessor, check, { intent: "not_ready" });
    for (const choice of ["4", "5", "4"]) {
      const answer = await scoring.assessor.post(`${scoring.path}/oordeel`, {
        key: `${scoring.letter}1`,
        optionId: await firstOption(scoring.caseId),
        choice,
        reason: "zo",
      });
      expect(answer.status).toBe(200);
    }
    const { status } = await send(scoring.leader, `${scoring.path}/onthullen`, { reason: "nu" });
    expect(status).toBe(303);
    await expect.poll(() => watching.events().at(-1)?.area).toBe("results");
    const told = watching.events();
    const areas = told.map(({ area }) => area);
    expect(areas.slice(-2)).toEqual(["item", "results"]);
    // Ready was said at most once and taken back once; three ratings began at most once.
    expect(areas.slice(0, -2).filter((area) => area !== "presence")).toEqual([]);
    expect(areas.length).toBeLessThanOrEqual(5);
    const ids = told.map(({ id }) => Number(id));
    expect(ids).toEqual(ids.map((_, place) => (ids[0] ?? 0) + place));
    const replayed = await streamOf(scoring.leader, scoring, { after: (ids.at(-2) ?? 0) - 1 });
    expect((await replayed.until(2)).map(({ area }) => area)).toEqual(["item", "results"]);
  });
});

describe("what goes on in the meeting", () => {
  it("is told to all: the timer, and who was let in", async () => {
    const stream = await streamOf(revealed.assessor);
    await send(revealed.leader, revealed.path, { intent: "timer_set", minutes: "5" });
    await send(revealed.leader, revealed.path, { intent: "timer_stop" });
    expect((await stream.until(2)).map(({ area }) => area)).toEqual(["session", "session"]);
  });

  it("is told to whoever leads when somebody asks to come in, and to nobody else", async () => {
    const executive = world.cast.everyone.find(({ roles }) => roles.join() === "executive");
    if (!executive) throw new Error("no executive");
    const [led, followed] = [await streamOf(revealed.leader), await streamOf(revealed.assessor)];
    await send(revealed.leader, revealed.path, { intent: "join_open" });
    const [session] = await db.read
      .select({ code: sessions.joinCode })
      .from(sessions)
      .where(eq(sessions.id, sessionOf(revealed)));
    await send(executive.visitor, `/meedoen/${session?.code ?? ""}`, { intent: "ask" });
    expect((await led.until(2)).map(({ area }) => area)).toEqual(["join", "join"]);
    const personId = await personIdOf(executive.name);
    await send(revealed.leader, revealed.path, { intent: "join_observe", personId });
    const [heard] = await followed.until(1);
    expect(heard?.area).toBe("session");
    expect(Number(heard?.id)).toBe(Number(led.events()[0]?.id) + 2);
    const board = await executive.visitor.get(`/meedoen/${session?.code ?? ""}`);
    expect([board.status, board.headers.get("Location")]).toEqual([303, revealed.path]);
  });
});

describe("many streams in one session", () => {
  it("are told together, each what it may know", async () => {
    const seeAll = world.cast.everyone.filter(({ roles }) =>
      roles.some((role) => ["coordinator", "decision_maker", "auditor"].includes(role)),
    );
    const many = [];
    for (const { visitor } of seeAll) many.push(await streamOf(visitor));
    const behind = await streamOf(revealed.assessor, revealed, { after: 0 });
    const before = (await behind.until(1)).length;
    await discuss("voor iedereen");
    for (const stream of many) expect(await stream.until(1)).toHaveLength(1);
    expect((await behind.until(before + 1)).length).toBe(before + 1);
    const ids = many.map((stream) => stream.events()[0]?.id);
    expect(new Set([...ids, behind.events().at(-1)?.id]).size).toBe(1);
  });
});

async function personIdOf(name: string): Promise<string> {
  const [person] = await db.read.select().from(people).where(eq(people.name, name));
  return person?.id ?? "";
}

async function firstOption(caseId: string): Promise<string> {
  const [option] = await db.read.select().from(options).where(eq(options.caseId, caseId));
  return option?.id ?? "";
}

describe("a server that stops", () => {
  it("ends its streams and does not wait for them", async () => {
    const stream = await streamOf(revealed.leader);
    const began = performance.now();
    await world.running.stop();
    await stream.ended;
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
