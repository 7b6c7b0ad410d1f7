/** Keeps the figures of each case as new as the audit log, in batches that each take little. */
import { setImmediate } from "node:timers/promises";
import { and, asc, desc, eq, gt, inArray, ne, notInArray, sql } from "drizzle-orm";
import { auditEvents, caseFigures, db, figuresProgress, type Queries } from "#db";
import { figuresVersion } from "#app/domain/case-figures.ts";
import { readingKinds } from "#app/domain/reading.ts";
import { figuresOf } from "./case-figures-rows.server.ts";

/** Events looked through in one batch, and the most cases made anew in it. */
const eventsAtOnce = 1000;
const casesAtOnce = 60;
/** Ratings change no figure before they are weighed. */
const changingNothing = [...readingKinds, "rating.recorded", "gate.recorded"];

const newestEvent = db.hot<Record<string, never>>()((read) =>
  read
    .select({ sequence: auditEvents.sequence })
    .from(auditEvents)
    .orderBy(desc(auditEvents.sequence))
    .limit(1),
);

const progress = db.hot<{ version: number }>()((read) =>
  read
    .select({ sequence: figuresProgress.sequence })
    .from(figuresProgress)
    .where(eq(figuresProgress.id, sql.placeholder("version"))),
);

/** Up to which event the figures are made; null before a first one was. */
export async function figuresMadeUpTo(): Promise<number | null> {
  const [row] = await progress({ version: figuresVersion });
  return row?.sequence ?? null;
}

async function isBehind(): Promise<boolean> {
  const [newest] = await newestEvent({});
  return (newest?.sequence ?? 0) > ((await figuresMadeUpTo()) ?? -1);
}

type Catching = { withinMs?: number; signal?: AbortSignal | undefined };

/**
 * Makes anew the figures of cases that something happened to. Tells whether everything is in; within a time limit there
 * may be more to do.
 */
export async function catchUpFigures({ withinMs = Infinity, signal }: Catching): Promise<boolean> {
  const until = performance.now() + withinMs;
  while (await isBehind()) {
    if (signal?.aborted || performance.now() >= until) return false;
    await db.maintain(makeBatch);
    await setImmediate();
  }
  return true;
}

/** Makes the figures of the next cases, in the order of the log. */
async function makeBatch(tx: Queries): Promise<void> {
  const after = await begin(tx);
  const { caseIds, upTo } = await nextCases(tx, after);
  if (upTo === after) return;
  const made = await figuresOf(tx, caseIds);
  if (caseIds.length > 0) await tx.delete(caseFigures).where(inArray(caseFigures.caseId, caseIds));
  const rows = made.map((row) => ({ ...row, sequence: upTo }));
  if (rows.length > 0) await tx.insert(caseFigures).values(rows);
  await tx
    .update(figuresProgress)
    .set({ sequence: upTo })
    .where(eq(figuresProgress.id, figuresVersion));
}

/** The last event that is in, once nobody else makes figures; those of another version go first. */
async function begin(tx: Queries): Promise<number> {
  const [held] = await tx
    .update(figuresProgress)
    .set({ id: figuresVersion })
    .where(eq(figuresProgress.id, figuresVersion))
    .returning({ sequence: figuresProgress.sequence });
  if (held) return held.sequence;
  await tx.delete(caseFigures);
  await tx.delete(figuresProgress).where(ne(figuresProgress.id, figuresVersion));
  await tx.insert(figuresProgress).values({ id: figuresVersion, sequence: 0 });
  return 0;
}

/**
 * The cases of the next events, each with its last one: a case that comes again later is made then.
 */
async function nextCases(tx: Queries, after: number): Promise<{ caseIds: string[]; upTo: number }> {
  const events = await tx
    .select({ sequence: auditEvents.sequence, caseId: auditEvents.caseId, kind: auditEvents.kind })
    .from(auditEvents)
    .where(gt(auditEvents.sequence, after))
    .orderBy(asc(auditEvents.sequence))
    .limit(eventsAtOnce);
  const caseIds = new Set<string>();
  let upTo = after;
  for (const { sequence, caseId, kind } of events) {
    if (caseId !== null && !changingNothing.includes(kind)) caseIds.add(caseId);
    upTo = sequence;
    if (caseIds.size >= casesAtOnce) break;
  }
  const later = await comingLater(tx, [...caseIds], upTo);
  return { caseIds: [...caseIds].filter((id) => !later.has(id)), upTo };
}

async function comingLater(tx: Queries, caseIds: string[], upTo: number): Promise<Set<string>> {
  if (caseIds.length === 0) return new Set();
  const rows = await tx
    .selectDistinct({ caseId: auditEvents.caseId })
    .from(auditEvents)
    .where(
      and(
        inArray(auditEvents.caseId, caseIds),
        gt(auditEvents.sequence, upTo),
        notInArray(auditEvents.kind, changingNothing),
      ),
    );
  return new Set(rows.flatMap(({ caseId }) => caseId ?? []));
}
