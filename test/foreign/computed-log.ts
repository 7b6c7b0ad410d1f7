import { generateKeyPairSync, sign } from "node:crypto";
import { sha256 } from "#db";
import type { LogSigner } from "#app/server/log-keys.server.ts";
import { formatCheckpoint } from "../../app/domain/checkpoint.ts";
import { entryBundle, parseTilePath, tileWidth } from "../../app/domain/log-tiles.ts";
import {
  consistencyProof,
  inclusionProof,
  leafHash,
  rootOf,
  subtreesAbove,
} from "../../app/domain/merkle-tree.ts";
import {
  formatNote,
  formatVerifierKey,
  signText,
  verifierKey,
} from "../../app/domain/signed-note.ts";
import { formatTlogProof } from "../../app/domain/tlog-proof.ts";
import type { LogSource } from "./log-folder.ts";

export function newLogKey(name: string): LogSigner {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const spki = publicKey.export({ format: "der", type: "spki" });
  const key = verifierKey({ name, publicKey: spki.subarray(-32) }, sha256);
  return { key, sign: (message) => sign(null, message, privateKey) };
}

/** A log of these leaves with one checkpoint, made with the functions of the domain only. */
export function computedLog(leaves: readonly Uint8Array[], { key, sign }: LogSigner): LogSource {
  const hashes = leaves.map((leaf) => leafHash(leaf, sha256));
  const size = leaves.length;
  const text = formatCheckpoint({
    origin: key.name,
    size,
    root: rootOf(hashes, sha256),
    extensions: [],
  });
  const checkpoint = formatNote({ text, signatures: [signText({ text, key }, sign)] });
  const hashOf = subtreesAbove(hashes, sha256);
  return {
    verifierKey: formatVerifierKey(key),
    checkpoints: [checkpoint],
    tile: async (path) => {
      const tile = parseTilePath(path);
      if (tile === null) throw new Error(`No tile at ${path}`);
      const first = tile.place * tileWidth;
      if (tile.kind === "entries") return entryBundle(leaves.slice(first, first + tile.width));
      const level = tile.level * 8;
      const places = Array.from({ length: tile.width }, (_, place) => first + place);
      return Buffer.concat(places.map((index) => hashOf({ level, index })));
    },
    proof: async (index) =>
      formatTlogProof({
        index,
        hashes: inclusionProof(index, hashes, sha256),
        checkpoint,
        extra: null,
      }),
    consistency: async (oldSize) => consistencyProof(oldSize, hashes, sha256),
  };
}
