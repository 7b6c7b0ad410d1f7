import { blockRows, type IndexBlock } from "./precedent-index-blocks.ts";
import type { PrecedentIndex } from "./precedent-index-rows.ts";

/**
 * A question to an index that is answered in steps, so that other work can go between. What changes meanwhile is seen
 * as before or as after; a change that brings a new fact makes the scan begin again.
 */
export type Scan<T> = {
  /** Looks at about this many rows more; true when all were seen. */
  step: (rows: number) => boolean;
  /** The answer, once all rows were seen. */
  result: () => T;
};

/** One way through an index: a look at each block with the number of its first row, and the answer. */
export type Pass<T> = { look: (block: IndexBlock, start: number) => void; result: () => T };

/** A scan that goes block by block, and begins again when a fact came into the index. */
export function scanOver<T>(index: PrecedentIndex, begin: () => Pass<T>): Scan<T> {
  let pass = begin();
  let facts = index.bits.length;
  let next = 0;
  return {
    step(rows) {
      if (index.bits.length !== facts) {
        pass = begin();
        facts = index.bits.length;
        next = 0;
      }
      for (let left = rows; left > 0 && next < index.blocks.length; next += 1) {
        const block = index.blocks[next];
        if (block) pass.look(block, next * blockRows);
        left -= block?.rows ?? 0;
      }
      return next >= index.blocks.length;
    },
    result: () => pass.result(),
  };
}

/** The answer of a scan at once, for small sets and tests. */
export function finished<T>(scan: Scan<T>): T {
  while (!scan.step(Infinity));
  return scan.result();
}
