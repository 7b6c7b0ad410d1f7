/**
 * Questions to the precedents that count, answered from memory one after the other, each as new as the database is
 * when it is asked.
 */
import { db } from "#db";
import {
  appendPrecedent,
  removePrecedent,
  type PrecedentIndex,
} from "#app/domain/precedent-index.ts";
import { comparedCatalogue } from "./compared-catalogue.server.ts";
import { log } from "./log.server.ts";
import { follow, letEnd, load, type PrecedentMemory } from "./precedent-memory-changes.server.ts";
import { precedentIn, wordsOf } from "./precedent-memory-rows.server.ts";
import { packUnpacked } from "./precedent-words.server.ts";

let memory: PrecedentMemory | undefined;
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

async function leaveOut(scopes: ReadonlyMap<string, PrecedentIndex>, ids: string[]) {
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

async function memoryNow(signal?: AbortSignal): Promise<PrecedentMemory> {
  const known = memory?.read === db.read && (await follow(memory)) ? memory : null;
  memory = known ?? (await load(signal));
  letEnd(memory);
  return memory;
}
