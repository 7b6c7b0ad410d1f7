import { grown } from "./account-parts.ts";

/** Decided situations side by side in typed arrays; rows of one block have the same width. */
export type DecidedBlock = {
  /** Rows in use, free ones included; a free row has `freeLevel`. */
  rows: number;
  capacity: number;
  /** Words for the facts of a row. */
  width: number;
  /** Per row first the words of the facts that hold, then those of the reason. */
  words: Int32Array;
  /** Per row the facts that are not known; absent while no row of the block has any. */
  unknown: Int32Array | null;
  /** Four words per row. */
  ids: Int32Array;
  level: Uint8Array;
  /** What the row is, see `DecidedKind`. */
  kind: Uint8Array;
  /** Facts with a higher number came later: not known, unless they hold. */
  catalogueSize: Uint16Array;
  decidedAt: Float64Array;
  /** The first moment at which a precedent no longer counts; absent while none of the block has one. */
  until: Float64Array | null;
  /** By number of an ordered fact, NaN where it is not known how much. */
  amounts: Map<number, Float64Array>;
  /** The first part of its costs, or -1; absent while no row of the block has any. */
  costs: Int32Array | null;
};

export const decidedRows = 4096;
export const freeLevel = 255;
const firstRows = 32;

/** A block for the first rows, or a full one after other blocks. */
export function newDecidedBlock(isFirst: boolean, width: number): DecidedBlock {
  const capacity = isFirst ? firstRows : decidedRows;
  return {
    ...{ rows: 0, capacity, width, unknown: null, until: null, costs: null, amounts: new Map() },
    words: new Int32Array(capacity * width * 2),
    ids: new Int32Array(capacity * 4),
    level: new Uint8Array(capacity),
    kind: new Uint8Array(capacity),
    catalogueSize: new Uint16Array(capacity),
    decidedAt: new Float64Array(capacity),
  };
}

/** Makes room for as many rows again. */
export function growDecidedBlock(block: DecidedBlock): void {
  const { width, unknown, until, costs, amounts } = block;
  const capacity = block.capacity * 2;
  block.words = grown(block.words, capacity * width * 2);
  block.unknown = unknown && grown(unknown, capacity * width);
  block.ids = grown(block.ids, capacity * 4);
  block.level = grown(block.level, capacity);
  block.kind = grown(block.kind, capacity);
  block.catalogueSize = grown(block.catalogueSize, capacity);
  block.decidedAt = grown(block.decidedAt, capacity);
  block.until = until && grown(until, capacity).fill(Infinity, block.capacity);
  block.costs = costs && grown(costs, capacity).fill(-1, block.capacity);
  for (const [number, values] of amounts) {
    amounts.set(number, grown(values, capacity).fill(NaN, block.capacity));
  }
  block.capacity = capacity;
}

/** Makes room for facts with higher numbers in every row. */
export function widenDecidedBlock(block: DecidedBlock, width: number): void {
  block.words = widened(block.words, { parts: block.capacity * 2, from: block.width, to: width });
  block.unknown =
    block.unknown &&
    widened(block.unknown, { parts: block.capacity, from: block.width, to: width });
  block.width = width;
}

function widened(words: Int32Array, o: { parts: number; from: number; to: number }): Int32Array {
  const wider = new Int32Array(o.parts * o.to);
  for (let part = 0; part < o.parts; part += 1) {
    wider.set(words.subarray(part * o.from, (part + 1) * o.from), part * o.to);
  }
  return wider;
}
