import { fromBase64, toBase64 } from "./bytes.ts";
import { DomainError, nullWhenBroken } from "./domain-error.ts";
import { hashBytes } from "./merkle-tree.ts";
import { checkCount } from "./merkle-subtrees.ts";
import { parseNote, verifyNote, type VerifierKey, type VerifyEd25519 } from "./signed-note.ts";

/** What a log was at a moment (C2SP tlog-checkpoint): the text of a note that the log signs. */
export type Checkpoint = {
  /** Which log this is, such as `example.org/log`. */
  origin: string;
  /** How many leaves it has, and the root over these. */
  size: number;
  root: Uint8Array;
  /** Lines after these three. */
  extensions: string[];
};

export type CheckpointVerdict =
  | { ok: true; checkpoint: Checkpoint; keys: VerifierKey[] }
  | { ok: false; reason: "malformed" | "wrong_origin" | "unknown_key" | "wrong_signature" };

/** The text to sign. @throws DomainError `size`, `root`, `origin` or `extension`. */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  checkCount(size, "size");
  if (root.length !== hashBytes) throw new DomainError("root", { bytes: root.length });
  if (!isLine(origin)) throw new DomainError("origin");
  if (!extensions.every(isLine)) throw new DomainError("extension");
  return `${[origin, size, toBase64(root), ...extensions].join("\n")}\n`;
}

/** The checkpoint in the text of a note. @throws DomainError `checkpoint`. */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split("\n");
  const last = lines.pop();
  const [origin = "", size = "", root = "", ...extensions] = lines;
  if (last !== "" || !lines.every(isLine)) throw new DomainError("checkpoint");
  const count = parseCount(size);
  const hash = parseHash(root);
  if (count === null || hash === null) throw new DomainError("checkpoint");
  return { origin, size: count, root: hash, extensions };
}

/**
 * A signed checkpoint that is held against what is known of the log: its name and the keys that may sign. `keys` in the
 * verdict are those that did.
 */
export function openCheckpoint(
  note: string,
  known: { origin: string; keys: readonly VerifierKey[]; verify: VerifyEd25519 },
): CheckpointVerdict {
  const checkpoint = parsedCheckpoint(note);
  if (checkpoint === null) return { ok: false, reason: "malformed" };
  if (checkpoint.origin !== known.origin) return { ok: false, reason: "wrong_origin" };
  const verdict = verifyNote(note, known);
  return verdict.ok ? { ok: true, checkpoint, keys: verdict.keys } : verdict;
}

/** A whole number from 0 without leading zeroes, or null. */
export function parseCount(text: string): number | null {
  if (!/^(?:0|[1-9]\d*)$/.test(text)) return null;
  return Number.isSafeInteger(Number(text)) ? Number(text) : null;
}

/** A hash of 32 bytes in base64, or null. */
export function parseHash(text: string): Uint8Array | null {
  // 44 characters: what is longer is not even decoded.
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) return null;
  const hash = nullWhenBroken(() => fromBase64(text));
  return hash?.length === hashBytes ? hash : null;
}

function parsedCheckpoint(note: string): Checkpoint | null {
  return nullWhenBroken(() => parseCheckpoint(parseNote(note).text));
}

function isLine(line: string): boolean {
  return line !== "" && !line.includes("\n");
}
