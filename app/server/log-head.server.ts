/**
 * The last published head of the log as a file outside the database. Against it a log that was cut,
 * rewritten or put back from a backup shows, also when everything in the database fits together.
 */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { desc } from "drizzle-orm";
import { auditEvents, db, keysFolder, logCheckpoints, makeFolder, writeWhole } from "#db";
import { putInPlace } from "#db/durable-files.ts";
import { equalBytes } from "#app/domain/bytes.ts";
import { openCheckpoint, parseCheckpoint, type Checkpoint } from "#app/domain/checkpoint.ts";
import { isDomainError, nullWhenBroken } from "#app/domain/domain-error.ts";
import { parseNote } from "#app/domain/signed-note.ts";
import { verifyEd25519 } from "./ed25519.server.ts";
import { logOrigin, trustedKeys } from "./log-keys.server.ts";
import { logSize, rootAt } from "./log-tree.server.ts";

/** What does not fit between the log and a head that was published of it. */
export type HeadProblem = {
  code: "head_broken" | "head_longer" | "head_differs";
  /** How many events the head is over, and how many there are. */
  head: number;
  events: number;
  /** When the newest event was that is there, and when the head was published. */
  newestAt: number | null;
  publishedAt: number | null;
};

export type Head = { note: string; checkpoint: Checkpoint };

function headFile(origin: string): string {
  return join(keysFolder(), "heads", encodeURIComponent(origin));
}

/** The last head as it stands in its file. */
export function headNote(origin: string): string | null {
  const file = headFile(origin);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** The last head; null when none was published, "broken" when nobody with a key of the log signed it. */
export function readHead(origin: string): Head | "broken" | null {
  const note = headNote(origin);
  if (note === null) return null;
  const known = { origin, keys: trustedKeys(origin), verify: verifyEd25519 };
  const opened = openCheckpoint(note, known);
  return opened.ok ? { note, checkpoint: opened.checkpoint } : "broken";
}

/** Replaces the head by one that is not smaller; by any, where a loss was declared. */
export function writeHead(note: string, { declared }: { declared: boolean }): void {
  const { origin, size } = parseCheckpoint(parseNote(note).text);
  const before = readHead(origin);
  if (before !== null && before !== "broken" && before.checkpoint.size > size && !declared) return;
  const file = headFile(origin);
  makeFolder(dirname(file));
  const unfinished = `${file}.${randomBytes(4).toString("hex")}.new`;
  writeWhole(unfinished, Buffer.from(note));
  putInPlace(unfinished, file);
}

/** Keeps a head that no longer holds under another name: it proves what was lost. */
export function setHeadAside(origin: string): void {
  const file = headFile(origin);
  if (!existsSync(file)) return;
  const note = readFileSync(file);
  const aside = `${file}.lost-${Math.floor(statSync(file).mtimeMs)}`;
  rmSync(aside, { force: true });
  writeWhole(aside, note);
  rmSync(file);
}

/** What does not fit between the log and the last head of it; null when all is well. */
export async function headProblem(): Promise<HeadProblem | null> {
  const origin = await logOrigin();
  if (origin === null) return null;
  const head = readHead(origin);
  const events = await logSize();
  if (head === "broken") return problem("head_broken", { origin, head: 0, events });
  const kept = await newestKept();
  for (const checkpoint of [head?.checkpoint, kept]) {
    if (!checkpoint) continue;
    const { size, root } = checkpoint;
    if (size > events) return problem("head_longer", { origin, head: size, events });
    if (!(await hasRoot({ size, root }))) {
      return problem("head_differs", { origin, head: size, events });
    }
  }
  return null;
}

/** Whether the log began with this tree. */
export async function hasRoot({ size, root }: Pick<Checkpoint, "size" | "root">): Promise<boolean> {
  try {
    return equalBytes(await rootAt(size), root);
  } catch (error) {
    if (isDomainError(error) && error.code === "log_gap") return false;
    throw error;
  }
}

async function newestKept(): Promise<Checkpoint | null> {
  const rows = db.read.select({ note: logCheckpoints.note }).from(logCheckpoints);
  const [row] = await rows.orderBy(desc(logCheckpoints.size), desc(logCheckpoints.at)).limit(1);
  return row ? nullWhenBroken(() => parseCheckpoint(parseNote(row.note).text)) : null;
}

async function problem(
  code: HeadProblem["code"],
  { origin, head, events }: { origin: string; head: number; events: number },
): Promise<HeadProblem> {
  const newest = db.read.select({ at: auditEvents.at }).from(auditEvents);
  const [row] = await newest.orderBy(desc(auditEvents.sequence)).limit(1);
  const file = headFile(origin);
  const publishedAt = existsSync(file) ? Math.floor(statSync(file).mtimeMs) : null;
  return { code, head, events, newestAt: row?.at ?? null, publishedAt };
}

/** In words for whoever runs the server: what is wrong, and what to do. */
function headProblemInWords(problem: HeadProblem): string {
  const { head, events, newestAt, publishedAt } = problem;
  const at = (moment: number | null) => (moment === null ? "?" : new Date(moment).toISOString());
  const found = {
    head_broken: `The file with the last published checkpoint, in ${join(keysFolder(), "heads")}, is damaged or was signed by another key.`,
    head_longer: `The audit log has ${events} events and a checkpoint was published over ${head}: events ${events + 1} to ${head} are missing, all from after ${at(newestAt)}.`,
    head_differs: `The audit log is not the one of which a checkpoint was published: one or more of its first ${head} events were changed or replaced. It has ${events} now.`,
  }[problem.code];
  return `${found}
The last checkpoint was published at ${at(publishedAt)}.

What to do:
  Find out who had access to the database. Keep a copy of it as it is.
  Put back a database that has these events: npm run mw -- restore <backup>
  Where what is missing is gone for good (an older backup was put back), say so; it is recorded in the log:
    npm run mw -- log declare-loss --reason "..."`;
}

export async function assertLogHolds(): Promise<void> {
  const found = await headProblem();
  if (found) throw new Error(headProblemInWords(found));
}
