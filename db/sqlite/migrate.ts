import { migrate as runMigrations } from "drizzle-orm/better-sqlite3/migrator";
import {
  assertSameCounts,
  migrationsFolder,
  migrationStatus,
  type MigrationStatus,
} from "../migration-history.ts";
import { backUpBeforeMigrating } from "./backup.ts";
import { connect, type Client } from "./connection.ts";
import { recordedMigrations } from "./inventory.ts";

/**
 * Brings a database up to date, with a copy of it beside it first. Refuses a database that is newer
 * than this program or that was migrated by other files, and checks that no row went missing. All
 * is one transaction: interrupted, nothing has changed and the next start does it again.
 */
export async function migrate(
  client: Client,
  file: string,
  folder = migrationsFolder("sqlite"),
): Promise<void> {
  const status = statusOf(client, folder);
  if (status === "current") return;
  if (status === "behind") backUpBeforeMigrating(client, file);

  const before = rowCounts(client);
  // Off before drizzle's transaction: inside it the pragma does nothing, and a rebuilt table would
  // empty the tables that refer to it.
  client.pragma("foreign_keys = OFF");
  try {
    runMigrations(connect(client), { migrationsFolder: folder });
  } finally {
    client.pragma("foreign_keys = ON");
  }
  assertForeignKeys(client);
  assertSameCounts(before, rowCounts(client));
}

export function statusOf(client: Client, folder = migrationsFolder("sqlite")): MigrationStatus {
  return migrationStatus(recordedMigrations(client), folder);
}

/** Rows per table of the application; not of the search index, which is made from them. */
export function rowCounts(client: Client): Map<string, number> {
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

function assertForeignKeys(client: Client): void {
  const broken = client.pragma("foreign_key_check");
  if (!Array.isArray(broken) || broken.length === 0) return;
  throw new Error(`After migrating, ${broken.length} rows refer to rows that do not exist.`);
}
