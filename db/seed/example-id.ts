import { createHash } from "node:crypto";

/**
 * An id in the form of a UUIDv7 that follows from a moment and a name only, so that the same content
 * seeded at the same moment always gives the same database.
 */
export function exampleId(moment: number, name: string): string {
  const time = Math.max(0, Math.floor(moment)).toString(16).padStart(12, "0").slice(-12);
  const hash = createHash("sha256").update(name).digest("hex");
  const variant = ((Number.parseInt(hash.slice(3, 4), 16) & 3) | 8).toString(16);
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hash.slice(0, 3)}`,
    `${variant}${hash.slice(4, 7)}`,
    hash.slice(7, 19),
  ].join("-");
}
