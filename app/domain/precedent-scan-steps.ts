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

/** What is done with a block, whose first row has this number. */
export type Look = (block: IndexBlock, start: number) => void;

/** A way through an index: a look at each block, perhaps once more another look, and the answer. */
export type Pass<T> = {
  look: Look;
  /** Called when all rows were seen, before anything can change; null when they need no second look. */
  again?: () => Look | null;
  result: () => T;
};

/** A scan that goes block by block, and begins again when a fact came into the index. */
export function scanOver<T>(index: PrecedentIndex, begin: () => Pass<T>): Scan<T> {
  let state = { pass: begin(), facts: index.bits.length };
  let looks: (Look | null)[] = [state.pass.look];
  let next = 0;
  return {
    step(rows) {
      if (index.bits.length !== state.facts) {
        state = { pass: begin(), facts: index.bits.length };
        looks = [state.pass.look];
        next = 0;
      }
      for (let left = rows; left > 0 && next < index.blocks.length; next += 1) {
        const block = index.blocks[next];
        if (block) looks.at(-1)?.(block, next * blockRows);
        left -= block?.rows ?? 0;
      }
      if (next < index.blocks.length) return false;
      if (looks.length > 1) return true;
      looks.push(state.pass.again?.() ?? null);
      if (looks.at(-1)) next = 0;
      return next >= index.blocks.length;
    },
    result: () => state.pass.result(),
  };
}

/** The answer of a scan at once, for small sets and tests. */
export function finished<T>(scan: Scan<T>): T {
  while (!scan.step(Infinity));
  return scan.result();
}
