/** `npm run bench -- --suite sessions`: computing, reveals, autosaves and event streams. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
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
  // What else the machine was doing: with more than its cores have time for, the times say little.
  const [busy = 0] = loadavg();
  process.stdout.write("Measuring the computing\n");
  const script = new URL("./live-computing.ts", import.meta.url);
  const computing = await outcomeOf<Computing>(script, {});
  const runs: LiveRun[] = [];
  for (const engine of engines) {
    process.stdout.write(`Measuring ${engineWords[engine]}\n`);
    runs.push(await (postgres && engine === "postgres" ? onPostgres(postgres) : onSqlite()));
  }
  const machine = `${machineWords()}, ${connections} connections, load before ${busy.toFixed(1)}`;
  report(computing, runs, { machine, postgres: postgres?.words ?? null });
}

async function onSqlite(): Promise<LiveRun> {
  const folder = mkdtempSync(join(tmpdir(), "maatwerkplaats-bench-"));
  try {
    const database = { url: join(folder, "sessions.db"), keys: join(folder, "keys") };
    return await measureLive({ engine: "sqlite", database, databaseCpuMs: null });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgres(postgres: BenchPostgres): Promise<LiveRun> {
  const database = await postgres.emptyDatabase("sessions");
  try {
    return await measureLive({ engine: "postgres", database, databaseCpuMs: postgres.cpuMs });
  } finally {
    await postgres.remove(database);
  }
}

type Circumstances = { machine: string; postgres: string | null };

function report(computing: Computing, runs: LiveRun[], about: Circumstances): void {
  const { machine, postgres } = about;
  const results = liveAims(computing, runs);
  const tables = [machine, ...(postgres === null ? [] : [postgres]), computingTable(computing)];
  tables.push(...runs.map(liveTable), `Aims\n${aimTable(results)}`);
  process.stdout.write(`\n${tables.join("\n\n")}\n\n`);
  const file = join(resultsFolder, "bench-sessions.json");
  const written = { at: new Date().toISOString(), ...about, aims: results, computing };
  writeFileSync(file, `${JSON.stringify({ ...written, runs }, null, 2)}\n`);
  process.stdout.write(`Written to ${file}\n`);
}
