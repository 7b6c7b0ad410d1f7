/** A search index of its own that is gone afterwards: to try the search on texts that belong to nobody. */
import { openInMemory } from "./sqlite/temporary-search.ts";
import { openInSession } from "./postgres/temporary-search.ts";
import { dialect } from "./dialect.ts";
import type { Queries } from "./sqlite/connection.ts";

export type TemporaryIndex = {
  /** For `indexNewDocuments`, `prepareSearch` and `searchMatches`. */
  queries: Queries;
  close: () => Promise<void>;
};

/** On the engine of the address: SQLite in memory, PostgreSQL in tables that last as long as the connection. */
export function openTemporaryIndex(url: string): Promise<TemporaryIndex> {
  return dialect === "postgres" ? openInSession(url) : openInMemory();
}
