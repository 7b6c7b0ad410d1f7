/** What was measured of precedents, as tables for people and against what was promised. */
import { atMost, type Aim } from "./aims.ts";
import { engineWords, type EngineName } from "./engines.ts";
import type { Seeded } from "./database.ts";
import type { Times } from "./precedents-engine.ts";
import type { PrecedentFigures } from "./precedents-measure.ts";
import { mostInMemory, type BuiltSearch, type SearchTimes } from "./precedents-search.ts";
import { row } from "./tables.ts";

export type PrecedentRun = PrecedentFigures & {
  on: EngineName;
  precedents: number;
  database: Pick<Seeded, "seconds" | "megabytes">;
};

const most = { holdMs: 20, rebuildSecondsPer100k: 3, bytesEach: 64 };
/** What was promised at two sizes; in between it grows with the number. */
const promised = [
  { precedents: 100_000, compareMs: 5, searchMs: 100 },
  { precedents: 1_000_000, compareMs: 40, searchMs: 400 },
];

export function precedentTable(run: PrecedentRun): string {
  const { on, precedents, database, engine, sql, search, rssMb } = run;
  const made = database.seconds === null ? "kept" : `made in ${database.seconds.toFixed(0)} s`;
  const { megabytes } = database;
  return [
    `${engineWords[on]}, ${precedents} precedents of one scope, 128 facts, database ${megabytes.toFixed(0)} MB (${made})`,
    row(["", "p50 ms", "p95 ms", "longest hold ms"], 17),
    timesRow("band", engine.band),
    timesRow("band and conflicts", engine.conflicts),
    timesRow("20 nearest", engine.nearest),
    row(["band by plain SQL", sql.p50.toFixed(0), `${sql.highest.toFixed(0)} (highest)`], 17),
    `into memory in ${engine.rebuildSeconds.toFixed(1)} s, longest hold ${engine.rebuildHoldMs.toFixed(0)} ms; ${engine.bytesEach.toFixed(1)} bytes each, ${engine.processBytesEach.toFixed(0)} of the process; resident memory ${rssMb.toFixed(0)} MB`,
    row(["search", "p50 ms", "p95 ms", "built in s", "MB"], 17),
    searchRow("the product", search.own),
    miniSearchRow(run),
    ...(search.postgres ? [searchRow("ts_rank_cd, GIN", search.postgres)] : []),
  ].join("\n");
}

function timesRow(name: string, { p50, p95, longestHoldMs }: Times): string {
  return row([name, ...[p50, p95, longestHoldMs].map((ms) => ms.toFixed(1))], 17);
}

function searchRow(name: string, search: SearchTimes & Partial<BuiltSearch>): string {
  const { p50, p95, buildSeconds, megabytes } = search;
  const built = buildSeconds === undefined ? [] : [buildSeconds.toFixed(0)];
  const size = typeof megabytes === "number" ? [megabytes.toFixed(0)] : [];
  return row([name, p50.toFixed(1), p95.toFixed(1), ...built, ...size], 17);
}

function miniSearchRow({ search }: PrecedentRun): string {
  if (search.miniSearch) return searchRow("MiniSearch", search.miniSearch);
  return `MiniSearch          left out beyond ${mostInMemory} documents: it keeps all in the memory of the process`;
}

export function precedentAims(runs: PrecedentRun[]): Aim[] {
  return runs.flatMap((run) => aimsOf(run));
}

function aimsOf({ on, precedents, engine, search }: PrecedentRun): Aim[] {
  const about = `${engineWords[on]}, ${precedents}: `;
  const { compareMs, searchMs } = promisedAt(precedents);
  const { band, conflicts, nearest } = engine;
  const hold = Math.max(...[band, conflicts, nearest].map(({ longestHoldMs }) => longestHoldMs));
  const rebuildSeconds = (most.rebuildSecondsPer100k * precedents) / 100_000;
  return [
    atMost(`${about}band p95`, band.p95, compareMs, " ms"),
    atMost(`${about}band and conflicts p95`, conflicts.p95, compareMs, " ms"),
    atMost(`${about}20 nearest p95`, nearest.p95, compareMs, " ms"),
    atMost(`${about}longest hold of the event loop, comparing`, hold, most.holdMs, " ms"),
    atMost(`${about}longest hold, into memory`, engine.rebuildHoldMs, most.holdMs, " ms"),
    atMost(`${about}into memory`, engine.rebuildSeconds, rebuildSeconds, " s"),
    atMost(`${about}memory of each`, engine.bytesEach, most.bytesEach, " bytes"),
    atMost(`${about}search p95`, search.own.p95, searchMs, " ms"),
  ];
}

function promisedAt(precedents: number): { compareMs: number; searchMs: number } {
  const [small, large] = promised;
  if (!small || !large) throw new Error("Nothing was promised");
  const share = (precedents - small.precedents) / (large.precedents - small.precedents);
  const between = (from: number, to: number) =>
    from + (to - from) * Math.min(Math.max(share, 0), 1);
  return {
    compareMs: between(small.compareMs, large.compareMs),
    searchMs: between(small.searchMs, large.searchMs),
  };
}
