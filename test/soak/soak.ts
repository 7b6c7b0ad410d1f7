/**
 * `npm run soak -- --minutes 10 --users 16`: people at work on the built server for a while, every
 * answer looked at, and the memory of the server every second. Ends with code 1 when an answer was
 * wrong or memory grew.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { chance } from "../../db/seed/bulk/chance.ts";
import { outcomeOf, startChild, type Child } from "../bench/child.ts";
import { resultsFolder, settingsOf, sqliteWith, type Place } from "../bench/database.ts";
import { engineWords, enginesIn, wholeNumber, type EngineName } from "../bench/engines.ts";
import { buildIfNeeded, machineWords } from "../bench/machine.ts";
import { assertOnlyOne } from "../bench/only-one.ts";
import { benchPostgres } from "../bench/postgres.ts";
import { freePort } from "../support/free-port.ts";
import { startCrowd } from "./crowd.ts";
import { sample } from "./memory.ts";
import type { SoakPerson } from "./people.ts";
import { isGood, report, type Outcome } from "./report.ts";
import { newTally } from "./tally.ts";

type Asked = { minutes: number; users: number; cases: number; engine: EngineName; gc: boolean };

function asked(): Asked {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "10" },
      users: { type: "string", default: "16" },
      cases: { type: "string", default: "2000" },
      engine: { type: "string", default: "sqlite" },
      gc: { type: "boolean", default: false },
    },
  });
  const [engine, other] = enginesIn([values.engine]);
  if (!engine || other) throw new Error("--engine takes sqlite or postgres");
  return {
    minutes: wholeNumber("--minutes", values.minutes, [1, 24 * 60]),
    users: wholeNumber("--users", values.users, [1, 64]),
    cases: wholeNumber("--cases", values.cases, [2000, 1_000_000]),
    engine,
    gc: values.gc,
  };
}

async function main(): Promise<void> {
  const given = asked();
  assertOnlyOne();
  buildIfNeeded();
  const database = await soakDatabase(given);
  const documents = mkdtempSync(join(tmpdir(), "maatwerkplaats-soak-"));
  const forget = () => rmSync(documents, { recursive: true, force: true });
  process.once("exit", forget);
  try {
    const outcome = await soak(given, { ...database, documents });
    process.stdout.write(`\n${report(outcome)}\n`);
    const file = join(resultsFolder, `soak-${given.engine}.json`);
    const at = new Date().toISOString();
    writeFileSync(file, `${JSON.stringify({ at, ...outcome }, null, 2)}\n`);
    process.stdout.write(`Written to ${file}\n`);
    process.exitCode = isGood(outcome) ? 0 : 1;
  } finally {
    await database.end();
  }
}

type SoakDatabase = Place & { words: string; end: () => Promise<void> };

/** A copy of the kept database, so that every soak starts from the same. */
async function soakDatabase({ cases, engine }: Asked): Promise<SoakDatabase> {
  const kept = await sqliteWith(cases);
  if (engine === "postgres") {
    const postgres = await benchPostgres();
    const database = await postgres.branchOf(await postgres.copyOf(cases, kept), "soak");
    const end = async () => {
      await postgres.remove(database);
      await postgres.stop();
    };
    return { ...database, words: postgres.words, end };
  }
  const folder = join(resultsFolder, "soak");
  const end = () => rmSync(folder, { recursive: true, force: true });
  end();
  process.once("exit", end);
  cpSync(dirname(kept.url), folder, { recursive: true });
  const database = { url: join(folder, basename(kept.url)), keys: join(folder, "keys") };
  return { ...database, words: "SQLite", end: async () => end() };
}

async function soak(given: Asked, place: Place & { documents: string }): Promise<Outcome> {
  const { minutes, users, cases, engine, gc } = given;
  const script = new URL("./prepare.ts", import.meta.url);
  const people = await outcomeOf<SoakPerson[]>(script, settingsOf(place), [String(users)]);
  const { server, origin } = await startServer(place, gc);
  try {
    const title = `${engineWords[engine]}, ${cases} cases, ${users} users, ${minutes} minutes. ${machineWords()}`;
    process.stdout.write(`${title}\n`);
    return { title, ...(await observed(server, { people, origin, minutes, gc })) };
  } finally {
    await server.stop();
  }
}

async function startServer(place: Place & { documents: string }, gc: boolean) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    ORIGIN: origin,
    ...settingsOf(place),
    DOCUMENTS_DIR: place.documents,
    DEMO: "",
    LOG_LEVEL: "info",
  };
  const script = new URL("../bench/served.ts", import.meta.url);
  return { origin, server: await startChild(script, env, gc ? ["--expose-gc"] : []) };
}

type Course = { people: SoakPerson[]; origin: string; minutes: number; gc: boolean };

async function observed(server: Child, { people, origin, minutes, gc }: Course) {
  const tally = newTally();
  const heap = async () =>
    gc ? ((await server.usage("usage after collecting")).collectedHeapMb ?? 0) : 0;
  const before = await heap();
  const { cpuMs: cpuBefore } = await server.usage();
  const started = performance.now();
  const crowd = startCrowd(people, { origin, tally, random: chance(20_261_121) });
  const until = started + minutes * 60_000;
  const goesOn = () => performance.now() < until && crowd.isAtWork();
  const progress = setInterval(() => {
    const done = Math.round((performance.now() - started) / 60_000);
    process.stdout.write(`  ${done} of ${minutes} minutes, ${tally.faults().length} errors\n`);
  }, 60_000);
  try {
    const samples = await sample(server, goesOn);
    await crowd.stop();
    const seconds = (performance.now() - started) / 1000;
    const { cpuMs, highestRssMb } = await server.usage();
    const collected = gc ? { before, after: await heap() } : null;
    const rows = tally.rows();
    const used = { cpuMs: cpuMs - cpuBefore, highestRssMb };
    return { seconds, rows, faults: tally.faults(), samples, ...used, collected };
  } finally {
    clearInterval(progress);
  }
}

main().then(
  // What keeps connections open must not keep a finished soak waiting.
  () => process.exit(),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
