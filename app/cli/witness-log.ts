/** Following the log of an installation from outside: nothing but its public addresses, and what was kept before. */
import { sha256 } from "#db/sha256.ts";
import { equalBytes, toHex, utf8 } from "../domain/bytes.ts";
import { openCheckpoint, parseCheckpoint, type Checkpoint } from "../domain/checkpoint.ts";
import { nullWhenBroken } from "../domain/domain-error.ts";
import { subtreesInTiles, tilePath, tilesWith, widthInTree } from "../domain/log-tiles.ts";
import type { TileAddress } from "../domain/log-tiles.ts";
import { isConsistent } from "../domain/merkle-proof.ts";
import { consistencySubtrees, proveConsistency } from "../domain/merkle-tree.ts";
import { parseNote, parseVerifierKey, type VerifierKey } from "../domain/signed-note.ts";
import { verifyEd25519 } from "../server/ed25519.server.ts";

export type Kept = { keys: string[]; last: Checkpoint | null };

export type Witnessed =
  | {
      ok: true;
      note: string;
      checkpoint: Checkpoint;
      /** Keys that were trusted, and those that they handed over to. */
      keys: string[];
    }
  | { ok: false; problem: WitnessProblem; note: string; checkpoint: Checkpoint | null };

export type WitnessProblem = "unsigned" | "other_log" | "cut" | "two_faces" | "rewritten";

const answerWithinMs = 20_000;
const mostBytes = 1_000_000;

/** Looks at the newest head once. Throws when the log cannot be reached. */
export async function witnessOnce(site: URL, kept: Kept): Promise<Witnessed> {
  const note = Buffer.from(await fetched(site, "checkpoint")).toString("utf8");
  const checkpoint = nullWhenBroken(() => parseCheckpoint(parseNote(note).text));
  const refused = (problem: WitnessProblem): Witnessed => ({
    ok: false,
    problem,
    note,
    checkpoint,
  });
  if (!checkpoint) return refused("unsigned");
  const origin = kept.last?.origin ?? checkpoint.origin;
  if (checkpoint.origin !== origin) return refused("other_log");
  const keys = await trustedBy(site, { note, origin, keys: kept.keys });
  if (!keys) return refused("unsigned");
  const problem = await problemWith(site, checkpoint, kept.last);
  return problem ? refused(problem) : { ok: true, note, checkpoint, keys };
}

async function problemWith(
  site: URL,
  checkpoint: Checkpoint,
  last: Checkpoint | null,
): Promise<WitnessProblem | null> {
  if (!last) return null;
  if (checkpoint.size < last.size) return "cut";
  if (checkpoint.size === last.size)
    return equalBytes(checkpoint.root, last.root) ? null : "two_faces";
  const claim = {
    oldSize: last.size,
    oldRoot: last.root,
    newSize: checkpoint.size,
    newRoot: checkpoint.root,
    proof: await consistencyProof(site, last.size, checkpoint.size),
  };
  return isConsistent(claim, sha256) ? null : "rewritten";
}

/** Made here, from the tiles that the log serves. */
async function consistencyProof(site: URL, oldSize: number, size: number): Promise<Uint8Array[]> {
  const tiles = new Map<string, Uint8Array>();
  const nameOf = ({ level, place }: TileAddress) => `${level}/${place}`;
  for (const tile of tilesWith(consistencySubtrees(oldSize, size))) {
    const width = widthInTree(tile, size);
    const bytes = await fetched(site, tilePath({ kind: "hashes", ...tile, width }));
    tiles.set(nameOf(tile), bytes);
  }
  const read = (tile: TileAddress) => tiles.get(nameOf(tile)) ?? new Uint8Array();
  return proveConsistency({ oldSize, size, hashOf: subtreesInTiles(read, sha256) }, sha256);
}

type Signed = { note: string; origin: string; keys: string[] };
type ServedKey = { verifierKey: string; handOver: string | null };

/**
 * The keys to trust from now on, when one of them signed the note; null when none did. Without any key
 * yet, that of the first note is believed.
 */
async function trustedBy(site: URL, { note, origin, keys }: Signed): Promise<string[] | null> {
  if (isSigned(note, origin, keys)) return keys;
  const answer = Buffer.from(await fetched(site, "keys")).toString("utf8");
  const served = servedKeys(answer);
  if (keys.length === 0) {
    const first = served.find(({ verifierKey }) => isSigned(note, origin, [verifierKey]));
    return first ? [first.verifierKey] : null;
  }
  const trusted = [...keys];
  // Oldest first: each key is handed over by the one before.
  for (const { verifierKey, handOver } of served.toReversed()) {
    if (trusted.includes(verifierKey) || handOver === null) continue;
    const named = nullWhenBroken(() => parseCheckpoint(parseNote(handOver).text));
    const isNamed = named?.extensions.includes(`next-key ${verifierKey}`) ?? false;
    if (isNamed && isSigned(handOver, origin, trusted)) trusted.push(verifierKey);
  }
  return isSigned(note, origin, trusted) ? trusted : null;
}

function isSigned(note: string, origin: string, keys: string[]): boolean {
  const known = keys
    .map((key) => nullWhenBroken(() => parseVerifierKey(key, sha256)))
    .filter((key): key is VerifierKey => key !== null);
  return openCheckpoint(note, { origin, keys: known, verify: verifyEd25519 }).ok;
}

function servedKeys(answer: string): ServedKey[] {
  const { keys } = JSON.parse(answer) as { keys?: unknown };
  if (!Array.isArray(keys)) return [];
  return (keys as unknown[]).filter(
    (one): one is ServedKey =>
      typeof one === "object" &&
      one !== null &&
      "verifierKey" in one &&
      typeof one.verifierKey === "string" &&
      "handOver" in one &&
      (one.handOver === null || typeof one.handOver === "string"),
  );
}

async function fetched(site: URL, path: string): Promise<Uint8Array> {
  const address = new URL(`log/${path}`, site);
  const response = await fetch(address, { signal: AbortSignal.timeout(answerWithinMs) });
  if (!response.ok) throw new Error(`${address.href} answered ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length > mostBytes) throw new Error(`${address.href} gave far too much`);
  return bytes;
}

/** Under this name a checkpoint is kept: every one that was seen, also of the same size. */
export function fileNameOf({ size, root }: Checkpoint, note: string): string {
  const which = toHex(sha256(utf8(note)).subarray(0, 4));
  return `${String(size).padStart(12, "0")}-${toHex(root.subarray(0, 4))}-${which}.checkpoint`;
}
