export {
  auditRow,
  contentHash,
  leafFieldsOf,
  leafHashOf,
  openContent,
  systemActor,
  type Actor,
  type AuditEvent,
  type AuditRow,
  type LeafRow,
} from "./audit.ts";
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
export {
  caseKeys,
  destroyCaseKey,
  destroyedCases,
  installationKeys,
  keysFolder,
  keysFolderOf,
  pseudonym,
  makeFolder,
  writeWhole,
} from "./keys.ts";
export { hashesOfTile, tileWidth } from "./log.ts";
export { parseAddresses, withoutPassword } from "./postgres/addresses.ts";
export { resealSurvivors } from "./reseal.ts";
export { keyOfRow, rowsOfTable, sealOf, type SealedRow } from "./row-seals.ts";
export * from "./schema.ts";
export type { RowSeals } from "./schema/audit.ts";
export { sealedTables, type SealedTable } from "./sealed-tables.ts";
export { sha256 } from "./sha256.ts";
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
