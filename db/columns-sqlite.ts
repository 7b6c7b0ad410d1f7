/** Columns on SQLite. Kept equal, name by name, to those in columns-postgres.ts. */
import { type SQL, sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  blob,
  check,
  integer,
  sqliteTable,
  text,
} from "drizzle-orm/sqlite-core";

export { sql };
export { foreignKey, index, primaryKey, unique, uniqueIndex } from "drizzle-orm/sqlite-core";
export type AnyColumn = AnySQLiteColumn;

export const table = sqliteTable;

/** UUIDv7 made in the application. */
export const id = () => text();
export const words = () => text();
export const whole = () => integer();
/** Bytes as they are: hashes, and what was encrypted. */
export const bytes = () => blob({ mode: "buffer" });
/** Integer euro cents. */
export const cents = () => integer();
/** UTC milliseconds from the application's clock. */
export const moment = () => integer({ mode: "number" });
export const flag = () => integer({ mode: "boolean" });
/** Stored and read as a whole, never queried by path. */
export const json = <T>() => text({ mode: "json" }).$type<T>();
export const oneOf = <U extends string, const T extends Readonly<[U, ...U[]]>>(values: T) =>
  text({ enum: values });
/** Counts up without gaps within one database. */
export const sequence = () => integer().primaryKey({ autoIncrement: true });

/** CHECK that holds a text column to the values of the domain. */
export function allowed(name: string, column: AnyColumn, values: readonly string[]) {
  const list = values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ");
  return check(name, sql`${column} in (${sql.raw(list)})`);
}

/** CHECK with a condition of its own. */
export function holds(name: string, condition: SQL) {
  return check(name, condition);
}
