import { afterAll, beforeEach, expect, test } from "vitest";
import { db, mails, setEnvironment, stopDatabase } from "#db";
import { writeCheckpointMails } from "../../app/server/checkpoint-mails.server.ts";
import { latestCheckpoint, publishCheckpoint } from "../../app/server/checkpoints.server.ts";
import { mailText } from "../../app/server/mail-texts.server.ts";
import { claimMail, mailContent } from "../../app/server/mails.server.ts";
import { parseSettings } from "../../app/server/settings.server.ts";
import { openCopy } from "../support/database.ts";
import { exampleContent, examplePeople } from "../support/example.ts";

const withMail = { SMTP_URL: "smtp://127.0.0.1:2525", MAIL_FROM: "a@example.nl" };

beforeEach(async () => void (await openCopy(await exampleContent())), 60_000);
afterAll(async () => {
  setEnvironment({});
  await stopDatabase();
});

test("every auditor gets the newest checkpoint by mail, once a week", async () => {
  const auditors = (await examplePeople()).filter(({ roles }) => roles.includes("auditor"));
  const config = parseSettings(withMail);
  await writeCheckpointMails(config);
  expect(await db.read.select().from(mails)).toEqual([]);
  await publishCheckpoint("test");
  const note = (await latestCheckpoint())?.note ?? "none";
  for (let times = 0; times < 2; times += 1) await writeCheckpointMails(config);
  const waiting = await db.read.select().from(mails);
  expect(waiting.map(({ personId }) => personId).sort()).toEqual(
    auditors.map(({ id }) => id).sort(),
  );
  const claimed = await claimMail();
  const content = claimed && (await mailContent(claimed));
  if (!content) throw new Error("nothing to say");
  const { text, html } = mailText(content, "https://maatwerk.example.nl");
  expect(text).toContain(note.trimEnd());
  expect(html).toContain("/audit/logboek");
  setEnvironment({ now: () => Date.now() + 8 * 86_400_000 });
  await writeCheckpointMails(config);
  expect(await db.read.select().from(mails)).toHaveLength(2 * auditors.length);
});

test("nobody gets one where it is switched off", async () => {
  await publishCheckpoint("test");
  await writeCheckpointMails(parseSettings({ ...withMail, LOG_MAIL: "never" }));
  expect(await db.read.select().from(mails)).toEqual([]);
});
