/** Databases with many cases, kept between runs of the same code. */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { outcomeOf } from "./child.ts";

const root = join(import.meta.dirname, "../..");
export const resultsFolder = join(root, "bench-results");

const log = [
  "db/audit.ts",
  "db/log.ts",
  "db/log-upgrade.ts",
  "db/row-seals.ts",
  "db/sealed-tables.ts",
];
const searchIndex = ["drizzle/sqlite", "db/sqlite/search.ts", "db/search-document.ts"];

/** What a database is filled with: by which script, and what the rows and the search index follow from. */
const fillings = {
  cases: {
    script: "./seed.ts",
    from: ["db/schema", "db/seed/bulk", "app/domain", ...log, ...searchIndex],
  },
  precedents: {
    script: "./precedents-seed.ts",
    from: [
      ...["test/bench/precedents-seed.ts", "test/bench/precedents-chance.ts"],
      ...["db/schema/precedents.ts", "db/precedent-words.ts", "app/domain/search-terms.ts"],
      ...searchIndex,
    ],
  },
  log: {
    script: "./audit-log-make.ts",
    from: [
      "test/bench/audit-log-seed.ts",
      "db/schema",
      "app/domain/log-leaf.ts",
      ...log,
      "drizzle/sqlite",
    ],
  },
};

/** Where a database is, and the folder of its keys: without them it does not open. */
export type Place = { url: string; keys: string };

/** What a process that opens the database is to be given. */
export function settingsOf({ url, keys }: Place): { DATABASE_URL: string; KEYS_DIR: string } {
  return { DATABASE_URL: url, KEYS_DIR: keys };
}

export type Seeded = Place & {
  /** How long it took to make; null when it was kept. */
  seconds: number | null;
  megabytes: number;
};

/** A SQLite database with so many of something: made now, or kept from an earlier run of the same code. */
export async function sqliteWith(
  size: number,
  what: keyof typeof fillings = "cases",
): Promise<Seeded> {
  mkdirSync(resultsFolder, { recursive: true });
  const { script, from } = fillings[what];
  const name = `${what}-${size}-${codeHash(from)}`;
  const folder = join(resultsFolder, name);
  removeOlder(`${what}-${size}-`, name);
  const made = sqliteIn(folder, name);
  if (existsSync(folder)) return { ...made, seconds: null, megabytes: sizeOf(made.url) };
  // Named so at the end: the name is what says that everything is there.
  const unfinished = `${folder}.part`;
  mkdirSync(unfinished);
  const started = performance.now();
  const url = new URL(script, import.meta.url);
  await outcomeOf(url, settingsOf(sqliteIn(unfinished, name)), [String(size)]);
  const seconds = (performance.now() - started) / 1000;
  renameSync(unfinished, folder);
  return { ...made, seconds, megabytes: sizeOf(made.url) };
}

function sqliteIn(folder: string, name: string): Place {
  return { url: join(folder, `${name}.db`), keys: join(folder, "keys") };
}

/** Other code gives another hash, and so other rows. */
export function codeHash(sources: string[]): string {
  const hash = createHash("sha256");
  for (const path of sources.flatMap(filesIn)) hash.update(readFileSync(path));
  return hash.digest("hex").slice(0, 8);
}

function filesIn(source: string): string[] {
  const path = join(root, source);
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}

/** Of other code, and what was never finished. */
function removeOlder(start: string, name: string): void {
  for (const older of readdirSync(resultsFolder)) {
    const isOlder = older.startsWith(start) && older !== name;
    if (isOlder) rmSync(join(resultsFolder, older), { recursive: true, force: true });
  }
}

export function removeSqlite(file: string): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(file + ending, { force: true });
}

function sizeOf(file: string): number {
  return statSync(file).size / 1_000_000;
}
