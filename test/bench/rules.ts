/** `npm run bench -- --suite rules`: trying drafts of rules out on many precedents, and clusters among what was decided. */
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { outcomeOf } from "./child.ts";
import { resultsFolder, settingsOf } from "./database.ts";
import { engineWords, type EngineName } from "./engines.ts";
import { machineWords } from "./machine.ts";
import type { BenchPostgres } from "./postgres.ts";
import { precedentSubjects, type PrecedentSubject } from "./precedents.ts";
import type { RuleFigures } from "./rules-measure.ts";
import { ruleAims, ruleTable, type RuleRun } from "./rules-tables.ts";
import { aimTable } from "./tables.ts";

type Asked = { sizes: number[]; engines: EngineName[] };

export async function benchRules(asked: Asked, postgres: BenchPostgres | null): Promise<void> {
  const subjects = await precedentSubjects(asked, postgres);
  const runs: RuleRun[] = [];
  const [before = 0] = loadavg();
  for (const subject of subjects) runs.push(await measured(subject));
  const [after = 0] = loadavg();
  const load = `load ${before.toFixed(1)} before, ${after.toFixed(1)} after`;
  const about = { machine: `${machineWords()}, ${load}`, postgres: postgres?.words ?? null };
  const results = ruleAims(runs);
  const tables = [about.machine, ...(about.postgres === null ? [] : [about.postgres])];
  tables.push(...runs.map(ruleTable), `Aims\n${aimTable(results)}`);
  process.stdout.write(`\n${tables.join("\n\n")}\n\n`);
  const file = join(resultsFolder, "bench-rules.json");
  const written = { at: new Date().toISOString(), ...about, aims: results, runs };
  writeFileSync(file, `${JSON.stringify(written, null, 2)}\n`);
  process.stdout.write(`Written to ${file}\n`);
}

async function measured({ on, precedents, database }: PrecedentSubject): Promise<RuleRun> {
  process.stdout.write(`Measuring ${engineWords[on]}, ${precedents} precedents\n`);
  const script = new URL("./rules-measure.ts", import.meta.url);
  const env = { ...settingsOf(database), LOG_LEVEL: "silent" };
  return { ...(await outcomeOf<RuleFigures>(script, env)), on, precedents, database };
}
