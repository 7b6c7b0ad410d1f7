/** What was measured of live sessions, as tables for people and against what was promised. */
import { atMost, type Aim } from "./aims.ts";
import { engineWords } from "./engines.ts";
import type { Computing } from "./live-computing.ts";
import type { StreamMemory } from "./live-memory.ts";
import type { Reveals } from "./live-reveals.ts";
import type { LiveRun } from "./live-run.ts";
import type { Measurement } from "./measure.ts";
import { row } from "./tables.ts";

const most = { everythingMs: 20, exactMs: 2, revealMs: 1000, saveMs: 5, streamsMb: 150 };

export function computingTable({ everything, divided, draws, exact, grid }: Computing): string {
  const line = (name: string, { first, p50, p95 }: Computing["exact"], bare?: number) => {
    const times = [first, p50, p95].map((time) => time.toFixed(2));
    return wideRow([name, ...times, bare === undefined ? "" : ratio(p50, bare)]);
  };
  return [
    "Computing, in one process",
    wideRow(["", "first ms", "p50 ms", "p95 ms", "to bare"]),
    line("6 x 8 x 5, 12 people on every panel", everything, draws.p50),
    line("6 x 8 x 5, 12 people in panels of 2", divided, draws.p50),
    line("bare: 10,000 weightings added up", draws),
    line("3 perspectives x 5 options, exact", exact, grid.p50),
    line("bare: weightings in steps of 1 %", grid),
  ].join("\n");
}

export function liveTable(run: LiveRun): string {
  return [
    `${engineWords[run.engine]}: reveal to ${run.reveals.browsers} browsers, ${run.reveals.reveals} times`,
    wideRow(["", "p50 ms", "p99 ms", "highest ms", "p99 to bare"]),
    ...revealRows(run),
    "",
    `${engineWords[run.engine]}: one autosave`,
    wideRow(["", "CPU ms", "p50 ms", "p95 ms", "p99 ms", "CPU to bare"]),
    ...run.saves.map((save) => saveRow(save, run.saves)),
    "",
    `${engineWords[run.engine]}: ${run.streams.streams} event streams`,
    wideRow(["", "before MB", "highest MB", "cost MB", "heap MB", "CPU ms/min", "cost to bare"]),
    streamRow("event streams", run.streams, run.bareStreams),
    streamRow("bare event streams", run.bareStreams),
  ].join("\n");
}

const parts = [
  { part: "event", name: "event" },
  { part: "page", name: "page loaded" },
  { part: "lastPage", name: "page loaded, last browser" },
] as const;

function revealRows({ reveals, bareReveals }: LiveRun): string[] {
  const line = ({ part, name }: (typeof parts)[number], from: Reveals, to?: Reveals) => {
    const { p50, p99, most: highest } = from[part];
    const times = [p50, p99, highest].map((time) => time.toFixed(0));
    return wideRow([to ? name : `bare ${name}`, ...times, to ? ratio(p99, to[part].p99) : ""]);
  };
  return [
    ...parts.map((part) => line(part, reveals, bareReveals)),
    ...parts.map((part) => line(part, bareReveals)),
  ];
}

function saveRow(save: Measurement, all: Measurement[]): string {
  const [bare] = all;
  const times = [save.p50, save.p95, save.p99].map((time) => time.toFixed(1));
  const isBare = save === bare || !bare;
  const toBare = isBare ? "" : ratio(save.cpuMsPerRequest, bare.cpuMsPerRequest);
  return wideRow([save.name, save.cpuMsPerRequest.toFixed(2), ...times, toBare]);
}

function streamRow(name: string, streams: StreamMemory, bare?: StreamMemory): string {
  const { beforeMb, highestMb, heapMb, cpuMsPerMinute } = streams;
  const sizes = [beforeMb, highestMb, costOf(streams), heapMb].map((size) => size.toFixed(1));
  const times = bare ? ratio(costOf(streams), costOf(bare)) : "";
  return wideRow([name, ...sizes, cpuMsPerMinute.toFixed(1), times]);
}

/** What is kept for them may fit in memory that the process had already. */
function costOf({ beforeMb, highestMb, heapMb }: StreamMemory): number {
  return Math.max(highestMb - beforeMb, heapMb);
}

/** What was promised, per engine as far as an engine has part in it. */
export function liveAims(computing: Computing, runs: LiveRun[]): Aim[] {
  return [
    atMost(
      "all computing, 6 x 8 x 5 x 12, p95",
      computing.everything.p95,
      most.everythingMs,
      " ms",
    ),
    atMost("3 perspectives exact, p95", computing.exact.p95, most.exactMs, " ms"),
    ...runs.flatMap(aimsOf),
  ];
}

function aimsOf({ engine, reveals, saves, streams }: LiveRun): Aim[] {
  const on = (what: string) => `${engineWords[engine]}: ${what}`;
  const save = Math.max(...saves.slice(1).map(({ cpuMsPerRequest }) => cpuMsPerRequest));
  return [
    atMost(
      on(`reveal on the screen of ${reveals.browsers}, p99`),
      reveals.page.p99,
      most.revealMs,
      " ms",
    ),
    atMost(on("one autosave, CPU"), save, most.saveMs, " ms"),
    atMost(on(`${streams.streams} event streams`), costOf(streams), most.streamsMb, " MB"),
  ];
}

function ratio(value: number, other: number): string {
  return other === 0 ? "-" : `${(value / other).toFixed(2)}x`;
}

function wideRow([first = "", ...cells]: string[]): string {
  return row([first.padEnd(38), ...cells], 13);
}
