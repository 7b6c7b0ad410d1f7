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

/** Of everything the rows and the search index of a seeded database follow from. */
const seededBy = [
  "db/schema",
  "db/seed/bulk",
  "drizzle/sqlite",
  "app/domain",
  "db/sqlite/search.ts",
  "db/search-document.ts",
];

export type Seeded = {
  /** What DATABASE_URL is to be. */
  url: string;
  /** How long it took to make; null when it was kept. */
  seconds: number | null;
  megabytes: number;
};

/** A SQLite database with so many cases: made now, or kept from an earlier run of the same code. */
export async function sqliteWith(cases: number): Promise<Seeded> {
  mkdirSync(resultsFolder, { recursive: true });
  const name = `cases-${cases}-${codeHash(seededBy)}.db`;
  const file = join(resultsFolder, name);
  removeOlder(cases, name);
  if (existsSync(file)) return { url: file, seconds: null, megabytes: sizeOf(file) };
  const unfinished = `${file}.part`;
  removeSqlite(unfinished);
  const started = performance.now();
  const script = new URL("./seed.ts", import.meta.url);
  await outcomeOf(script, { DATABASE_URL: unfinished }, [String(cases)]);
  const seconds = (performance.now() - started) / 1000;
  // The file last: it is what says that everything is there.
  for (const ending of ["-wal", "-shm", ""]) {
    if (existsSync(unfinished + ending)) renameSync(unfinished + ending, file + ending);
  }
  return { url: file, seconds, megabytes: sizeOf(file) };
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

function removeOlder(cases: number, name: string): void {
  for (const file of readdirSync(resultsFolder)) {
    const isOlder = file.startsWith(`cases-${cases}-`) && !file.startsWith(name);
    if (isOlder) rmSync(join(resultsFolder, file), { force: true });
  }
}

export function removeSqlite(file: string): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(file + ending, { force: true });
}

function sizeOf(file: string): number {
  return statSync(file).size / 1_000_000;
}
