import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TransparencyLogEntry } from "@sigstore/bundle";
import { toTrustMaterial, VerificationError, type TrustMaterial } from "@sigstore/verify";
// What its public entrance asks besides, a certificate and a signature of a package, a log of decisions has not.
import { verifyTLogInclusion } from "@sigstore/verify/dist/tlog/index.js";

/*
 * Checks the proofs of a log with the code of Sigstore, knowing nothing of ours. Its argument is a folder as
 * log-folder.ts describes. Ends with 0, or says what it refused and why.
 */

const pkixEd25519 = 7;

type Log = { trust: TrustMaterial["tlogs"]; id: Buffer };

function readLog(folder: string): Log {
  const [name = "", , encoded = ""] = splitKey(readFileSync(join(folder, "vkey"), "utf8").trim());
  const key = Buffer.from(encoded, "base64");
  const id = createHash("sha256").update(`${name}\n`).update(key).digest();
  const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), key.subarray(1)]);
  const tlog = {
    baseUrl: `https://${name}`,
    hashAlgorithm: 1,
    publicKey: { rawBytes: spki, keyDetails: pkixEd25519, validFor: { start: new Date(0) } },
    logId: { keyId: id },
    checkpointKeyId: { keyId: id },
    operator: "",
  };
  const none = { certificateAuthorities: [], timestampAuthorities: [], ctlogs: [] };
  return { trust: toTrustMaterial({ mediaType: "", ...none, tlogs: [tlog] }).tlogs, id };
}

/** The key itself may have plus signs in it. */
function splitKey(vkey: string): string[] {
  return /^([^+]+)\+([^+]+)\+(.+)$/.exec(vkey)?.slice(1) ?? [];
}

/** All leaves, from the bundles under `tile/entries` in the order of their paths. */
function readLeaves(folder: string): Buffer[] {
  const entries = join(folder, "tile/entries");
  const names = readdirSync(entries, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return names.sort().flatMap((name) => {
    const bundle = readFileSync(name);
    const leaves: Buffer[] = [];
    for (let offset = 0; offset < bundle.length;) {
      const end = offset + 2 + bundle.readUInt16BE(offset);
      leaves.push(bundle.subarray(offset + 2, end));
      offset = end;
    }
    return leaves;
  });
}

function entryOf(proof: string, leaf: Buffer, log: Log): TransparencyLogEntry {
  const end = proof.indexOf("\n\n");
  const lines = proof.slice(0, end).split("\n");
  const index = lines.findIndex((line) => line.startsWith("index "));
  const logIndex = lines[index]?.slice("index ".length) ?? "";
  return {
    logIndex,
    logId: { keyId: log.id },
    kindVersion: { kind: "", version: "" },
    integratedTime: "0",
    inclusionPromise: undefined,
    inclusionProof: {
      logIndex,
      // Not looked at: root and size come from the checkpoint.
      rootHash: Buffer.alloc(0),
      treeSize: "",
      hashes: lines.slice(index + 1).map((line) => Buffer.from(line, "base64")),
      checkpoint: { envelope: proof.slice(end + 2) },
    },
    canonicalizedBody: leaf,
  };
}

function verifyFolder(folder: string): number {
  const log = readLog(folder);
  const leaves = readLeaves(folder);
  const proofs = readdirSync(join(folder, "proofs"));
  if (proofs.length === 0)
    throw new VerificationError({ code: "TLOG_INCLUSION_PROOF_ERROR", message: "no proofs" });
  for (const name of proofs) {
    const leaf = leaves[Number.parseInt(name, 10)];
    if (leaf === undefined)
      throw new VerificationError({ code: "TLOG_INCLUSION_PROOF_ERROR", message: "no leaf" });
    const proof = readFileSync(join(folder, "proofs", name), "utf8");
    verifyTLogInclusion(entryOf(proof, leaf, log), log.trust);
  }
  return proofs.length;
}

try {
  process.stdout.write(`verified ${verifyFolder(process.argv[2] ?? "")} proofs\n`);
} catch (error) {
  if (!(error instanceof VerificationError)) throw error;
  process.stdout.write(`refused: ${error.message}\n`);
  process.exitCode = 1;
}
