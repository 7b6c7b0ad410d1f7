import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  caseFiles,
  conditions,
  db,
  decisions,
  environment,
  mails,
  people,
  proceedings,
  reviews,
  setEnvironment,
} from "#db";
import { dayInMs } from "../../app/domain/day.ts";
import { dueMailContent, writeDueMails } from "../../app/server/due-mails.server.ts";
import { mailSettings } from "../../app/server/mail-settings.server.ts";
import { mailText } from "../../app/server/mail-texts.server.ts";
import { claimMail, mailContent, writeReminderMails } from "../../app/server/mails.server.ts";
import { settings } from "../../app/server/settings.server.ts";
import { arrange, openCopy, type Content } from "../support/database.ts";
import { caseNamed } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";

const today = Date.UTC(2026, 10, 18);
let now = today;
let content: Content;
let ids: { personId: string; caseId: string; decisionId: string };

beforeAll(async () => {
  content = await exampleContent();
  setEnvironment({ now: () => now });
});

beforeEach(async () => {
  now = today + 9 * 3_600_000;
  await openCopy(content);
  useMail();
  const { id: caseId } = await caseNamed("WW teruggevraagd terwijl zij");
  const taken = await db.read.select().from(decisions).where(eq(decisions.caseId, caseId));
  const decisionId = taken.find(({ status }) => status === "taken")?.id ?? "";
  const [person] = await db.read.select().from(people).where(eq(people.name, "Femke Brouwers"));
  ids = { personId: person?.id ?? "", caseId, decisionId };
  await arrange(async (tx) => {
    // Far from everything that the example has planned.
    await tx.update(conditions).set({ dueDate: today + 400 * dayInMs });
    await tx.update(reviews).set({ dueDate: today + 400 * dayInMs });
    await tx.update(proceedings).set({ dueDate: today + 400 * dayInMs });
  });
});

afterAll(() => {
  settings().mail = null;
  setEnvironment({});
});

function useMail(): void {
  settings().mail = mailSettings({
    SMTP_URL: "smtp://127.0.0.1:2525",
    MAIL_FROM: "Maatwerkplaats <maatwerk@example.nl>",
  });
}

async function plan(item: "condition" | "review" | "proceeding", dueDate: number): Promise<string> {
  const id = environment.newId();
  const { personId: ownerId, caseId, decisionId } = ids;
  await arrange(async (tx) => {
    if (item === "condition") {
      const row = { text: "Zeepaardje", position: 90 };
      await tx.insert(conditions).values({ id, decisionId, ownerId, dueDate, ...row });
    }
    if (item === "review") await tx.insert(reviews).values({ id, decisionId, ownerId, dueDate });
    if (item === "proceeding") {
      const row = { kind: "objection", receivedAt: now, grounds: "Kabeljauw" } as const;
      const made = { createdBy: ownerId, createdAt: now };
      await tx
        .insert(proceedings)
        .values({ id, caseId, decisionId, ownerId, dueDate, ...row, ...made });
    }
  });
  return id;
}

async function dueMails() {
  const rows = await db.read.select().from(mails).orderBy(mails.createdAt, mails.id);
  return rows.filter(({ kind }) => kind === "due");
}

const stages = async () => (await dueMails()).map(({ about }) => about.stage);

test.each(["condition", "review", "proceeding"] as const)(
  "the owner of a %s is told a week ahead and when its day has passed, each once",
  async (item) => {
    await plan(item, today + 8 * dayInMs);
    expect(await writeDueMails()).toBe(0);
    now += dayInMs;
    expect(await writeDueMails()).toBe(1);
    expect(await writeDueMails()).toBe(0);
    now = today + 8 * dayInMs + 23 * 3_600_000;
    await writeDueMails();
    expect(await stages()).toEqual(["soon"]);
    now = today + 9 * dayInMs;
    expect(await writeDueMails()).toBe(1);
    now += dayInMs;
    await writeDueMails();
    expect(await stages()).toEqual(["soon", "overdue"]);
    expect((await dueMails()).map(({ personId }) => personId)).toEqual([
      ids.personId,
      ids.personId,
    ]);
  },
);

test("several processes write it once", async () => {
  await plan("condition", today + 3 * dayInMs);
  const counts = await Promise.all([writeDueMails(), writeDueMails(), writeDueMails()]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await dueMails()).toHaveLength(1);
});

test("what is due on one day in one case comes in one mail, that says how much there is", async () => {
  await plan("condition", today + 3 * dayInMs);
  await plan("condition", today + 3 * dayInMs);
  await plan("proceeding", today + 3 * dayInMs);
  expect(await writeDueMails()).toBe(1);
  const [mail] = await dueMails();
  expect(mail && (await dueMailContent(mail))?.counts).toEqual({
    condition: 2,
    review: 0,
    proceeding: 1,
  });
});

test("nothing of a case is kept in the mail or said in it: ids and moments only", async () => {
  await plan("condition", today + 3 * dayInMs);
  await plan("proceeding", today + 3 * dayInMs);
  await arrange((tx) =>
    tx.update(caseFiles).set({ title: "Walrus" }).where(eq(caseFiles.id, ids.caseId)),
  );
  await writeDueMails();
  const [row] = await dueMails();
  expect(row?.about).toEqual({
    caseId: ids.caseId,
    dueDate: today + 3 * dayInMs,
    stage: "soon",
  });
  const claimed = await claimMail();
  const said = claimed && (await mailContent(claimed));
  for (const language of ["nl", "en"] as const) {
    const mail = said && mailText({ ...said, language }, "https://maatwerk.example.nl");
    expect(mail?.text).toContain("21");
    expect(JSON.stringify(mail)).not.toMatch(/Zeepaardje|Kabeljauw|Walrus|2026-\d{4}/);
  }
});

test("what was done or put off in the meantime is not mailed about any more", async () => {
  const done = await plan("condition", today + 3 * dayInMs);
  const postponed = await plan("proceeding", today + 4 * dayInMs);
  await writeDueMails();
  await arrange(async (tx) => {
    await tx.update(conditions).set({ doneAt: now }).where(eq(conditions.id, done));
    await tx
      .update(proceedings)
      .set({ dueDate: today + 40 * dayInMs })
      .where(eq(proceedings.id, postponed));
  });
  for (const mail of await dueMails()) expect(await dueMailContent(mail)).toBeNull();
});

test("who left gets no mail, nor does anybody about what has been overdue for long", async () => {
  await plan("review", today - 15 * dayInMs);
  expect(await writeDueMails()).toBe(0);
  await plan("condition", today + 3 * dayInMs);
  await arrange((tx) =>
    tx.update(people).set({ active: false }).where(eq(people.id, ids.personId)),
  );
  expect(await writeDueMails()).toBe(0);
});

test("after an objection was upheld its owner is told until the new decision was taken", async () => {
  const id = await plan("proceeding", today - dayInMs);
  const closed = { closedAt: now, outcomeNote: "Omdat." };
  const conclude = (outcome: "upheld" | "dismissed") =>
    arrange((tx) =>
      tx
        .update(proceedings)
        .set({ outcome, ...closed })
        .where(eq(proceedings.id, id)),
    );
  await conclude("dismissed");
  expect(await writeDueMails()).toBe(0);
  await conclude("upheld");
  expect(await writeDueMails()).toBe(1);
});

test("without mail configured nothing is written, and reminders to score are not held back by it", async () => {
  await plan("condition", today + 3 * dayInMs);
  settings().mail = null;
  expect(await writeDueMails()).toBe(0);
  useMail();
  await writeDueMails();
  const seat = { itemId: "i", caseId: ids.caseId, sessionId: "s", round: 1, openedAt: now };
  const [person] = await db.read.select().from(people).where(eq(people.id, ids.personId));
  const [caseFile] = await db.read.select().from(caseFiles).where(eq(caseFiles.id, ids.caseId));
  await db.maintain((tx) =>
    writeReminderMails(tx as never, [
      {
        ...seat,
        ...{ personId: person?.id ?? "", organisationId: caseFile?.organisationId ?? "" },
        ...{ deadline: null, dueAt: null },
      },
    ]),
  );
  const kinds = (await db.read.select().from(mails)).map(({ kind }) => kind).sort();
  expect(kinds).toEqual(["due", "reminder"]);
});
