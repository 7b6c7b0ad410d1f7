/**
 * The precedents that count, in memory: taken in from their packed facts, and brought up to date with what changed,
 * whichever process changed it.
 */
import { setImmediate } from "node:timers/promises";
import { db, environment, type Queries } from "#db";
import {
  appendPrecedent,
  createPrecedentIndex,
  putPrecedent,
  removePrecedent,
  type PrecedentIndex,
} from "#app/domain/precedent-index.ts";
import { heldScan } from "#app/domain/precedent-scan-held.ts";
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
  precedentIn,
  rowsFrom,
  unpackedBetween,
  type Change,
  type ScopedPrecedent,
  type WordsRow,
} from "./precedent-memory-rows.server.ts";
import { inSlices, turns } from "./slices.server.ts";

export type PrecedentMemory = {
  /** The database it is of. */
  read: Queries;
  catalogue: ComparedCatalogue;
  /** The newest change that is in it. */
  last: Change;
  scopes: Map<string, PrecedentIndex>;
  /** Of those whose validity has an end, when that is. */
  ends: Map<string, number>;
  /** None of them before this moment. */
  firstEnd: number;
  /** The last moment at which the validity of one was found to be over. */
  endedAt: number;
};

/** Levels of every question set there can be; a question says how many its own has. */
const mostLevels = 32;

/** Takes in everything. */
export async function load(signal?: AbortSignal): Promise<PrecedentMemory> {
  const started = performance.now();
  const made: PrecedentMemory = {
    read: db.read,
    catalogue: await comparedCatalogue(),
    last: noChange,
    scopes: new Map(),
    ends: new Map(),
    firstEnd: Infinity,
    endedAt: 0,
  };
  await takeRows(made, { upTo: (await newestChange()).changed, isFirst: true, signal });
  await takeUnpacked(made, signal);
  if (!(await follow(made))) return load(signal);
  const count = [...made.scopes.values()].reduce((sum, scope) => sum + scope.count, 0);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  log().info({ precedents: count, scopes: made.scopes.size, seconds }, "precedents are in memory");
  return made;
}

/** Takes in what changed; tells whether that could be done, or everything is to be loaded anew. */
export async function follow(kept: PrecedentMemory): Promise<boolean> {
  const { changed, precedentId } = await newestChange();
  const isSame = changed === kept.last.changed && precedentId === kept.last.precedentId;
  // Otherwise another database stands in for this one, or another clock.
  if (!isSame && changed <= kept.last.changed) return false;
  if (environment.now() < kept.endedAt) return false;
  const catalogue = await comparedCatalogue();
  if (catalogue !== kept.catalogue && !meansTheSame(kept.catalogue, catalogue)) return false;
  kept.catalogue = catalogue;
  return isSame || takeRows(kept, { upTo: changed });
}

type Taking = {
  upTo: number;
  /** Nothing was taken in yet. */
  isFirst?: boolean;
  signal?: AbortSignal | undefined;
};

/** Takes in rows up to a change; false when what was taken in before is not there as it was. */
async function takeRows(
  kept: PrecedentMemory,
  { upTo, isFirst = false, signal }: Taking,
): Promise<boolean> {
  while (kept.last.changed < upTo) {
    signal?.throwIfAborted();
    const rows = await rowsFrom({ changed: kept.last.changed });
    const [first] = rows;
    const { changed, precedentId } = kept.last;
    if (first?.changed === changed && first.precedentId !== precedentId) return false;
    const newer = rows.filter((row) => row.changed > changed && row.changed <= upTo);
    // What was at the end has moved on, to be met again later.
    if (newer.length === 0) return true;
    const held = isFirst ? new Set<string>() : await heldAmong(kept, newer);
    const turn = turns();
    for (const row of newer) {
      await turn();
      await takeRow(kept, row, held);
    }
    await setImmediate();
  }
  return true;
}

/** A few are looked up one by one. */
const fewRows = 8;

/** Which of these precedents are known already, or may be. */
async function heldAmong(kept: PrecedentMemory, rows: WordsRow[]): Promise<Set<string>> {
  const ids = rows.map(({ precedentId }) => precedentId);
  if (ids.length < fewRows) return new Set(ids);
  const held = new Set<string>();
  for (const scope of kept.scopes.values()) {
    for (const id of await inSlices(heldScan(scope, ids))) held.add(id);
  }
  return held;
}

async function takeRow(kept: PrecedentMemory, row: WordsRow, held: Set<string>): Promise<void> {
  let found = precedentIn(kept.catalogue, row);
  // A fact that is new since the catalogue was read.
  if (found === "unknown") {
    kept.catalogue = await comparedCatalogue();
    found = precedentIn(kept.catalogue, row);
  }
  if (found === "unknown") throw new Error(`Precedent ${row.precedentId} has a fact nobody knows`);
  const isHeld = held.has(row.precedentId);
  if (isHeld) {
    for (const [scopeId, scope] of kept.scopes) {
      if (scopeId !== found?.scopeId) removePrecedent(scope, row.precedentId);
    }
    kept.ends.delete(row.precedentId);
  }
  if (found) add(kept, found, isHeld ? putPrecedent : appendPrecedent);
  kept.last = { changed: row.changed, precedentId: row.precedentId };
}

async function takeUnpacked(kept: PrecedentMemory, signal?: AbortSignal): Promise<void> {
  for (let after: string | null = ""; after !== null;) {
    signal?.throwIfAborted();
    const upTo = await endOfNextPrecedents(after);
    const found = await unpackedBetween(kept.catalogue, { after, upTo });
    for (const each of found) add(kept, each, appendPrecedent);
    after = upTo;
    await setImmediate();
  }
}

function add(
  kept: PrecedentMemory,
  { scopeId, validUntil, precedent }: ScopedPrecedent,
  put: typeof putPrecedent,
): void {
  const scope = kept.scopes.get(scopeId) ?? createPrecedentIndex(mostLevels);
  kept.scopes.set(scopeId, scope);
  put(scope, precedent);
  if (validUntil === null) return;
  kept.ends.set(precedent.id, validUntil);
  kept.firstEnd = Math.min(kept.firstEnd, validUntil);
}

/** Takes out what stopped to count with time. */
export function letEnd(kept: PrecedentMemory): void {
  const now = environment.now();
  if (now < kept.firstEnd) return;
  kept.endedAt = now;
  for (const [id, end] of kept.ends) {
    if (end > now) continue;
    for (const scope of kept.scopes.values()) removePrecedent(scope, id);
    kept.ends.delete(id);
  }
  kept.firstEnd = [...kept.ends.values()].reduce((first, end) => Math.min(first, end), Infinity);
}
