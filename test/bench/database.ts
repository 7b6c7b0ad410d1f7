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
import { db, openDatabase, stopDatabase, systemActor } from "#db";
import { shipCatalogue } from "../../app/server/shipped-data.server.ts";
import { seedCases } from "../../db/seed/bulk.ts";

const root = join(import.meta.dirname, "../..");
export const resultsFolder = join(root, "bench-results");

export type Seeded = { file: string; seconds: number | null; megabytes: number };

/** A database with so many cases: made now, or kept from an earlier run of the same code. */
export async function databaseWith(cases: number): Promise<Seeded> {
  mkdirSync(resultsFolder, { recursive: true });
  const name = `cases-${cases}-${codeHash()}.db`;
  const file = join(resultsFolder, name);
  removeOlder(cases, name);
  if (existsSync(file)) return { file, seconds: null, megabytes: sizeOf(file) };
  const unfinished = `${file}.part`;
  removeDatabase(unfinished);
  const seconds = await seed(unfinished, cases);
  for (const ending of ["", "-wal", "-shm"]) {
    if (existsSync(unfinished + ending)) renameSync(unfinished + ending, file + ending);
  }
  return { file, seconds, megabytes: sizeOf(file) };
}

async function seed(file: string, cases: number): Promise<number> {
  const started = performance.now();
  await openDatabase(file);
  await db.write(systemActor, async (tx) => {
    await shipCatalogue(tx);
    const subject = { type: "organisation", id: "bench" };
    await tx.record({ kind: "installation.set-up", subject });
  });
  const onProgress = (done: number) => {
    if (done % 20_000 === 0 || done === cases) process.stdout.write(`  ${done} cases\n`);
  };
  seedCases({ cases, now: Date.now(), onProgress });
  await stopDatabase();
  return (performance.now() - started) / 1000;
}

/** Of everything the seeded rows follow from; another hash means other rows. */
function codeHash(): string {
  const hash = createHash("sha256");
  for (const folder of ["db/schema", "db/seed/bulk", "drizzle/sqlite", "app/domain"]) {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
    for (const path of paths) hash.update(readFileSync(path));
  }
  return hash.digest("hex").slice(0, 8);
}

function removeOlder(cases: number, name: string): void {
  for (const file of readdirSync(resultsFolder)) {
    const isOlder = file.startsWith(`cases-${cases}-`) && !file.startsWith(name);
    if (isOlder) rmSync(join(resultsFolder, file), { force: true });
  }
}

function removeDatabase(file: string): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(file + ending, { force: true });
}

function sizeOf(file: string): number {
  return statSync(file).size / 1_000_000;
}
