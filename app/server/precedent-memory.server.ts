/**
 * The precedents that count, in memory: an index per scope, made when first asked for and brought up to date before
 * every question, whichever process made a change. Questions are answered one after the other.
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
import type { Scan } from "#app/domain/precedent-scans.ts";
import {
  comparedCatalogue,
  meansTheSame,
  type ComparedCatalogue,
} from "./compared-catalogue.server.ts";
import { log } from "./log.server.ts";
import {
  newestChange,
  noChange,
  precedentIn,
  rowsFrom,
  unpackedAfter,
  wordsOf,
  type Change,
  type ScopedPrecedent,
  type WordsRow,
} from "./precedent-memory-rows.server.ts";
import { packUnpacked } from "./precedent-words.server.ts";

type Memory = {
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
/** No longer than this is the process kept from other work. */
const sliceMs = 4;
const scannedAtOnce = 16_384;

let memory: Memory | undefined;
let asked: Promise<unknown> = Promise.resolve();

/** Asks something of the precedents of one scope, as they are now; null when nothing counts there. */
export function askScope<T>(
  scopeId: string,
  ask: (index: PrecedentIndex | null) => Promise<T>,
  without: string[] = [],
): Promise<T> {
  return askPrecedents(async (scopes) => {
    const index = scopes.get(scopeId) ?? null;
    if (!index || without.length === 0) return ask(index);
    const left = await leaveOut(scopes, without);
    try {
      return await ask(index);
    } finally {
      for (const { scope, precedent } of left) appendPrecedent(scope, precedent);
    }
  });
}

/** Asks something of the precedents of all scopes, as they are now. No question may ask another one. */
export function askPrecedents<T>(ask: Asking<T>): Promise<T> {
  return inTurn(undefined, ask);
}

type Asking<T> = (scopes: ReadonlyMap<string, PrecedentIndex>) => Promise<T>;

function inTurn<T>(signal: AbortSignal | undefined, ask: Asking<T>): Promise<T> {
  const answer = asked.then(async () => ask((await memoryNow(signal)).scopes));
  asked = answer.catch(() => undefined);
  return answer;
}

/** The answer of a scan, in slices with other work in between. */
export async function inSlices<T>(scan: Scan<T>): Promise<T> {
  const turn = turns();
  while (!scan.step(scannedAtOnce)) await turn();
  return scan.result();
}

/** To be called often during long work: lets other work go between, every few milliseconds. */
function turns(): () => Promise<void> | undefined {
  let until = performance.now() + sliceMs;
  return () => {
    if (performance.now() < until) return undefined;
    return setImmediate().then(() => void (until = performance.now() + sliceMs));
  };
}

async function leaveOut(
  scopes: Memory["scopes"] | ReadonlyMap<string, PrecedentIndex>,
  ids: string[],
) {
  const catalogue = await comparedCatalogue();
  return (await wordsOf(ids)).flatMap((row) => {
    const scope = scopes.get(row.scopeId);
    const found = precedentIn(catalogue, row);
    if (!scope || found === null || found === "unknown") return [];
    return removePrecedent(scope, row.precedentId) ? [{ scope, precedent: found.precedent }] : [];
  });
}

/** Takes the precedents into memory before anyone asks, and packs those that never were. */
export function startKnowingPrecedents(): { stop: () => Promise<void> } {
  const ending = new AbortController();
  const work = async () => {
    await inTurn(ending.signal, () => Promise.resolve());
    await packUnpacked(ending.signal);
  };
  const done = work().catch((error: unknown) => {
    if (!ending.signal.aborted) log().warn({ err: error }, "precedents are not in memory yet");
  });
  const stop = () => {
    ending.abort();
    return done;
  };
  return { stop };
}

async function memoryNow(signal?: AbortSignal): Promise<Memory> {
  const known = memory?.read === db.read && (await follow(memory)) ? memory : null;
  memory = known ?? (await load(signal));
  letEnd(memory);
  return memory;
}

async function load(signal?: AbortSignal): Promise<Memory> {
  const started = performance.now();
  const made: Memory = {
    read: db.read,
    catalogue: await comparedCatalogue(),
    last: noChange,
    scopes: new Map(),
    ends: new Map(),
    firstEnd: Infinity,
    endedAt: 0,
  };
  await takeRows(made, { upTo: (await newestChange()).changed, take: addNew, signal });
  await takeUnpacked(made, signal);
  if (!(await follow(made))) return load(signal);
  const count = [...made.scopes.values()].reduce((sum, scope) => sum + scope.count, 0);
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  log().info({ precedents: count, scopes: made.scopes.size, seconds }, "precedents are in memory");
  return made;
}

/** Takes in what changed; tells whether that could be done, or everything is to be loaded anew. */
async function follow(kept: Memory): Promise<boolean> {
  const { changed, precedentId } = await newestChange();
  const isSame = changed === kept.last.changed && precedentId === kept.last.precedentId;
  // Otherwise another database stands in for this one, or another clock.
  if (!isSame && changed <= kept.last.changed) return false;
  if (environment.now() < kept.endedAt) return false;
  const catalogue = await comparedCatalogue();
  if (catalogue !== kept.catalogue && !meansTheSame(kept.catalogue, catalogue)) return false;
  kept.catalogue = catalogue;
  return isSame || takeRows(kept, { upTo: changed, take: replace });
}

type Taking = {
  upTo: number;
  take: (memory: Memory, row: WordsRow) => boolean;
  signal?: AbortSignal | undefined;
};

/** Takes in rows up to a change; false when what was taken in before is not there as it was. */
async function takeRows(kept: Memory, { upTo, take, signal }: Taking): Promise<boolean> {
  while (kept.last.changed < upTo) {
    signal?.throwIfAborted();
    const rows = await rowsFrom({ changed: kept.last.changed });
    const [first] = rows;
    const { changed, precedentId } = kept.last;
    if (first?.changed === changed && first.precedentId !== precedentId) return false;
    const newer = rows.filter((row) => row.changed > changed && row.changed <= upTo);
    const turn = turns();
    for (const row of newer) {
      await turn();
      // A fact that is new since the catalogue was read.
      if (!take(kept, row)) {
        kept.catalogue = await comparedCatalogue();
        take(kept, row);
      }
      kept.last = { changed: row.changed, precedentId: row.precedentId };
    }
    // What was at the end has moved on, to be met again later.
    if (newer.length === 0) return true;
    await setImmediate();
  }
  return true;
}

function addNew(kept: Memory, row: WordsRow): boolean {
  const found = precedentIn(kept.catalogue, row);
  if (found !== null && found !== "unknown") add(kept, found, appendPrecedent);
  return found !== "unknown";
}

function replace(kept: Memory, row: WordsRow): boolean {
  const found = precedentIn(kept.catalogue, row);
  if (found === "unknown") return false;
  for (const [scopeId, scope] of kept.scopes) {
    if (scopeId !== found?.scopeId) removePrecedent(scope, row.precedentId);
  }
  kept.ends.delete(row.precedentId);
  if (found) add(kept, found, putPrecedent);
  return true;
}

async function takeUnpacked(kept: Memory, signal?: AbortSignal): Promise<void> {
  for (let after = ""; ;) {
    signal?.throwIfAborted();
    const found = await unpackedAfter(kept.catalogue, after);
    const last = found.at(-1);
    if (!last) return;
    for (const each of found) add(kept, each, appendPrecedent);
    after = last.precedent.id;
    await setImmediate();
  }
}

function add(
  kept: Memory,
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
function letEnd(kept: Memory): void {
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
