export { auditRow, contentHash, systemActor, type Actor, type AuditEvent } from "./audit.ts";
export type { Queries } from "./connection.ts";
export { databaseFile } from "./connection.ts";
export { connections, db, openDatabase, stopDatabase, type Transaction } from "./database.ts";
export { environment, setEnvironment, type Environment } from "./environment.ts";
export * from "./schema.ts";
export {
  indexDocument,
  removeDocument,
  searchMatches,
  tellingTerms,
  type SearchKind,
} from "./search.ts";
export { databaseState, probeDatabase, type DatabaseProbe } from "./state.ts";
