/** `npm run bench -- --suite sessions`: computing, reveals, autosaves and event streams. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { outcomeOf } from "./child.ts";
import { resultsFolder } from "./database.ts";
import { engineWords, type EngineName } from "./engines.ts";
import type { Computing } from "./live-computing.ts";
import { measureLive, type LiveRun } from "./live-run.ts";
import { computingTable, liveAims, liveTable } from "./live-tables.ts";
import { machineWords } from "./machine.ts";
import { connections } from "./measure.ts";
import type { BenchPostgres } from "./postgres.ts";
import { aimTable } from "./tables.ts";

export async function benchSessions(
  engines: EngineName[],
  postgres: BenchPostgres | null,
): Promise<void> {
  process.stdout.write("Measuring the computing\n");
  const script = new URL("./live-computing.ts", import.meta.url);
  const computing = await outcomeOf<Computing>(script, {});
  const runs: LiveRun[] = [];
  for (const engine of engines) {
    process.stdout.write(`Measuring ${engineWords[engine]}\n`);
    runs.push(await (postgres && engine === "postgres" ? onPostgres(postgres) : onSqlite()));
  }
  report(computing, runs, postgres?.words ?? null);
}

async function onSqlite(): Promise<LiveRun> {
  const folder = mkdtempSync(join(tmpdir(), "maatwerkplaats-bench-"));
  try {
    const url = join(folder, "sessions.db");
    return await measureLive({ engine: "sqlite", url, databaseCpuMs: null });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(postgres: BenchPostgres): Promise<LiveRun> {
  const url = await postgres.emptyDatabase("sessions");
  try {
    return await measureLive({ engine: "postgres", url, databaseCpuMs: postgres.cpuMs });
  } finally {
    await postgres.remove(url);
  }
}

function report(computing: Computing, runs: LiveRun[], postgres: string | null): void {
  const machine = `${machineWords()}, ${connections} connections`;
  const results = liveAims(computing, runs);
  const tables = [machine, ...(postgres === null ? [] : [postgres]), computingTable(computing)];
  tables.push(...runs.map(liveTable), `Aims\n${aimTable(results)}`);
  process.stdout.write(`\n${tables.join("\n\n")}\n\n`);
  const file = join(resultsFolder, "bench-sessions.json");
  const written = { at: new Date().toISOString(), machine, postgres, aims: results, computing };
  writeFileSync(file, `${JSON.stringify({ ...written, runs }, null, 2)}\n`);
  process.stdout.write(`Written to ${file}\n`);
}
