import { DomainError } from "./domain-error.ts";

/** Rows side by side in typed arrays: all of one block have the same width. */
export type IndexBlock = {
  /** Rows in use, free ones included; a free row has `freeState`. */
  rows: number;
  capacity: number;
  /** Words for the facts of a row, an even number. */
  width: number;
  /** Per row first the words of its reason (both sides), then those of its facts. */
  words: Int32Array;
  /** Four words per row. */
  ids: Int32Array;
  /** Outcome level, with a bit for each side of which the reason is recorded. */
  state: Uint8Array;
  catalogue: Uint16Array;
  group: Uint16Array;
  decidedDay: Uint16Array;
  endDay: Uint16Array;
  /** Per ordered fact its values, NaN where unknown; absent while no row of the block has one. */
  values: (Float64Array | undefined)[];
};

/** Rows of a full block; only the last block of an index may be smaller. */
export const blockRows = 4096;
export const freeState = 255;
const firstRows = 32;

/** A block for the first rows of an index, or a full one after other blocks. */
export function newBlock(isFirst: boolean, width: number): IndexBlock {
  const capacity = isFirst ? firstRows : blockRows;
  return {
    rows: 0,
    capacity,
    width,
    words: new Int32Array(capacity * width * 2),
    ids: new Int32Array(capacity * 4),
    state: new Uint8Array(capacity),
    catalogue: new Uint16Array(capacity),
    group: new Uint16Array(capacity),
    decidedDay: new Uint16Array(capacity),
    endDay: new Uint16Array(capacity),
    values: [],
  };
}

/** Makes room for as many rows again. */
export function growBlock(block: IndexBlock): void {
  const capacity = block.capacity * 2;
  block.words = copied(block.words, new Int32Array(capacity * block.width * 2));
  block.ids = copied(block.ids, new Int32Array(capacity * 4));
  block.state = copied(block.state, new Uint8Array(capacity));
  block.catalogue = copied(block.catalogue, new Uint16Array(capacity));
  block.group = copied(block.group, new Uint16Array(capacity));
  block.decidedDay = copied(block.decidedDay, new Uint16Array(capacity));
  block.endDay = copied(block.endDay, new Uint16Array(capacity));
  block.values = block.values.map(
    (values) => values && copied(values, new Float64Array(capacity).fill(NaN)),
  );
  block.capacity = capacity;
}

function copied<T extends { set: (from: T) => void }>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Makes room for more facts in every row. */
export function widenBlock(block: IndexBlock, width: number): void {
  const words = new Int32Array(block.capacity * width * 2);
  for (let part = 0; part < block.rows * 2; part += 1) {
    const from = part * block.width;
    words.set(block.words.subarray(from, from + block.width), part * width);
  }
  block.words = words;
  block.width = width;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * A UUID in lower case as four words; compared as unsigned numbers they sort as the text does.
 *
 * @throws DomainError `id`.
 */
export function packedId(id: string): number[] {
  if (!uuid.test(id)) throw new DomainError("id", { id });
  const digits = id.replaceAll("-", "");
  return [0, 8, 16, 24].map((from) => Number.parseInt(digits.slice(from, from + 8), 16) | 0);
}

/** The id of a row as text. */
export function idOfRow(block: IndexBlock, row: number): string {
  return idOfWords(block.ids, row * 4);
}

/** The id of which the four words begin here, as text. */
export function idOfWords(ids: Int32Array, start: number): string {
  const words = [...ids.subarray(start, start + 4)];
  const digits = words.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  const cuts = [0, 8, 12, 16, 20, 32];
  return cuts
    .slice(1)
    .map((end, at) => digits.slice(cuts[at], end))
    .join("-");
}
