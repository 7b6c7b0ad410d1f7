import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as runMigrations } from "drizzle-orm/node-postgres/migrator";
import type pg from "pg";
import {
  assertSameCounts,
  migrationsFolder,
  migrationStatus,
  type MigrationStatus,
  type Recorded,
} from "../migration-history.ts";
import { backUpBeforeMigrating } from "./backup.ts";
import { connectForCommand } from "./command-connection.ts";
import { pause } from "./connection.ts";
import { isConnectionTrouble } from "./trouble.ts";

/** One process migrates at a time; those that start meanwhile wait. */
const migrationLock = 1836345461;
const oldestServer = 150_000;
const patienceMs = 30_000;

/**
 * Brings a database up to date, with a dump of it first. Everything happens in one transaction:
 * interrupted, nothing has changed. Refuses a database that is newer than this program or that was migrated by other files.
 */
export async function migrate(url: string, folder = migrationsFolder("postgres")): Promise<void> {
  const client = await connectPatiently(url);
  try {
    await assertServer(client);
    // A migration that is killed does not hold up the next start until its statement is finished.
    await client.query("set client_connection_check_interval = 1000");
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await migrateLocked(client, url, folder);
  } finally {
    // Ends the lock as well.
    await client.end();
  }
}

/** The database may be starting at the same moment as this process. */
async function connectPatiently(url: string): Promise<pg.Client> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      return await connectForCommand(url);
    } catch (error) {
      if (!isConnectionTrouble(error) || performance.now() > until) throw error;
      await pause();
    }
  }
}

async function migrateLocked(client: pg.Client, url: string, folder: string): Promise<void> {
  const status = await statusOf(client, folder);
  if (status === "current") return;
  if (status === "behind") await backUpBeforeMigrating(url);
  const before = status === "new" ? new Map<string, number>() : await rowCounts(client);
  await runMigrations(drizzle(client), { migrationsFolder: folder });
  assertSameCounts(before, await rowCounts(client));
}

async function assertServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
  );
  const [server] = rows;
  if (server && server.version < oldestServer)
    throw new Error("Maatwerkplaats needs PostgreSQL 15 or newer.");
  if (server && server.encoding !== "UTF8")
    throw new Error("This PostgreSQL database does not use UTF8: make one with ENCODING 'UTF8'.");
}

export async function statusOf(
  client: Pick<pg.Pool, "query">,
  folder = migrationsFolder("postgres"),
): Promise<MigrationStatus> {
  return migrationStatus(await recordedMigrations(client), folder);
}

export async function recordedMigrations(client: Pick<pg.Pool, "query">): Promise<Recorded[]> {
  const { rows: exists } = await client.query(
    "select 1 where to_regclass('drizzle.__drizzle_migrations') is not null",
  );
  if (exists.length === 0) return [];
  const { rows } = await client.query<Recorded>(
    'select hash, created_at as "createdAt" from drizzle.__drizzle_migrations order by created_at',
  );
  return rows;
}

/** Rows per table of the application; not of the search index, which is made from them. */
export async function rowCounts(client: pg.ClientBase): Promise<Map<string, number>> {
  const { rows: tables } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = current_schema() and tablename not like 'search%' order by 1",
  );
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const { rows } = await client.query<{ n: number }>(`select count(*) as n from "${name}"`);
    counts.set(name, rows[0]?.n ?? 0);
  }
  return counts;
}
