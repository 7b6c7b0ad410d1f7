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

const searchIndex = ["drizzle/sqlite", "db/sqlite/search.ts", "db/search-document.ts"];

/** What a database is filled with: by which script, and what the rows and the search index follow from. */
const fillings = {
  cases: {
    script: "./seed.ts",
    from: ["db/schema", "db/seed/bulk", "app/domain", ...searchIndex],
  },
  precedents: {
    script: "./precedents-seed.ts",
    from: [
      ...["test/bench/precedents-seed.ts", "test/bench/precedents-chance.ts"],
      ...["db/schema/precedents.ts", "db/precedent-words.ts", "app/domain/search-terms.ts"],
      ...searchIndex,
    ],
  },
};

export type Seeded = {
  /** What DATABASE_URL is to be. */
  url: string;
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
  const name = `${what}-${size}-${codeHash(from)}.db`;
  const file = join(resultsFolder, name);
  removeOlder(`${what}-${size}-`, name);
  if (existsSync(file)) return { url: file, seconds: null, megabytes: sizeOf(file) };
  const unfinished = `${file}.part`;
  removeSqlite(unfinished);
  const started = performance.now();
  const url = new URL(script, import.meta.url);
  await outcomeOf(url, { DATABASE_URL: unfinished }, [String(size)]);
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

function removeOlder(start: string, name: string): void {
  for (const file of readdirSync(resultsFolder)) {
    const isOlder = file.startsWith(start) && !file.startsWith(name);
    if (isOlder) rmSync(join(resultsFolder, file), { force: true });
  }
}

export function removeSqlite(file: string): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(file + ending, { force: true });
}

function sizeOf(file: string): number {
  return statSync(file).size / 1_000_000;
}
