/** Putting a dump in the place of a PostgreSQL database, by pg_restore. */
import pg from "pg";
import { migrationsFolder, migrationStatus } from "../migration-history.ts";
import { mayReplace, restoreStamp, type Restore, type Restored } from "../restore.ts";
import { withoutPassword } from "./addresses.ts";
import { assertWhole } from "./backup.ts";
import { connectForCommand } from "./command-connection.ts";
import { historySchema, readDump } from "./dump.ts";
import { migrate } from "./migrate.ts";
import { call, programFor, reaching } from "./programs.ts";

/** The present tables are kept in schemas of another name; one transaction puts the others there. */
export async function restorePostgres(url: string, restore: Restore): Promise<Restored> {
  const client = await connectForCommand(url);
  try {
    const present = await presentSchemas(client);
    if (present.some(({ filled }) => filled) && !restore.replace)
      throw mayReplace(withoutPassword(url));
    await assertNotInUse(client);
    const program = await programFor(client, "pg_restore");
    restore.onStage("checking the dump");
    const { inventory, documents } = await readDump(program, restore.backup);
    if (migrationStatus(inventory.migrations, migrationsFolder("postgres")) === "new") {
      throw new Error("This is not a backup of Maatwerkplaats: no migration was ever done in it.");
    }
    if (restore.wanted) assertWhole(restore.wanted, inventory);
    await restore.beforeReplacing(documents);
    const aside = await setAside(client, present);
    restore.onStage("pg_restore");
    try {
      await fill(program, url, restore.backup);
    } catch (error) {
      await putBack(client, aside);
      throw error;
    }
    await client.query("analyze");
    await migrate(url);
    const kept = await dropEmpty(client, aside);
    return { aside: kept.length === 0 ? null : `schema ${kept.join(" and ")}` };
  } finally {
    await client.end();
  }
}

async function fill(program: string, url: string, dump: string): Promise<void> {
  const { address, env } = reaching(url);
  const careful = ["--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"];
  await call(program, { args: [...careful, `--dbname=${address}`, dump], env });
}

type Schema = { name: string; filled: boolean };

/** The schemas of the application that are there. */
async function presentSchemas(client: pg.Client): Promise<Schema[]> {
  const { rows } = await client.query<Schema>(
    `select nspname as name,
       exists(select 1 from pg_class where relnamespace = pg_namespace.oid) as filled
     from pg_namespace where nspname in (current_schema(), $1)`,
    [historySchema],
  );
  return rows;
}

async function assertNotInUse(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct application_name as name from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name || "an unnamed program").join(", ");
  throw new Error(
    `The database is in use by ${names}. Stop the server first; nothing has changed.`,
  );
}

type Renamed = Schema & { aside: string };

async function setAside(client: pg.Client, present: Schema[]): Promise<Renamed[]> {
  const stamp = restoreStamp().toLowerCase();
  const renamed = present.map((schema) => ({
    ...schema,
    aside: `${schema.name}_before_restore_${stamp}`,
  }));
  await inTransaction(client, async () => {
    for (const { name, aside } of renamed) await rename(client, name, aside);
  });
  return renamed;
}

/** What there was nothing in need not stay; gives the names of what does. */
async function dropEmpty(client: pg.Client, renamed: Renamed[]): Promise<string[]> {
  for (const { aside } of renamed.filter(({ filled }) => !filled)) {
    await client.query(`drop schema ${pg.escapeIdentifier(aside)}`);
  }
  return renamed.filter(({ filled }) => filled).map(({ aside }) => aside);
}

async function putBack(client: pg.Client, renamed: Renamed[]): Promise<void> {
  await inTransaction(client, async () => {
    for (const { name, aside } of renamed) await rename(client, aside, name);
  });
}

async function rename(client: pg.Client, from: string, to: string): Promise<void> {
  const [present, wanted] = [from, to].map((name) => pg.escapeIdentifier(name));
  await client.query(`alter schema ${present} rename to ${wanted}`);
}

async function inTransaction(client: pg.Client, change: () => Promise<void>): Promise<void> {
  await client.query("begin");
  try {
    await change();
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}
