import { concatBytes, hashOfText, type Sha256 } from "./bytes.ts";
import { DomainError } from "./domain-error.ts";
import { checkCount, consistencyRanges, inclusionRanges } from "./merkle-subtrees.ts";
import { subtreesOf, type LeafRange, type Subtree } from "./merkle-subtrees.ts";

/** Gives the hash of a full subtree, from wherever it is kept. */
export type SubtreeHash = (subtree: Subtree) => Uint8Array;

/** The full subtrees along the right edge of a tree, widest first: all that is needed to append and for the root. */
export type TreeEdge = { size: number; hashes: readonly Uint8Array[] };

export const emptyEdge: TreeEdge = { size: 0, hashes: [] };

export const hashBytes = 32;
const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** The hash of a leaf: SHA-256 of 0x00 and its bytes (RFC 6962 section 2.1). */
export function leafHash(bytes: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(concatBytes(leafPrefix, bytes));
}

/** The hash of a leaf whose bytes are the UTF-8 of a text. */
export function leafHashOfText(text: string, sha256: Sha256): Uint8Array {
  return hashOfText(leafPrefix, text, sha256);
}

/** The hash of two neighbours: SHA-256 of 0x01 and their hashes. */
export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(concatBytes(nodePrefix, left, right));
}

/** The root of a tree without leaves: SHA-256 of nothing. */
export function emptyRoot(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array());
}

/**
 * The edge after one more leaf. The given edge stays as it was.
 * @throws DomainError `hash` when the hash is not 32 bytes.
 */
export function append(edge: TreeEdge, leaf: Uint8Array, sha256: Sha256): TreeEdge {
  checkHash(leaf);
  const hashes = [...edge.hashes];
  let right = leaf;
  for (let rest = edge.size; rest % 2 === 1; rest = (rest - 1) / 2) {
    right = nodeHash(hashes.pop() ?? right, right, sha256);
  }
  return { size: edge.size + 1, hashes: [...hashes, right] };
}

/** The root of the tree with this right edge. */
export function rootOfEdge(edge: TreeEdge, sha256: Sha256): Uint8Array {
  return edge.hashes.length === 0 ? emptyRoot(sha256) : joined(edge.hashes, sha256);
}

/** The subtrees of which the edge of a tree of `size` consists, widest first. */
export function edgeSubtrees(size: number): Subtree[] {
  checkCount(size, "size");
  return size === 0 ? [] : subtreesOf({ start: 0, end: size });
}

/** The edge of a tree of `size`, from its subtrees. @throws DomainError `size`. */
export function edgeOf(size: number, hashOf: SubtreeHash): TreeEdge {
  return { size, hashes: edgeSubtrees(size).map(hashOf) };
}

/** The root of a tree with these hashes of leaves. @throws DomainError `hash` when one is not 32 bytes. */
export function rootOf(leafHashes: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  return rootOfEdge(edgeOf(leafHashes.length, subtreesAbove(leafHashes, sha256)), sha256);
}

/** The hashes of subtrees of a tree whose hashes of leaves are all at hand. */
export function subtreesAbove(leafHashes: readonly Uint8Array[], sha256: Sha256): SubtreeHash {
  return ({ level, index }) => {
    const width = 2 ** level;
    const leaves = leafHashes.slice(index * width, (index + 1) * width);
    if (leaves.length !== width) throw new DomainError("index", { level, index });
    return fullRoot(leaves, sha256);
  };
}

/**
 * The root of a full subtree from the hashes below it.
 * @throws DomainError `size` when their number is no power of two, `hash` when one is not 32 bytes.
 */
export function fullRoot(hashes: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  let row = hashes;
  row.forEach(checkHash);
  while (row.length > 1) {
    if (row.length % 2 === 1) throw new DomainError("size", { size: hashes.length });
    const below = row;
    row = Array.from({ length: below.length / 2 }, (_, index) =>
      nodeHash(at(below, index * 2), at(below, index * 2 + 1), sha256),
    );
  }
  return at(row, 0);
}

/** The subtrees that a proof of inclusion needs. @throws DomainError `index` or `size`. */
export function inclusionSubtrees(index: number, size: number): Subtree[] {
  return inclusionRanges(index, size).flatMap(subtreesOf);
}

/** The subtrees that a proof of consistency needs. @throws DomainError `oldSize` or `size`. */
export function consistencySubtrees(oldSize: number, size: number): Subtree[] {
  return consistencyRanges(oldSize, size).flatMap(subtreesOf);
}

export type InclusionQuestion = { index: number; size: number; hashOf: SubtreeHash };

/**
 * The hashes that prove a leaf in a tree of `size`, from the leaf up. `hashOf` is asked for `inclusionSubtrees` only.
 * @throws DomainError `index` or `size`.
 */
export function proveInclusion(
  { index, size, hashOf }: InclusionQuestion,
  sha256: Sha256,
): Uint8Array[] {
  return inclusionRanges(index, size).map((range) => rangeHash(range, hashOf, sha256));
}

export type ConsistencyQuestion = { oldSize: number; size: number; hashOf: SubtreeHash };

/**
 * The hashes that prove that a tree of `size` begins with the tree of `oldSize`. `hashOf` is asked for
 * `consistencySubtrees` only.
 * @throws DomainError `oldSize` or `size`.
 */
export function proveConsistency(
  { oldSize, size, hashOf }: ConsistencyQuestion,
  sha256: Sha256,
): Uint8Array[] {
  return consistencyRanges(oldSize, size).map((range) => rangeHash(range, hashOf, sha256));
}

/** `proveInclusion` in a tree whose hashes of leaves are all at hand. */
export function inclusionProof(
  index: number,
  leafHashes: readonly Uint8Array[],
  sha256: Sha256,
): Uint8Array[] {
  const hashOf = subtreesAbove(leafHashes, sha256);
  return proveInclusion({ index, size: leafHashes.length, hashOf }, sha256);
}

/** `proveConsistency` in a tree whose hashes of leaves are all at hand. */
export function consistencyProof(
  oldSize: number,
  leafHashes: readonly Uint8Array[],
  sha256: Sha256,
): Uint8Array[] {
  const hashOf = subtreesAbove(leafHashes, sha256);
  return proveConsistency({ oldSize, size: leafHashes.length, hashOf }, sha256);
}

function rangeHash(range: LeafRange, hashOf: SubtreeHash, sha256: Sha256): Uint8Array {
  return joined(subtreesOf(range).map(hashOf), sha256);
}

/** The hash of neighbouring subtrees of falling width: taken together from the right. */
function joined(hashes: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  hashes.forEach(checkHash);
  return hashes.reduceRight((right, left) => nodeHash(left, right, sha256));
}

/** @throws DomainError `hash` when it is not 32 bytes. */
export function checkHash(hash: Uint8Array): void {
  if (hash.length !== hashBytes) throw new DomainError("hash", { length: hash.length });
}

function at(hashes: readonly Uint8Array[], index: number): Uint8Array {
  const hash = hashes[index];
  if (hash === undefined) throw new DomainError("size", { size: hashes.length });
  return hash;
}
