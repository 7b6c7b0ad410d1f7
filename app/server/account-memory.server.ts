/** The figures of all cases in memory, as new as they were made, whichever process made them. */
import { setImmediate } from "node:timers/promises";
import { and, asc, eq, gt, gte, lte, or, sql } from "drizzle-orm";
import { auditEvents, caseFigures, db, type Queries } from "#db";
import { createAccountIndex, type AccountIndex } from "#app/domain/account-index.ts";
import { putCase, removeCase } from "#app/domain/account-rows.ts";
import { catchUpFigures, figuresMadeUpTo } from "./case-figures.server.ts";
import { log } from "./log.server.ts";
import { repeating, type Repeating } from "./repeating.server.ts";
import { turns } from "./slices.server.ts";

type Memory = {
  /** The database it is of. */
  read: Queries;
  index: AccountIndex;
  /** The last event that is in it. */
  upTo: number;
};

let memory: Memory | undefined;
let turn: Promise<unknown> = Promise.resolve();

export const figuresAtOnce = 250;
const everyMs = 5000;
/** Who asks for figures waits no longer than this for what just happened. */
export const waitMs = 250;

/**
 * Asks something of the figures of all cases, with what happened until now. `complete` is false when there was too much
 * to take in at once, as after an upgrade.
 */
export function askFigures<T>(
  ask: (index: AccountIndex, complete: boolean) => Promise<T>,
): Promise<T> {
  return inTurn(async () => {
    const complete = await catchUpFigures({ withinMs: waitMs });
    return ask((await memoryNow()).index, complete);
  });
}

/** The figures as they are in memory, without looking for anything newer; null before they were loaded. */
export function figuresAtHand(): { index: AccountIndex; upTo: number } | null {
  return memory?.read === db.read ? memory : null;
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const answer = turn.then(work);
  turn = answer.catch(() => undefined);
  return answer;
}

/** Takes the figures into memory before anyone asks, and keeps them new. */
export function startKnowingFigures(): Pick<Repeating, "stop"> {
  const ending = new AbortController();
  const work = repeating(everyMs, async () => {
    await catchUpFigures({ signal: ending.signal });
    if (!ending.signal.aborted) await inTurn(() => memoryNow(ending.signal));
  });
  work.now();
  const stop = () => {
    ending.abort();
    return work.stop();
  };
  return { stop };
}

async function memoryNow(signal?: AbortSignal): Promise<Memory> {
  const upTo = (await figuresMadeUpTo()) ?? 0;
  if (memory?.read === db.read && memory.upTo <= upTo) {
    if (memory.upTo < upTo) await takeIn(memory, { upTo, signal });
    return memory;
  }
  const started = performance.now();
  const made = { read: db.read, index: createAccountIndex(), upTo: 0 };
  await takeIn(made, { upTo, signal });
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  log().info({ cases: made.index.count, seconds }, "figures are in memory");
  memory = made;
  return made;
}

type Taking = { upTo: number; signal?: AbortSignal | undefined };

/** Takes in what was made up to an event, and out the cases that were destroyed by then. */
async function takeIn(kept: Memory, { upTo, signal }: Taking): Promise<void> {
  const next = turns();
  const isFirst = kept.upTo === 0;
  for (let after = { sequence: kept.upTo + 1, caseId: "" }; ;) {
    signal?.throwIfAborted();
    const rows = await figuresAfter({ ...after, upTo });
    for (const row of rows) {
      await next();
      putCase(kept.index, { ...row, id: row.caseId });
    }
    const last = rows.at(-1);
    if (!last || rows.length < figuresAtOnce) break;
    after = last;
    await setImmediate();
  }
  // What was destroyed has no row to be taken in from the beginning.
  const gone = isFirst ? [] : await destroyedBetween({ after: kept.upTo, upTo });
  for (const { caseId } of gone) if (caseId !== null) removeCase(kept.index, caseId);
  kept.upTo = upTo;
}

export const figuresAfter = db.hot<{ sequence: number; caseId: string; upTo: number }>()((read) => {
  const sequence = sql.placeholder("sequence");
  return read
    .select()
    .from(caseFigures)
    .where(
      and(
        gte(caseFigures.sequence, sequence),
        lte(caseFigures.sequence, sql.placeholder("upTo")),
        or(gt(caseFigures.sequence, sequence), gt(caseFigures.caseId, sql.placeholder("caseId"))),
      ),
    )
    .orderBy(asc(caseFigures.sequence), asc(caseFigures.caseId))
    .limit(figuresAtOnce);
});

export const destroyedBetween = db.hot<{ after: number; upTo: number }>()((read) =>
  read
    .select({ caseId: auditEvents.caseId })
    .from(auditEvents)
    .where(
      and(
        gt(auditEvents.sequence, sql.placeholder("after")),
        lte(auditEvents.sequence, sql.placeholder("upTo")),
        eq(auditEvents.kind, "case.destroyed"),
      ),
    ),
);
