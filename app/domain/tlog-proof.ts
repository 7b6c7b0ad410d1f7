import { fromBase64, toBase64, type Sha256 } from "./bytes.ts";
import { openCheckpoint, parseCount, parseHash, type Checkpoint } from "./checkpoint.ts";
import { DomainError, nullWhenBroken } from "./domain-error.ts";
import { checkCount } from "./merkle-subtrees.ts";
import { isIncluded } from "./merkle-proof.ts";
import { checkHash, leafHash } from "./merkle-tree.ts";
import type { VerifierKey, VerifyEd25519 } from "./signed-note.ts";

/** That a leaf is in a log, in one text that can be checked without the log (C2SP tlog-proof). */
export type TlogProof = {
  /** The place of the leaf, from 0. */
  index: number;
  /** From the leaf up. */
  hashes: Uint8Array[];
  /** The signed checkpoint. */
  checkpoint: string;
  /** Anything that goes with the proof. Nothing vouches for it. */
  extra: Uint8Array | null;
};

export type TlogProofFailure =
  "malformed" | "wrong_origin" | "unknown_key" | "wrong_signature" | "wrong_index" | "not_included";

export type TlogProofVerdict =
  | {
      ok: true;
      index: number;
      checkpoint: Checkpoint;
      keys: VerifierKey[];
      extra: Uint8Array | null;
    }
  | { ok: false; reason: TlogProofFailure };

const header = "c2sp.org/tlog-proof@v1";

/** A proof as text, to be kept as `.tlog-proof`. @throws DomainError `index` or `hash`. */
export function formatTlogProof({ index, hashes, checkpoint, extra }: TlogProof): string {
  checkCount(index, "index");
  hashes.forEach(checkHash);
  const extraLine = extra === null ? [] : [`extra ${toBase64(extra)}`];
  const lines = [header, ...extraLine, `index ${index}`, ...hashes.map(toBase64)];
  return `${lines.join("\n")}\n\n${checkpoint}`;
}

/** The proof in a text. Nothing of it may be believed before `verifyTlogProof`. @throws DomainError `tlog_proof`. */
export function parseTlogProof(text: string): TlogProof {
  const end = text.indexOf("\n\n");
  const [first, ...lines] = text.slice(0, Math.max(end, 0)).split("\n");
  const extraLine = lines[0]?.startsWith("extra ") ? lines.shift() : undefined;
  const extra = extraLine === undefined ? null : broughtAlong(extraLine.slice("extra ".length));
  const [indexLine = "", ...hashLines] = lines;
  const index = indexLine.startsWith("index ")
    ? parseCount(indexLine.slice("index ".length))
    : null;
  const hashes = hashLines.map(parseHash).filter((hash) => hash !== null);
  if (first !== header || index === null || hashes.length !== hashLines.length) {
    throw new DomainError("tlog_proof");
  }
  return { index, hashes, checkpoint: text.slice(end + 2), extra };
}

/** What is known beforehand, not from the proof: the leaf, the name of the log, and the keys that may sign for it. */
export type TlogProofClaim = {
  text: string;
  /** The bytes of the leaf. */
  leaf: Uint8Array;
  /** Where the leaf must be, when that is known. */
  index?: number;
  origin: string;
  keys: readonly VerifierKey[];
};

/** Whether a proof shows that the leaf is in the log; if not, the first thing that is wrong. */
export function verifyTlogProof(
  { text, leaf, index, origin, keys }: TlogProofClaim,
  { sha256, verify }: { sha256: Sha256; verify: VerifyEd25519 },
): TlogProofVerdict {
  const proof = nullWhenBroken(() => parseTlogProof(text));
  if (proof === null) return { ok: false, reason: "malformed" };
  const opened = openCheckpoint(proof.checkpoint, { origin, keys, verify });
  if (!opened.ok) return opened;
  const { size, root } = opened.checkpoint;
  if (proof.index >= size || proof.index !== (index ?? proof.index)) {
    return { ok: false, reason: "wrong_index" };
  }
  const claim = { index: proof.index, size, root, proof: proof.hashes };
  if (!isIncluded({ ...claim, leafHash: leafHash(leaf, sha256) }, sha256)) {
    return { ok: false, reason: "not_included" };
  }
  return { ...opened, index: proof.index, extra: proof.extra };
}

function broughtAlong(encoded: string): Uint8Array {
  const bytes = nullWhenBroken(() => fromBase64(encoded));
  if (bytes === null) throw new DomainError("tlog_proof");
  return bytes;
}
