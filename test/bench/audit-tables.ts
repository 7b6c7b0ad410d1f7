/** What was measured of the log, as lines for people and against what was promised. */
import { atMost, type Aim } from "./aims.ts";
import type { AppendCost, WholeLog } from "./audit-log.ts";
import { engineWords, type EngineName } from "./engines.ts";

export type LogRun = { engine: EngineName; append: AppendCost; whole: WholeLog };

const most = { appendTimes: 1.5, proofMs: 1, lookSecondsPerMillion: 15 };

export function logTable({ engine, append, whole }: LogRun): string {
  return [
    `Log on ${engineWords[engine]}, ${whole.events} events`,
    `  appending one event              p50 ${append.loggedMs.toFixed(2)} ms, a bare row ${append.bareMs.toFixed(2)} ms: ${append.times.toFixed(2)} times`,
    `  proof at a random place          p95 ${whole.proofP95.toFixed(2)} ms`,
    `  looking through all of it        ${whole.seconds.toFixed(1)} s, ${whole.findings} findings`,
  ].join("\n");
}

/** How long looking through may take was promised of SQLite only. */
export function logAims({ engine, append, whole }: LogRun): Aim[] {
  const on = engineWords[engine];
  const about = `${whole.events} events, ${on}`;
  const seconds = most.lookSecondsPerMillion * Math.max(1, whole.events / 1_000_000);
  return [
    atMost(`appending against a bare row, ${on}`, append.times, most.appendTimes, "x"),
    atMost(`proof, ${about}, p95`, whole.proofP95, most.proofMs, " ms"),
    ...(engine === "sqlite"
      ? [atMost(`looking through ${about}`, whole.seconds, seconds, " s")]
      : []),
    atMost(`findings in ${about}`, whole.findings, 0, ""),
  ];
}
