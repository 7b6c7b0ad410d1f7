/** Events as they are stored, text by text: what is read here was not made equal by reading it. */
import { postgres, sqlite } from "../database.ts";
import { dialect } from "../dialect.ts";
import type { AuditRow } from "../audit.ts";

export type EventRead = {
  row: AuditRow;
  /** The column that does not hold what the application writes there. */
  unreadable: string | null;
};

const columns = [
  ["sequence", "sequence"],
  ["at", "at"],
  ["actor_id", "actorId"],
  ["actor_roles", "actorRoles"],
  ["organisation_id", "organisationId"],
  ["kind", "kind"],
  ["subject_type", "subjectType"],
  ["subject_id", "subjectId"],
  ["case_id", "caseId"],
  ["session_id", "sessionId"],
  ["details", "details"],
  ["content_hash", "contentHash"],
  ["actor", "actor"],
  ["salt", "salt"],
  ["rows", "rows"],
  ["processing_id", "processingId"],
  ["leaf_hash", "leafHash"],
  ["sealed", "sealed"],
] as const;
const kinds: Record<string, "number" | "json" | "bytes"> = {
  sequence: "number",
  at: "number",
  actor_roles: "json",
  details: "json",
  rows: "json",
  leaf_hash: "bytes",
  sealed: "bytes",
};

const fields = columns.map(([name, property]) => ({ name, property, kind: kinds[name] }));
const selected = columns.map(([name]) =>
  kinds[name] === "json" && dialect === "postgres" ? `${name}::text` : name,
);

type Reading = { after: number; until: number; most: number };

/** The events after this one, at most so many and up to that one, in their order. */
export async function readEvents({ after, until, most }: Reading): Promise<EventRead[]> {
  const from = `select ${selected.join(", ")} from audit_events`;
  const rows =
    dialect === "sqlite"
      ? (sqlite()
          .reader.prepare(`${from} where sequence > ? and sequence <= ? order by sequence limit ?`)
          .raw()
          .all(after, until, most) as unknown[][])
      : (
          await postgres().hosts.query<unknown[]>({
            text: `${from} where sequence > $1 and sequence <= $2 order by sequence limit $3`,
            values: [after, until, most],
            rowMode: "array",
          })
        ).rows;
  return rows.map(eventOf);
}

function eventOf(values: unknown[]): EventRead {
  const row: Record<string, unknown> = {};
  let unreadable: string | null = null;
  for (let place = 0; place < fields.length; place += 1) {
    const field = fields[place];
    if (!field) break;
    const read = valueOf(values[place], field.kind);
    if (read === undefined) unreadable ??= field.name;
    row[field.property] = read ?? null;
  }
  return { row: row as AuditRow, unreadable };
}

/** Undefined when it is nothing the application writes in such a column. */
function valueOf(stored: unknown, kind: "number" | "json" | "bytes" | undefined): unknown {
  if (stored === null) return null;
  switch (kind) {
    case "number": {
      const number = typeof stored === "string" ? Number(stored) : stored;
      return Number.isSafeInteger(number) ? number : undefined;
    }
    case "bytes":
      return Buffer.isBuffer(stored) ? stored : undefined;
    case "json":
      return parsed(stored);
    default:
      return typeof stored === "string" ? stored : undefined;
  }
}

function parsed(stored: unknown): unknown {
  if (typeof stored !== "string") return undefined;
  try {
    const value: unknown = JSON.parse(stored);
    // The same value can be written in several ways: the application has one.
    return value !== null && JSON.stringify(value) === stored ? value : undefined;
  } catch {
    return undefined;
  }
}
