/** Heads of the audit log: signed, kept, and put where the database cannot reach. */
import { asc, count, desc, eq, gte, lt, or, and } from "drizzle-orm";
import { db, environment, installationKeys, logCheckpoints, sealOf, type Queries } from "#db";
import { formatCheckpoint, parseCheckpoint, type Checkpoint } from "#app/domain/checkpoint.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import { formatNote, formatVerifierKey, parseNote, signText } from "#app/domain/signed-note.ts";
import { headProblem, writeHead } from "./log-head.server.ts";
import {
  currentSigner,
  forgetPrivatePart,
  formerSigner,
  logOrigin,
  type LogSigner,
} from "./log-keys.server.ts";
import { logSize, rootAt } from "./log-tree.server.ts";
import { log } from "./log.server.ts";

export { consistencyOf, proofOf } from "./log-tree.server.ts";

export type CheckpointRow = typeof logCheckpoints.$inferSelect;

export type PublishedCheckpoint = Checkpoint & {
  id: string;
  at: number;
  /** The signed note. */
  note: string;
  isTimestamped: boolean;
};

/** In the checkpoint by which one key hands over to the next. */
const nextKey = "next-key";

/**
 * Signs and keeps the head of the log as it is now; the last one when nothing was added since. Throws
 * when the log is not the one of the heads before: a head that contradicts another is never signed.
 */
export async function publishCheckpoint(reason: string): Promise<PublishedCheckpoint> {
  return publish({ reason, declared: false });
}

/** Publishes where a loss was declared: the head before no longer holds. */
export async function publishAfterLoss(): Promise<PublishedCheckpoint> {
  return publish({ reason: "loss", declared: true });
}

type Publishing = { reason: string; declared: boolean };

async function publish({ reason, declared }: Publishing): Promise<PublishedCheckpoint> {
  // In turn with all changes, of every process: what is committed stays as it is meanwhile.
  const made = await db.maintain(async (tx) => {
    const signer = await currentSigner(tx);
    const former = await formerSigner(tx);
    const size = await logSize();
    if (!declared) await assertHeadHolds();
    const [newest] = await newestRows(tx).limit(1);
    if (newest?.size === size && !former && !declared) {
      writeHead(newest.note, { declared });
      return { row: newest, former };
    }
    const row = checkpointRow(await signed({ signer, former, size }));
    await tx.insert(logCheckpoints).values(row).onConflictDoNothing();
    writeHead(row.note, { declared });
    log().info({ reason, size }, "checkpoint of the log published");
    return { row, former };
  });
  // Only now: until the head by which it hands over is kept, the old key may be needed again.
  if (made.former) forgetPrivatePart(made.former.key);
  return published(made.row);
}

async function assertHeadHolds(): Promise<void> {
  const problem = await headProblem();
  if (problem) throw new DomainError("log_does_not_hold", problem);
}

type Signing = { signer: LogSigner; former: LogSigner | null; size: number };

async function signed({ signer, former, size }: Signing) {
  const extensions = former ? [`${nextKey} ${formatVerifierKey(signer.key)}`] : [];
  const head = { origin: signer.key.name, size, root: await rootAt(size), extensions };
  const text = formatCheckpoint(head);
  const signers = former ? [signer, former] : [signer];
  const signatures = signers.map(({ key, sign }) => signText({ text, key }, sign));
  const note = formatNote({ text, signatures });
  return { at: environment.now(), size, note, timestamp: null };
}

/** The id of a row vouches for the rest of it. */
export function checkpointRow(row: Omit<CheckpointRow, "id">): CheckpointRow {
  const { timestamp, ...rest } = row;
  const sealed = { ...rest, timestamp: timestamp?.toString("base64") ?? null };
  return { id: sealOf("log_checkpoints", sealed, installationKeys().seal), ...row };
}

function newestRows(read: Queries) {
  return read
    .select()
    .from(logCheckpoints)
    .orderBy(desc(logCheckpoints.size), desc(logCheckpoints.at), asc(logCheckpoints.id))
    .$dynamic();
}

/** The head over most events; null before the first. */
export async function latestCheckpoint(): Promise<PublishedCheckpoint | null> {
  const [row] = await newestRows(db.read).limit(1);
  return row ? published(row) : null;
}

/** The first head over at least so many events; published now when there is none. */
export async function checkpointCovering(size: number): Promise<PublishedCheckpoint> {
  const rows = db.read.select().from(logCheckpoints).where(gte(logCheckpoints.size, size));
  const [row] = await rows
    .orderBy(asc(logCheckpoints.size), asc(logCheckpoints.at), asc(logCheckpoints.id))
    .limit(1);
  return row ? published(row) : publishCheckpoint("asked");
}

export async function findCheckpoint(id: string): Promise<PublishedCheckpoint | null> {
  const [row] = await db.read.select().from(logCheckpoints).where(eq(logCheckpoints.id, id));
  return row ? published(row) : null;
}

export type CheckpointPage = {
  checkpoints: PublishedCheckpoint[];
  total: number;
  /** The id after which the next page begins. */
  next: string | null;
};

const perPage = 25;

/** Newest first. */
export async function listCheckpoints(after: string | null): Promise<CheckpointPage> {
  const last = after === null ? null : await findCheckpoint(after);
  const rows = await newestRows(db.read)
    .where(
      last
        ? or(
            lt(logCheckpoints.size, last.size),
            and(eq(logCheckpoints.size, last.size), lt(logCheckpoints.at, last.at)),
          )
        : undefined,
    )
    .limit(perPage + 1);
  const [all] = await db.read.select({ total: count().mapWith(Number) }).from(logCheckpoints);
  const checkpoints = rows.slice(0, perPage).map(published);
  const next = rows.length > perPage ? (checkpoints.at(-1)?.id ?? null) : null;
  return { checkpoints, total: all?.total ?? 0, next };
}

/** The head by which a key was handed over to this one; null for the first key. */
export async function handOverTo(verifierKey: string): Promise<string | null> {
  const origin = await logOrigin();
  const rows = db.read.select({ note: logCheckpoints.note }).from(logCheckpoints);
  const notes = await rows.orderBy(asc(logCheckpoints.size), asc(logCheckpoints.at));
  const found = notes.find(({ note }) => {
    const { extensions, origin: name } = parseCheckpoint(parseNote(note).text);
    return name === origin && extensions.includes(`${nextKey} ${verifierKey}`);
  });
  return found?.note ?? null;
}

function published(row: CheckpointRow): PublishedCheckpoint {
  const { id, at, note, timestamp } = row;
  const checkpoint = parseCheckpoint(parseNote(note).text);
  return { id, at, note, isTimestamped: timestamp !== null, ...checkpoint };
}
