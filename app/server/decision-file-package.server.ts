/** A decision file as bytes: a zip with the same bytes for the same content. */
import { zipSync, type ZipOptions } from "fflate";
import { sha256 } from "#db";
import { utf8 } from "#app/domain/bytes.ts";
import { canonicalJson } from "#app/domain/canonical-json.ts";
import { timestampName, type DecisionFiles } from "#app/domain/decision-file.ts";
import type { FileLeaf } from "#app/domain/decision-file-log.ts";
import { fileHashes, manifestText, placesOf } from "#app/domain/decision-file-manifest.ts";
import { formatVerifierKey, type VerifierKey } from "#app/domain/signed-note.ts";
import { dossierJsonSchema } from "#app/schemas/dossier.ts";

export type DecisionFileParts = {
  dossier: unknown;
  leaf: FileLeaf;
  /** The tlog-proof with its checkpoint, and the checkpoint once more. */
  proof: string;
  checkpoint: string;
  timestamp: Uint8Array | null;
  key: VerifierKey;
  pdf: Uint8Array;
  readme: string;
  /** A signed note over this text, by the key of the log. */
  sign: (text: string) => string;
};

/** The files of a decision file, with a manifest over all of them. */
export function decisionFiles(parts: DecisionFileParts): DecisionFiles {
  const files: DecisionFiles = {
    "LEESMIJ.txt": utf8(parts.readme),
    "besluit.pdf": parts.pdf,
    "checkpoint.txt": utf8(parts.checkpoint),
    "dossier.json": utf8(canonicalJson(parts.dossier)),
    "leaf.json": utf8(`${canonicalJson(parts.leaf)}\n`),
    "places.json": utf8(`${canonicalJson(placesOf(parts.dossier, sha256))}\n`),
    "proof.txt": utf8(parts.proof),
    "public-key.txt": utf8(`${formatVerifierKey(parts.key)}\n`),
    "schema.json": utf8(dossierJsonSchema()),
    ...(parts.timestamp && { [timestampName]: parts.timestamp }),
  };
  const manifest = parts.sign(manifestText(parts.key.name, fileHashes(files, sha256)));
  return { ...files, "manifest.txt": utf8(manifest) };
}

// A zip has no time zone and no day before 1980; what a file is of stands in it.
const options: ZipOptions = { mtime: new Date(1980, 0, 1), level: 9 };

export function zipOf(files: DecisionFiles): Uint8Array {
  const names = Object.keys(files).sort();
  return zipSync(
    Object.fromEntries(names.map((name) => [name, files[name] ?? new Uint8Array()])),
    options,
  );
}
