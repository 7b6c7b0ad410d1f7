import { DomainError } from "./domain-error.ts";

/** Leaves from `start` up to, not including, `end`. */
export type LeafRange = { start: number; end: number };

/**
 * A full subtree: the leaves from `index` × 2^level up to (`index` + 1) × 2^level. Level 0 is one leaf. Once all its
 * leaves are there its hash never changes, however large the tree becomes.
 */
export type Subtree = { level: number; index: number };

/** @throws DomainError `code` when not a whole number from 0. */
export function checkCount(value: number, code: string): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new DomainError(code, { value });
}

/** The largest power of two that is smaller than `size` (2 or more). RFC 6962 section 2.1. */
export function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/**
 * The full subtrees that together make up a range of leaves, widest first. Their hashes, taken together from the right,
 * are the hash of the range. The range starts where a subtree of its width starts, as all ranges in proofs do.
 * @throws DomainError `range` when it is empty or starts elsewhere.
 */
export function subtreesOf({ start, end }: LeafRange): Subtree[] {
  checkCount(start, "range");
  checkCount(end, "range");
  if (start >= end) throw new DomainError("range", { start, end });
  const found: Subtree[] = [];
  for (let from = start; from < end;) {
    let [level, width] = [0, 1];
    while (width * 2 <= end - from) [level, width] = [level + 1, width * 2];
    if (from % width !== 0) throw new DomainError("range", { start, end });
    found.push({ level, index: from / width });
    from += width;
  }
  return found;
}

/**
 * The ranges whose hashes prove that a leaf is in a tree, from the leaf up (RFC 6962 section 2.1.1).
 * @throws DomainError `size` or `index` when not a whole number, or the tree has no such leaf.
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  checkCount(size, "size");
  checkCount(index, "index");
  if (index >= size) throw new DomainError("index", { index, size });
  const ranges: LeafRange[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/**
 * The ranges whose hashes prove that a tree of `size` begins with the tree of `oldSize` (RFC 6962 section 2.1.2). None
 * when the old tree is empty or as large: there is nothing to prove.
 * @throws DomainError `size` or `oldSize` when not a whole number, or the old tree is the larger one.
 */
export function consistencyRanges(oldSize: number, size: number): LeafRange[] {
  checkCount(size, "size");
  checkCount(oldSize, "oldSize");
  if (oldSize > size) throw new DomainError("oldSize", { oldSize, size });
  if (oldSize === 0) return [];
  const ranges: LeafRange[] = [];
  let [start, end] = [0, size];
  while (end !== oldSize) {
    const middle = start + splitOf(end - start);
    if (oldSize <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  // From the first leaf on it is the old root, which the verifier has.
  if (start > 0) ranges.push({ start, end });
  return ranges.reverse();
}
