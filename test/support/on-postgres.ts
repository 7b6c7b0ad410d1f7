/**
 * Lets the suites of the server, the routes and the browser run on PostgreSQL: one that is started
 * for them, or the one of TEST_DATABASE_URL. Every test has a database of its own on it.
 */
import pg from "pg";
import { databasePrefix } from "./database-prefix.ts";
import { startPostgres } from "./postgres-server.ts";

export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given === undefined ? await startPostgres() : null;
  // Read where the tables are defined, in every process of tests.
  process.env.DATABASE_URL = given ?? server?.url("postgres") ?? "";
  await forget(process.env.DATABASE_URL);
  const url = process.env.DATABASE_URL;
  return async () => {
    if (server) await server.discard();
    else await forget(url);
  };
}

/** Removes what tests left on a server that stays. */
async function forget(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select datname as name from pg_database where starts_with(datname, $1)",
    [databasePrefix],
  );
  for (const { name } of rows) await client.query(`drop database "${name}" with (force)`);
  await client.end();
}
