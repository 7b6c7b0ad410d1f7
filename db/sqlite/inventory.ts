import type { Inventory } from "../inventory.ts";
import type { Recorded } from "../migration-history.ts";
import type { Client } from "./connection.ts";

/** Rows per table, those of the search index too, as this connection sees them. */
export function inventoryOf(client: Client): Inventory {
  const names = tableNames(client);
  const tables = Object.fromEntries(names.map((name) => [name, countRows(client, name)]));
  return {
    tables,
    newestEvent: names.includes("audit_events") ? newestEvent(client) : 0,
    migrations: recordedMigrations(client),
  };
}

function tableNames(client: Client): string[] {
  return client
    .prepare<[], string>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and sql not like 'create virtual%' order by name",
    )
    .pluck()
    .all();
}

function countRows(client: Client, name: string): number {
  return client.prepare<[], number>(`select count(*) from "${name}"`).pluck().get() ?? 0;
}

function newestEvent(client: Client): number {
  const newest = client.prepare<[], number | null>("select max(sequence) from audit_events");
  return newest.pluck().get() ?? 0;
}

export function recordedMigrations(client: Client): Recorded[] {
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
