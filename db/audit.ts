import { createHash } from "node:crypto";
import type { Role } from "../app/domain/rights.ts";
import { environment } from "./environment.ts";
import type { auditEvents, AuditDetails } from "./schema/audit.ts";

/** On whose behalf a change is made. No person means the system itself. */
export type Actor = {
  personId: string | null;
  roles: readonly Role[];
  organisationId: string | null;
};

export const systemActor: Actor = { personId: null, roles: [], organisationId: null };

export type AuditEvent = {
  /** Subject and past participle, such as `case.created`. */
  kind: string;
  subject: { type: string; id: string };
  organisationId?: string | null;
  caseId?: string | null;
  sessionId?: string | null;
  /** Codes, ids and field names that may be shown in the log. */
  details?: AuditDetails;
  /** All that changed; only its hash is kept. */
  content?: unknown;
};

/** The row for an event, ready to be appended by the transaction that makes the change. */
export function auditRow(actor: Actor, event: AuditEvent): typeof auditEvents.$inferInsert {
  const details = event.details ?? {};
  return {
    at: environment.now(),
    actorId: actor.personId,
    actorRoles: [...actor.roles],
    organisationId: event.organisationId ?? actor.organisationId,
    kind: event.kind,
    subjectType: event.subject.type,
    subjectId: event.subject.id,
    caseId: event.caseId ?? null,
    sessionId: event.sessionId ?? null,
    details,
    contentHash: contentHash(event.content ?? details),
  };
}

/** SHA-256 in hex over JSON with its keys in order, so that equal content has an equal hash. */
export function contentHash(content: unknown): string {
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(",")}}`;
}
