/** Hashes above the hashes of one tile. */
import { sha256 } from "../sha256.ts";

export const hashBytes = 32;

const node = Buffer.alloc(1 + 2 * hashBytes);
node[0] = 1;

function above(hashes: Buffer, left: number): Buffer {
  hashes.copy(node, 1, left, left + 2 * hashBytes);
  return sha256(node);
}

/** The rows of full subtrees above these hashes, from the hashes themselves up. */
export function rowsAbove(hashes: Buffer): Buffer[] {
  const rows = [hashes];
  for (let below = hashes; below.length >= 2 * hashBytes; below = rows.at(-1) ?? below) {
    const pairs = Math.floor(below.length / (2 * hashBytes));
    const row = Buffer.alloc(pairs * hashBytes);
    for (let pair = 0; pair < pairs; pair += 1) {
      above(below, pair * 2 * hashBytes).copy(row, pair * hashBytes);
    }
    rows.push(row);
  }
  return rows;
}

/** The hash over the first `width` hashes, which are not a full tree (RFC 6962). */
export function rootOfFirst(rows: Buffer[], width: number): Buffer {
  const parts: Buffer[] = [];
  let start = 0;
  for (let level = rows.length - 1; level >= 0; level -= 1) {
    const size = 2 ** level;
    if (width - start < size) continue;
    const place = start / size;
    const part = rows[level]?.subarray(place * hashBytes, (place + 1) * hashBytes);
    if (part?.length !== hashBytes) throw new Error("The tile does not reach that far");
    parts.push(part);
    start += size;
  }
  return joined(parts);
}

/** The hash of neighbouring subtrees of falling width. */
export function joined(parts: Buffer[]): Buffer {
  return parts.reduceRight((right, left) => {
    const pair = Buffer.concat([left, right]);
    return above(pair, 0);
  });
}
