import { setTimeout as wait } from "node:timers/promises";
import { db, environment, type AuditEvent, type Queries } from "#db";
import { readingKind, type ReadPage } from "#app/domain/reading.ts";
import type { Access } from "./access.server.ts";
import type { ReadableCase } from "./case-access.server.ts";
import { log } from "./log.server.ts";

const oncePer = 10 * 60_000;
const mostKept = 20_000;
/** How long a page waits for its reading to be on disk, in milliseconds, and behind how many others. */
const patience = { time: 100, before: 2 };
const mostWaiting = 2_000;

type Read = {
  /** When somebody last read a page, oldest first. */
  lately: Map<string, number>;
  /** Readings are written one after the other, so that a crowd of readers never fills the queue of changes. */
  last: Promise<void>;
  waiting: number;
};

/** What was read in this process, of the database that is open. */
const readBy = new WeakMap<Queries, Read>();

/**
 * Notes in the audit log that this person read this page of the case: once in ten minutes. Reading goes
 * on when the storage is full or away, for whoever needs the case comes first; the server log then tells.
 */
export async function recordReading(
  access: Access,
  { id: caseId }: ReadableCase,
  page: ReadPage,
): Promise<void> {
  const subject = { type: "case", id: caseId };
  await note(access, page, { kind: readingKind(page), subject, caseId, details: { page } });
}

/** The same, of what another organisation shared: in the log of the reader there is no case of theirs. */
export async function recordHandoverReading(access: Access, handoverId: string): Promise<void> {
  const subject = { type: "handover", id: handoverId };
  await note(access, "handover", { kind: "handover.read", subject, details: { page: "handover" } });
}

async function note(access: Access, page: ReadPage, event: AuditEvent): Promise<void> {
  const read = readNow();
  const key = `${access.person.id} ${event.subject.id} ${page}`;
  if (isKnown(read, key)) return;
  const isCrowded = read.waiting > patience.before;
  const written = inTurn(read, () => write(access, event)).catch((error: unknown) => {
    read.lately.delete(key);
    log().warn({ err: error, page }, "a reading of a case was not recorded");
  });
  if (!isCrowded) await Promise.race([written, wait(patience.time, undefined, { ref: false })]);
}

/** Whether this was noted in the last minutes; if not, it is from now on. */
function isKnown({ lately }: Read, key: string): boolean {
  const now = environment.now();
  if (Math.abs(now - (lately.get(key) ?? -Infinity)) < oncePer) return true;
  lately.delete(key);
  lately.set(key, now);
  const [oldest] = lately.keys();
  if (lately.size > mostKept && oldest !== undefined) lately.delete(oldest);
  return false;
}

async function inTurn(read: Read, work: () => Promise<void>): Promise<void> {
  if (read.waiting >= mostWaiting) throw new Error("Too many readings wait to be recorded");
  read.waiting += 1;
  const turn = read.last.then(work);
  read.last = turn.catch(() => undefined);
  try {
    await turn;
  } finally {
    read.waiting -= 1;
  }
}

async function write(access: Access, event: AuditEvent): Promise<void> {
  await db.write(access.actor, (tx) => tx.record(event));
}

function readNow(): Read {
  const known = readBy.get(db.read);
  if (known) return known;
  const read = { lately: new Map<string, number>(), last: Promise.resolve(), waiting: 0 };
  readBy.set(db.read, read);
  return read;
}
