/** How long comparing takes, how much memory it costs, and how long it keeps the process from other work. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { indexBytes } from "../../app/domain/precedent-index.ts";
import type { Access } from "../../app/server/access.server.ts";
import {
  bandFor,
  nearestTo,
  treatmentFor,
  type CaseSituation,
} from "../../app/server/comparing.server.ts";
import { askPrecedents } from "../../app/server/precedent-memory.server.ts";
import { chance } from "../../db/seed/bulk/chance.ts";
import { percentile } from "./measure.ts";
import { levels, someFacts } from "./precedents-chance.ts";

export type Times = { p50: number; p95: number; asked: number; longestHoldMs: number };

export type EngineFigures = {
  rebuildSeconds: number;
  rebuildHoldMs: number;
  bytesEach: number;
  /** What the process grew by, objects of the load itself collected. */
  processBytesEach: number;
  band: Times;
  conflicts: Times;
  nearest: Times;
};

export type Place = { organisationId: string; scopeId: string; factIds: string[] };

const warmUps = 20;
const questions = 200;
const nearestCount = 20;

/** Cases by chance: the same for every engine and size. */
export function situations({ organisationId, scopeId, factIds }: Place): CaseSituation[] {
  const random = chance(97);
  const ids = (numbers: number[]) => numbers.map((number) => factIds[number - 1] ?? "");
  return Array.from({ length: questions }, () => {
    const { pro, con } = someFacts(random);
    const others = factIds.filter((id) => ![...ids(pro), ...ids(con)].includes(id));
    const unknown = others.filter(() => random.next() < 0.3);
    return { organisationId, scopeId, pro: ids(pro), con: ids(con), unknown, amounts: {} };
  });
}

export async function measureEngine(access: Access<never>, place: Place): Promise<EngineFigures> {
  const asked = situations(place);
  const before = usedBytes();
  const loading = await held(() => timed(() => askPrecedents(() => Promise.resolve())));
  const rebuildSeconds = loading.result / 1000;
  const count = await askPrecedents((scopes) =>
    Promise.resolve([...scopes.values()].reduce((sum, scope) => sum + scope.count, 0)),
  );
  const bytes = await askPrecedents((scopes) =>
    Promise.resolve([...scopes.values()].reduce((sum, scope) => sum + indexBytes(scope), 0)),
  );
  return {
    rebuildSeconds,
    rebuildHoldMs: loading.longestHoldMs,
    bytesEach: bytes / count,
    processBytesEach: (usedBytes() - before) / count,
    band: await timesOf(asked, (facts) => bandFor(facts, levels)),
    conflicts: await timesOf(asked, (facts, number) =>
      treatmentFor({ ...facts, level: number % levels }, levels),
    ),
    nearest: await timesOf(asked, (facts) =>
      nearestTo(access, facts, { count: nearestCount, elsewhere: true }),
    ),
  };
}

type Asking<T> = (one: T, number: number) => Promise<unknown>;

/** How long each of these questions takes, asked one after the other. */
export async function timesOf<T>(asked: T[], ask: Asking<T>): Promise<Times> {
  for (const [number, one] of asked.slice(0, warmUps).entries()) await ask(one, number);
  const times: number[] = [];
  const { longestHoldMs } = await held(async () => {
    for (const [number, one] of asked.entries()) {
      times.push(await timed(() => ask(one, number)));
      // As between two requests.
      await setImmediate();
    }
  });
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  return { p50, p95, asked: times.length, longestHoldMs };
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The longest that other work had to wait meanwhile, the millisecond of the clock included. */
export async function held<T>(
  work: () => Promise<T>,
): Promise<{ result: T; longestHoldMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const result = await work();
  delay.disable();
  return { result, longestHoldMs: delay.max / 1e6 };
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function usedBytes(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
