/** Two processes of the application on one PostgreSQL database, with people at both. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  auditEvents,
  caseArguments,
  caseFiles,
  db,
  logins,
  openDatabase,
  organisations,
  people,
  postgres,
  roleAssignments,
  sessions,
  stopDatabase,
  systemActor,
} from "#db";
import { loginHash } from "../../app/server/logins.server.ts";
import { makePasswordLink } from "../../app/server/password-resets.server.ts";
import { exampleContent } from "../support/example.ts";
import { openCopy, newDatabase } from "../support/database.ts";
import { openStream, type EventStream } from "../support/event-stream.ts";
import { formOn, send } from "../support/posting.ts";
import { startProcess, type ServerProcess } from "../support/server-process.ts";
import { visitor, withCookie, type Visitor } from "../support/visitor.ts";
import { crowdedScoring, lastValues, rateAll, storedValues, type Scoring } from "./crowd.ts";

const usersEach = 16;

let url: string;
let processes: [ServerProcess, ServerProcess];
let origins: [string, string];
let scoring: Scoring;

const pair = (at: string) => startProcess({ url: at, env: shared });
const shared = { DEMO: "1", LOG_LEVEL: "warn", DOCUMENTS_DIR: "" };

beforeAll(async () => {
  url = await openCopy(await exampleContent());
  shared.DOCUMENTS_DIR = mkdtempSync(join(tmpdir(), "maatwerkplaats-documents-"));
  processes = await Promise.all([pair(url), pair(url)]);
  origins = [processes[0].address, processes[1].address];
  scoring = await crowdedScoring(origins, usersEach);
});

afterAll(async () => {
  for (const { signal, ended } of processes ?? []) {
    signal("SIGKILL");
    await ended;
  }
  await stopDatabase();
});

function say(words: string): void {
  process.stdout.write(`  ${words}\n`);
}

/** Somebody of the example data, with a tab at each process. */
async function bothTabs(name: string): Promise<[Visitor, Visitor]> {
  const [person] = await db.read.select().from(people).where(eq(people.name, name));
  const { cookie } = await visitor(origins[0], person?.id ?? "");
  return [withCookie(origins[0], cookie), withCookie(origins[1], cookie)];
}

const percentile = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

describe("ratings of many people at two processes", () => {
  it("are one row per cell, with the value that was acknowledged last", async () => {
    const before = await countOf("rating.recorded");
    const began = performance.now();
    const saved = await rateAll(scoring, 3);
    const seconds = (performance.now() - began) / 1000;
    const stored = await storedValues(scoring);
    const allowed = lastValues(saved);
    expect(stored.size).toBe(allowed.size);
    const wrong = [...stored].filter(
      ([cell, values]) => values.length !== 1 || !allowed.get(cell)?.includes(values[0] ?? 0),
    );
    expect(wrong).toEqual([]);
    const recorded = (await countOf("rating.recorded")) - before;
    expect(recorded).toBeLessThanOrEqual(saved.length);
    expect(recorded).toBeGreaterThanOrEqual(stored.size);
    const times = saved.map(({ sentAt, answeredAt }) => answeredAt - sentAt);
    say(
      `${saved.length} ratings by ${scoring.assessors.length} people in two tabs each, in ${seconds.toFixed(1)} s ` +
        `(${Math.round(saved.length / seconds)}/s, p50 ${percentile(times, 0.5)?.toFixed(0)} ms, p99 ${percentile(times, 0.99)?.toFixed(0)} ms), ` +
        `${stored.size} cells, none double, none lost`,
    );
  });

  it("leave an audit log without a gap", async () => {
    const rows = await db.read.select({ sequence: auditEvents.sequence }).from(auditEvents);
    const numbers = rows.map(({ sequence }) => sequence).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: rows.length }, (_, place) => place + 1));
  });
});

async function countOf(kind: string): Promise<number> {
  return (await db.read.select().from(auditEvents).where(eq(auditEvents.kind, kind))).length;
}

describe("the same form at two processes at once", () => {
  it("changes once", async () => {
    const [assessor] = scoring.assessors;
    if (!assessor) throw new Error("Nobody is here");
    const { optionId } = assessor.cells[0] ?? {};
    for (let round = 0; round < 5; round += 1) {
      const text = `Een argument dat twee keer verstuurd is (${round})`;
      const fields = { intent: "argue", key: "", optionId: optionId ?? "", side: "for", text };
      const formKey = crypto.randomUUID();
      const replies = await Promise.all(
        assessor.tabs.map((tab) =>
          send(tab, `${scoring.path}/beoordelen?stap=controle`, { ...fields, formKey }),
        ),
      );
      expect(replies.map(({ status }) => status)).toEqual([303, 303]);
      const rows = await db.read.select().from(caseArguments).where(eq(caseArguments.text, text));
      expect(rows).toHaveLength(1);
    }
  });

  it("lets one of two people change a case, and shows the other both texts", async () => {
    const [one] = await bothTabs("Marieke Hoekstra");
    const [, other] = await bothTabs("Yassin el Amrani");
    const caseId = await newCase(one);
    const path = `/casussen/${caseId}/bewerken/situatie`;
    for (let round = 0; round < 5; round += 1) {
      const texts = [`Het verhaal van de een ${round}`, `Het verhaal van de ander ${round}`];
      const forms = [await formOn(one, path), await formOn(other, path)];
      const replies = await Promise.all(
        [one, other].map((by, place) =>
          send(by, path, { ...forms[place], story: texts[place] ?? "" }),
        ),
      );
      const [kept] = await db.read.select().from(caseFiles).where(eq(caseFiles.id, caseId));
      expect(texts).toContain(kept?.story);
      expectBothTexts(replies, texts);
    }
  });

  it("lets one of two people change a session, and shows the other both texts", async () => {
    const [one] = await bothTabs("Marieke Hoekstra");
    const [, other] = await bothTabs("Yassin el Amrani");
    const path = `/zittingen/${scoring.sessionId}/bewerken`;
    for (let round = 0; round < 5; round += 1) {
      const texts = [`De titel van de een ${round}`, `De titel van de ander ${round}`];
      const forms = [
        await formOn(one, path, { having: "startsAt" }),
        await formOn(other, path, { having: "startsAt" }),
      ];
      const replies = await Promise.all(
        [one, other].map((by, place) =>
          send(by, path, { ...forms[place], title: texts[place] ?? "" }),
        ),
      );
      const [kept] = await db.read
        .select()
        .from(sessions)
        .where(eq(sessions.id, scoring.sessionId));
      expect(texts).toContain(kept?.title);
      expectBothTexts(replies, texts);
    }
  });
});

function expectBothTexts(replies: Awaited<ReturnType<typeof send>>[], texts: string[]): void {
  expect(replies.map(({ status }) => status).sort(), replies[0]?.words).toEqual([303, 409]);
  const refused = replies.find(({ status }) => status === 409);
  const [, conflict = ""] = /mw-conflict([^]*?)<\/section>/.exec(refused?.html ?? "") ?? [];
  for (const text of texts) expect(conflict).toContain(text);
}

async function newCase(by: Visitor): Promise<string> {
  const fields = await formOn(by, "/casussen/nieuw", { having: "title" });
  const reply = await send(by, "/casussen/nieuw", { ...fields, title: "Door twee mensen" });
  const [, id] = /casussen\/([^/]+)/.exec(reply.location ?? "") ?? [];
  if (!id) throw new Error(reply.words);
  return id;
}

describe("secrets at two processes", () => {
  it("of one time work once", async () => {
    const [person] = await db.read.select().from(people).where(eq(people.name, "Kwame Mensah"));
    const link = await db.write(systemActor, (tx) => makePasswordLink(tx, person?.id ?? ""));
    const path = new URL(link.address).pathname;
    const passwords = ["een zin van de eerste plek", "een zin van de tweede plek"];
    const replies = await Promise.all(
      origins.map((origin, place) => {
        const password = passwords[place] ?? "";
        const fields = { newPassword: password, passwordRepeat: password };
        return send(withCookie(origin, ""), path, fields);
      }),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([303, 404]);
    const winner = replies.findIndex(({ status }) => status === 303);
    const answers = [];
    for (const password of passwords) {
      answers.push(
        (await signInWith(origins[1 - winner] ?? "", person?.email ?? "", password)).status,
      );
    }
    expect(answers[winner]).toBe(303);
    expect(answers[1 - winner]).toBe(422);
  });

  it("are guessed ten times in all, wherever that is tried", async () => {
    const tries = Array.from({ length: 16 }, (_, place) =>
      signInWith(
        origins[place % 2] ?? "",
        "geraden@voorbeeld.example",
        `een gok van ${place} woorden`,
      ),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(6);
  });
});

function signInWith(origin: string, email: string, password: string) {
  return send(withCookie(origin, ""), "/inloggen", { intent: "sign-in", email, password });
}

describe("a login", () => {
  it("made at one process works at the other, and ends at both", async () => {
    const [person] = await db.read.select().from(people).where(eq(people.name, "Femke Brouwers"));
    const [role] = await db.read
      .select()
      .from(roleAssignments)
      .where(eq(roleAssignments.personId, person?.id ?? ""));
    const made = await withCookie(origins[0], "").post("/inloggen", {
      intent: "demo",
      personId: person?.id ?? "",
      organisationId: role?.organisationId ?? "",
    });
    expect(made.status).toBe(303);
    const cookie = made.headers.getSetCookie().find((each) => each.startsWith("login=")) ?? "";
    const tabs = origins.map((origin) => withCookie(origin, cookie.split(";")[0] ?? ""));
    const status = async (tab: Visitor | undefined) => (await tab?.get("/casussen"))?.status;
    expect([await status(tabs[0]), await status(tabs[1])]).toEqual([200, 200]);
    expect((await tabs[1]?.post("/uitloggen", {}))?.status).toBe(303);
    expect([await status(tabs[0]), await status(tabs[1])]).toEqual([303, 303]);
    const idHash = loginHash(tabs[0]?.cookie.split("=")[1] ?? "");
    const [row] = await db.read.select().from(logins).where(eq(logins.idHash, idHash));
    expect(row?.revokedAt).not.toBeNull();
  });
});

describe("the first start", () => {
  it("of two processes at once makes one installation, by the code of either", async () => {
    const empty = await newDatabase();
    const starting = await Promise.all([pair(empty), pair(empty)]);
    try {
      const codes = await Promise.all(starting.map(codeOf));
      const replies = await Promise.all(
        starting.map(({ address }, place) => setUp(address, codes[place] ?? "", place)),
      );
      expect(replies.map(({ status }) => status).sort()).toEqual([303, 404]);
      await openDatabase(empty);
      expect(await db.read.select().from(organisations)).toHaveLength(1);
      expect(await db.read.select().from(people)).toHaveLength(1);
    } finally {
      for (const { signal } of starting) signal("SIGKILL");
      await openDatabase(url);
    }
  });
});

async function codeOf({ output }: ServerProcess): Promise<string> {
  await expect.poll(output, { timeout: 10_000 }).toMatch(/Code: \S+\s/);
  return /Code: (\S+)/.exec(output())?.[1] ?? "";
}

function setUp(origin: string, code: string, place: number) {
  const password = "een zin die niemand raadt";
  return send(withCookie(origin, ""), "/instellen", {
    code,
    organisation: `Dienst ${place}`,
    name: "Eerste Beheerder",
    email: `eerste${place}@dienst.example`,
    newPassword: password,
    passwordRepeat: password,
  });
}

describe("what happens at one process", () => {
  it("is told at the other also when nobody could listen at that moment", async () => {
    const leader = await visitor(origins[0], scoring.facilitatorId);
    const [, there] = scoring.assessors[0]?.tabs ?? [];
    if (!there) throw new Error("Nobody is here");
    const stream = await openStream(there, scoring.sessionId);
    const path = `/zittingen/${scoring.sessionId}/bewerken`;
    const fields = await formOn(leader, path, { having: "startsAt" });
    const { rows } = await postgres().hosts.query<{ cut: boolean }>(
      `select pg_terminate_backend(pid) as cut from pg_stat_activity
        where datname = current_database() and query like 'listen %'`,
    );
    expect(rows).toEqual([{ cut: true }, { cut: true }]);
    const sentAt = performance.now();
    expect((await send(leader, path, fields)).status).toBe(303);
    const [event] = await stream.until(1);
    stream.close();
    const delay = (event?.at ?? Infinity) - sentAt;
    say(
      `with its listening connection cut off, the other process told it after ${delay.toFixed(0)} ms`,
    );
    expect(delay).toBeLessThan(5000);
  });

  it("is told within a second to everyone at the other, and to all alike", async () => {
    const open = (place: number) =>
      Promise.all(
        scoring.assessors.map(({ tabs }) => openStream(tabs[place] as Visitor, scoring.sessionId)),
      );
    const streams = { here: await open(0), there: await open(1) };
    const leader = await visitor(origins[0], scoring.facilitatorId);
    const sentAt = performance.now();
    const reply = await send(leader, `${scoring.path}/onthullen`, { reason: "de tijd is om" });
    const answeredAt = performance.now();
    expect(reply.status, reply.words).toBe(303);
    const delays = async (all: EventStream[]) =>
      (await Promise.all(all.map((stream) => stream.until(2)))).map(
        ([event]) => (event?.at ?? Infinity) - sentAt,
      );
    const [here, there] = [await delays(streams.here), await delays(streams.there)];
    const told = [...streams.here, ...streams.there].map((stream) => stream.text());
    expect(new Set(told).size).toBe(1);
    for (const stream of [...streams.here, ...streams.there]) stream.close();
    say(
      `a reveal, answered in ${(answeredAt - sentAt).toFixed(0)} ms, reached ${here.length} people at the same process ` +
        `after ${Math.max(...here).toFixed(0)} ms at most, ${there.length} at the other after ` +
        `${percentile(there, 0.5)?.toFixed(0)} ms (median), ${Math.max(...there).toFixed(0)} ms (most), from the click`,
    );
    expect(Math.max(...here, ...there)).toBeLessThan(1000);
  });

  it("shows at once at the other: the results, to all who were there", async () => {
    const pages = await Promise.all(
      scoring.assessors.map(({ tabs }) => tabs[1].get(`${scoring.path}/uitkomst`)),
    );
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

describe("a process that is killed", () => {
  it("leaves the other working, also when it was in the middle of changes", async () => {
    const [one, other] = await bothTabs("Marieke Hoekstra");
    const caseId = await newCase(other);
    const path = `/casussen/${caseId}/bewerken/situatie`;
    const stream = await openStream(other, scoring.sessionId);
    const fields = await formOn(one, path);
    const sent = Array.from({ length: 20 }, (_, place) =>
      send(one, path, { ...fields, story: `Halverwege ${place}` }).catch(() => null),
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    processes[0].signal("SIGKILL");
    await processes[0].ended;
    await Promise.all(sent);
    const began = performance.now();
    const fresh = await formOn(other, path);
    const reply = await send(other, path, { ...fresh, story: "Na de val van de ander" });
    expect(reply.status, reply.words).toBe(303);
    say(
      `after the kill the other process saved within ${(performance.now() - began).toFixed(0)} ms`,
    );
    const edit = `/zittingen/${scoring.sessionId}/bewerken`;
    const session = await formOn(other, edit, { having: "startsAt" });
    expect((await send(other, edit, session)).status).toBe(303);
    await stream.until(1);
    stream.close();
    const [kept] = await db.read
      .select()
      .from(caseFiles)
      .where(and(eq(caseFiles.id, caseId)));
    expect(kept?.story).toBe("Na de val van de ander");
  });
});
