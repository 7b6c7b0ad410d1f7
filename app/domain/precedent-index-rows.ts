import { DomainError } from "./domain-error.ts";
import { recordedReason, type Precedent, type Side } from "./precedent-binding.ts";
import {
  blockRows,
  idOfRow,
  packedId,
  widenBlock,
  type IndexBlock,
} from "./precedent-index-blocks.ts";
import { orderedValue, type OrderedFacts, type OrderedValues } from "./precedent-ordered.ts";

/** A precedent as the index holds it; its id is a UUID in lower case. */
export type IndexedPrecedent = Precedent & {
  /** The day it was decided, in days since 1970-01-01. */
  decidedDay: number;
  /** The first day on which it no longer binds; null or absent: none. */
  endDay?: number | null;
  /** A small whole number that says who may see it, see `ScanFilter`. */
  group: number;
};

/** What one bit of a row stands for: a fact on one side. Of an ordered fact only the part in the reason has one. */
export type IndexBit = { fact: string; side: Side; isOrdered: boolean };

/**
 * The valid precedents of one scope in memory: 57 bytes each with up to 128 pairs of fact and side, and 8 more per
 * ordered fact in use. Opaque: change it with the functions below, read it with the scans of `precedent-scans.ts`.
 */
export type PrecedentIndex = {
  readonly levels: number;
  count: number;
  blocks: IndexBlock[];
  /** Rows that were taken out and are used again. */
  free: number[];
  bits: IndexBit[];
  bitOf: Map<string, number>;
  /** The ordered facts, in the order of `IndexBlock.values`. */
  columns: { fact: string; side: Side; bit: number }[];
  catalogues: (string[] | undefined)[];
  catalogueOf: Map<string, number>;
  catalogueOfList: WeakMap<string[], number>;
};

/** Days and groups are below this; as the last day it means none. */
export const smallNumbers = 65535;
export const levelMask = 63;
const recordedBit: Record<Side, number> = { pro: 64, con: 128 };
const sides: Side[] = ["pro", "con"];

/** The bit of a fact on one side, or null when no precedent has it. */
export function bitOfFact(
  index: PrecedentIndex,
  { fact, side, isOrdered }: IndexBit,
): number | null {
  return index.bitOf.get(`${side}${isOrdered ? "~" : ":"}${fact}`) ?? null;
}

/** The block and the place in it of a row. */
export function placeOf(index: PrecedentIndex, row: number): { block: IndexBlock; place: number } {
  const block = index.blocks[Math.floor(row / blockRows)];
  if (!block) throw new DomainError("row", { row });
  return { block, place: row % blockRows };
}

/** Words in pairs: the scans count two at a time. */
export function widthFor(bits: number): number {
  return Math.max(2, Math.ceil(bits / 64) * 2);
}

/** Writes a precedent over what a row held. */
export function writeRow(index: PrecedentIndex, row: number, precedent: IndexedPrecedent): void {
  const { block, place } = placeOf(index, row);
  const bits = rowBits(index, precedent);
  const width = widthFor(Math.max(-1, ...bits.reason, ...bits.facts) + 1);
  if (width > block.width) widenBlock(block, width);
  const start = place * block.width * 2;
  block.words.fill(0, start, start + block.width * 2);
  for (const bit of bits.reason) setBit(block.words, start, bit);
  for (const bit of bits.facts) setBit(block.words, start + block.width, bit);
  block.ids.set(packedId(precedent.id), place * 4);
  const recorded = sides.filter((side) => recordedReason(precedent, side) !== null);
  block.state[place] = recorded.reduce((state, side) => state | recordedBit[side], precedent.level);
  block.catalogue[place] = catalogueNumber(index, precedent.known);
  block.group[place] = precedent.group;
  block.decidedDay[place] = precedent.decidedDay;
  block.endDay[place] = precedent.endDay ?? smallNumbers;
  writeValues(index, { block, place, ordered: precedent.ordered ?? {} });
}

function setBit(words: Int32Array, start: number, bit: number): void {
  const word = start + (bit >>> 5);
  words[word] = (words[word] ?? 0) | (1 << (bit & 31));
}

/** The bits of a precedent; a pair of fact and side that is new gets the next bit. */
function rowBits(
  index: PrecedentIndex,
  precedent: IndexedPrecedent,
): { reason: number[]; facts: number[] } {
  const facts: number[] = [];
  const reason: number[] = [];
  for (const side of sides) {
    const values = precedent.ordered?.[side] ?? {};
    for (const fact of precedent[side])
      facts.push(claimBit(index, { fact, side, isOrdered: false }));
    for (const fact of Object.keys(values)) claimBit(index, { fact, side, isOrdered: true });
    const named = recordedReason(precedent, side) ?? [...precedent[side], ...Object.keys(values)];
    for (const fact of named) {
      reason.push(claimBit(index, { fact, side, isOrdered: Object.hasOwn(values, fact) }));
    }
  }
  return { reason, facts };
}

function claimBit(index: PrecedentIndex, bit: IndexBit): number {
  const known = bitOfFact(index, bit);
  if (known !== null) return known;
  const number = index.bits.length;
  const { fact, side, isOrdered } = bit;
  index.bits.push(bit);
  index.bitOf.set(`${side}${isOrdered ? "~" : ":"}${fact}`, number);
  if (isOrdered) index.columns.push({ fact, side, bit: number });
  return number;
}

function catalogueNumber(index: PrecedentIndex, known: string[] | undefined): number {
  if (!known) return 0;
  const seen = index.catalogueOfList.get(known);
  if (seen !== undefined) return seen;
  const list = [...new Set(known)].sort();
  const key = JSON.stringify(list);
  const number = index.catalogueOf.get(key) ?? index.catalogues.push(list) - 1;
  if (number >= smallNumbers) throw new DomainError("known", { number });
  index.catalogueOf.set(key, number);
  index.catalogueOfList.set(known, number);
  return number;
}

function writeValues(
  index: PrecedentIndex,
  to: { block: IndexBlock; place: number; ordered: OrderedFacts },
): void {
  const { block, place, ordered } = to;
  for (const [column, { fact, side }] of index.columns.entries()) {
    const value = orderedValue(ordered[side] ?? {}, fact);
    if (value === null && !block.values[column]) continue;
    const values = (block.values[column] ??= new Float64Array(block.capacity).fill(NaN));
    values[place] = value ?? NaN;
  }
}

/** The id of the precedent in a row. */
export function idAt(index: PrecedentIndex, row: number): string {
  const { block, place } = placeOf(index, row);
  return idOfRow(block, place);
}

/** The precedent in a row, its facts in the order of their bits. */
export function precedentAt(index: PrecedentIndex, row: number): IndexedPrecedent {
  const { block, place } = placeOf(index, row);
  const start = place * block.width * 2;
  const reason = factsOf(index, block.words.subarray(start, start + block.width));
  const facts = factsOf(index, block.words.subarray(start + block.width, start + block.width * 2));
  const state = block.state[place] ?? 0;
  const endDay = block.endDay[place] ?? smallNumbers;
  const ordered = orderedAt(index, block, place);
  const known = index.catalogues[block.catalogue[place] ?? 0];
  return {
    id: idOfRow(block, place),
    level: state & levelMask,
    ...facts,
    ...(state & recordedBit.pro && { reasonPro: reason.pro }),
    ...(state & recordedBit.con && { reasonCon: reason.con }),
    ...(known && { known }),
    ...(ordered && { ordered }),
    decidedDay: block.decidedDay[place] ?? 0,
    endDay: endDay === smallNumbers ? null : endDay,
    group: block.group[place] ?? 0,
  };
}

function factsOf(index: PrecedentIndex, words: Int32Array): Record<Side, string[]> {
  const facts: Record<Side, string[]> = { pro: [], con: [] };
  for (const [at, word] of words.entries()) {
    for (let left = word; left !== 0; left &= left - 1) {
      const bit = index.bits[at * 32 + 31 - Math.clz32(left & -left)];
      if (bit) facts[bit.side].push(bit.fact);
    }
  }
  return facts;
}

function orderedAt(
  index: PrecedentIndex,
  block: IndexBlock,
  place: number,
): OrderedFacts | undefined {
  const ordered: Record<Side, OrderedValues> = { pro: {}, con: {} };
  let hasValue = false;
  for (const [column, { fact, side }] of index.columns.entries()) {
    const value = block.values[column]?.[place] ?? NaN;
    if (Number.isNaN(value)) continue;
    ordered[side][fact] = value;
    hasValue = true;
  }
  return hasValue ? ordered : undefined;
}
