import { hash } from "node:crypto";

/** By way of a string: a buffer from `hash` itself takes as long again as the hash. */
export function sha256(bytes: Uint8Array): Buffer {
  return Buffer.from(hash("sha256", bytes, "binary"), "binary");
}
