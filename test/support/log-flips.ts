/** Changing stored bytes of the log around the application, and putting them back. */
import { dialect, postgres, sqlite } from "#db";
import { rawRows } from "./raw.ts";

export type Kind = "number" | "whole" | "text" | "json" | "bytes";
export type FlipTable = { name: string; key: string[]; columns: Record<string, Kind> };

export const events: FlipTable = {
  name: "audit_events",
  key: ["sequence"],
  columns: {
    at: "number",
    actor_id: "text",
    actor_roles: "json",
    organisation_id: "text",
    kind: "text",
    subject_type: "text",
    subject_id: "text",
    case_id: "text",
    session_id: "text",
    details: "json",
    content_hash: "text",
    actor: "text",
    salt: "text",
    rows: "json",
    processing_id: "text",
    leaf_hash: "bytes",
    sealed: "bytes",
  },
};
export const tiles: FlipTable = {
  name: "log_tiles",
  key: ["level", "place"],
  columns: { root: "bytes", hashes: "bytes" },
};
export const checkpoints: FlipTable = {
  name: "log_checkpoints",
  key: ["id"],
  columns: { at: "number", size: "whole", note: "text", timestamp: "bytes" },
};

export type Stored = { key: unknown[]; bytes: Buffer | null };

/** A column of every row as its bytes, in the order of the key. */
export async function storedBytes(
  { name, key, columns }: FlipTable,
  column: string,
): Promise<Stored[]> {
  const kind = columns[column];
  const text = kind === "json" && dialect === "postgres" ? `"${column}"::text` : `"${column}"`;
  const order = key.join(", ");
  const rows = await rawRows(`select ${order}, ${text} from ${name} order by ${order}`);
  return rows.map((row) => {
    const value = row.at(-1);
    return { key: row.slice(0, -1), bytes: value === null ? null : bytesOf(value, kind) };
  });
}

function bytesOf(value: unknown, kind: Kind | undefined): Buffer {
  if (Buffer.isBuffer(value)) return value;
  if (kind === "whole") {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(Number(value));
    return bytes;
  }
  if (kind !== "number") return Buffer.from(String(value));
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(String(value)));
  return bytes;
}

/** One bit of the byte at this place turned over; null where the engine itself refuses the outcome. */
export function flipped({ bytes }: Stored, at: number, kind: Kind): Buffer | null {
  if (bytes === null || at >= bytes.length) return null;
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  if (kind === "number")
    return Number.isSafeInteger(Number(changed.readBigInt64BE())) ? changed : null;
  if (kind === "json" && dialect === "postgres" && !isJson(changed.toString())) return null;
  return changed;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export type Change = { key: unknown[]; bytes: Buffer | null };

/** Puts these bytes in a column of these rows. */
export async function put(
  { name, key, columns }: FlipTable,
  column: string,
  changes: Change[],
): Promise<void> {
  const kind = columns[column] ?? "text";
  const values = changes.map(({ bytes }) => valueOf(bytes, kind));
  if (dialect === "sqlite") {
    const set = kind === "text" || kind === "json" ? "cast(? as text)" : "?";
    const where = key.map((part) => `${part} = ?`).join(" and ");
    const { writer } = sqlite();
    const update = writer.prepare(`update ${name} set "${column}" = ${set} where ${where}`);
    writer.transaction(() => {
      changes.forEach(({ key: given }, place) => update.run(values[place], ...given));
    })();
    return;
  }
  const client = await postgres().hosts.acquire();
  const where = key.map((part, place) => `${part} = $${place + 2}`).join(" and ");
  const text = `update ${name} set "${column}" = $1 where ${where}`;
  try {
    await client.query("begin");
    const updates = changes.map(({ key: given }, place) => {
      const value = values[place] ?? null;
      const stored = kind === "text" || kind === "json" ? (value?.toString() ?? null) : value;
      return client.query(text, [stored, ...given]);
    });
    await Promise.all(updates);
    await client.query("commit");
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

function valueOf(bytes: Buffer | null, kind: Kind): Buffer | bigint | null {
  if (bytes === null) return null;
  if (kind === "whole") return BigInt(bytes.readInt32BE());
  return kind === "number" ? bytes.readBigInt64BE() : bytes;
}
