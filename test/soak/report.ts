/** What came of a soak, as tables for people. */
import { row } from "../bench/tables.ts";
import { growth, perMinute, type Growth, type Sample } from "./memory.ts";
import type { Fault, KindRow } from "./tally.ts";

export type Outcome = {
  title: string;
  seconds: number;
  rows: KindRow[];
  faults: readonly Fault[];
  samples: Sample[];
  cpuMs: number;
  highestRssMb: number;
  /** Objects left after collecting garbage, before and after; null without `--gc`. */
  collected: { before: number; after: number } | null;
};

export function isGood({ faults, samples }: Outcome): boolean {
  return faults.length === 0 && (growth(samples)?.isFlat ?? true);
}

export function report(outcome: Outcome): string {
  const { title, samples, faults } = outcome;
  return [
    title,
    requestTable(outcome),
    memoryTable(outcome),
    ...(faults.length > 0 ? [faultLines(faults)] : []),
    verdict(growth(samples), faults),
  ].join("\n\n");
}

function requestTable({ rows, seconds, cpuMs }: Outcome): string {
  const requests = rows.at(-1)?.requests ?? 0;
  return [
    row(["", "requests", "errors", "p50 ms", "p95 ms", "p99 ms"], 11),
    ...rows.map(({ kind, requests, errors, p50, p95, p99 }) => {
      const times = [p50, p95, p99].map((time) => time.toFixed(1));
      return row([kind, String(requests), String(errors), ...times], 11);
    }),
    `${(requests / seconds).toFixed(1)} requests/s; the server used ${((cpuMs / seconds / 1000) * 100).toFixed(0)} % of one core`,
  ].join("\n");
}

function memoryTable({ samples, highestRssMb, collected }: Outcome): string {
  const lines = perMinute(samples).map(({ rssMb, heapMb, externalMb }, place) =>
    row([`minute ${place + 1}`, ...[rssMb, heapMb, externalMb].map((one) => one.toFixed(0))], 11),
  );
  return [
    row(["", "RSS MB", "heap MB", "buffers MB"], 11),
    ...lines,
    `highest resident memory ${highestRssMb.toFixed(0)} MB`,
    ...(collected
      ? [
          `heap after collecting garbage ${collected.before.toFixed(1)} MB at the start, ${collected.after.toFixed(1)} MB at the end`,
        ]
      : []),
  ].join("\n");
}

const mostShown = 20;

function faultLines(faults: readonly Fault[]): string {
  const shown = faults
    .slice(0, mostShown)
    .map(({ kind, what, at }) => `${new Date(at).toISOString()} ${kind} ${what}`);
  const rest = faults.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join("\n");
}

function verdict(grown: Growth | null, faults: readonly Fault[]): string {
  const errors = faults.length === 0 ? "no error" : `${faults.length} ERRORS`;
  if (!grown) return `Verdict: ${errors}; too short to say whether memory is flat (3 minutes)`;
  const { second, last, share, isFlat } = grown;
  const change = `${share >= 0 ? "+" : ""}${(share * 100).toFixed(1)} %`;
  const minutes = `second minute ${second.toFixed(0)} MB, last minute ${last.toFixed(0)} MB: ${change}, at most +10 %`;
  return `Verdict: ${errors}; memory ${isFlat ? "flat" : "NOT FLAT"} (${minutes})`;
}
