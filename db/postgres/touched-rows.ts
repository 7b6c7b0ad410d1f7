/**
 * Notes which rows a change touches. Triggers write it in a table of the connection, which only the
 * application makes: whoever changes the database around it leaves no note, and so a row that no event
 * vouches for.
 */
import { sql } from "drizzle-orm";
import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type pg from "pg";
import type { EndOfChange, Touched } from "../engine.ts";
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

// One question: each is a journey to the server and back.
const atEnd = {
  name: "log_end_of_change",
  text: `select at, leaf_hash is not null as "hasLeaf",
      (select json_agg(json_build_array(name, key)) from (select distinct name, key from pg_temp.touched_rows) noted)::text as touched
    from (select) always left join (select at, leaf_hash from audit_events order by sequence desc limit 1) newest on true`,
};
type AtEnd = { at: number | null; hasLeaf: boolean; touched: string | null };

export async function endOfChange(tx: Queries): Promise<EndOfChange> {
  const { rows } = await clientOf(tx).query<AtEnd>(atEnd);
  const { at = null, hasLeaf = false, touched = null } = rows[0] ?? {};
  const noted = JSON.parse(touched ?? "[]") as [table: string, key: string][];
  return {
    newest: at === null ? null : { at, hasLeaf },
    touched: noted.map(([table, key]) => ({ table, key: JSON.stringify(JSON.parse(key)) })),
  };
}

export async function noteTouched(tx: Queries, touched: Touched[]): Promise<void> {
  const noted = JSON.stringify(touched);
  await asPostgres(tx).execute(
    sql`insert into pg_temp.touched_rows
        select row ->> 'table', row ->> 'key' from json_array_elements(${noted}::json) as rows (row)`,
  );
}

function clientOf(tx: Queries): pg.PoolClient {
  return (tx as unknown as { $client: pg.PoolClient }).$client;
}

// Typed as SQLite's: see db/columns.ts.
function asPostgres(tx: Queries): NodePgDatabase {
  return tx as unknown as NodePgDatabase;
}
