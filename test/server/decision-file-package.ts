/** A decision file as the product makes it, in a log and with a key of the test's own. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from "node:crypto";
import { sha256 } from "#db";
import { fromBase64, toBase64, utf8 } from "../../app/domain/bytes.ts";
import { canonicalJson } from "../../app/domain/canonical-json.ts";
import { formatCheckpoint } from "../../app/domain/checkpoint.ts";
import type { DecisionFiles } from "../../app/domain/decision-file.ts";
import type { Dossier } from "../../app/domain/dossier.ts";
import { contentCommitment } from "../../app/domain/log-leaf.ts";
import { inclusionProof, leafHash, rootOf } from "../../app/domain/merkle-tree.ts";
import {
  formatNote,
  signText,
  verifierKey,
  type VerifierKey,
} from "../../app/domain/signed-note.ts";
import { formatTlogProof } from "../../app/domain/tlog-proof.ts";
import { decisionFiles } from "../../app/server/decision-file-package.server.ts";

const origin = "maatwerkplaats.example/log";
const contentSalt = toBase64(new Uint8Array(32).fill(7));

export type TestKey = { key: VerifierKey; sign: (text: string) => string };

export function newKey(): TestKey {
  const { privateKey } = generateKeyPairSync("ed25519");
  return keyOf(privateKey);
}

function keyOf(privateKey: KeyObject): TestKey {
  const pem = createPrivateKey(privateKey.export({ type: "pkcs8", format: "pem" }));
  const { x = "" } = createPublicKey(pem).export({ format: "jwk" });
  const publicKey = new Uint8Array(Buffer.from(x, "base64url"));
  const key = verifierKey({ name: origin, publicKey }, sha256);
  const signBytes = (message: Uint8Array) => new Uint8Array(sign(null, message, pem));
  return {
    key,
    sign: (text) => formatNote({ text, signatures: [signText({ text, key }, signBytes)] }),
  };
}

/** The files of a dossier that is event 6 of 11 in a log. */
export function packageOf(dossier: Dossier, { key, sign }: TestKey): DecisionFiles {
  const leaf = {
    v: 1,
    at: dossier.made.at,
    kind: dossier.made.moment === "decision" ? "decision.taken" : "decision.dossier_sealed",
    subjectType: "decision",
    subject: dossier.decision.id,
    organisation: dossier.organisation.id,
    case: dossier.case.id,
    session: null,
    actor: "0123456789abcdef0123456789abcdef",
    record: "ab".repeat(32),
    content: contentCommitment(fromBase64(contentSalt), dossier, sha256),
    sealed: "cd".repeat(32),
  };
  const leaves = Array.from({ length: 11 }, (_, place) =>
    leafHash(place === 5 ? utf8(canonicalJson(leaf)) : Uint8Array.of(place), sha256),
  );
  const root = rootOf(leaves, sha256);
  const checkpoint = sign(formatCheckpoint({ origin, size: 11, root, extensions: [] }));
  const hashes = inclusionProof(5, leaves, sha256);
  return decisionFiles({
    ...{ dossier, checkpoint, key, sign, timestamp: null },
    leaf: { index: 5, leaf, contentSalt },
    proof: formatTlogProof({ index: 5, hashes, checkpoint, extra: null }),
    pdf: utf8("%PDF-1.7"),
    readme: "Lees mij",
  });
}
