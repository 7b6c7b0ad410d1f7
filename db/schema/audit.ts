import { bytes, id, index, json, moment, sequence, table, words } from "../columns.ts";

/** Small facts about a change: codes, ids and field names. Never free text of a case. */
export type AuditDetails = Record<string, string | number | boolean | null | string[]>;

/**
 * What a change made of the rows it touched: table, key and seal (a keyed hash of the row), the seal
 * empty where the row is gone. `key` names the case whose key made the seals; null is the installation.
 */
export type RowSeals = {
  key: string | null;
  rows: [table: string, key: string, seal: string | null][];
};

/** Append-only: triggers refuse delete, and update once a row has its leaf. */
export const auditEvents = table(
  "audit_events",
  {
    sequence: sequence(),
    at: moment().notNull(),
    /** Empty when the system itself acts (set-up, commands). */
    actorId: id(),
    actorRoles: json<string[]>().notNull(),
    organisationId: id(),
    kind: words().notNull(),
    subjectType: words().notNull(),
    subjectId: id().notNull(),
    caseId: id(),
    sessionId: id(),
    details: json<AuditDetails>().notNull(),
    /** Salted commitment to what changed. Of events without a salt: SHA-256 over its canonical JSON. */
    contentHash: words().notNull(),
    /** Who acted, as outsiders see it: the same person has the same pseudonym. */
    actor: words(),
    /** Chance that goes into the commitment to this row, so that nobody can guess what it says. */
    salt: words(),
    rows: json<RowSeals[]>(),
    /** The record of processing this event belongs to. */
    processingId: id(),
    /** RFC 6962 hash of the leaf. Empty only while a database of before the log is brought up to date. */
    leafHash: bytes(),
    /** What changed, encrypted with the key of its case. */
    sealed: bytes(),
  },
  (t) => [
    index("audit_events_subject").on(t.subjectId, t.sequence),
    index("audit_events_case").on(t.caseId, t.sequence),
    index("audit_events_organisation").on(t.organisationId, t.at, t.sequence),
    index("audit_events_kind").on(t.organisationId, t.kind, t.sequence),
    index("audit_events_actor").on(t.actorId, t.sequence),
    index("audit_events_session").on(t.sessionId, t.kind, t.sequence),
  ],
);
