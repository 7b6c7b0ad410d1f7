import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  agendaItems,
  auditEvents,
  caseFiles,
  db,
  mails,
  panelMembers,
  people,
  reminders,
  sessions,
  setEnvironment,
  stopDatabase,
} from "#db";
import { openScoring } from "../../app/server/agenda-items-moves.server.ts";
import { startMailSender, type MailOutcome } from "../../app/server/mail-sending.server.ts";
import { mailSettings } from "../../app/server/mail-settings.server.ts";
import { claimMail, countWaitingMails } from "../../app/server/mails.server.ts";
import { remindMissing } from "../../app/server/reminders.server.ts";
import { settings } from "../../app/server/settings.server.ts";
import { arrange, type Content, contentAfter, openCopy } from "../support/database.ts";
import { freePort } from "../support/free-port.ts";
import {
  accessOf,
  makeWorld,
  planSession,
  seat,
  seats,
  type Name,
  type World,
} from "../support/session-world.ts";
import { parsed, startSmtpServer, type SmtpTestServer } from "../support/smtp-server.ts";

const minute = 60_000;
const start = Date.UTC(2026, 10, 18, 8, 0);
let now = start;
let world: World;
let address: { sessionId: string; caseId: string };
let content: Content;
let server: SmtpTestServer;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  setEnvironment({ now: () => now });
  content = await contentAfter(async () => {
    world = await makeWorld();
    const deadline = start + 7 * 24 * 60 * minute;
    const sessionId = await planSession(world, { kind: "spread", startsAt: start, deadline });
    await seat(world, sessionId, seats);
    address = { sessionId, caseId: world.caseId };
    await openScoring(await lead(), address);
    await arrange(async (tx) => {
      await tx.update(caseFiles).set({ title: "Zeepaardje", number: "2026-7777" });
      await tx.update(sessions).set({ title: "Kabeljauw" });
      await tx.update(people).set({ language: "en" }).where(eq(people.id, world.ids.legal2));
    });
  });
});

beforeEach(async () => {
  now = start;
  await openCopy(content);
  server = await startSmtpServer();
  useServer(server.port);
});

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await server.stop();
  settings().mail = null;
  await stopDatabase();
});
afterAll(() => setEnvironment({}));

const lead = () => accessOf(world.ids.lead, "session.lead");

function useServer(port: number, user = ""): void {
  settings().mail = mailSettings({
    SMTP_URL: `smtp://${user}127.0.0.1:${port}`,
    MAIL_FROM: "Maatwerkplaats <maatwerk@example.nl>",
    MAIL_REPLY_TO: "coordinatie@example.nl",
  });
}

function sender() {
  const mail = settings().mail;
  if (!mail) throw new Error("no mail is set");
  const outcomes: MailOutcome[] = [];
  const origin = "https://maatwerk.example.nl";
  const made = startMailSender({ mail, origin, counted: (outcome) => outcomes.push(outcome) });
  stops.push(() => made.stop(1000));
  return { ...made, outcomes };
}

async function allMails() {
  return db.read.select().from(mails).orderBy(mails.id);
}

/** Everything that could be tried now was tried. */
async function settled(): Promise<void> {
  await expect
    .poll(
      async () => {
        const rows = await allMails();
        return rows.filter(({ nextTryAt }) => nextTryAt !== null && nextTryAt <= now).length;
      },
      { timeout: 8000 },
    )
    .toBe(0);
  // The claim comes before the sending.
  for (const stop of stops.splice(0).reverse()) await stop();
}

async function only(...names: Name[]): Promise<void> {
  for (const [name] of seats) if (!names.includes(name)) await makeReady(name);
}

async function makeReady(name: Name): Promise<void> {
  await arrange(async (tx) => {
    await tx
      .update(panelMembers)
      .set({ readyAt: now })
      .where(eq(panelMembers.personId, world.ids[name]));
  });
}

describe("a reminder by mail", () => {
  it("reaches each of the missing at the own address, in the own language", async () => {
    await only("legal1", "legal2");
    await remindMissing(await lead(), address);
    sender();
    await settled();
    expect(server.received.map(({ to }) => to).sort()).toEqual([
      ["legal1@test.nl"],
      ["legal2@test.nl"],
    ]);
    const subjects = server.received.map(({ to, raw }) => [
      to[0],
      parsed(raw).headers.get("subject"),
    ]);
    expect(Object.fromEntries(subjects)).toEqual({
      "legal1@test.nl": "U hebt nog iets te beoordelen",
      "legal2@test.nl": "You still have something to score",
    });
  });

  it("tells how many, until when and where, as text and as HTML", async () => {
    await only("legal1");
    await remindMissing(await lead(), address);
    sender();
    await settled();
    const { headers, parts } = parsed(server.received[0]?.raw ?? "");
    expect(headers.get("content-type")).toMatch(/^multipart\/alternative/);
    expect(parts).toHaveLength(2);
    for (const part of parts) {
      expect(part).toContain("Er wacht 1 casus op uw oordeel.");
      expect(part).toContain("Graag uiterlijk 25 november 2026, 09:00.");
      expect(part).toContain("https://maatwerk.example.nl/");
    }
  });

  it("names no moment that has passed", async () => {
    await only("legal1");
    now += 8 * 24 * 60 * minute;
    await remindMissing(await lead(), address);
    sender();
    await settled();
    const { parts } = parsed(server.received[0]?.raw ?? "");
    expect(parts.join("")).toContain("Er wacht 1 casus op uw oordeel.");
    expect(parts.join("")).not.toContain("Graag uiterlijk");
  });

  it("says that a machine wrote it, from whom, and carries nothing that follows people", async () => {
    await only("legal1");
    await remindMissing(await lead(), address);
    sender();
    await settled();
    const [mail] = await allMails();
    const { headers, parts } = parsed(server.received[0]?.raw ?? "");
    expect(headers.get("auto-submitted")).toBe("auto-generated");
    expect(headers.get("message-id")).toBe(`<${mail?.id}@example.nl>`);
    expect(headers.get("from")).toBe("Maatwerkplaats <maatwerk@example.nl>");
    expect(headers.get("reply-to")).toBe("coordinatie@example.nl");
    expect([...headers.keys()].filter((name) => name.startsWith("x-"))).toEqual([]);
    expect(parts.join("").match(/https?:[^\s"<]+/g)).toEqual([
      "https://maatwerk.example.nl/",
      "https://maatwerk.example.nl/",
    ]);
    expect(parts.join("")).not.toMatch(/<img/);
  });

  it("holds not one word of the case, the session, the question or another person", async () => {
    await remindMissing(await lead(), address);
    sender();
    await settled();
    expect(server.received).toHaveLength(6);
    const ids = [world.caseId, address.sessionId, ...Object.values(world.ids)];
    const secrets = ["Zeepaardje", "7777", "Kabeljauw", "lead", "juridisch", "legal perspective"];
    for (const { raw, to } of server.received) {
      const whole = `${raw}\n${parsed(raw).parts.join("\n")}`.toLowerCase();
      for (const secret of [...ids, ...secrets]) expect(whole).not.toContain(secret.toLowerCase());
      const others = seats.filter(([name]) => to[0] !== `${name}@test.nl`);
      for (const [name] of others) expect(whole).not.toContain(name);
    }
  });

  it("goes out once for all cases of a session, also after a second reminder", async () => {
    await only("legal1");
    await remindMissing(await lead(), address);
    sender();
    await settled();
    now += 12 * 60 * minute - 1;
    await arrange(async (tx) => void (await tx.delete(reminders)));
    await remindMissing(await lead(), address);
    expect(await allMails()).toHaveLength(1);
    now += 12 * 60 * minute;
    await remindMissing(await lead(), address);
    expect(await allMails()).toHaveLength(2);
  });

  it("is not sent to who is ready by then", async () => {
    await remindMissing(await lead(), address);
    await only("legal1");
    sender();
    await settled();
    expect(server.received.map(({ to }) => to)).toEqual([["legal1@test.nl"]]);
    expect((await allMails()).filter(({ problem }) => problem === "not_needed")).toHaveLength(5);
  });

  it("is sent to nobody after the reveal", async () => {
    await remindMissing(await lead(), address);
    await arrange(async (tx) => void (await tx.update(agendaItems).set({ phase: "revealed" })));
    sender();
    await settled();
    expect(server.received).toEqual([]);
    expect(await countWaitingMails()).toBe(0);
  });

  it("is sent as soon as the reminder is there, without waiting for the next look", async () => {
    sender();
    await only("legal1");
    await remindMissing(await lead(), address);
    await expect.poll(() => server.received.length, { timeout: 8000 }).toBe(1);
  });
});

describe("sending", () => {
  it("is done once, however many processes send", async () => {
    await remindMissing(await lead(), address);
    const all = [sender(), sender(), sender()];
    await settled();
    expect(server.received.map(({ to }) => to[0]).sort()).toEqual(
      seats.map(([name]) => `${name}@test.nl`).sort(),
    );
    expect(all.flatMap(({ outcomes }) => outcomes)).toEqual(Array(6).fill("sent"));
    const sent = await db.read.select().from(auditEvents).where(eq(auditEvents.kind, "mail.sent"));
    expect(sent).toHaveLength(6);
    expect(JSON.stringify(sent)).not.toContain("@");
  });

  it("is tried again after 1, 5 and 30 minutes, 2 and 12 hours, and then given up", async () => {
    await only("legal1");
    await remindMissing(await lead(), address);
    useServer(await freePort());
    for (const wait of [1, 5, 30, 120, 720]) {
      sender();
      await settled();
      const [mail] = await allMails();
      expect(mail).toMatchObject({ sentAt: null, nextTryAt: now + wait * minute });
      expect(mail?.problem).toMatch(/ECONNREFUSED|ESOCKET/);
      now += wait * minute;
    }
    const { outcomes } = sender();
    await settled();
    expect(outcomes).toEqual(["failed"]);
    expect((await allMails())[0]).toMatchObject({ tries: 6, sentAt: null, nextTryAt: null });
    const [event] = await db.read
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.kind, "mail.failed"));
    expect(event?.details).toMatchObject({ tries: 6 });
  });

  it("succeeds when the mail server is back", async () => {
    await only("legal1");
    await remindMissing(await lead(), address);
    const port = await freePort();
    useServer(port);
    sender();
    await settled();
    const back = await startSmtpServer({ port });
    now += minute;
    sender();
    await settled();
    await back.stop();
    expect(back.received).toHaveLength(1);
    expect((await allMails())[0]).toMatchObject({ sentAt: now, nextTryAt: null, problem: "" });
  });

  it("leaves the others their turn when one mail is not taken", async () => {
    await only("legal1", "legal2");
    await remindMissing(await lead(), address);
    server.refuse("message", 451);
    sender();
    await settled();
    expect((await allMails()).map(({ tries }) => tries)).toEqual([1, 1]);
    server.refuse("message", null);
    now += minute;
    sender();
    await settled();
    expect(server.received).toHaveLength(2);
  });

  it("is given up at once for an address that the server refuses for good", async () => {
    await only("legal1");
    await remindMissing(await lead(), address);
    server.refuse("recipient", 550);
    sender();
    await settled();
    const [mail] = await allMails();
    expect(mail).toMatchObject({ tries: 1, sentAt: null, nextTryAt: null });
    expect(mail?.problem).toBe("EENVELOPE 550");
  });

  it("makes a message go out again, under the same name, after a crash in the middle", async () => {
    await only("legal1");
    await remindMissing(await lead(), address);
    // A process that took the mail and ended.
    const claimed = await claimMail();
    sender();
    await settled();
    expect(server.received).toEqual([]);
    now += minute;
    sender();
    await settled();
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.raw).toContain(`Message-ID: <${claimed?.id}@`);
  });

  it("signs in when the settings hold a password, over STARTTLS where that is offered", async () => {
    await only("legal1");
    const strict = await startSmtpServer({ login: { user: "mw", pass: "p@ss" }, startTls: true });
    stops.push(() => strict.stop());
    useServer(strict.port, "mw:p%40ss@");
    await remindMissing(await lead(), address);
    const { sendNow, outcomes } = sender();
    sendNow();
    await expect.poll(() => outcomes, { timeout: 8000 }).toEqual(["sent"]);
    expect(strict.received[0]?.user).toBe("mw");
  });

  it("stops in time while a mail server keeps silent", async () => {
    await only("legal1");
    const { createServer } = await import("node:net");
    const silent = createServer((socket) => socket.on("error", () => undefined));
    const port = await freePort();
    await new Promise<void>((resolve) => silent.listen(port, "127.0.0.1", resolve));
    useServer(port);
    await remindMissing(await lead(), address);
    const { stop } = sender();
    await expect.poll(async () => (await allMails())[0]?.tries, { timeout: 8000 }).toBe(1);
    const before = performance.now();
    await stop(200);
    expect(performance.now() - before).toBeLessThan(2000);
    expect((await allMails())[0]).toMatchObject({ sentAt: null, nextTryAt: now + minute });
    silent.close();
  });
});
