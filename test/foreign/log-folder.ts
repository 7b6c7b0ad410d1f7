import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { toBase64 } from "../../app/domain/bytes.ts";
import { parseCheckpoint } from "../../app/domain/checkpoint.ts";
import { tilePath, tilesOf } from "../../app/domain/log-tiles.ts";
import { parseNote } from "../../app/domain/signed-note.ts";

/** All that a log gives to who wants to check it. */
export type LogSource = {
  /** The key of the log in the text of C2SP signed-note. */
  verifierKey: string;
  /** Signed checkpoints, oldest first. The last one is that of the tree as it is. */
  checkpoints: string[];
  /** The bytes at a path of C2SP tlog-tiles. */
  tile: (path: string) => Promise<Uint8Array>;
  /** The C2SP tlog-proof of a leaf under the last checkpoint. */
  proof: (index: number) => Promise<string>;
  /** That the tree as it is begins with the one of this size. */
  consistency: (oldSize: number) => Promise<readonly Uint8Array[]>;
};

export function sizeOf(checkpoint: string): number {
  return parseCheckpoint(parseNote(checkpoint).text).size;
}

/**
 * Writes what a log gives to a folder, for verifiers that are not ours:
 *
 *     vkey                        the key of the log, C2SP signed-note
 *     checkpoint                  the last checkpoint, C2SP tlog-checkpoint
 *     checkpoints/<size>          those before it
 *     consistency/<size>          hashes in base64, one a line: from that size to the last
 *     tile/<L>/<N>[.p/<W>]        the tree in tiles, C2SP tlog-tiles
 *     tile/entries/<N>[.p/<W>]    the leaves
 *     proofs/<index>.tlog-proof   proofs of some leaves, C2SP tlog-proof
 */
export async function writeLogFolder(
  folder: string,
  source: LogSource,
  proved: readonly number[],
): Promise<void> {
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  const earlier = [...source.checkpoints];
  const last = earlier.pop() ?? "";
  write("vkey", `${source.verifierKey}\n`);
  write("checkpoint", last);
  for (const checkpoint of earlier) {
    const size = sizeOf(checkpoint);
    const hashes = await source.consistency(size);
    write(`checkpoints/${size}`, checkpoint);
    write(`consistency/${size}`, hashes.map((hash) => `${toBase64(hash)}\n`).join(""));
  }
  for (const tile of tilesOf(sizeOf(last))) {
    const paths = [tilePath({ kind: "hashes", ...tile })];
    if (tile.level === 0) paths.push(tilePath({ kind: "entries", ...tile }));
    for (const path of paths) write(path, await source.tile(path));
  }
  for (const index of proved) write(`proofs/${index}.tlog-proof`, await source.proof(index));
}
