import { createServer, type Server } from "node:net";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db, mails, panelMembers, people, sessions, stopDatabase } from "#db";
import { openCopy } from "../support/database.ts";
import { exampleContent, itemsInPhase } from "../support/example.ts";
import { formsIn } from "../support/html-reader.ts";
import { formOn, send } from "../support/posting.ts";
import { startProcess, type ServerProcess } from "../support/server-process.ts";
import { startSmtpServer, type SmtpTestServer } from "../support/smtp-server.ts";
import { visitor } from "../support/visitor.ts";

let url: string;
let item: { id: string; path: string; leader: string; deputy: string; missing: string[] };
let server: ServerProcess | undefined;
let smtp: SmtpTestServer;

beforeEach(async () => {
  url = await openCopy(await exampleContent());
  const [found] = await itemsInPhase("scoring");
  const { id = "", sessionId = "", caseId = "" } = found?.item ?? {};
  const [session] = await db.read.select().from(sessions).where(eq(sessions.id, sessionId));
  const seats = await db.read
    .select({ email: people.email, readyAt: panelMembers.readyAt })
    .from(panelMembers)
    .innerJoin(people, eq(people.id, panelMembers.personId))
    .where(eq(panelMembers.agendaItemId, id));
  item = {
    id,
    path: `/zittingen/${sessionId}/casussen/${caseId}`,
    leader: session?.facilitatorId ?? "",
    deputy: session?.deputyId ?? "",
    missing: seats.flatMap(({ email, readyAt }) => (readyAt === null ? [email] : [])).sort(),
  };
  smtp = await startSmtpServer();
});

afterEach(async () => {
  server?.signal("SIGKILL");
  await server?.ended;
  server = undefined;
  await smtp.stop();
  await stopDatabase();
});

async function start(port: number): Promise<ServerProcess> {
  server = await startProcess({
    url,
    env: {
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      MAIL_FROM: "maatwerk@example.nl",
      // Only what these tests ask for is mailed.
      LOG_MAIL: "never",
      STOP_WITHIN_SECONDS: "1",
    },
  });
  return server;
}

async function remind(address: string) {
  const leader = await visitor(address, item.leader);
  const fields = await formOn(leader, item.path, { intent: "remind" });
  return { leader, reply: await send(leader, item.path, fields), fields };
}

describe("the button to remind", () => {
  it("brings mail to exactly those who are missing, and no address into the log", async () => {
    const { address, output } = await start(smtp.port);
    const { leader, reply } = await remind(address);
    expect(reply.status).toBe(303);
    await expect.poll(() => smtp.received.length, { timeout: 20_000 }).toBe(item.missing.length);
    expect(smtp.received.flatMap(({ to }) => to).sort()).toEqual(item.missing);
    expect(output()).not.toContain("@");
    // Gone from the page, and refused to who still has it open.
    const page = await (await leader.get(item.path)).text();
    const intents = formsIn(page).flatMap(({ buttons }) => buttons.map(({ value }) => value));
    expect(intents).not.toContain("remind");
    const again = await send(leader, item.path, { intent: "remind" });
    expect(again.status).toBe(409);
    expect(again.words).toContain("in de afgelopen 12 uur al een herinnering");
  });

  it("is there for who leads only", async () => {
    const { address } = await start(smtp.port);
    const deputy = await visitor(address, item.deputy);
    const page = await (await deputy.get(item.path)).text();
    expect(page).not.toContain('value="remind"');
    expect((await send(deputy, item.path, { intent: "remind" })).status).toBe(403);
    expect(await db.read.select().from(mails)).toEqual([]);
  });
});

describe("a server that is told to stop while a mail server keeps silent", () => {
  let silent: Server;
  beforeEach(async () => {
    silent = createServer((socket) => socket.on("error", () => undefined));
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  });
  afterEach(() => void silent.close());

  it("ends as it should, and the mail waits for the next", async () => {
    const address = silent.address();
    const running = await start(typeof address === "object" ? (address?.port ?? 0) : 0);
    await remind(running.address);
    const tried = async () =>
      (await db.read.select().from(mails)).filter(({ tries }) => tries > 0).length;
    await expect.poll(tried, { timeout: 20_000 }).toBe(1);
    const before = performance.now();
    running.signal("SIGTERM");
    expect(await running.ended).toBe(0);
    expect(performance.now() - before).toBeLessThan(8000);
    const rows = await db.read.select().from(mails);
    expect(rows).toHaveLength(item.missing.length);
    expect(rows.every(({ nextTryAt, sentAt }) => nextTryAt !== null && sentAt === null)).toBe(true);
  });
});
