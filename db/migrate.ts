import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { migrate as runMigrations } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { connect, type Client } from "./connection.ts";
import { environment } from "./environment.ts";

export const migrationsFolder = join(import.meta.dirname, "..", "drizzle", "sqlite");

type Recorded = { hash: string; createdAt: number };

/**
 * Brings a database up to date, with a copy of it beside it first. Refuses a database that is newer
 * than this program or that was migrated by other files, and checks that no row went missing.
 */
export function migrate(client: Client, file: string): void {
  const known = readMigrationFiles({ migrationsFolder });
  const recorded = recordedMigrations(client);
  assertSameHistory(known, recorded);
  if (recorded.length === known.length) return;
  if (recorded.length > 0) backUpBeforeMigrating(client, file);

  const before = rowCounts(client);
  // Off before drizzle's transaction: inside it the pragma does nothing, and a rebuilt table would
  // empty the tables that refer to it.
  client.pragma("foreign_keys = OFF");
  try {
    runMigrations(connect(client), { migrationsFolder });
  } finally {
    client.pragma("foreign_keys = ON");
  }
  assertNothingLost(client, before);
}

function recordedMigrations(client: Client): Recorded[] {
  const exists = client
    .prepare("select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'")
    .get();
  if (!exists) return [];
  return client
    .prepare<[], Recorded>(
      "select hash, created_at as createdAt from __drizzle_migrations order by created_at",
    )
    .all();
}

function assertSameHistory(
  known: { hash: string; folderMillis: number }[],
  recorded: Recorded[],
): void {
  const newest = known.at(-1)?.folderMillis ?? 0;
  for (const [place, migration] of recorded.entries()) {
    if (migration.createdAt > newest) {
      throw new Error(
        "This database was made by a newer version of Maatwerkplaats. Start that version, or restore a backup from before the upgrade.",
      );
    }
    if (known[place]?.hash !== migration.hash) {
      throw new Error(
        `Migration ${place + 1} of this database is not the one this version ships. Check that program and database belong together.`,
      );
    }
  }
}

function backUpBeforeMigrating(client: Client, file: string): void {
  const folder = join(dirname(file), "backups");
  mkdirSync(folder, { recursive: true });
  const stamp = new Date(environment.now()).toISOString().replaceAll(":", "-");
  const target = join(folder, `before-migration-${stamp}.db`);
  if (!existsSync(target)) client.prepare("vacuum into ?").run(target);
}

function rowCounts(client: Client): Map<string, number> {
  const tables = client
    .prepare<[], { name: string }>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '%_search%' and name <> '__drizzle_migrations'",
    )
    .all();
  return new Map(tables.map(({ name }) => [name, countRows(client, name)]));
}

function countRows(client: Client, name: string): number {
  const row = client.prepare<[], { n: number }>(`select count(*) as n from "${name}"`).get();
  return row?.n ?? 0;
}

function assertNothingLost(client: Client, before: Map<string, number>): void {
  const broken = client.pragma("foreign_key_check");
  if (Array.isArray(broken) && broken.length > 0) {
    throw new Error(`After migrating, ${broken.length} rows refer to rows that do not exist.`);
  }
  const after = rowCounts(client);
  for (const [name, count] of before) {
    if (after.has(name) && after.get(name) !== count) {
      throw new Error(
        `After migrating, table ${name} has ${after.get(name)} rows instead of ${count}.`,
      );
    }
  }
}
