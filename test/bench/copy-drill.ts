/**
 * `npm run copy-drill -- --cases 100000`: copies a large SQLite database to PostgreSQL and back, and
 * compares what the three hold: every row as it is stored, every text of the search index, and what
 * searches find.
 */
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sourceOf } from "../../db/copy.ts";
import { outcomeOf } from "./child.ts";
import { resultsFolder, settingsOf, sqliteWith, type Place } from "./database.ts";
import { wholeNumber } from "./engines.ts";
import type { Found } from "./found.ts";
import { machineWords } from "./machine.ts";
import { assertOnlyOne } from "./only-one.ts";
import { startPostgres } from "../support/postgres-server.ts";

type Copied = { rows: number; seconds: number; rowsPerSecond: number };

/** All with the same keys, which no copy changes. */
function copy(from: Place, to: string): Copied {
  const args = ["app/cli/mw.ts", "copy", from.url, to, "--json"];
  const env = { ...process.env, ...settingsOf(from) };
  const said = execFileSync(process.execPath, args, { env, stdio: ["ignore", "pipe", "ignore"] });
  return JSON.parse(said.toString()) as Copied;
}

/** One hash per table, over all rows in the order of their keys, and per part of the search index. */
async function hashes(url: string): Promise<Map<string, string>> {
  const source = await sourceOf(url);
  const found = new Map<string, string>();
  for (const table of source.tables) {
    const columns = [...table.columns].sort();
    const places = columns.map((column) => table.columns.indexOf(column));
    const ordered = async function* () {
      for await (const rows of source.rows(table)) {
        yield rows.map((row) => places.map((place) => row[place]));
      }
    };
    found.set(table.name, await hashOf(ordered()));
  }
  for (const kind of ["case", "precedent"] as const) {
    found.set(`search index: ${kind}`, await hashOf(source.documents(kind)));
  }
  await source.close();
  return found;
}

async function hashOf(batches: AsyncIterable<unknown[]>): Promise<string> {
  const hash = createHash("sha256");
  for await (const batch of batches) for (const row of batch) hash.update(JSON.stringify(row));
  return hash.digest("hex");
}

function found(database: Place): Promise<Found[]> {
  return outcomeOf<Found[]>(new URL("./found.ts", import.meta.url), settingsOf(database));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function copiedWords({ rows, seconds, rowsPerSecond }: Copied): string {
  return `${rows} rows in ${seconds} s, ${rowsPerSecond} a second`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { cases: { type: "string", default: "100000" } } });
  const cases = wholeNumber("--cases", values.cases, [100, 1_000_000]);
  assertOnlyOne();
  say(machineWords());
  const start = await sqliteWith(cases);
  const server = await startPostgres({
    settings: { shared_buffers: "512MB", max_wal_size: "4GB" },
  });
  const { keys } = start;
  const there = { url: await server.createDatabase("copy_drill"), keys };
  const folder = join(resultsFolder, "copy-drill");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const back = { url: join(folder, "back.db"), keys };
  try {
    say(`SQLite to PostgreSQL: ${copiedWords(copy(start, there.url))}`);
    say(`PostgreSQL to SQLite: ${copiedWords(copy(there, back.url))}`);
    const stored: Map<string, string>[] = [];
    // One after the other: reading SQLite keeps this process from everything else.
    for (const { url } of [start, there, back]) stored.push(await hashes(url));
    const results = [await found(start), await found(there), await found(back)];
    process.exitCode = report(stored, results) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.stop();
  }
}

function report(stored: Map<string, string>[], results: Found[][]): boolean {
  const [first = new Map<string, string>(), ...others] = stored;
  const differ = [...first].filter(([name, hash]) => others.some((o) => o.get(name) !== hash));
  say(`tables and index parts that differ: ${differ.map(([name]) => name).join(", ") || "none"}`);
  const [before = [], there = [], back = []] = results;
  const sameOrder = before.filter((one, n) => one.best.join() === back[n]?.best.join()).length;
  const sameSet = before.filter((one, n) => one.all === there[n]?.all).length;
  const searched = `of ${before.length} searches`;
  say(`back on SQLite the same 25 best in the same order: ${sameOrder} ${searched}`);
  say(`on PostgreSQL the same documents found: ${sameSet} ${searched}`);
  return differ.length === 0 && sameOrder === before.length && sameSet === before.length;
}

await main();
