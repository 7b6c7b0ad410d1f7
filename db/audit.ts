import { hash, randomBytes } from "node:crypto";
import { isAboutScoring } from "../app/domain/blind-events.ts";
import { canonicalJson } from "../app/domain/canonical-json.ts";
import { contentCommitment, leafText, type LogEventFields } from "../app/domain/log-leaf.ts";
import { leafHashOfText } from "../app/domain/merkle-tree.ts";
import type { Role } from "../app/domain/rights.ts";
import { environment } from "./environment.ts";
import { caseKeys, existingCaseKeys, installationKeys, pseudonym } from "./keys.ts";
import { openSealed, sealContent, type Opened } from "./sealed-content.ts";
import type { auditEvents, AuditDetails, RowSeals } from "./schema/audit.ts";
import { sha256 } from "./sha256.ts";
import { wellFormed } from "./well-formed.ts";

/** On whose behalf a change is made. No person means the system itself. */
export type Actor = {
  personId: string | null;
  roles: readonly Role[];
  organisationId: string | null;
};

export const systemActor: Actor = { personId: null, roles: [], organisationId: null };

export type AuditEvent = {
  /** Who acted, where whoever reads of it may not know who made the change. */
  actor?: Actor;
  /** Subject and past participle, such as `case.created`. */
  kind: string;
  subject: { type: string; id: string };
  organisationId?: string | null;
  caseId?: string | null;
  sessionId?: string | null;
  /** Codes, ids and field names that may be shown in the log. */
  details?: AuditDetails;
  /** All that changed; kept encrypted, with the key of the case. */
  content?: unknown;
};

export type AuditRow = typeof auditEvents.$inferSelect;
type NewRow = typeof auditEvents.$inferInsert;

const saltBytes = 16;

/** An event whose content goes with its case may be read no more when the case is destroyed. */
export const destroyedKind = "case.destroyed";

/** The row of an event without its leaf: for events of the past, which get theirs afterwards. */
export function auditRow(actor: Actor, event: AuditEvent): NewRow {
  const contentHashed = contentHash(event.content ?? event.details ?? {});
  return { ...described(actor, event), contentHash: contentHashed };
}

function described(maker: Actor, event: AuditEvent): Omit<NewRow, "contentHash"> {
  const actor = event.actor ?? maker;
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
    details: detailsOf(event),
  };
}

type WithLeaf = {
  /** Not before the event before it. */
  at: number;
  rows: RowSeals[] | null;
  processingId: string | null;
};

/** The row of an event, ready to be appended by the transaction that makes the change. */
export function auditRowWithLeaf(actor: Actor, event: AuditEvent, given: WithLeaf): NewRow {
  const salt = newSalt();
  const row = { ...described(actor, event), ...given, ...committed(event, salt) };
  const complete = { ...row, actor: pseudonym(row.actorId ?? null), salt };
  return { ...complete, leafHash: leafHashOf(asStored(complete)) };
}

/**
 * What a row of before the log had leaves gets, so that it has one. Its hash of what changed had no
 * salt: who knows the rest could have guessed a rating from it, so it is put under one.
 */
export function leafFor(
  row: AuditRow,
): Pick<AuditRow, "actor" | "salt" | "contentHash" | "leafHash"> {
  const salt = newSalt();
  const contentHash = contentCommitment(Buffer.from(salt, "base64"), row.contentHash, sha256);
  const added = { actor: pseudonym(row.actorId), salt, contentHash };
  return { ...added, leafHash: leafHashOf({ ...row, ...added }) };
}

/** Details alone are no secret: they get a commitment, and nothing is kept beside them. */
function committed(event: AuditEvent, salt: string): Pick<NewRow, "contentHash" | "sealed"> {
  if (event.content === undefined) {
    const saltOfRow = Buffer.from(salt, "base64");
    return { contentHash: contentCommitment(saltOfRow, detailsOf(event), sha256), sealed: null };
  }
  const sealed = sealContent(event.content, sealedWith(event) ?? installationKeys());
  return { contentHash: sealed.commitment, sealed: sealed.bytes };
}

function detailsOf(event: AuditEvent): AuditDetails {
  return wellFormed(event.details ?? {}) as AuditDetails;
}

function sealedWith({ kind, caseId }: Pick<AuditEvent, "kind" | "caseId">) {
  return !caseId || kind === destroyedKind ? null : caseKeys(caseId);
}

/** What an event says happened; null where that was never kept, or its key was destroyed. */
export function openContent(row: Pick<AuditRow, "kind" | "caseId" | "sealed">): Opened | null {
  if (row.sealed === null) return null;
  const found = row.caseId && row.kind !== destroyedKind ? existingCaseKeys(row.caseId) : null;
  const ofCase = found === "destroyed" ? null : found;
  return (ofCase && openSealed(row.sealed, ofCase)) ?? openSealed(row.sealed, installationKeys());
}

export function leafHashOf(row: LeafRow): Buffer {
  return Buffer.from(leafHashOfText(leafText(leafFieldsOf(row), sha256), sha256));
}

export type LeafRow = Omit<AuditRow, "sequence" | "leafHash">;

/** What an event's leaf is made of. */
export function leafFieldsOf(row: LeafRow): LogEventFields {
  return {
    at: row.at,
    kind: row.kind,
    subjectType: row.subjectType,
    subject: row.subjectId,
    organisation: row.organisationId,
    case: row.caseId,
    session: row.sessionId,
    actor: row.actor,
    actorId: row.actorId,
    actorRoles: row.actorRoles,
    details: row.details,
    rows: row.rows,
    processing: row.processingId,
    salt: row.salt ?? "",
    content: row.contentHash,
    sealed: row.sealed === null ? null : hash("sha256", row.sealed),
    aboutScoring: isAboutScoring(row.kind),
  };
}

function asStored(row: NewRow): LeafRow {
  return {
    ...row,
    actorId: row.actorId ?? null,
    organisationId: row.organisationId ?? null,
    caseId: row.caseId ?? null,
    sessionId: row.sessionId ?? null,
    actor: row.actor ?? null,
    salt: row.salt ?? null,
    rows: row.rows ?? null,
    processingId: row.processingId ?? null,
    sealed: row.sealed ?? null,
  };
}

function newSalt(): string {
  return randomBytes(saltBytes).toString("base64");
}

/** SHA-256 in hex over JSON with its keys in order, so that equal content has an equal hash. */
export function contentHash(content: unknown): string {
  return hash("sha256", canonicalJson(wellFormed(content)));
}
