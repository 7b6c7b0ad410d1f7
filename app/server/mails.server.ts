/** Mail that waits to be sent. It is written in the change that asks for it, and sent after. */
import { and, asc, count, eq, gt, inArray, isNotNull, lte } from "drizzle-orm";
import {
  db,
  environment,
  logCheckpoints,
  mails,
  panelMembers,
  people,
  sessions,
  systemActor,
  type Transaction,
} from "#db";
import type { Language } from "#app/domain/local-text.ts";
import { reminderPauseMs } from "#app/domain/reminding.ts";
import { dueMailContent, type DueMailContent } from "./due-mails.server.ts";
import { handoverMailContent, type HandoverMail } from "./handover-mails.server.ts";
import { listMissing, type MissingSeat } from "./missing-assessors.server.ts";
import { settings } from "./settings.server.ts";
import { signalMailContent, type SignalMailContent } from "./signal-reminders.server.ts";

/** How long to wait after the first, second, … try that did not work. */
const minuteMs = 60_000;
const waitsMs = [1, 5, 30, 120, 720].map((minutes) => minutes * minuteMs);

export type ClaimedMail = typeof mails.$inferSelect & { isLastTry: boolean };

/**
 * Mail beside a reminder, when mail is configured: per person and session at most one in the time
 * in which nobody is reminded twice, however many cases it is about. It tells how many there are.
 */
export async function writeReminderMails(tx: Transaction, seats: MissingSeat[]): Promise<void> {
  if (settings().mail === null) return;
  const now = environment.now();
  const recent = await tx
    .select()
    .from(mails)
    .where(
      and(
        inArray(mails.personId, [...new Set(seats.map(({ personId }) => personId))]),
        gt(mails.createdAt, now - reminderPauseMs),
      ),
    );
  const keyOf = (personId: string, sessionId: unknown) => `${personId} ${String(sessionId)}`;
  const known = new Set(
    recent
      .filter(({ sentAt, nextTryAt }) => sentAt !== null || nextTryAt !== null)
      .map(({ personId, about }) => keyOf(personId, about.sessionId)),
  );
  for (const { personId, sessionId, organisationId } of seats) {
    const key = keyOf(personId, sessionId);
    if (known.has(key)) continue;
    known.add(key);
    await tx.insert(mails).values({
      id: environment.newId(),
      ...{ organisationId, personId, kind: "reminder" },
      about: { sessionId },
      ...{ createdAt: now, nextTryAt: now },
    });
  }
}

/**
 * Takes the mail that waits longest, for one process only. The next try is set before this one is
 * made: a process that dies between sending and noting it down makes a message go out once more,
 * under the same Message-ID, and none gets lost.
 */
export async function claimMail(): Promise<ClaimedMail | null> {
  return db.maintain(async (tx) => {
    const now = environment.now();
    const [row] = await tx
      .select()
      .from(mails)
      .where(lte(mails.nextTryAt, now))
      .orderBy(asc(mails.nextTryAt), asc(mails.id))
      .limit(1);
    if (!row) return null;
    const wait = waitsMs[row.tries];
    const claimed = {
      ...row,
      tries: row.tries + 1,
      nextTryAt: wait === undefined ? null : now + wait,
    };
    const { tries, nextTryAt } = claimed;
    await tx.update(mails).set({ tries, nextTryAt }).where(eq(mails.id, row.id));
    return { ...claimed, isLastTry: wait === undefined };
  });
}

export type MailContent =
  | ({ kind: "reminder" } & ReminderContent)
  | ({ kind: "due" } & DueMailContent)
  | ({ kind: "handover" } & HandoverMail)
  | ({ kind: "signal" } & SignalMailContent)
  | { kind: "checkpoint"; address: string; language: Language; note: string };

/** What a mail says now, or null when there is nothing left to say. */
export async function mailContent(mail: ClaimedMail): Promise<MailContent | null> {
  if (mail.kind === "checkpoint") return checkpointContent(mail);
  if (mail.kind === "due") {
    const content = await dueMailContent(mail);
    return content && { kind: "due", ...content };
  }
  if (mail.kind === "handover") {
    const content = await handoverMailContent(mail);
    return content && { kind: "handover", ...content };
  }
  if (mail.kind === "signal") {
    const content = await signalMailContent(mail);
    return content && { kind: "signal", ...content };
  }
  const content = await reminderContent(mail);
  return content && { kind: "reminder", ...content };
}

async function checkpointContent({ about, personId }: ClaimedMail): Promise<MailContent | null> {
  const [row] = await db.read
    .select({ note: logCheckpoints.note })
    .from(logCheckpoints)
    .where(eq(logCheckpoints.size, Number(about.size)))
    .orderBy(asc(logCheckpoints.at))
    .limit(1);
  const [person] = await db.read
    .select({ address: people.email, language: people.language })
    .from(people)
    .where(and(eq(people.id, personId), eq(people.active, true)));
  return row && person ? { kind: "checkpoint", ...person, note: row.note } : null;
}

export type ReminderContent = {
  address: string;
  language: Language;
  cases: number;
  /** Null also when it has passed: nobody can be asked for that any more. */
  dueAt: number | null;
};

/** What a reminder says now, or null when nothing is left to remind of. */
async function reminderContent(mail: ClaimedMail): Promise<ReminderContent | null> {
  const sessionId = String(mail.about.sessionId);
  const seats = await listMissing(
    db.read,
    and(eq(panelMembers.personId, mail.personId), eq(sessions.id, sessionId)),
  );
  const [person] = await db.read
    .select({ address: people.email, language: people.language })
    .from(people)
    .where(eq(people.id, mail.personId));
  const [first] = seats;
  if (!person || !first) return null;
  const isAhead = first.dueAt !== null && first.dueAt > environment.now();
  return { ...person, cases: seats.length, dueAt: isAhead ? first.dueAt : null };
}

export async function markSent(mail: ClaimedMail): Promise<void> {
  await db.write(systemActor, async (tx) => {
    const sentAt = environment.now();
    await tx
      .update(mails)
      .set({ sentAt, nextTryAt: null, problem: "" })
      .where(eq(mails.id, mail.id));
    await tx.record({ kind: "mail.sent", ...recordedOn(mail), details: detailsOf(mail) });
  });
}

/** Notes why a try did not work; with `giveUp`, or after the last try, nothing more is tried. */
export async function markFailed(
  mail: ClaimedMail,
  { problem, giveUp }: { problem: string; giveUp: boolean },
): Promise<void> {
  if (!giveUp) {
    await db.maintain((tx) => tx.update(mails).set({ problem }).where(eq(mails.id, mail.id)));
    return;
  }
  await db.write(systemActor, async (tx) => {
    await tx.update(mails).set({ problem, nextTryAt: null }).where(eq(mails.id, mail.id));
    const details = { ...detailsOf(mail), problem };
    await tx.record({ kind: "mail.failed", ...recordedOn(mail), details });
  });
}

/** It is no longer needed: whoever was missing is ready, or the case was revealed. */
export async function dropMail(mail: ClaimedMail): Promise<void> {
  const dropped = { nextTryAt: null, problem: "not_needed" };
  await db.maintain((tx) => tx.update(mails).set(dropped).where(eq(mails.id, mail.id)));
}

export async function countWaitingMails(): Promise<number> {
  const [row] = await db.read
    .select({ waiting: count().mapWith(Number) })
    .from(mails)
    .where(isNotNull(mails.nextTryAt));
  return row?.waiting ?? 0;
}

function recordedOn({ id, organisationId }: ClaimedMail) {
  return { subject: { type: "mail", id }, organisationId };
}

function detailsOf({ kind, personId, tries }: ClaimedMail) {
  return { kind, personId, tries };
}
