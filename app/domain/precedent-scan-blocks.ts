import { directionsThatMatter } from "./precedent-binding.ts";
import { blockRows, freeState, type IndexBlock } from "./precedent-index-blocks.ts";
import { levelMask } from "./precedent-index-rows.ts";
import {
  orderedDifferenceCount,
  type DirectionQuery,
  type ScanQuery,
} from "./precedent-scan-query.ts";

/** Which rows count: valid on a day, and of a group that may be seen. */
export type ScanFilter = {
  /** The day, in days since 1970-01-01, on which a precedent has to be in force. */
  day: number;
  /** 1 for each group that counts, by group number; absent: all groups. */
  groups?: Uint8Array;
};

/** What a scan asks of every row; `top` is the highest outcome level. */
export type RowQuestion = { query: ScanQuery; filter: ScanFilter; top: number };

/** The rows of one block that a scan found, and of each a number. */
export type Found = { rows: Int32Array; numbers: Int32Array; count: number };

export function newFound(): Found {
  return { rows: new Int32Array(blockRows), numbers: new Int32Array(blockRows), count: 0 };
}

export function levelAt(block: IndexBlock, row: number): number {
  return (block.state[row] ?? 0) & levelMask;
}

export const bindsAtLeast = 1;
export const bindsAtMost = 2;

/** Finds the rows in force that bind to anything; the numbers are the directions as bits. */
export function findBinding(block: IndexBlock, found: Found, question: RowQuestion): void {
  findByWords(block, found, question.query);
  keepInForce(block, found, question);
}

/** In pairs of words, both directions at once: half the branches, and this loop is most of a scan. */
function findByWords(block: IndexBlock, found: Found, query: ScanQuery): void {
  const { words, width, rows } = block;
  const { own: leastOwn, counter: leastCounter } = query.atLeast;
  const { own: mostOwn, counter: mostCounter } = query.atMost;
  const [neverLeast, neverMost] = [beyond(block, query.atLeast), beyond(block, query.atMost)];
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const start = row * width * 2;
    let [least, most] = [neverLeast, neverMost];
    for (let word = 0; word < width && (least === 0 || most === 0); word += 2) {
      const next = word + 1;
      const reason = words[start + word] ?? 0;
      const nextReason = words[start + next] ?? 0;
      const lacks = ~(words[start + width + word] ?? 0);
      const nextLacks = ~(words[start + width + next] ?? 0);
      least |=
        (reason & (leastOwn[word] ?? 0)) |
        (lacks & (leastCounter[word] ?? 0)) |
        (nextReason & (leastOwn[next] ?? 0)) |
        (nextLacks & (leastCounter[next] ?? 0));
      most |=
        (reason & (mostOwn[word] ?? 0)) |
        (lacks & (mostCounter[word] ?? 0)) |
        (nextReason & (mostOwn[next] ?? 0)) |
        (nextLacks & (mostCounter[next] ?? 0));
    }
    if (least !== 0 && most !== 0) continue;
    found.rows[count] = row;
    found.numbers[count] = (least === 0 ? bindsAtLeast : 0) | (most === 0 ? bindsAtMost : 0);
    count += 1;
  }
  found.count = count;
}

/** The facts against the outcome that the rows of a block cannot have, because they came later. */
function beyond({ width }: IndexBlock, { counter, elsewhere }: DirectionQuery): number {
  return counter.subarray(width).reduce((count, word) => count + bitCount(word, 0), elsewhere);
}

/** Keeps the rows that count, with the directions in which their level commits to anything. */
function keepInForce(block: IndexBlock, found: Found, question: RowQuestion): void {
  const { query, filter, top } = question;
  let kept = 0;
  for (let at = 0; at < found.count; at += 1) {
    const row = found.rows[at] ?? 0;
    if (!isInForce(block, row, filter)) continue;
    const level = levelAt(block, row);
    let directions = found.numbers[at] ?? 0;
    if (level === 0) directions &= bindsAtMost;
    if (level === top) directions &= bindsAtLeast;
    directions &= orderedDirections(block, row, query);
    if (directions === 0) continue;
    found.rows[kept] = row;
    found.numbers[kept] = directions;
    kept += 1;
  }
  found.count = kept;
}

function orderedDirections(block: IndexBlock, row: number, { atLeast, atMost }: ScanQuery): number {
  const least = orderedDifferenceCount(block, row, atLeast) === 0;
  const most = orderedDifferenceCount(block, row, atMost) === 0;
  return (least ? bindsAtLeast : 0) | (most ? bindsAtMost : 0);
}

function isInForce(block: IndexBlock, row: number, { day, groups }: ScanFilter): boolean {
  if (block.state[row] === freeState || (block.endDay[row] ?? 0) <= day) return false;
  return groups === undefined || groups[block.group[row] ?? 0] === 1;
}

/** Finds the rows in force with at most `most` differences; the numbers are those differences. */
export function findNear(
  block: IndexBlock,
  found: Found,
  question: RowQuestion & { most: number },
): void {
  const { atLeast, atMost } = question.query;
  const [fromLeast, fromMost] = [beyond(block, atLeast), beyond(block, atMost)];
  const { filter, top, most } = question;
  found.count = 0;
  for (let row = 0; row < block.rows; row += 1) {
    const level = levelAt(block, row);
    let differences = most + 1;
    if (level > 0) differences = fromLeast + wordDifferences(block, row, atLeast);
    if (level < top || level === 0) {
      const other = fromMost + wordDifferences(block, row, atMost);
      if (other < differences) differences = other;
    }
    if (differences > most || !isInForce(block, row, filter)) continue;
    found.rows[found.count] = row;
    found.numbers[found.count] = differences;
    found.count += 1;
  }
}

/** The number of differences between a row and a situation in one direction, ordered facts left out. */
function wordDifferences(block: IndexBlock, row: number, { own, counter }: DirectionQuery): number {
  const { words, width } = block;
  const reason = row * width * 2;
  const facts = reason + width;
  let count = 0;
  for (let word = 0; word < width; word += 2) {
    const next = word + 1;
    const one =
      ((words[reason + word] ?? 0) & (own[word] ?? 0)) |
      (~(words[facts + word] ?? 0) & (counter[word] ?? 0));
    const other =
      ((words[reason + next] ?? 0) & (own[next] ?? 0)) |
      (~(words[facts + next] ?? 0) & (counter[next] ?? 0));
    count += bitCount(one, other);
  }
  return count;
}

/** The bits set in two words together, counted in parallel. */
function bitCount(one: number, other: number): number {
  const a = one - ((one >>> 1) & 0x55555555);
  const b = other - ((other >>> 1) & 0x55555555);
  const fours =
    (a & 0x33333333) + ((a >>> 2) & 0x33333333) + (b & 0x33333333) + ((b >>> 2) & 0x33333333);
  const eights = (fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f);
  return Math.imul(eights, 0x01010101) >>> 24;
}

/** Adds the ordered facts to the differences of the rows found, and drops those that now have too many. */
export function addOrderedDifferences(
  block: IndexBlock,
  found: Found,
  question: RowQuestion & { most: number },
): void {
  const { query, top, most } = question;
  let kept = 0;
  for (let at = 0; at < found.count; at += 1) {
    const row = found.rows[at] ?? 0;
    const level = levelAt(block, row);
    const differences = directionsThatMatter(level, top + 1).map((direction) =>
      direction ? allDifferences(block, row, query[direction]) : Infinity,
    );
    const fewest = Math.min(...differences);
    if (fewest > most) continue;
    found.rows[kept] = row;
    found.numbers[kept] = fewest;
    kept += 1;
  }
  found.count = kept;
}

function allDifferences(block: IndexBlock, row: number, query: DirectionQuery): number {
  return (
    beyond(block, query) +
    wordDifferences(block, row, query) +
    orderedDifferenceCount(block, row, query)
  );
}
