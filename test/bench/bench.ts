/**
 * `npm run bench -- --cases 100000 --engine both`: seeds a large database, starts the built product
 * beside a bare server and measures both in the same run, on SQLite, PostgreSQL or one after the
 * other. Prints tables and writes JSON to bench-results/. `--suite sessions` measures live sessions
 * instead, `--suite precedents --cases 100000,1000000` comparing and searching so many precedents,
 * `--suite rules --cases 100000,1000000` trying rules out on so many and finding clusters,
 * `--suite audit --cases 100000 --leaves 1000000` the account and the log.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { aims } from "./aims.ts";
import { benchAudit } from "./audit.ts";
import { pageSizes } from "./client-size.ts";
import { resultsFolder, sqliteWith } from "./database.ts";
import { engineWords, enginesIn, wholeNumber, type EngineName } from "./engines.ts";
import { benchSessions } from "./live.ts";
import { buildIfNeeded, machineWords } from "./machine.ts";
import { connections } from "./measure.ts";
import { assertOnlyOne } from "./only-one.ts";
import { benchPostgres, type BenchPostgres } from "./postgres.ts";
import { benchPrecedents } from "./precedents.ts";
import { benchRules } from "./rules.ts";
import { measureOn, type Run, type Subject } from "./run.ts";
import { aimTable, ratioTable, runTable } from "./tables.ts";

type Asked = {
  suite: Suite;
  /** One size, or several for precedents. */
  sizes: number[];
  cases: number;
  compare: number;
  /** Events in the log of the audit suite. */
  leaves: number;
  engines: EngineName[];
};

const suites = ["cases", "sessions", "precedents", "rules", "audit"] as const;
/** On databases with precedents, of several sizes, without the built application. */
const onPrecedents: Suite[] = ["precedents", "rules"];
type Suite = (typeof suites)[number];

function asked(): Asked {
  const { values } = parseArgs({
    options: {
      suite: { type: "string", default: "cases" },
      cases: { type: "string", default: "100000" },
      compare: { type: "string", default: "10000" },
      leaves: { type: "string", default: "1000000" },
      engine: { type: "string", multiple: true, default: ["sqlite"] },
    },
  });
  const suite = suites.find((known) => known === values.suite);
  if (!suite) throw new Error(`--suite takes ${suites.join(" or ")}`);
  const count = (option: string, value: string) =>
    wholeNumber(`--${option}`, value, [2000, 1_000_000]);
  const sizes = values.cases.split(",").map((value) => count("cases", value));
  const [cases = 0, ...others] = sizes;
  if (others.length > 0 && !onPrecedents.includes(suite)) {
    throw new Error("--cases takes one number here");
  }
  const compare = count("compare", values.compare);
  const leaves = count("leaves", values.leaves);
  return { suite, sizes, cases, compare, leaves, engines: enginesIn(values.engine) };
}

async function main(): Promise<void> {
  const given = asked();
  assertOnlyOne();
  if (!onPrecedents.includes(given.suite)) buildIfNeeded();
  const postgres = given.engines.includes("postgres") ? await benchPostgres() : null;
  try {
    if (given.suite === "sessions") await benchSessions(given.engines, postgres);
    else if (given.suite === "precedents") await benchPrecedents(given, postgres);
    else if (given.suite === "rules") await benchRules(given, postgres);
    else if (given.suite === "audit") await benchAudit(given, postgres);
    else await benchCases(given, postgres);
  } finally {
    await postgres?.stop();
  }
}

async function benchCases(given: Asked, postgres: BenchPostgres | null): Promise<void> {
  const runs: Run[] = [];
  for (const subject of await subjects(given, postgres)) {
    process.stdout.write(`Measuring ${engineWords[subject.engine]}, ${subject.cases} cases\n`);
    runs.push(await measureOn(subject));
  }
  report(given, runs, postgres);
}

/** Every database first, so that all measuring is done in one go. */
async function subjects(
  { cases, compare, engines }: Asked,
  postgres: BenchPostgres | null,
): Promise<Subject[]> {
  const found: Subject[] = [];
  // The small one shows how much slower the large one is.
  for (const size of compare < cases ? [compare, cases] : [cases]) {
    process.stdout.write(`Database with ${size} cases\n`);
    const sqlite = await sqliteWith(size);
    if (engines.includes("sqlite")) {
      found.push({ engine: "sqlite", cases: size, database: sqlite, databaseCpuMs: null });
    }
    if (!postgres) continue;
    const database = await postgres.copyOf(size, sqlite);
    found.push({ engine: "postgres", cases: size, database, databaseCpuMs: postgres.cpuMs });
  }
  return found;
}

function report({ cases }: Asked, runs: Run[], postgres: BenchPostgres | null): void {
  const machine = `${machineWords()}, ${connections} connections`;
  const of = (engine: EngineName) => runs.filter((run) => run.engine === engine);
  const sizes = pageSizes();
  const [small = null, large = small] = of("sqlite");
  // What was promised of speed was promised of SQLite.
  const results = large ? aims({ large, small: large === small ? null : small }, sizes) : [];
  const ratios = of("postgres").flatMap((run) => {
    const other = of("sqlite").find((one) => one.cases === run.cases);
    return other ? [ratioTable(run, other)] : [];
  });
  const tables = [machine, ...(postgres ? [postgres.words] : []), ...runs.map(runTable), ...ratios];
  if (results.length > 0) tables.push(`Aims, on SQLite\n${aimTable(results)}`);
  process.stdout.write(`\n${tables.join("\n\n")}\n\n`);
  const file = join(resultsFolder, `bench-${cases}.json`);
  const written = { at: new Date().toISOString(), machine, postgres: postgres?.words ?? null };
  writeFileSync(file, `${JSON.stringify({ ...written, aims: results, runs, sizes }, null, 2)}\n`);
  process.stdout.write(`Written to ${file}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
