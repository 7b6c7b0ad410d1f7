/**
 * The tables whose every row the audit log vouches for: a change notes which rows it touched, and its
 * event holds a seal of each.
 */
import { getTableName, is } from "drizzle-orm";
import { getTableConfig as postgresConfig, PgTable, type AnyPgTable } from "drizzle-orm/pg-core";
import { getTableConfig as sqliteConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { toSnakeCase } from "drizzle-orm/casing";
import * as schema from "./schema.ts";

/** Tables without seals: the log itself, technical rows, and what is made from other tables. */
const withoutSeals = new Set<unknown>([
  schema.auditEvents,
  schema.caseFigures,
  schema.figuresProgress,
  schema.handledForms,
  schema.logCheckpoints,
  schema.logKeys,
  schema.logTiles,
  schema.logins,
  schema.mails,
  schema.oneTimeTokens,
  // Written a bit at a time while it runs; the precedents it brings in have seals.
  schema.precedentImportRows,
  schema.precedentImports,
  schema.precedentWords,
  schema.processingRecords,
  schema.reindexing,
  schema.throttles,
]);

export type SealedTable = {
  name: string;
  table: SQLiteTable;
  /** The columns of the primary key, in order, by their names in the table and in the code. */
  key: { column: string; property: string }[];
};

export const sealedTables: SealedTable[] = Object.values(schema)
  .filter((table): table is typeof table & SQLiteTable => isTable(table))
  .filter((table) => !withoutSeals.has(table))
  .map((table) => ({ name: getTableName(table), table, key: keyOf(table) }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

function isTable(value: unknown): boolean {
  return is(value, SQLiteTable) || is(value, PgTable);
}

function keyOf(table: SQLiteTable): SealedTable["key"] {
  const { primaryKeys, columns } = configOf(table);
  const [composite] = primaryKeys;
  const names = (composite?.columns ?? columns.filter((column) => column.primary)).map(
    ({ name }) => name,
  );
  return names.map((property) => ({ property, column: toSnakeCase(property) }));
}

type Config = {
  columns: { name: string; primary: boolean }[];
  primaryKeys: { columns: { name: string }[] }[];
};

function configOf(table: SQLiteTable): Config {
  // Typed as SQLite's: see db/columns.ts.
  const found: unknown = table;
  return is(found, PgTable) ? postgresConfig(found as AnyPgTable) : sqliteConfig(table);
}
