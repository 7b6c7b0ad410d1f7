import { addPart, createParts, removeParts, type Parts } from "./account-parts.ts";
import { DomainError } from "./domain-error.ts";
import { bearers, type Bearer } from "./option.ts";
import {
  decidedRows,
  freeLevel,
  growDecidedBlock,
  newDecidedBlock,
  widenDecidedBlock,
  type DecidedBlock,
} from "./policy-rule-blocks.ts";
import { idOfWords, packedId } from "./precedent-index-blocks.ts";

/**
 * What a row stands for: a decided case, a precedent that came from elsewhere, or one made from a decision here, which
 * counts through its case. An ended precedent was decided once all the same; only one in force can be replaced.
 */
export const decidedKinds = ["case", "precedent", "ended", "of_decision"] as const;
export type DecidedKind = (typeof decidedKinds)[number];

/** A decided situation by the numbers of facts in the catalogue, from 1. Moments in UTC milliseconds. */
export type DecidedRow = {
  id: string;
  kind: DecidedKind;
  level: number;
  facts: number[];
  /** Facts that the decision rests on. */
  reason: number[];
  unknown: number[];
  amounts: [number, number][];
  catalogueSize: number;
  decidedAt: number;
  validUntil: number | null;
  costs: { level: number; bearer: Bearer; cents: number }[];
};

/**
 * The decided situations of one scope in memory: 60 bytes each with up to 128 facts, and 8 more per ordered fact in
 * use. Opaque: change it with the functions below, ask it with `ruleScan`.
 */
export type DecidedIndex = {
  count: number;
  blocks: DecidedBlock[];
  free: number[];
  costs: Parts<"level" | "bearer" | "cents">;
};

export function createDecidedIndex(): DecidedIndex {
  const columns = {
    ...{ level: new Uint8Array(0), bearer: new Uint8Array(0), cents: new Float64Array(0) },
  };
  return { count: 0, blocks: [], free: [], costs: createParts(columns) };
}

/** A row of an index that holds a situation. */
export type PlacedRow = { block: DecidedBlock; place: number };

export function placedRow(index: DecidedIndex, row: number): PlacedRow {
  const block = index.blocks[Math.floor(row / decidedRows)];
  if (!block) throw new DomainError("row", { row });
  return { block, place: row % decidedRows };
}

export function decidedIdAt({ block, place }: PlacedRow): string {
  return idOfWords(block.ids, place * 4);
}

/**
 * Adds a situation of which the caller knows that it is not there yet.
 *
 * @throws DomainError `id` or `level`; nothing is changed then.
 */
export function appendDecided(index: DecidedIndex, added: DecidedRow): void {
  const id = packedId(added.id);
  if (added.level < 0 || added.level >= freeLevel) throw new DomainError("level");
  const { block, place } = placedRow(index, newRow(index));
  const highest = Math.max(0, ...added.facts, ...added.reason, ...added.unknown);
  const width = Math.ceil(highest / 32);
  if (width > block.width) widenDecidedBlock(block, width);
  const start = place * block.width * 2;
  block.words.fill(0, start, start + block.width * 2);
  setBits(block.words, start, added.facts);
  setBits(block.words, start + block.width, added.reason);
  block.ids.set(id, place * 4);
  block.level[place] = added.level;
  block.kind[place] = decidedKinds.indexOf(added.kind);
  block.catalogueSize[place] = Math.min(added.catalogueSize, 65_535);
  block.decidedAt[place] = added.decidedAt;
  writeRare(index, { block, place }, added);
}

/** What only some rows have. */
function writeRare(index: DecidedIndex, { block, place }: PlacedRow, added: DecidedRow): void {
  const { unknown, amounts, validUntil, costs } = added;
  const { capacity, width } = block;
  if (unknown.length > 0) block.unknown ??= new Int32Array(capacity * width);
  block.unknown?.fill(0, place * width, (place + 1) * width);
  if (block.unknown) setBits(block.unknown, place * width, unknown);
  if (validUntil !== null) block.until ??= new Float64Array(capacity).fill(Infinity);
  if (block.until) block.until[place] = validUntil ?? Infinity;
  for (const values of block.amounts.values()) values[place] = NaN;
  for (const [number, amount] of amounts) {
    const values = block.amounts.get(number) ?? new Float64Array(capacity).fill(NaN);
    block.amounts.set(number, values);
    values[place] = amount;
  }
  if (costs.length > 0) block.costs ??= new Int32Array(capacity).fill(-1);
  if (!block.costs) return;
  let first = -1;
  for (const { level, bearer, cents } of costs) {
    first = addPart(index.costs, first, { level, bearer: bearers.indexOf(bearer), cents });
  }
  block.costs[place] = first;
}

function setBits(words: Int32Array, start: number, numbers: number[]): void {
  for (const number of numbers) {
    const word = start + ((number - 1) >>> 5);
    words[word] = (words[word] ?? 0) | (1 << ((number - 1) & 31));
  }
}

function newRow(index: DecidedIndex): number {
  index.count += 1;
  const used = index.free.pop();
  if (used !== undefined) return used;
  let block = index.blocks.at(-1);
  if (!block || block.rows === decidedRows) {
    block = newDecidedBlock(index.blocks.length === 0, block?.width ?? 1);
    index.blocks.push(block);
  }
  if (block.rows === block.capacity) growDecidedBlock(block);
  block.rows += 1;
  return (index.blocks.length - 1) * decidedRows + block.rows - 1;
}

/** Takes a row out. Its place is used again and no other one moves, so that a scan under way misses nothing. */
export function removeDecided(index: DecidedIndex, row: number): void {
  const { block, place } = placedRow(index, row);
  if (block.level[place] === freeLevel) return;
  removeParts(index.costs, block.costs?.[place] ?? -1);
  if (block.costs) block.costs[place] = -1;
  block.level[place] = freeLevel;
  index.free.push(row);
  index.count -= 1;
}

/** The rows of those of these that are there, by id: one look at every id, a millisecond or two at a million. */
export function locateDecided(index: DecidedIndex, ids: string[]): Map<string, number> {
  const wanted = new Set(ids);
  const mayBe = new Uint8Array(65_536);
  for (const id of wanted) mayBe[(packedId(id)[3] ?? 0) & 65_535] = 1;
  const found = new Map<string, number>();
  for (const [number, block] of index.blocks.entries()) {
    for (let place = 0; place < block.rows; place += 1) {
      // The end of a UUID differs the most: the beginning is a moment.
      if (mayBe[(block.ids[place * 4 + 3] ?? 0) & 65_535] === 0) continue;
      if (block.level[place] === freeLevel) continue;
      const id = decidedIdAt({ block, place });
      if (wanted.has(id)) found.set(id, number * decidedRows + place);
    }
  }
  return found;
}

/** The situation in a row, facts in the order of their numbers. */
export function decidedAt(index: DecidedIndex, row: number): DecidedRow {
  const at = placedRow(index, row);
  const { block, place } = at;
  const { width } = block;
  const start = place * width * 2;
  const until = block.until?.[place] ?? Infinity;
  return {
    id: decidedIdAt(at),
    kind: decidedKinds[block.kind[place] ?? 0] ?? "case",
    level: block.level[place] ?? 0,
    facts: numbersIn(block.words, start, width),
    reason: numbersIn(block.words, start + width, width),
    unknown: block.unknown ? numbersIn(block.unknown, place * width, width) : [],
    amounts: [...block.amounts]
      .map(([number, values]): [number, number] => [number, values[place] ?? NaN])
      .filter(([, amount]) => !Number.isNaN(amount))
      .sort(([a], [b]) => a - b),
    catalogueSize: block.catalogueSize[place] ?? 0,
    decidedAt: block.decidedAt[place] ?? 0,
    validUntil: until === Infinity ? null : until,
    costs: costsAt(index, at),
  };
}

/** The costs of a row by level and bearer. */
export function costsAt(index: DecidedIndex, { block, place }: PlacedRow): DecidedRow["costs"] {
  const { columns, next } = index.costs;
  const found: DecidedRow["costs"] = [];
  for (let part = block.costs?.[place] ?? -1; part >= 0; part = next[part] ?? -1) {
    const bearer = bearers[columns.bearer[part] ?? 0] ?? "other";
    found.unshift({ level: columns.level[part] ?? 0, bearer, cents: columns.cents[part] ?? 0 });
  }
  return found;
}

/** The numbers of the bits that are set, counting up. */
export function numbersIn(words: Int32Array, start: number, width: number): number[] {
  const numbers: number[] = [];
  for (let word = 0; word < width; word += 1) {
    for (let left = words[start + word] ?? 0; left !== 0; left &= left - 1) {
      numbers.push(word * 32 + 32 - Math.clz32(left & -left));
    }
  }
  return numbers;
}
