/** `npm run bench -- --suite precedents`: comparing and searching many precedents, beside other ways to do so. */
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { outcomeOf } from "./child.ts";
import { resultsFolder, settingsOf, sqliteWith, type Seeded } from "./database.ts";
import { engineWords, type EngineName } from "./engines.ts";
import { machineWords } from "./machine.ts";
import type { BenchPostgres } from "./postgres.ts";
import type { PrecedentFigures } from "./precedents-measure.ts";
import { precedentAims, precedentTable, type PrecedentRun } from "./precedents-tables.ts";
import { aimTable } from "./tables.ts";

type Asked = { sizes: number[]; engines: EngineName[] };
export type PrecedentSubject = { on: EngineName; precedents: number; database: Seeded };

/** The databases with precedents, all of them made before anything is measured. */
export async function precedentSubjects(
  { sizes, engines }: Asked,
  postgres: BenchPostgres | null,
): Promise<PrecedentSubject[]> {
  const subjects: PrecedentSubject[] = [];
  for (const precedents of sizes) {
    process.stdout.write(`Database with ${precedents} precedents\n`);
    const sqlite = await sqliteWith(precedents, "precedents");
    if (engines.includes("sqlite")) subjects.push({ on: "sqlite", precedents, database: sqlite });
    if (!postgres) continue;
    const database = await postgres.copyOf(precedents, sqlite);
    subjects.push({ on: "postgres", precedents, database });
  }
  return subjects;
}

export async function benchPrecedents(asked: Asked, postgres: BenchPostgres | null): Promise<void> {
  const subjects = await precedentSubjects(asked, postgres);
  const [busy = 0] = loadavg();
  const runs: PrecedentRun[] = [];
  for (const subject of subjects) runs.push(await measured(subject));
  report(runs, {
    machine: `${machineWords()}, load before ${busy.toFixed(1)}`,
    postgres: postgres?.words ?? null,
  });
}

async function measured({ on, precedents, database }: PrecedentSubject): Promise<PrecedentRun> {
  process.stdout.write(`Measuring ${engineWords[on]}, ${precedents} precedents\n`);
  const script = new URL("./precedents-measure.ts", import.meta.url);
  const env = { ...settingsOf(database), LOG_LEVEL: "silent" };
  const figures = await outcomeOf<PrecedentFigures>(script, env, [String(precedents)]);
  return { ...figures, on, precedents, database };
}

function report(runs: PrecedentRun[], about: { machine: string; postgres: string | null }): void {
  const { machine, postgres } = about;
  const results = precedentAims(runs);
  const tables = [machine, ...(postgres === null ? [] : [postgres]), ...runs.map(precedentTable)];
  process.stdout.write(`\n${[...tables, `Aims\n${aimTable(results)}`].join("\n\n")}\n\n`);
  const file = join(resultsFolder, "bench-precedents.json");
  const written = { at: new Date().toISOString(), ...about, aims: results, runs };
  writeFileSync(file, `${JSON.stringify(written, null, 2)}\n`);
  process.stdout.write(`Written to ${file}\n`);
}
