import { id, index, json, moment, sequence, table, words } from "../columns.ts";

/** Small facts about a change: codes, ids and field names. Never free text of a case. */
export type AuditDetails = Record<string, string | number | boolean | null | string[]>;

/** Append-only: triggers refuse update and delete. */
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
    /** SHA-256 over the canonical JSON of what changed. */
    contentHash: words().notNull(),
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
