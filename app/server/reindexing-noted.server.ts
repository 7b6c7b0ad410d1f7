/** Indexing again what a change of a fact or of this program touches: noted with the change, done afterwards in steps. */
import { setImmediate as turn, setTimeout as pause } from "node:timers/promises";
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import {
  caseFacts,
  caseFiles,
  db,
  environment,
  precedentFacts,
  precedents,
  reindexing,
  type Queries,
} from "#db";
import { searchKinds, type SearchKind } from "#db/search-document.ts";
import { reindexCase } from "./case-search-index.server.ts";
import { reindexPrecedent } from "./precedent-index.server.ts";
import { repeating, type Repeating } from "./repeating.server.ts";

type Noted = typeof reindexing.$inferSelect;

/** So many in one change, so that others come in between. */
const atOnce = 50;
const lookedAtOnce = 500;
const pauseMs = 20;
const everyMs = 15_000;

/** Notes that everything with a fact is to be indexed again; part of the change of its words. */
export async function noteReindexing(tx: Queries, factId: string): Promise<void> {
  const createdAt = environment.now();
  for (const kind of searchKinds) {
    await tx.insert(reindexing).values({ id: environment.newId(), kind, factId, createdAt });
  }
}

/** Does what is noted, now and then. Several processes may: a step is done by one of them. */
export function startReindexing(): Repeating {
  let stopped = false;
  const work = repeating(everyMs, () => reindexNoted(() => stopped));
  work.now();
  return {
    now: work.now,
    stop: () => {
      stopped = true;
      return work.stop();
    },
  };
}

/** Does all that is noted, until asked to stop. What was done stays done: the next time goes on from there. */
export async function reindexNoted(stopped: () => boolean = () => false): Promise<void> {
  while (!stopped()) {
    const [noted] = await db.read
      .select()
      .from(reindexing)
      .orderBy(asc(reindexing.createdAt), asc(reindexing.id))
      .limit(1);
    if (!noted) return;
    await db.maintain((tx) => doStep(tx, noted));
    await pause(pauseMs);
  }
}

async function doStep(tx: Queries, noted: Noted): Promise<void> {
  const { ids, last } = await nextStep(tx, noted);
  const isThis = and(eq(reindexing.id, noted.id), eq(reindexing.afterId, noted.afterId));
  // First of all: another process at the same step waits here, and then finds that it is done.
  const taken =
    last === undefined
      ? await tx.delete(reindexing).where(isThis).returning({ id: reindexing.id })
      : await tx
          .update(reindexing)
          .set({ afterId: last })
          .where(isThis)
          .returning({ id: reindexing.id });
  if (taken.length === 0) return;
  for (const id of ids) {
    await (noted.kind === "case" ? reindexCase(tx, id) : reindexPrecedent(tx, id));
    await turn();
  }
}

type Step = {
  ids: string[];
  /** The last of those that are done then; undefined when there are no more. */
  last: string | undefined;
};

async function nextStep(tx: Queries, { kind, factId, afterId }: Noted): Promise<Step> {
  const looked = await idsAfter(tx, kind, afterId);
  const ids = factId === null ? looked : await idsWith(tx, kind, { factId, looked });
  const now = ids.slice(0, atOnce);
  return { ids: now, last: ids.length > atOnce ? now.at(-1) : looked.at(-1) };
}

async function idsAfter(tx: Queries, kind: SearchKind, after: string): Promise<string[]> {
  const table = kind === "case" ? caseFiles : precedents;
  const { id } = table;
  const ids = tx.select({ id }).from(table).where(gt(id, after));
  return (await ids.orderBy(asc(id)).limit(lookedAtOnce)).map((row) => row.id);
}

/** In the order of those looked at. A list of everything with a common fact would be made for each step. */
async function idsWith(
  tx: Queries,
  kind: SearchKind,
  { factId, looked }: { factId: string; looked: string[] },
): Promise<string[]> {
  if (looked.length === 0) return [];
  const rows =
    kind === "case"
      ? await tx
          .select({ id: caseFacts.caseId })
          .from(caseFacts)
          .where(and(inArray(caseFacts.caseId, looked), eq(caseFacts.factId, factId)))
      : await tx
          .select({ id: precedentFacts.precedentId })
          .from(precedentFacts)
          .where(
            and(inArray(precedentFacts.precedentId, looked), eq(precedentFacts.factId, factId)),
          );
  const held = new Set(rows.map(({ id }) => id));
  return looked.filter((id) => held.has(id));
}
