import { createHash } from "node:crypto";

/** SHA-256 as Node has it, for tests of what is given it as an argument. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(createHash("sha256").update(bytes).digest());
}
