/**
 * Notes which rows a change touches. Triggers write it in a table of the connection, which only the
 * application makes: whoever changes the database around it leaves no note, and so a row that no event
 * vouches for.
 */
import { sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type pg from "pg";
import type { Touched } from "../engine.ts";
import type { Queries } from "../sqlite/connection.ts";

const noting = new WeakSet<pg.ClientBase>();

/** Makes the table once per connection, before and so outside its first transaction. */
export async function beginNoting(client: pg.ClientBase): Promise<void> {
  if (noting.has(client)) return;
  await client.query(
    "create temp table if not exists touched_rows (name text not null, key text not null) on commit delete rows",
  );
  noting.add(client);
}

export async function listTouched(tx: Queries): Promise<Touched[]> {
  const { rows } = await asPostgres(tx).execute<Touched>(
    sql`select distinct name as "table", key::json::text as key from pg_temp.touched_rows`,
  );
  return rows.map(({ table, key }) => ({ table, key: JSON.stringify(JSON.parse(key)) }));
}

export async function noteTouched(tx: Queries, touched: Touched[]): Promise<void> {
  const noted = JSON.stringify(touched);
  await asPostgres(tx).execute(
    sql`insert into pg_temp.touched_rows
        select row ->> 'table', row ->> 'key' from json_array_elements(${noted}::json) as rows (row)`,
  );
}

// Typed as SQLite's: see db/columns.ts.
function asPostgres(tx: Queries): NodePgDatabase {
  return tx as unknown as NodePgDatabase;
}
