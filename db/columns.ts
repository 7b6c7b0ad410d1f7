/**
 * The column kit on which every table is written once. It is the one of SQLite or of PostgreSQL, by
 * DATABASE_URL; nothing above this file knows which.
 */
import * as postgresKit from "./columns-postgres.ts";
import * as sqliteKit from "./columns-sqlite.ts";
import { dialect } from "./dialect.ts";

// The one place where the dialects meet: both kits make columns that hold the same TypeScript
// values and give drizzle's builder the same words, so that everything above is typed as SQLite.
const kit = dialect === "postgres" ? (postgresKit as unknown as typeof sqliteKit) : sqliteKit;

export const { allowed, bytes, cents, flag, foreignKey, holds, id, index, json, moment, oneOf } =
  kit;
export const { primaryKey, sequence, sql, table, unique, uniqueIndex, whole, words } = kit;
export type { AnyColumn } from "./columns-sqlite.ts";
