/** Mail to whoever owns a condition, review or proceeding: a week before its day, and when that has passed. */
import { createHash } from "node:crypto";
import { and, eq, gte, inArray, isNull, lt, type SQL } from "drizzle-orm";
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
} from "#db";
import { dayInMs, dayNumber, startOfDay } from "#app/domain/day.ts";
import { dueStage, toldRange, type DueStage } from "#app/domain/follow-up.ts";
import type { Language } from "#app/domain/local-text.ts";
import { stillOpen } from "./proceeding-rows.server.ts";
import { settings } from "./settings.server.ts";

type DueItem = {
  item: "condition" | "review" | "proceeding";
  personId: string;
  organisationId: string;
  caseId: string;
  dueDate: number;
};

/** Rows of one statement. */
const atOnce = 500;

/**
 * Writes the mails that are due now, when mail is configured: one per person, case, day and stage, however many things
 * share them. The id of a mail follows from those, so that several processes write it once.
 */
export async function writeDueMails(): Promise<number> {
  if (settings().mail === null) return 0;
  const now = environment.now();
  const wanted = new Map(
    (await listDueItems(toldRange(now))).flatMap((item) => {
      const mail = mailOf(item, now);
      return mail ? [[mail.id, mail]] : [];
    }),
  );
  const ids = [...wanted.keys()];
  let written = 0;
  for (let start = 0; start < ids.length; start += atOnce) {
    written += await writeNew(
      ids.slice(start, start + atOnce).flatMap((id) => wanted.get(id) ?? []),
    );
  }
  return written;
}

type Mail = typeof mails.$inferInsert;

function mailOf(item: DueItem, now: number): Mail | null {
  const { personId, organisationId, caseId } = item;
  const dueDate = startOfDay(dayNumber(item.dueDate));
  const stage = dueStage({ dueDate, now });
  if (stage === null) return null;
  return {
    id: idOf({ personId, caseId, dueDate, stage }),
    ...{ organisationId, personId, kind: "due" },
    about: { caseId, dueDate, stage },
    ...{ createdAt: now, nextTryAt: now },
  };
}

function idOf(of: { personId: string; caseId: string; dueDate: number; stage: DueStage }): string {
  const text = `due ${of.personId} ${of.caseId} ${of.dueDate} ${of.stage}`;
  const hex = createHash("sha256").update(text).digest("hex");
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
  ];
  return [...parts, hex.slice(20, 32)].join("-");
}

async function writeNew(batch: Mail[]): Promise<number> {
  const ids = batch.map(({ id }) => id);
  const there = await db.read.select({ id: mails.id }).from(mails).where(inArray(mails.id, ids));
  const known = new Set(there.map(({ id }) => id));
  const missing = batch.filter(({ id }) => !known.has(id));
  if (missing.length === 0) return 0;
  const inserted = await db.maintain((tx) =>
    tx.insert(mails).values(missing).onConflictDoNothing().returning({ id: mails.id }),
  );
  return inserted.length;
}

type Asked = {
  from: number;
  until: number;
  /** Of one person and case only. */
  only?: { personId: string; caseId: string };
};

/** What is open and due in this range, of people who still work here. */
async function listDueItems(asked: Asked): Promise<DueItem[]> {
  return [
    ...(await conditionsDue(asked)).map((row) => ({ item: "condition" as const, ...row })),
    ...(await reviewsDue(asked)).map((row) => ({ item: "review" as const, ...row })),
    ...(await proceedingsDue(asked)).map((row) => ({ item: "proceeding" as const, ...row })),
  ];
}

type Owned = typeof conditions | typeof reviews | typeof proceedings;

const columnsOf = ({ ownerId, dueDate }: Owned) => ({
  ...{ personId: ownerId, dueDate },
  ...{ caseId: caseFiles.id, organisationId: caseFiles.organisationId },
});

function inRange({ ownerId, dueDate }: Owned, { from, until, only }: Asked): SQL | undefined {
  return and(
    ...[gte(dueDate, from), lt(dueDate, until), eq(people.active, true)],
    only && and(eq(ownerId, only.personId), eq(caseFiles.id, only.caseId)),
  );
}

async function conditionsDue(asked: Asked) {
  return db.read
    .select(columnsOf(conditions))
    .from(conditions)
    .innerJoin(decisions, eq(decisions.id, conditions.decisionId))
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .innerJoin(people, eq(people.id, conditions.ownerId))
    .where(
      and(inRange(conditions, asked), isNull(conditions.doneAt), eq(decisions.status, "taken")),
    );
}

async function reviewsDue(asked: Asked) {
  return db.read
    .select(columnsOf(reviews))
    .from(reviews)
    .innerJoin(decisions, eq(decisions.id, reviews.decisionId))
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .innerJoin(people, eq(people.id, reviews.ownerId))
    .where(and(inRange(reviews, asked), isNull(reviews.heldAt), eq(decisions.status, "taken")));
}

async function proceedingsDue(asked: Asked) {
  return db.read
    .select(columnsOf(proceedings))
    .from(proceedings)
    .innerJoin(caseFiles, eq(caseFiles.id, proceedings.caseId))
    .innerJoin(people, eq(people.id, proceedings.ownerId))
    .where(and(inRange(proceedings, asked), stillOpen()));
}

export type DueMailContent = {
  address: string;
  language: Language;
  dueDate: number;
  overdue: boolean;
  /** How many of each are still open. */
  counts: Record<DueItem["item"], number>;
};

/** What a mail about due work says now, or null when all of it was done or put off since. */
export async function dueMailContent(mail: {
  personId: string;
  about: Record<string, string | number | null>;
}): Promise<DueMailContent | null> {
  const { personId, about } = mail;
  const dueDate = Number(about.dueDate);
  const only = { personId, caseId: String(about.caseId) };
  const items = await listDueItems({ from: dueDate, until: dueDate + dayInMs, only });
  const [person] = await db.read
    .select({ address: people.email, language: people.language })
    .from(people)
    .where(eq(people.id, personId));
  if (!person || items.length === 0) return null;
  const count = (item: DueItem["item"]) => items.filter((one) => one.item === item).length;
  return {
    ...person,
    dueDate,
    overdue: dayNumber(environment.now()) > dayNumber(dueDate),
    counts: {
      condition: count("condition"),
      review: count("review"),
      proceeding: count("proceeding"),
    },
  };
}
