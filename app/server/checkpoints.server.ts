/** Heads of the audit log: signed, kept, and put where the database cannot reach. */
import { and, asc, count, desc, eq, gte, like, lt, lte, or } from "drizzle-orm";
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
import { knownSize } from "./log-known.server.ts";
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

const perPage = 25;

/** In the checkpoint by which one key hands over to the next. */
const nextKey = "next-key";

/**
 * Signs and keeps the head of the log as it is now; the last one when nothing was added since. While
 * a case is scored blind also the head that may be shown meanwhile. Throws when the log is not the one
 * of the heads before: a head that contradicts another is never signed.
 */
export async function publishCheckpoint(reason: string): Promise<PublishedCheckpoint> {
  const whole = await publish({ reason, declared: false });
  const known = await knownSize();
  if (known > 0 && known < whole.size) await signAt(known);
  return whole;
}

/** Keeps a head over the first events only, unless the present key signed one. */
async function signAt(size: number): Promise<PublishedCheckpoint> {
  const row = await db.maintain(async (tx) => {
    const signer = await currentSigner(tx);
    const there = await newestRows(tx).where(eq(logCheckpoints.size, size));
    const own = there.find(isSignedBy(signer));
    if (own) return own;
    const made = checkpointRow(await signed({ signer, former: null, size }));
    await tx.insert(logCheckpoints).values(made).onConflictDoNothing();
    return made;
  });
  return published(row);
}

function isSignedBy({ key }: LogSigner) {
  return ({ note }: Pick<CheckpointRow, "note">) =>
    parseNote(note).signatures.some(({ keyId }) => keyId === key.keyId);
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

/** The head over most events of those that may be shown now; null before the first. */
export async function latestCheckpoint(): Promise<PublishedCheckpoint | null> {
  const [row] = await newestRows(db.read)
    .where(mayBeShown(await knownSize()))
    .limit(1);
  return row ? published(row) : null;
}

/**
 * The smallest head with this event in it that the present key signed; signed now when there is none.
 * It tells no more of a scoring under way than the event itself, when that came after it began.
 */
export async function checkpointCovering(sequence: number): Promise<PublishedCheckpoint> {
  const heads = await covering(sequence);
  // Before the first head there is no key, and to make one is a change.
  const found = heads[0] && heads.find(isSignedBy(await currentSigner(db.read)));
  return found ? published(found) : signAt(Math.max(sequence, await knownSize()));
}

/** The smallest head with this event in it, whatever key signed it. */
export async function findCovering(sequence: number): Promise<PublishedCheckpoint | null> {
  const [row] = await covering(sequence);
  return row ? published(row) : null;
}

/** A few of the heads over an event, the smallest first. */
async function covering(sequence: number): Promise<CheckpointRow[]> {
  const most = Math.max(sequence, await knownSize());
  return db.read
    .select()
    .from(logCheckpoints)
    .where(and(gte(logCheckpoints.size, sequence), mayBeShown(most)))
    .orderBy(asc(logCheckpoints.size), asc(logCheckpoints.at), asc(logCheckpoints.id))
    .limit(perPage);
}

function mayBeShown(most: number) {
  return lte(logCheckpoints.size, most);
}

export async function findCheckpoint(id: string): Promise<PublishedCheckpoint | null> {
  const known = mayBeShown(await knownSize());
  const [row] = await db.read
    .select()
    .from(logCheckpoints)
    .where(and(eq(logCheckpoints.id, id), known));
  return row ? published(row) : null;
}

export type CheckpointPage = {
  checkpoints: PublishedCheckpoint[];
  total: number;
  /** The id after which the next page begins. */
  next: string | null;
};

/** Newest first. */
export async function listCheckpoints(after: string | null): Promise<CheckpointPage> {
  const last = after === null ? null : await findCheckpoint(after);
  const known = mayBeShown(await knownSize());
  const further =
    last &&
    or(
      lt(logCheckpoints.size, last.size),
      and(eq(logCheckpoints.size, last.size), lt(logCheckpoints.at, last.at)),
    );
  const rows = await newestRows(db.read)
    .where(and(known, further ?? undefined))
    .limit(perPage + 1);
  const [all] = await db.read
    .select({ total: count().mapWith(Number) })
    .from(logCheckpoints)
    .where(known);
  const checkpoints = rows.slice(0, perPage).map(published);
  const next = rows.length > perPage ? (checkpoints.at(-1)?.id ?? null) : null;
  return { checkpoints, total: all?.total ?? 0, next };
}

/** The head by which a key was handed over to this one; null for the first key. */
export async function handOverTo(verifierKey: string): Promise<string | null> {
  const origin = await logOrigin();
  const notes = await db.read
    .select({ note: logCheckpoints.note })
    .from(logCheckpoints)
    .where(like(logCheckpoints.note, `%${nextKey}%`))
    .orderBy(asc(logCheckpoints.size), asc(logCheckpoints.at));
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
