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

export type Scrubbed = {
  /** False when somebody else used the files: to be done again later. */
  done: boolean;
  /** What only the administrator of the database may do. */
  left: ScrubLeft[];
};
export type ScrubLeft = "write_ahead_log";

const searchTables = ["search_documents", "search_texts", "search_words"];
const besides = ["handled_forms", "destructions"];

/** Writes the files anew; changes wait, nobody who reads does for long. */
export function scrub(): Promise<Scrubbed> {
  const { url } = currentEngine();
  if (dialect === "sqlite") return alone(() => scrubSqlite(url));
  return scrubPostgres(url, [...caseRows.map(({ name }) => name), ...searchTables, ...besides]);
}

/** How large the database is, which says how long that takes. */
export function databaseBytes(): Promise<number> {
  return currentEngine().bytes();
}
