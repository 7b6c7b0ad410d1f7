/** Columns on PostgreSQL. Kept equal, name by name, to those in columns-sqlite.ts. */
import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  customType,
  integer,
  pgTable,
} from "drizzle-orm/pg-core";

export { sql };
export { foreignKey, index, primaryKey, unique, uniqueIndex } from "drizzle-orm/pg-core";
export type AnyColumn = AnyPgColumn;

export const table = pgTable;

// Compared byte by byte, as SQLite does, whatever the language of the database server is: lists
// have one order on every machine, and ids compare quickly.
const text = customType<{ data: string; driverData: string }>({
  dataType: () => 'text COLLATE "C"',
});

/** `json`, not `jsonb`: what was hashed is given back as it was written. */
const storedJson = customType<{ data: unknown; driverData: string }>({
  dataType: () => "json",
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value): unknown => JSON.parse(value),
});

const storedBytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** UUIDv7 made in the application. */
export const id = () => text();
export const words = () => text();
export const whole = () => integer();
/** Bytes as they are: hashes, and what was encrypted. */
export const bytes = () => storedBytes();
/** Integer euro cents. */
export const cents = () => bigint({ mode: "number" });
/** UTC milliseconds from the application's clock. */
export const moment = () => bigint({ mode: "number" });
export const flag = () => boolean();
/** Stored and read as a whole, never queried by path. */
export const json = <T>() => storedJson().$type<T>();
export const oneOf = <U extends string, const T extends Readonly<[U, ...U[]]>>(_values: T) =>
  text().$type<T[number]>();
/** Counts up without gaps within one database: a trigger numbers the rows. */
export const sequence = () => bigint({ mode: "number" }).primaryKey();

/** CHECK that holds a text column to the values of the domain. */
export function allowed(name: string, column: AnyColumn, values: readonly string[]) {
  const list = values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ");
  return check(name, sql`${column} in (${sql.raw(list)})`);
}

/** CHECK with a condition of its own. */
export function holds(name: string, condition: SQL) {
  return check(name, condition);
}
