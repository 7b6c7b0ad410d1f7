/** Measures what is computed about policy rules on the database of DATABASE_URL. */
import { openDatabase, stopDatabase } from "#db";
import { clustersInThread } from "#db/rule-thread.ts";
import { findClusters } from "../../app/server/clusters.server.ts";
import { suggestConditions, tryOutRule } from "../../app/server/rule-try-out.server.ts";
import { tell } from "./outcome.ts";
import { held, timed, timesOf, type Times } from "./precedents-engine.ts";
import { accessAt, placeOf } from "./precedents-place.ts";
import { decidedRows, drafts } from "./rules-chance.ts";

export type Once = { ms: number; found: number; longestHoldMs: number };

export type RuleFigures = {
  loadSeconds: number;
  loadHoldMs: number;
  tryOut: Times;
  /** Of how many situations a try-out settles, the middle one. */
  settled: number;
  /** In the thread, with its start: 10,000 situations with 5 to 12 facts. */
  clusters: Once & { told: number };
  /** Of the scope of the database, the newest 20,000 of its situations. */
  ofScope: Once;
  suggestion: Once;
  rssMb: number;
};

const asked = 200;
const clustered = 10_000;

async function measure(): Promise<RuleFigures> {
  const place = await placeOf();
  const access = await accessAt(place);
  const { scopeId } = place;
  const rules = drafts(place.factIds, asked);
  const [first] = rules;
  const ask = (conditions: typeof first) =>
    conditions ? tryOutRule(access, { scopeId, conditions }) : Promise.resolve(null);
  const loading = await held(() => timed(() => ask(first)));
  const settled: number[] = [];
  const tryOut = await timesOf(rules, async (conditions) => {
    settled.push((await ask(conditions))?.numbers.settled ?? 0);
  });
  const rssMb = process.memoryUsage().rss / 1e6;
  let told = 0;
  const clusters = await once(async () => {
    const rows = decidedRows(clustered);
    const progress = () => void (told += 1);
    const started = performance.now();
    const found = await clustersInThread({ rows, support: 3 }, { progress });
    return { found: found.length, ms: performance.now() - started };
  });
  const ofScope = await once(async () => ({ found: (await findClusters(scopeId)).length }));
  const [largest] = await findClusters(scopeId);
  const suggestion = await once(async () => {
    const { caseIds = [], precedentIds = [], level = 1 } = largest ?? {};
    const found = await suggestConditions(access, { scopeId, level, caseIds, precedentIds });
    return { found: found.mustHold.length + found.mustNotHold.length };
  });
  return {
    ...{ loadSeconds: loading.result / 1000, loadHoldMs: loading.longestHoldMs, tryOut },
    settled: settled.sort((a, b) => a - b)[Math.floor(settled.length / 2)] ?? 0,
    ...{ clusters: { ...clusters, told }, ofScope, suggestion, rssMb },
  };
}

async function once(work: () => Promise<{ found: number; ms?: number }>): Promise<Once> {
  const started = performance.now();
  const { result, longestHoldMs } = await held(work);
  return { ms: performance.now() - started, ...result, longestHoldMs };
}

await tell(async () => {
  await openDatabase(process.env.DATABASE_URL ?? "");
  const figures = await measure();
  await stopDatabase();
  return figures;
});
