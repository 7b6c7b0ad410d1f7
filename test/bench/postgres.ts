/** A PostgreSQL to measure on: started here with its files kept, or the one of TEST_DATABASE_URL. */
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { startPostgres } from "../support/postgres-server.ts";
import { codeHash, resultsFolder, settingsOf, type Place, type Seeded } from "./database.ts";
import { cpuOfServer } from "./postgres-usage.ts";

/** As on a small server of its own with fast disks. Every commit is on disk before it is answered. */
const settings = {
  shared_buffers: "512MB",
  effective_cache_size: "4GB",
  work_mem: "16MB",
  maintenance_work_mem: "256MB",
  max_wal_size: "4GB",
  checkpoint_timeout: "15min",
  random_page_cost: 1.1,
  jit: "off",
};

const prefix = "maatwerkplaats_bench_";
/** Besides the rows themselves, what decides how they are kept. */
const copiedBy = ["drizzle/postgres", "db/postgres/search.ts"];

export type BenchPostgres = {
  /** Version and settings, for people to read. */
  words: string;
  /** The rows of a seeded SQLite file: copied now, or kept from an earlier run of the same code. */
  copyOf: (size: number, from: Place) => Promise<Seeded>;
  /** A database like another, to change at will. */
  branchOf: (from: Place, name: string) => Promise<Place>;
  /** A database with nothing in it. */
  emptyDatabase: (name: string) => Promise<Place>;
  remove: (database: Place) => Promise<void>;
  /** CPU in milliseconds of all processes of the server so far; null where that cannot be read. */
  cpuMs: (() => number) | null;
  stop: () => Promise<void>;
};

export async function benchPostgres(): Promise<BenchPostgres> {
  const given = process.env.TEST_DATABASE_URL;
  const own = given === undefined ? await startKept() : null;
  const main = given ?? own?.url("postgres") ?? "";
  const made: Place[] = [];
  // Kept as long as the databases are.
  const keysRoot = own
    ? join(resultsFolder, "postgres-keys")
    : mkdtempSync(join(tmpdir(), "maatwerkplaats-keys-"));
  const ask = (text: string, url = main) => query(url, text);
  const server = { ask, main, keysRoot };
  const remove = async ({ url, keys }: Place) => {
    await dropDatabase(ask, databaseOf(url));
    rmSync(keys, { recursive: true, force: true });
  };
  await forgetUnfinished(ask);
  return {
    words: await serverWords(ask, given !== undefined),
    copyOf: async (size, from) => {
      const copied = await copyOf({ ...named(size, from.url), from, ...server });
      made.push(copied);
      return copied;
    },
    branchOf: (from, name) => newDatabase({ name, from, ...server }),
    emptyDatabase: (name) => newDatabase({ name, from: null, ...server }),
    remove,
    cpuMs: await cpuOfServer(main),
    stop: async () => {
      // On a server of somebody else's nothing stays behind.
      if (own) return own.stop();
      for (const database of made) await remove(database);
      rmSync(keysRoot, { recursive: true, force: true });
    },
  };
}

type Ask = (text: string, url?: string) => Promise<Record<string, unknown>[]>;

async function startKept() {
  const dataDirectory = join(resultsFolder, "postgres");
  try {
    return await startPostgres({ durable: true, settings, dataDirectory });
  } catch (error) {
    if (!existsSync(dataDirectory)) throw error;
    process.stdout.write("The PostgreSQL of an earlier run does not start: made anew\n");
    rmSync(dataDirectory, { recursive: true });
    return startPostgres({ durable: true, settings, dataDirectory });
  }
}

async function serverWords(ask: Ask, isGiven: boolean): Promise<string> {
  const [row] = await ask("show server_version");
  const version = `PostgreSQL ${String(row?.server_version)}`;
  if (isGiven) return `${version} of TEST_DATABASE_URL`;
  const words = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  return `${version}, ${words.join(", ")}`;
}

/** Named after what is in the file and how it came there: `cases-100000-abc.db`. */
function named(size: number, file: string): { name: string; start: string } {
  const [, what = "", seeded = ""] = /(\w+)-\d+-([0-9a-f]+)\.db$/.exec(file) ?? [];
  const start = `${prefix}${what === "cases" ? "" : what}${size}_`;
  return { start, name: `${start}${seeded}_${codeHash(copiedBy)}` };
}

type Server = { ask: Ask; main: string; keysRoot: string };
type Copy = Server & { name: string; start: string; from: Place };

async function copyOf({ name, start, from, ask, main, keysRoot }: Copy): Promise<Seeded> {
  const names = await databases(ask);
  const older = names.filter((other) => other.startsWith(start) && other !== name);
  for (const other of older) await dropDatabase(ask, other);
  const started = performance.now();
  const keys = join(keysRoot, name);
  const isNew = !names.includes(name) || !existsSync(keys);
  if (isNew) {
    process.stdout.write("  to PostgreSQL\n");
    const part = `${name}${unfinished}`;
    await dropDatabase(ask, name);
    await ask(`create database "${part}" template template0 encoding 'UTF8'`);
    await runCopy(from, withDatabase(main, part));
    await ask("vacuum (analyze)", withDatabase(main, part));
    // Its own from now on: the heads beside the keys are of one log only.
    rmSync(keys, { recursive: true, force: true });
    cpSync(from.keys, keys, { recursive: true });
    await ask(`alter database "${part}" rename to "${name}"`);
  }
  const url = withDatabase(main, name);
  const [size] = await ask(`select pg_database_size('${name}') / 1e6 as megabytes`);
  return {
    ...{ url, keys },
    seconds: isNew ? (performance.now() - started) / 1000 : null,
    megabytes: Number(size?.megabytes),
  };
}

const unfinished = "_part";
const run = promisify(execFile);

async function runCopy(from: Place, url: string): Promise<void> {
  const env = { ...process.env, ...settingsOf(from) };
  await run(process.execPath, ["app/cli/mw.ts", "copy", from.url, url], { env });
}

type New = Server & { name: string; from: Place | null };

async function newDatabase({ name, from, ask, main, keysRoot }: New): Promise<Place> {
  const database = { url: withDatabase(main, prefix + name), keys: join(keysRoot, name) };
  const template = from ? databaseOf(from.url) : "template0";
  await dropDatabase(ask, prefix + name);
  await ask(`create database "${prefix}${name}" template "${template}" encoding 'UTF8'`);
  rmSync(database.keys, { recursive: true, force: true });
  if (from) cpSync(from.keys, database.keys, { recursive: true });
  return database;
}

async function databases(ask: Ask): Promise<string[]> {
  const rows = await ask(`select datname from pg_database where starts_with(datname, '${prefix}')`);
  return rows.map(({ datname }) => String(datname));
}

async function forgetUnfinished(ask: Ask): Promise<void> {
  const names = await databases(ask);
  for (const name of names.filter((found) => found.endsWith(unfinished))) {
    await dropDatabase(ask, name);
  }
}

async function dropDatabase(ask: Ask, name: string): Promise<void> {
  await ask(`drop database if exists "${name}" with (force)`);
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
