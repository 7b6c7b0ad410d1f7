/** What was measured, as tables for people. */
import type { Aim } from "./aims.ts";
import { engineWords } from "./engines.ts";
import type { Measurement } from "./measure.ts";
import type { Run } from "./run.ts";

export function runTable({ engine, cases, measurements, database, ...run }: Run): string {
  const made = database.seconds === null ? "kept" : `made in ${database.seconds.toFixed(0)} s`;
  const withServer = measurements.some((one) => one.databaseCpuMsPerRequest !== null);
  const server = withServer ? ["server CPU ms"] : [];
  return [
    `${engineWords[engine]}, ${cases} cases, database ${database.megabytes.toFixed(0)} MB (${made})`,
    row(["", "CPU ms/request", ...server, "p50 ms", "p95 ms", "p99 ms", "requests/s"]),
    ...measurements.map((measurement) => measurementRow(measurement, withServer)),
    `search, database part p95 ${run.searchDatabaseP95.toFixed(1)} ms; resident memory ${run.rssMb.toFixed(0)} MB, highest ${run.highestRssMb.toFixed(0)} MB`,
  ].join("\n");
}

function measurementRow(measurement: Measurement, withServer: boolean): string {
  const { name, cpuMsPerRequest, databaseCpuMsPerRequest, p50, p95, p99, perSecond } = measurement;
  const server = databaseCpuMsPerRequest?.toFixed(3) ?? "";
  const times = [p50, p95, p99].map((time) => time.toFixed(1));
  const cells = [cpuMsPerRequest.toFixed(3), ...(withServer ? [server] : []), ...times];
  return row([name, ...cells, perSecond.toFixed(0)]);
}

/** PostgreSQL over SQLite, of the same size in the same run: 2.00 is twice as much. */
export function ratioTable(postgres: Run, sqlite: Run): string {
  const rows = postgres.measurements.flatMap((measured) => {
    const other = sqlite.measurements.find(({ name }) => name === measured.name);
    return other ? [row([measured.name, ...ratios(measured, other)])] : [];
  });
  const search = times(postgres.searchDatabaseP95, sqlite.searchDatabaseP95);
  const memory = times(postgres.highestRssMb, sqlite.highestRssMb);
  return [
    `PostgreSQL / SQLite, ${postgres.cases} cases (CPU of the application process)`,
    row(["", "CPU", "p50", "p95", "p99", "requests/s"]),
    ...rows,
    `search, database part p95 ${search}; highest resident memory ${memory}`,
  ].join("\n");
}

function ratios(postgres: Measurement, sqlite: Measurement): string[] {
  const keys = ["cpuMsPerRequest", "p50", "p95", "p99", "perSecond"] as const;
  return keys.map((key) => times(postgres[key], sqlite[key]));
}

function times(value: number, other: number): string {
  return other === 0 ? "-" : `${(value / other).toFixed(2)}x`;
}

export function row([first = "", ...cells]: string[], width = 15): string {
  return first.padEnd(20) + cells.map((cell) => cell.padStart(width)).join("");
}

export function aimTable(results: Aim[]): string {
  const widest = Math.max(...results.map(({ what }) => what.length)) + 2;
  return results
    .map(({ what, aim, result, met }) => {
      return `${what.padEnd(widest)}${aim.padEnd(18)}${result.padStart(10)}  ${met ? "met" : "NOT MET"}`;
    })
    .join("\n");
}
