import { fromBase64, hashOfText, toHex, utf8, type Sha256 } from "./bytes.ts";
import { canonicalJson } from "./canonical-json.ts";

/** What is known of one event of the log, from which its leaf is made. */
export type LogEventFields = {
  /** Milliseconds since 1970-01-01 UTC. */
  at: number;
  kind: string;
  subjectType: string;
  subject: string;
  organisation: string | null;
  case: string | null;
  session: string | null;
  /** The pseudonym of who did it: hex, made with a key of the installation. */
  actor: string | null;
  /** The person who did it. Stands in no leaf, only under the commitment. */
  actorId: string | null;
  actorRoles: string[];
  details: Record<string, unknown>;
  /** Seals of the rows that were touched. */
  rows: unknown;
  processing: string | null;
  /** Base64. Without it nobody can guess what `record` stands for. */
  salt: string;
  /** Hex: the commitment to the content. */
  content: string;
  /** Hex: SHA-256 of the sealed content as it is stored, or null when nothing is sealed. */
  sealed: string | null;
  /** Whether the event tells how someone scored: then its leaf says only that something was recorded. */
  aboutScoring: boolean;
};

/** The version of the format of a leaf. A leaf once written never changes. */
const leafVersion = 1;

/**
 * The commitment to all that an event says: SHA-256 over the salt and RFC 8785 JSON, in hex. Who has the event with
 * its salt can show that it is what the leaf stands for; who has not learns nothing from it.
 * @throws DomainError `base64` when the salt is not base64, or those of `canonicalJson`.
 */
export function recordCommitment(fields: LogEventFields, sha256: Sha256): string {
  // In the order of RFC 8785, which is written soonest.
  const record = {
    actorId: fields.actorId,
    actorRoles: fields.actorRoles,
    at: fields.at,
    case: fields.case,
    details: fields.details,
    kind: fields.kind,
    organisation: fields.organisation,
    processing: fields.processing,
    rows: fields.rows ?? null,
    session: fields.session,
    subject: fields.subject,
    subjectType: fields.subjectType,
  };
  return contentCommitment(fromBase64(fields.salt), record, sha256);
}

/** The bytes of an event's leaf: its text in UTF-8. @throws DomainError as `recordCommitment`. */
export function leafBytes(fields: LogEventFields, sha256: Sha256): Uint8Array {
  return utf8(leafText(fields, sha256));
}

/**
 * An event's leaf as RFC 8785 JSON. The leaf of an event about scoring leaves out who, when and
 * which case, as the log can be read by outsiders before the reveal.
 * @throws DomainError as `recordCommitment`.
 */
export function leafText(fields: LogEventFields, sha256: Sha256): string {
  const record = recordCommitment(fields, sha256);
  const { content, sealed } = fields;
  if (fields.aboutScoring) return canonicalJson({ content, record, sealed, v: leafVersion });
  return canonicalJson({
    actor: fields.actor,
    at: fields.at,
    case: fields.case,
    content,
    kind: fields.kind,
    organisation: fields.organisation,
    record,
    sealed,
    session: fields.session,
    subject: fields.subject,
    subjectType: fields.subjectType,
    v: leafVersion,
  });
}

/**
 * The commitment to content: SHA-256 over the bytes of the salt followed by RFC 8785 JSON in UTF-8, in hex.
 * @throws DomainError those of `canonicalJson`.
 */
export function contentCommitment(salt: Uint8Array, content: unknown, sha256: Sha256): string {
  return toHex(hashOfText(salt, canonicalJson(content), sha256));
}
