import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";

export type Client = Sqlite.Database;
export type Queries = ReturnType<typeof connect>;

/** The file behind a DATABASE_URL: a path, with or without `file:`. */
export function databaseFile(url: string): string {
  return resolve(url.replace(/^file:(\/\/)?/, ""));
}

/** The one connection that changes things. FULL, because a power cut must not lose a decision. */
export function openWriter(file: string): Client {
  mkdirSync(dirname(file), { recursive: true });
  const client = new Sqlite(file);
  client.pragma("journal_mode = WAL");
  client.pragma("synchronous = FULL");
  client.pragma("foreign_keys = ON");
  client.pragma("busy_timeout = 5000");
  client.pragma("secure_delete = ON");
  client.pragma("trusted_schema = OFF");
  return client;
}

/** Sees what is committed and cannot change it. */
export function openReader(file: string): Client {
  const client = new Sqlite(file);
  client.pragma("query_only = ON");
  client.pragma("busy_timeout = 5000");
  client.pragma("cache_size = -32768");
  // Pages of the file that are mapped count as memory of this process: not the whole file.
  client.pragma("mmap_size = 67108864");
  client.pragma("temp_store = MEMORY");
  return client;
}

export function connect(client: Client) {
  return drizzle(client, { casing: "snake_case" });
}
