/** Filled databases of released versions: where they are kept, how one is kept and put back. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { gunzipSync, gzipSync } from "node:zlib";
import { dialect, keysFolderOf, openDatabase, sqlite, stopDatabase, type Dialect } from "#db";
import { loadExampleData } from "../../app/server/example-data.server.ts";
import { newDatabase } from "../support/database.ts";
import { postgresPrograms } from "../support/postgres-programs.ts";
import { rawRows, tableNames } from "../support/raw.ts";

const folder = join(import.meta.dirname, "fixtures");
const run = promisify(execFile);

export type Release = { name: string; rows: Record<string, number>; keys?: Record<string, string> };

/** The releases kept of an engine, with how many rows each table held. */
export function releases(engine: Dialect = dialect): Release[] {
  return readdirSync(folder)
    .filter((file) => file.startsWith(engine) && file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as Release);
}

/** Keeps a database with the example data, as this version makes it. */
export async function keepRelease(version: string): Promise<void> {
  const name = `${dialect}-${version}`;
  process.env.KEYS_DIR = newKeysFolder();
  const url = await newDatabase();
  await openDatabase(url);
  await loadExampleData();
  const rows = await rowCounts();
  if (dialect === "sqlite") sqlite().writer.exec("vacuum");
  await stopDatabase();
  const content = dialect === "sqlite" ? readFileSync(url) : await dumped(url);
  writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
  const keys = keptKeys(keysFolderOf(url));
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ name, rows, keys }, null, 2)}\n`);
}

/** The files of a folder of keys, by their names in it. */
function keptKeys(keysFolder: string): Record<string, string> {
  const files = readdirSync(keysFolder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((file) => [relative(keysFolder, file), readFileSync(file).toString("base64")]),
  );
}

/** Puts the database back as that version left it, and gives its address. */
export async function putBack(release: Release): Promise<string> {
  const url = await contentBack(release);
  // Where all databases of a run share their keys, this one comes with its own.
  if (release.keys && process.env.KEYS_DIR) process.env.KEYS_DIR = newKeysFolder();
  for (const [name, bytes] of Object.entries(release.keys ?? {})) {
    const file = join(keysFolderOf(url), name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(bytes, "base64"));
  }
  return url;
}

function newKeysFolder(): string {
  return mkdtempSync(join(tmpdir(), "maatwerkplaats-keys-"));
}

async function contentBack({ name }: Release): Promise<string> {
  const content = gunzipSync(readFileSync(join(folder, `${name}.gz`)));
  if (name.startsWith("sqlite")) {
    const file = join(mkdtempSync(join(tmpdir(), "maatwerkplaats-release-")), "release.db");
    writeFileSync(file, content);
    return file;
  }
  const url = await newDatabase();
  const script = join(mkdtempSync(join(tmpdir(), "maatwerkplaats-release-")), "release.sql");
  writeFileSync(script, content);
  await run(join(postgresPrograms(), "psql"), ["-qX", "-v", "ON_ERROR_STOP=1", "-f", script, url]);
  return url;
}

/** Brings a kept SQLite database up to date and copies it to a new one of the engine in use. */
export async function moved(release: Release): Promise<string> {
  const file = await putBack(release);
  const url = await newDatabase();
  for (const command of [["migrate"], ["copy", file, url]]) {
    const env = { ...process.env, DATABASE_URL: file };
    await run(process.execPath, ["app/cli/mw.ts", ...command], { env });
  }
  return url;
}

async function dumped(url: string): Promise<string> {
  const plain = ["--no-owner", "--no-privileges", url];
  const { stdout } = await run(join(postgresPrograms(), "pg_dump"), plain, { maxBuffer: 1e9 });
  return stdout;
}

/** Rows per table, without what the log notes about itself when it is brought up to date. */
export async function rowCounts(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await tableNames()) {
    const [row] = await rawRows(`select count(*) from "${table}"`);
    counts[table] = Number(row?.[0]);
  }
  const [own] = await rawRows("select count(*) from audit_events where kind like 'log.%'");
  counts.audit_events = (counts.audit_events ?? 0) - Number(own?.[0]);
  return counts;
}
