import { DomainError } from "./domain-error.ts";
import { blockRows, freeState, growBlock, newBlock, packedId } from "./precedent-index-blocks.ts";
import {
  placeOf,
  smallNumbers,
  widthFor,
  writeRow,
  type IndexedPrecedent,
  type PrecedentIndex,
} from "./precedent-index-rows.ts";
import { orderedValue } from "./precedent-ordered.ts";

export type { IndexedPrecedent, PrecedentIndex } from "./precedent-index-rows.ts";

const mostLevels = 32;

/**
 * An empty index for a scope with this number of outcome levels, 1 to 32.
 *
 * @throws DomainError `levels`.
 */
export function createPrecedentIndex(levels: number): PrecedentIndex {
  if (!Number.isInteger(levels) || levels < 1 || levels > mostLevels) {
    throw new DomainError("levels", { levels });
  }
  return {
    levels,
    count: 0,
    blocks: [],
    free: [],
    bits: [],
    bitOf: new Map(),
    columns: [],
    catalogues: [undefined],
    catalogueOf: new Map(),
    catalogueOfList: new WeakMap(),
  };
}

/**
 * Adds a precedent, or replaces the one with its id; that looks at every id (about a millisecond at a million). A
 * `known` list is not to be changed afterwards.
 *
 * @throws DomainError `id`, `level`, `decidedDay`, `endDay`, `group` or `ordered`; nothing is changed then.
 */
export function putPrecedent(index: PrecedentIndex, precedent: IndexedPrecedent): void {
  assertStorable(index, precedent);
  const id = packedId(precedent.id);
  writeRow(index, findRow(index, id) ?? newRow(index), precedent);
}

/** Adds a precedent of which the caller knows that it is not in the index yet. Errors as with `putPrecedent`. */
export function appendPrecedent(index: PrecedentIndex, precedent: IndexedPrecedent): void {
  assertStorable(index, precedent);
  writeRow(index, newRow(index), precedent);
}

/**
 * Takes a precedent out. Its place is used again and no other one moves, so that a scan under way misses nothing.
 *
 * @returns whether it was there
 * @throws DomainError `id` when it is not a UUID.
 */
export function removePrecedent(index: PrecedentIndex, id: string): boolean {
  const row = findRow(index, packedId(id));
  if (row === null) return false;
  const { block, place } = placeOf(index, row);
  block.state[place] = freeState;
  index.free.push(row);
  index.count -= 1;
  return true;
}

/** The bytes that the rows of an index take, room for growth included. */
export function indexBytes(index: PrecedentIndex): number {
  return index.blocks
    .flatMap(({ words, ids, state, catalogue, group, decidedDay, endDay, values }) => [
      ...[words, ids, state, catalogue, group, decidedDay, endDay],
      ...values.filter((column) => column !== undefined),
    ])
    .reduce((bytes, { byteLength }) => bytes + byteLength, 0);
}

function assertStorable(index: PrecedentIndex, precedent: IndexedPrecedent): void {
  const { id, level, decidedDay, endDay, group, ordered } = precedent;
  packedId(id);
  const isLevel = Number.isInteger(level) && level >= 0 && level < index.levels;
  if (!isLevel) throw new DomainError("level", { level });
  if (!isSmallNumber(decidedDay)) throw new DomainError("decidedDay", { decidedDay });
  if (!isSmallNumber(endDay ?? 0)) throw new DomainError("endDay", { endDay });
  if (!isSmallNumber(group)) throw new DomainError("group", { group });
  for (const values of [ordered?.pro ?? {}, ordered?.con ?? {}]) {
    for (const fact of Object.keys(values)) orderedValue(values, fact);
  }
}

function isSmallNumber(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < smallNumbers;
}

function findRow(index: PrecedentIndex, id: number[]): number | null {
  const [first, second, third, last] = id;
  for (const [number, { ids, rows, state }] of index.blocks.entries()) {
    for (let place = 0; place < rows; place += 1) {
      const at = place * 4;
      // The end of a UUID differs the most: the beginning is a moment.
      if (ids[at + 3] !== last || state[place] === freeState) continue;
      if (ids[at] === first && ids[at + 1] === second && ids[at + 2] === third) {
        return number * blockRows + place;
      }
    }
  }
  return null;
}

function newRow(index: PrecedentIndex): number {
  index.count += 1;
  const used = index.free.pop();
  if (used !== undefined) return used;
  let block = index.blocks.at(-1);
  if (!block || block.rows === blockRows) {
    block = newBlock(index.blocks.length === 0, widthFor(index.bits.length));
    index.blocks.push(block);
  }
  if (block.rows === block.capacity) growBlock(block);
  block.rows += 1;
  return (index.blocks.length - 1) * blockRows + block.rows - 1;
}
