/**
 * Taking away what deleted rows leave in the files of a database. Both engines keep bytes of what was
 * deleted: SQLite in the gaps of pages whose rows moved (also with secure_delete) and in the samples
 * of its planner, PostgreSQL in every page until it is written again. So the files are written anew.
 */
import { caseRows } from "./case-rows.ts";
import { alone, currentEngine } from "./database.ts";
import { dialect } from "./dialect.ts";
import { scrubPostgres } from "./postgres/scrub.ts";
import { scrubSqlite } from "./sqlite/scrub.ts";

const searchTables = ["search_documents", "search_texts", "search_words"];
const besides = ["handled_forms", "destructions"];

/**
 * Writes the files anew; changes wait, nobody who reads does for long. False when somebody else used
 * the files: to be done again later. What PostgreSQL keeps outside its tables, such as the write-ahead
 * log and copies of it, only the administrator of the database server can renew.
 */
export function scrub(): Promise<boolean> {
  const { url } = currentEngine();
  if (dialect === "sqlite") return alone(() => scrubSqlite(url));
  return scrubPostgres(url, [...caseRows.map(({ name }) => name), ...searchTables, ...besides]);
}

/** How large the database is, which says how long that takes. */
export function databaseBytes(): Promise<number> {
  return currentEngine().bytes();
}
