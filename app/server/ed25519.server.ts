/** Ed25519 as the log uses it: keys as 32 bytes, by Node. */
import { createPublicKey, verify, type KeyObject } from "node:crypto";
import type { VerifyEd25519 } from "#app/domain/signed-note.ts";

/** What stands before the 32 bytes of a public key in its SPKI form (RFC 8410). */
const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");

export const verifyEd25519: VerifyEd25519 = ({ publicKey, message, signature }) =>
  verify(null, message, keyFrom(publicKey), signature);

function keyFrom(bytes: Uint8Array): KeyObject {
  return createPublicKey({
    key: Buffer.concat([spkiPrefix, bytes]),
    format: "der",
    type: "spki",
  });
}

/** The 32 bytes of a public key. */
export function publicBytes(key: KeyObject): Uint8Array {
  return key.export({ format: "der", type: "spki" }).subarray(spkiPrefix.length);
}
