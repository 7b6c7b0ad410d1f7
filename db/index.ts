export { auditRow, contentHash, systemActor, type Actor, type AuditEvent } from "./audit.ts";
export {
  db,
  openDatabase,
  postgres,
  queueLength,
  sqlite,
  stopDatabase,
  storageTrouble,
  type DatabaseOptions,
  type Transaction,
} from "./database.ts";
export { dialect, dialectOf, type Dialect } from "./dialect.ts";
export type { Notice } from "./engine.ts";
export { environment, setEnvironment, type Environment } from "./environment.ts";
export { parseAddresses, withoutPassword } from "./postgres/addresses.ts";
export * from "./schema.ts";
export {
  clearIndex,
  compoundTerms,
  indexDocument,
  indexNewDocuments,
  indexedIds,
  indexProblems,
  prepareSearch,
  recountWords,
  removeDocument,
  searchFound,
  searchMatches,
  storedDocuments,
  type Search,
  type SearchDocument,
  type SearchKind,
} from "./search.ts";
export { databaseFile, type Queries } from "./sqlite/connection.ts";
export { databaseState, probeDatabase, type DatabaseProbe } from "./state.ts";
