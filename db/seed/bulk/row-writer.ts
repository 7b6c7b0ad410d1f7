import { getTableColumns, getTableName, type Table } from "drizzle-orm";
import type { Client } from "../../sqlite/connection.ts";

/** Writes one row; made once per table and used a million times. */
export type RowWriter<T extends Table> = (row: T["$inferInsert"]) => void;

/**
 * A prepared insert for a table, from the same definition the application uses. Much faster than a
 * query builder, which would write the statement anew for every batch.
 */
export function rowWriter<T extends Table>(client: Client, table: T): RowWriter<T> {
  const columns = Object.entries(getTableColumns(table)).map(([key, column]) => ({ key, column }));
  const names = columns.map(({ key }) => `"${snakeCase(key)}"`).join(", ");
  const places = columns.map(() => "?").join(", ");
  const statement = client.prepare(
    `insert into "${getTableName(table)}" (${names}) values (${places})`,
  );
  return (row) => {
    const given = row as Record<string, unknown>;
    statement.run(columns.map(({ key, column }) => valueFor(column, given[key])));
  };
}

type Column = {
  columnType: string;
  default: unknown;
  mapToDriverValue: (value: unknown) => unknown;
};

function valueFor(column: Column, given: unknown): unknown {
  const value = given === undefined ? column.default : given;
  if (value === undefined || value === null) return null;
  // JSON that comes as text was written by the caller, who had part of it ready.
  if (column.columnType === "SQLiteTextJson" && typeof value === "string") return value;
  return column.mapToDriverValue(value);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
