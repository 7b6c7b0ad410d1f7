/** `npm run bench -- --suite audit`: the account, and what the log costs to write, prove and look through. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import type { AppendCost, WholeLog } from "./audit-log.ts";
import { logAims, logTable, type LogRun } from "./audit-tables.ts";
import { outcomeOf } from "./child.ts";
import { resultsFolder, settingsOf, sqliteWith, type Place, type Seeded } from "./database.ts";
import { engineWords, type EngineName } from "./engines.ts";
import { figuresAims, figuresTable, measureFigures, type FiguresRun } from "./figures.ts";
import { machineWords } from "./machine.ts";
import type { BenchPostgres } from "./postgres.ts";
import { aimTable } from "./tables.ts";

type Asked = { cases: number; leaves: number; engines: EngineName[] };
type Subject = { engine: EngineName; account: Seeded; log: Seeded };
type AuditRun = { figures: FiguresRun; log: LogRun };

export async function benchAudit(given: Asked, postgres: BenchPostgres | null): Promise<void> {
  const found = await subjects(given, postgres);
  const [busy = 0] = loadavg();
  const runs: AuditRun[] = [];
  for (const subject of found) {
    const { engine, account } = subject;
    process.stdout.write(`Measuring the log on ${engineWords[engine]}\n`);
    const log = await measureLog(subject, postgres);
    process.stdout.write(`Measuring the account on ${engineWords[engine]}\n`);
    const figures = await measureFigures({ engine, cases: given.cases, database: account });
    runs.push({ figures, log });
  }
  const machine = `${machineWords()}, load before ${busy.toFixed(1)}`;
  report(runs, { machine, postgres: postgres?.words ?? null });
}

/** Every database first, so that all measuring is done in one go. */
async function subjects(
  { cases, leaves, engines }: Asked,
  postgres: BenchPostgres | null,
): Promise<Subject[]> {
  process.stdout.write(`Database with ${cases} cases\n`);
  const account = await sqliteWith(cases);
  const there = await postgres?.copyOf(cases, account);
  process.stdout.write(`Database with a log of ${leaves} events\n`);
  const log = await sqliteWith(leaves, "log");
  const logThere = await postgres?.copyOf(leaves, log);
  const found: Subject[] = engines.includes("sqlite") ? [{ engine: "sqlite", account, log }] : [];
  if (there && logThere) found.push({ engine: "postgres", account: there, log: logThere });
  return found;
}

async function measureLog(
  { engine, log }: Subject,
  postgres: BenchPostgres | null,
): Promise<LogRun> {
  const append = await (postgres && engine === "postgres"
    ? appendOnPostgres(postgres)
    : appendOnSqlite());
  const whole = await measured<WholeLog>(log, "whole");
  return { engine, append, whole };
}

/** On the disk of the kept databases: a temporary folder may be in memory. */
async function appendOnSqlite(): Promise<AppendCost> {
  const folder = mkdtempSync(join(resultsFolder, "append-"));
  try {
    return await measured({ url: join(folder, "append.db"), keys: join(folder, "keys") }, "append");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function appendOnPostgres(postgres: BenchPostgres): Promise<AppendCost> {
  const database = await postgres.emptyDatabase("append");
  try {
    return await measured(database, "append");
  } finally {
    await postgres.remove(database);
  }
}

function measured<T>(database: Place, what: "append" | "whole"): Promise<T> {
  const script = new URL("./audit-log-measure.ts", import.meta.url);
  return outcomeOf<T>(script, { ...settingsOf(database), LOG_LEVEL: "silent" }, [what]);
}

function report(runs: AuditRun[], about: { machine: string; postgres: string | null }): void {
  const { machine, postgres } = about;
  const results = [
    ...runs.flatMap(({ log }) => logAims(log)),
    ...figuresAims(runs.map(({ figures }) => figures)),
  ];
  const tables = runs.flatMap(({ log, figures }) => [logTable(log), figuresTable(figures)]);
  const all = [machine, ...(postgres === null ? [] : [postgres]), ...tables];
  process.stdout.write(`\n${[...all, `Aims\n${aimTable(results)}`].join("\n\n")}\n\n`);
  const file = join(resultsFolder, "bench-audit.json");
  const written = { at: new Date().toISOString(), ...about, aims: results, runs };
  writeFileSync(file, `${JSON.stringify(written, null, 2)}\n`);
  process.stdout.write(`Written to ${file}\n`);
}
