/** Reminders to those who still have to score: by the facilitator, and by itself before a deadline. */
import { and, count, desc, eq, gt, inArray, lte, max, type SQL } from "drizzle-orm";
import {
  agendaItems,
  db,
  environment,
  people,
  reminders,
  sessions,
  systemActor,
  type Queries,
  type Transaction,
} from "#db";
import { DomainError, isDomainError } from "#app/domain/domain-error.ts";
import { mayRemind, nearDeadline, reminderDue } from "#app/domain/reminding.ts";
import { assertPhase } from "#app/domain/session.ts";
import type { Reminding } from "#app/schemas/reminding.ts";
import type { Access } from "./access.server.ts";
import { currentItem, getLedItem, type ItemAddress } from "./agenda-items.server.ts";
import { writeReminderMails } from "./mails.server.ts";
import { listMissing, type MissingSeat } from "./missing-assessors.server.ts";

type DatedSeat = MissingSeat & { lastAt: number | null };

/** Reminds who still has to score this case; nobody twice within half a day. */
export async function remindMissing(
  access: Access<"session.lead">,
  address: ItemAddress,
): Promise<void> {
  const item = await getLedItem(access, address);
  await db.write(access.actor, async (tx) => {
    const { phase } = await currentItem(tx, item.row.id);
    assertPhase(phase, ["scoring"]);
    const missing = await listDated(tx, eq(agendaItems.id, item.row.id));
    if (missing.length === 0) throw new DomainError("nobody_missing");
    const now = environment.now();
    const seats = missing.filter(({ lastAt }) => mayRemind({ lastAt, now }));
    if (seats.length === 0) throw new DomainError("reminded_recently");
    await remind(tx, seats, access.person.id);
  });
}

/** What the facilitator sees beside the button: how many are missing, and the last reminder. */
export async function getReminding(agendaItemId: string): Promise<Reminding> {
  const missing = await listDated(db.read, eq(agendaItems.id, agendaItemId));
  const now = environment.now();
  return {
    now,
    missing: missing.length,
    remindable: missing.filter(({ lastAt }) => mayRemind({ lastAt, now })).length,
    last: await lastOf(agendaItemId),
  };
}

/**
 * Reminds, before the deadline of a session that is spread over days, who has not finished. Safe to
 * call in several processes: each looks again inside its change. Gives back how many were reminded.
 */
export async function remindBeforeDeadlines(): Promise<number> {
  const due = await listDue(db.read);
  const sessionIds = [...new Set(due.map(({ sessionId }) => sessionId))];
  let reminded = 0;
  for (const sessionId of sessionIds) reminded += await remindSession(sessionId);
  return reminded;
}

async function remindSession(sessionId: string): Promise<number> {
  try {
    return await db.write(systemActor, async (tx) => {
      const seats = await listDue(tx, eq(sessions.id, sessionId));
      if (seats.length === 0) throw new DomainError("nobody_missing");
      await remind(tx, seats, null);
      return seats.length;
    });
  } catch (error) {
    // Another process was first.
    if (isDomainError(error) && error.code === "nobody_missing") return 0;
    throw error;
  }
}

async function listDue(read: Queries, condition?: SQL): Promise<DatedSeat[]> {
  const now = environment.now();
  const near = and(gt(sessions.deadline, now), lte(sessions.deadline, nearDeadline(now)));
  const seats = await listDated(read, and(eq(sessions.kind, "spread"), near, condition));
  return seats.filter(
    ({ deadline, openedAt, lastAt }) =>
      deadline !== null && reminderDue({ deadline, openedAt, lastAt, now }),
  );
}

/** The missing, each with the last reminder about this case. */
async function listDated(read: Queries, condition: SQL | undefined): Promise<DatedSeat[]> {
  const seats = await listMissing(read, condition);
  if (seats.length === 0) return [];
  const rows = await read
    .select({
      itemId: reminders.agendaItemId,
      personId: reminders.personId,
      lastAt: max(reminders.at).mapWith(Number),
    })
    .from(reminders)
    .where(inArray(reminders.agendaItemId, [...new Set(seats.map(({ itemId }) => itemId))]))
    .groupBy(reminders.agendaItemId, reminders.personId);
  const keyOf = (seat: { itemId: string; personId: string }) => `${seat.itemId} ${seat.personId}`;
  const last = new Map(rows.map((row) => [keyOf(row), row.lastAt]));
  return seats.map((seat) => ({ ...seat, lastAt: last.get(keyOf(seat)) ?? null }));
}

/** One event per case; that people were not ready may be known, and who it was stays in the rows. */
async function remind(tx: Transaction, seats: MissingSeat[], sentBy: string | null): Promise<void> {
  const at = environment.now();
  await tx.insert(reminders).values(
    seats.map(({ itemId, round, personId }) => ({
      id: environment.newId(),
      ...{ agendaItemId: itemId, round, personId, sentBy, at },
    })),
  );
  const items = new Map(seats.map((seat) => [seat.itemId, seat]));
  for (const { itemId, round, organisationId, caseId, sessionId } of items.values()) {
    const own = seats.filter((seat) => seat.itemId === itemId);
    await tx.record({
      kind: "reminder.sent",
      subject: { type: "agenda_item", id: itemId },
      ...{ organisationId, caseId, sessionId },
      details: { people: own.length, round },
      content: { round, people: own.map(({ personId }) => personId) },
    });
  }
  await writeReminderMails(tx, seats);
}

async function lastOf(agendaItemId: string): Promise<Reminding["last"]> {
  const [last] = await db.read
    .select({ at: reminders.at, by: people.name, people: count().mapWith(Number) })
    .from(reminders)
    .leftJoin(people, eq(people.id, reminders.sentBy))
    .where(eq(reminders.agendaItemId, agendaItemId))
    .groupBy(reminders.at, people.id, people.name)
    .orderBy(desc(reminders.at), desc(people.id))
    .limit(1);
  return last ?? null;
}
