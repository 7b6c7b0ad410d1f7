/** Databases to test on: of the engine that DATABASE_URL names, SQLite when it names none. */
import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { databasePrefix } from "./database-prefix.ts";
import { dialect, keysFolderOf, openDatabase, postgres, sqlite, stopDatabase } from "#db";

export { arrange } from "#db/database.ts";

/** What a database held at some moment, to make copies of. */
export type Content = {
  /** Makes a new database with this content and gives its address. */
  copy: () => Promise<string>;
};

let migrated: Content | undefined;

/** Opens an empty, migrated database of its own and gives its address. */
export async function freshDatabase(): Promise<string> {
  migrated ??= await contentAfter(() => Promise.resolve());
  return await openCopy(migrated);
}

/** The content of a new database after filling it. */
export async function contentAfter(fill: () => Promise<void>): Promise<Content> {
  const url = await newDatabase();
  await openDatabase(url);
  await fill();
  await stopDatabase();
  return contentOf(url);
}

/** The content of the database that is open, which stays open. */
export async function contentNow(): Promise<Content> {
  const { url } = dialect === "postgres" ? postgres() : sqlite();
  await stopDatabase();
  const kept = await contentOf(url);
  await openDatabase(url);
  return kept;
}

/** Opens a new database with this content. */
export async function openCopy(content: Content): Promise<string> {
  const url = await content.copy();
  await openDatabase(url);
  return url;
}

async function contentOf(url: string): Promise<Content> {
  if (dialect === "postgres") {
    const template = await newDatabase(url);
    const keys = keysFolderOf(url);
    return {
      copy: () => {
        // Another file of tests, in the same process, may have had keys of its own since.
        process.env.KEYS_DIR = keys;
        return newDatabase(template);
      },
    };
  }
  const bytes = readFileSync(url);
  // Kept as they are now: the database of this address may go on and get more.
  const kept = `${keysFolderOf(url)}-${randomBytes(4).toString("hex")}`;
  if (existsSync(keysFolderOf(url))) cpSync(keysFolderOf(url), kept, { recursive: true });
  return {
    copy: async () => {
      const file = await newDatabase();
      writeFileSync(file, bytes);
      if (existsSync(kept)) cpSync(kept, keysFolderOf(file), { recursive: true });
      return file;
    },
  };
}

/** The address of a database that nobody has: a file not there yet, or an empty or copied database. */
export async function newDatabase(template?: string): Promise<string> {
  if (dialect === "sqlite")
    return join(mkdtempSync(join(tmpdir(), "maatwerkplaats-test-")), "test.db");
  const server = process.env.DATABASE_URL ?? "";
  const name = `${databasePrefix}${randomBytes(8).toString("hex")}`;
  const like = template === undefined ? "template0" : databaseName(template);
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`create database "${name}" template "${like}" encoding 'UTF8'`);
  } finally {
    await client.end();
  }
  return withDatabaseName(server, name);
}

function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}

function withDatabaseName(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}
