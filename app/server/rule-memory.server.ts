/**
 * Decided situations in memory, to try rules out on: decided cases and precedents that came from elsewhere, by scope,
 * as new as the database is when they are asked.
 */
import { setImmediate } from "node:timers/promises";
import { db, type Queries } from "#db";
import {
  appendDecided,
  createDecidedIndex,
  locateDecided,
  removeDecided,
  type DecidedIndex,
} from "#app/domain/policy-rule-index.ts";
import { destroyedBetween, figuresAfter, figuresAtOnce, waitMs } from "./account-memory.server.ts";
import { catchUpFigures, figuresMadeUpTo } from "./case-figures.server.ts";
import {
  comparedCatalogue,
  meansTheSame,
  type ComparedCatalogue,
} from "./compared-catalogue.server.ts";
import { log } from "./log.server.ts";
import {
  endOfNextPrecedents,
  newestChange,
  noChange,
  type Change,
} from "./precedent-memory-rows.server.ts";
import {
  packedFrom,
  packedOrphans,
  rowOfCase,
  rowsOfPacked,
  rowsOfUnpacked,
  unpackedBetween,
  type PackedRow,
  type ScopedRow,
} from "./rule-memory-rows.server.ts";
import { turns } from "./slices.server.ts";

type Memory = {
  /** The database it is of. */
  read: Queries;
  catalogue: ComparedCatalogue;
  scopes: Map<string, DecidedIndex>;
  /** The last event of which the figures are in it. */
  figuresUpTo: number;
  /** The newest change of packed precedents that is in it. */
  last: Change;
  /** Until it holds anything, nothing has to be looked for. */
  isFirst: boolean;
};

let memory: Memory | undefined;
let turn: Promise<unknown> = Promise.resolve();

export type Asked = {
  index: DecidedIndex;
  catalogue: ComparedCatalogue;
  /** False when there was too much to take in at once, as after an upgrade. */
  complete: boolean;
};

/** Asks something of what was decided in a scope, with what happened until now. No question may ask another one. */
export function askDecided<T>(scopeId: string, ask: (asked: Asked) => Promise<T>): Promise<T> {
  return inTurn(async () => {
    const complete = await catchUpFigures({ withinMs: waitMs });
    const { scopes, catalogue } = await memoryNow();
    return ask({ index: scopes.get(scopeId) ?? createDecidedIndex(), catalogue, complete });
  });
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const answer = turn.then(work);
  turn = answer.catch(() => undefined);
  return answer;
}

async function memoryNow(): Promise<Memory> {
  if (memory?.read === db.read && (await follow(memory))) return memory;
  const started = performance.now();
  const made: Memory = {
    ...{ read: db.read, catalogue: await comparedCatalogue(), scopes: new Map(), last: noChange },
    ...{ figuresUpTo: 0, isFirst: true },
  };
  await takeUnpacked(made);
  if (!(await follow(made))) return memoryNow();
  made.isFirst = false;
  memory = made;
  const count = [...made.scopes.values()].reduce((sum, scope) => sum + scope.count, 0);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  log().info({ situations: count, seconds }, "decided situations are in memory");
  return made;
}

/** Takes in what changed; tells whether that could be done, or everything is to be loaded anew. */
async function follow(kept: Memory): Promise<boolean> {
  const catalogue = await comparedCatalogue();
  if (catalogue !== kept.catalogue && !meansTheSame(kept.catalogue, catalogue)) return false;
  kept.catalogue = catalogue;
  return (await followPrecedents(kept)) && (await followCases(kept));
}

async function followPrecedents(kept: Memory): Promise<boolean> {
  const { changed: upTo, precedentId } = await newestChange();
  const isSame = upTo === kept.last.changed && precedentId === kept.last.precedentId;
  if (isSame) return true;
  // Another database stands in for this one.
  if (upTo <= kept.last.changed) return false;
  while (kept.last.changed < upTo) {
    const rows = await packedFrom({ changed: kept.last.changed + 1 });
    const newer = rows.filter(({ words }) => words.changed <= upTo);
    const last = newer.at(-1)?.words;
    // What was at the end has moved on, to be met again later.
    if (!last) break;
    await takePacked(kept, newer);
    kept.last = { changed: last.changed, precedentId: last.precedentId };
    await setImmediate();
  }
  return true;
}

async function takePacked(kept: Memory, packed: PackedRow[]): Promise<void> {
  let found = await rowsOfPacked(kept.catalogue, packed);
  // A fact that is new since the catalogue was read.
  if (found === "unknown") {
    kept.catalogue = await comparedCatalogue();
    found = await rowsOfPacked(kept.catalogue, packed);
  }
  if (found === "unknown") throw new Error("A precedent has a fact nobody knows");
  await replace(
    kept,
    packed.map(({ words }) => words.precedentId),
    found,
  );
}

/** Takes out what was known of these and puts in what they are now. */
async function replace(kept: Memory, ids: string[], rows: ScopedRow[]): Promise<void> {
  const next = turns();
  if (!kept.isFirst) {
    for (const index of kept.scopes.values()) {
      await next();
      for (const row of locateDecided(index, ids).values()) removeDecided(index, row);
    }
  }
  for (const { scopeId, row } of rows) {
    await next();
    const index = kept.scopes.get(scopeId) ?? createDecidedIndex();
    kept.scopes.set(scopeId, index);
    appendDecided(index, row);
  }
}

async function takeUnpacked(kept: Memory): Promise<void> {
  for (let after: string | null = ""; after !== null;) {
    const upTo = await endOfNextPrecedents(after);
    const rows = await unpackedBetween({ after, upTo });
    if (rows.length > 0) {
      await replace(kept, [], await rowsOfUnpacked(kept.catalogue, rows));
      // They are packed soon, and are then met again.
      kept.isFirst = false;
    }
    after = upTo;
    await setImmediate();
  }
}

async function followCases(kept: Memory): Promise<boolean> {
  const upTo = (await figuresMadeUpTo()) ?? 0;
  if (upTo < kept.figuresUpTo) return false;
  if (upTo === kept.figuresUpTo) return true;
  for (let after = { sequence: kept.figuresUpTo + 1, caseId: "" }; ;) {
    const rows = await figuresAfter({ ...after, upTo });
    const found = rows.flatMap((row) => rowOfCase(kept.catalogue, row) ?? []);
    const ids = rows.map(({ caseId }) => caseId);
    await replace(kept, ids, found);
    const last = rows.at(-1);
    if (!last || rows.length < figuresAtOnce) break;
    after = last;
    await setImmediate();
  }
  await letDestroyedGo(kept, upTo);
  kept.figuresUpTo = upTo;
  return true;
}

async function letDestroyedGo(kept: Memory, upTo: number): Promise<void> {
  // What was destroyed has no row to be taken in from the beginning.
  if (kept.figuresUpTo === 0) return;
  const gone = await destroyedBetween({ after: kept.figuresUpTo, upTo });
  if (gone.length === 0) return;
  await replace(
    kept,
    gone.flatMap(({ caseId }) => caseId ?? []),
    [],
  );
  const orphans = await packedOrphans();
  if (orphans.length > 0) await takePacked(kept, orphans);
}
