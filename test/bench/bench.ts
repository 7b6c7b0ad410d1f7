/**
 * `npm run bench -- --cases 100000`: seeds a large database, starts the built product beside a bare
 * server and measures both in the same run. Prints tables and writes JSON to bench-results/.
 */
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { aims, type Aim } from "./aims.ts";
import { pageSizes } from "./client-size.ts";
import { resultsFolder } from "./database.ts";
import { connections, type Measurement } from "./measure.ts";
import { runWith, type Run } from "./run.ts";

const root = join(import.meta.dirname, "../..");
const [fewest, most] = [2000, 1_000_000];

function asked(): { cases: number; compare: number } {
  const { values } = parseArgs({
    options: {
      cases: { type: "string", default: "100000" },
      compare: { type: "string", default: "10000" },
    },
  });
  const [cases, compare] = [Number(values.cases), Number(values.compare)];
  for (const count of [cases, compare]) {
    if (Number.isInteger(count) && count >= fewest && count <= most) continue;
    throw new Error(`--cases and --compare take a whole number from ${fewest} to ${most}`);
  }
  return { cases, compare: Math.min(compare, cases) };
}

function buildIfNeeded(): void {
  if (existsSync(join(root, "build/server/index.js"))) return;
  process.stdout.write("Building the application first\n");
  execFileSync("npm", ["run", "build"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}

async function main(): Promise<void> {
  const { cases, compare } = asked();
  buildIfNeeded();
  process.stdout.write(`Database with ${compare} cases\n`);
  const small = await runWith(compare);
  process.stdout.write(`Database with ${cases} cases\n`);
  const large = await runWith(cases);
  const sizes = pageSizes();
  const results = aims({ large, small }, sizes);
  const machine = machineWords();
  process.stdout.write([machine, table(small), table(large), aimTable(results), ""].join("\n\n"));
  const file = join(resultsFolder, `bench-${cases}.json`);
  const at = new Date().toISOString();
  writeFileSync(
    file,
    `${JSON.stringify({ at, machine, aims: results, runs: [small, large], sizes }, null, 2)}\n`,
  );
  process.stdout.write(`Written to ${file}\n`);
}

function machineWords(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1_073_741_824);
  return `${first?.model ?? "Unknown processor"}, ${cpus().length} cores, ${memory} GB, Node ${process.versions.node}, ${connections} connections`;
}

function table({ cases, measurements, database, rssMb, highestRssMb, ...run }: Run): string {
  const seeded = database.seconds === null ? "kept" : `seeded in ${database.seconds.toFixed(0)} s`;
  return [
    `${cases} cases, database ${database.megabytes.toFixed(0)} MB (${seeded})`,
    row(["", "CPU ms/request", "p50 ms", "p95 ms", "p99 ms", "requests/s"]),
    ...measurements.map(measurementRow),
    `search, database part p95 ${run.searchDatabaseP95.toFixed(1)} ms; resident memory ${rssMb.toFixed(0)} MB, highest ${highestRssMb.toFixed(0)} MB`,
  ].join("\n");
}

function measurementRow({ name, cpuMsPerRequest, p50, p95, p99, perSecond }: Measurement): string {
  return row([
    name,
    cpuMsPerRequest.toFixed(3),
    p50.toFixed(1),
    p95.toFixed(1),
    p99.toFixed(1),
    perSecond.toFixed(0),
  ]);
}

function row([first = "", ...cells]: string[]): string {
  return first.padEnd(20) + cells.map((cell) => cell.padStart(15)).join("");
}

function aimTable(results: Aim[]): string {
  const widest = Math.max(...results.map(({ what }) => what.length)) + 2;
  return results
    .map(({ what, aim, result, met }) => {
      return `${what.padEnd(widest)}${aim.padEnd(18)}${result.padStart(10)}  ${met ? "met" : "NOT MET"}`;
    })
    .join("\n");
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
