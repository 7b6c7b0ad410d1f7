/**
 * What a destruction takes after its change: the files of documents, the key of the case, and the
 * traces in the files of the database. Each step may be done again, so a process that is killed goes
 * on at its next start; several processes may do it.
 */
import { and, asc, eq, isNull } from "drizzle-orm";
import { db, destroyCaseKey, destructions, environment, systemActor } from "#db";
import { databaseBytes, scrub } from "#db/scrub.ts";
import { DomainError, isDomainError } from "#app/domain/domain-error.ts";
import { removeBytes } from "./document-store.server.ts";
import { repeating, type Repeating } from "./repeating.server.ts";

const everyMs = 10 * 60_000;
/** Writing a database of this size anew takes a second or two; larger ones wait for the night. */
const soonBytes = 128 * 1024 * 1024;
const night = { from: 1, until: 5 };

export type Finished = { finished: number; waiting: number };

/** Finishes what was destroyed: at once where the database is small, or at night, or when asked. */
export async function finishDestructions({ now = false } = {}): Promise<Finished> {
  const pending = await forgetDestroyed();
  const nothing = { finished: 0, waiting: pending.length };
  if (pending.length === 0 || !(now || (await isGoodMoment()))) return nothing;
  if (!(await scrub())) return nothing;
  for (const row of pending) await complete(row);
  return { finished: pending.length, waiting: 0 };
}

/** The part that takes no time: the files of documents and the keys. Gives what is to be finished. */
export async function forgetDestroyed(): Promise<Unfinished[]> {
  const pending = await unfinished();
  for (const { caseId, counts } of pending) {
    for (const name of counts?.files ?? []) await removeBytes(name);
    destroyCaseKey(caseId);
  }
  return pending;
}

type Unfinished = typeof destructions.$inferSelect;

function unfinished(): Promise<Unfinished[]> {
  return db.read
    .select()
    .from(destructions)
    .where(and(eq(destructions.status, "completed"), isNull(destructions.completedAt)))
    .orderBy(asc(destructions.proposedAt), asc(destructions.id));
}

async function complete({ id, caseId, organisationId, counts }: Unfinished): Promise<void> {
  const { rows = {}, documents = 0 } = counts ?? {};
  const change = db.write(systemActor, async (tx) => {
    const completed = await tx
      .update(destructions)
      .set({ completedAt: environment.now(), counts: { rows, documents } })
      .where(and(eq(destructions.id, id), isNull(destructions.completedAt)))
      .returning({ id: destructions.id });
    if (completed.length === 0) throw new DomainError("already_done");
    const subject = { type: "destruction", id };
    await tx.record({ kind: "destruction.completed", subject, organisationId, caseId });
  });
  // Another process may have been first.
  await change.catch((error: unknown) => {
    if (!isDomainError(error) || error.code !== "already_done") throw error;
  });
}

async function isGoodMoment(): Promise<boolean> {
  const hour = new Date(environment.now()).getHours();
  if (hour >= night.from && hour < night.until) return true;
  return (await databaseBytes()) <= soonBytes;
}

/** Finishes what was destroyed: at the start, when something was, and now and then. */
export function startFinishing(): Repeating {
  const work = repeating(everyMs, () => finishDestructions());
  work.now();
  const deaf = db.listen((notices) => {
    if (notices.some(({ kind }) => kind === "case.destroyed")) work.now();
  });
  const stop = () => {
    deaf();
    return work.stop();
  };
  return { now: work.now, stop };
}
