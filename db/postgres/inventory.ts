import type pg from "pg";
import type { Inventory } from "../inventory.ts";
import { recordedMigrations } from "./migrate.ts";

/** Rows per table, those of the search index too, as this connection sees them. */
export async function inventoryOf(client: pg.Client): Promise<Inventory> {
  const { rows: tables } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = current_schema() order by 1",
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await client.query<{ n: number }>(`select count(*) as n from "${name}"`);
    counts[name] = rows[0]?.n ?? 0;
  }
  const migrations = await recordedMigrations(client);
  const newestEvent = "audit_events" in counts ? await newestOf(client) : 0;
  return { tables: counts, newestEvent, migrations };
}

async function newestOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ newest: number | null }>(
    "select max(sequence) as newest from audit_events",
  );
  return rows[0]?.newest ?? 0;
}
