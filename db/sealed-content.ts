/** What changed, encrypted with the key of its case (AES-256-GCM) and committed to with a salt. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { canonicalJson } from "../app/domain/canonical-json.ts";
import { contentCommitment } from "../app/domain/log-leaf.ts";
import type { Keys } from "./keys.ts";
import { sha256 } from "./sha256.ts";
import { wellFormed } from "./well-formed.ts";

export type Sealed = {
  bytes: Buffer;
  /** Hex. */
  commitment: string;
};

export type Opened = {
  /** The salt of the commitment, base64. */
  salt: string;
  content: unknown;
};

const version = 1;
const nonceBytes = 12;
const saltBytes = 32;
const tagBytes = 16;
const flags = { plain: 0, deflated: 1 };
/** Shorter than this, packing costs more than it saves. */
const worthPacking = 512;

export function sealContent(given: unknown, keys: Keys): Sealed {
  const content = wellFormed(JSON.parse(JSON.stringify(given)));
  const salt = randomBytes(saltBytes);
  const json = Buffer.from(canonicalJson(content));
  const packed = json.length >= worthPacking;
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", keys.content, nonce);
  const bytes = Buffer.concat([
    Buffer.from([version]),
    nonce,
    cipher.update(salt),
    cipher.update(Buffer.from([packed ? flags.deflated : flags.plain])),
    cipher.update(packed ? deflateRawSync(json) : json),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return { bytes, commitment: contentCommitment(salt, content, sha256) };
}

/** Null when it was not made with these keys, or is not as it was made. */
export function openSealed(bytes: Uint8Array, keys: Keys): Opened | null {
  const all = Buffer.from(bytes);
  if (all.length < 1 + nonceBytes + saltBytes + 1 + tagBytes || all[0] !== version) return null;
  const nonce = all.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv("aes-256-gcm", keys.content, nonce, {
    authTagLength: tagBytes,
  });
  decipher.setAuthTag(all.subarray(-tagBytes));
  try {
    const body = all.subarray(1 + nonceBytes, -tagBytes);
    const plain = Buffer.concat([decipher.update(body), decipher.final()]);
    const json = plain.subarray(saltBytes + 1);
    const text = plain[saltBytes] === flags.deflated ? inflateRawSync(json) : json;
    return {
      salt: plain.subarray(0, saltBytes).toString("base64"),
      content: JSON.parse(text.toString()) as unknown,
    };
  } catch {
    return null;
  }
}
