/** What was measured of policy rules, as tables for people and against what was promised. */
import { atMost, type Aim } from "./aims.ts";
import type { Seeded } from "./database.ts";
import { engineWords, type EngineName } from "./engines.ts";
import type { Once, RuleFigures } from "./rules-measure.ts";
import { row } from "./tables.ts";

export type RuleRun = RuleFigures & {
  on: EngineName;
  precedents: number;
  database: Pick<Seeded, "seconds" | "megabytes">;
};

const most = { holdMs: 20, clusterSeconds: 2 };
/** What was promised at two sizes; in between it grows with the number. */
const promised = {
  small: { precedents: 100_000, ms: 60 },
  large: { precedents: 1_000_000, ms: 600 },
};

export function ruleTable(run: RuleRun): string {
  const { on, precedents, tryOut, settled, clusters, ofScope, suggestion } = run;
  return [
    `${engineWords[on]}, ${precedents} precedents of one scope, 128 facts`,
    row(["", "p50 ms", "p95 ms", "longest hold ms"], 17),
    row(
      ["try-out of a draft", ...[tryOut.p50, tryOut.p95, tryOut.longestHoldMs].map(oneDecimal)],
      17,
    ),
    `${tryOut.asked} drafts, half of them settle ${settled} or more; into memory in ${run.loadSeconds.toFixed(1)} s, longest hold ${run.loadHoldMs.toFixed(0)} ms; resident memory ${run.rssMb.toFixed(0)} MB`,
    row(["once", "ms", "found", "longest hold ms"], 17),
    onceRow("clusters, 10,000 of 5-12 facts", clusters),
    onceRow("clusters of the scope", ofScope),
    onceRow("conditions for the largest", suggestion),
    `progress of the clusters was told ${clusters.told} times`,
  ].join("\n");
}

function onceRow(name: string, { ms, found, longestHoldMs }: Once): string {
  return row([name, ms.toFixed(0), String(found), oneDecimal(longestHoldMs)], 17);
}

function oneDecimal(ms: number): string {
  return ms.toFixed(1);
}

export function ruleAims(runs: RuleRun[]): Aim[] {
  return runs.flatMap(({ on, precedents, tryOut, clusters, ...run }) => {
    const about = `${engineWords[on]}, ${precedents}: `;
    const hold = Math.max(
      tryOut.longestHoldMs,
      clusters.longestHoldMs,
      run.suggestion.longestHoldMs,
    );
    return [
      atMost(`${about}try-out of a draft p95`, tryOut.p95, promisedAt(precedents), " ms"),
      atMost(`${about}longest hold of the event loop`, hold, most.holdMs, " ms"),
      atMost(`${about}longest hold, into memory`, run.loadHoldMs, most.holdMs, " ms"),
      atMost(
        `${about}clusters of 10,000 situations, 128 facts`,
        clusters.ms / 1000,
        most.clusterSeconds,
        " s",
      ),
    ];
  });
}

function promisedAt(precedents: number): number {
  const { small, large } = promised;
  const share = (precedents - small.precedents) / (large.precedents - small.precedents);
  return small.ms + (large.ms - small.ms) * Math.min(Math.max(share, 0), 1);
}
