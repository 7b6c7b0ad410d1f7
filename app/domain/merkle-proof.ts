import { equalBytes, type Sha256 } from "./bytes.ts";
import { DomainError, nullWhenBroken } from "./domain-error.ts";
import { checkCount } from "./merkle-subtrees.ts";
import { checkHash, emptyRoot, nodeHash } from "./merkle-tree.ts";

export type InclusionProof = {
  /** The hash of the leaf, and its place from 0. */
  leafHash: Uint8Array;
  index: number;
  /** How many leaves the tree has. */
  size: number;
  /** From the leaf up. */
  proof: readonly Uint8Array[];
};

export type ConsistencyProof = {
  oldSize: number;
  oldRoot: Uint8Array;
  newSize: number;
  newRoot: Uint8Array;
  proof: readonly Uint8Array[];
};

/**
 * The root a tree must have if this leaf is at this place (RFC 9162 section 2.1.3.2).
 * @throws DomainError `index`, `size`, `hash`, or `proof` when it has too few or too many hashes.
 */
export function rootFromInclusion(
  { leafHash, index, size, proof }: InclusionProof,
  sha256: Sha256,
): Uint8Array {
  checkCount(index, "index");
  checkCount(size, "size");
  if (index >= size) throw new DomainError("index", { index, size });
  [leafHash, ...proof].forEach(checkHash);
  let place = climbFrom(index, size - 1);
  let root = leafHash;
  for (const hash of proof) {
    if (place.last === 0) throw new DomainError("proof", { length: proof.length });
    const isRight = place.isRight;
    root = isRight ? nodeHash(hash, root, sha256) : nodeHash(root, hash, sha256);
    place = above(place);
  }
  if (place.last !== 0) throw new DomainError("proof", { length: proof.length });
  return root;
}

/** Whether the tree with this root has this leaf at this place. False also when the proof makes no sense. */
export function isIncluded(claim: InclusionProof & { root: Uint8Array }, sha256: Sha256): boolean {
  const root = nullWhenBroken(() => rootFromInclusion(claim, sha256));
  return root !== null && equalBytes(root, claim.root);
}

/**
 * Whether the new tree begins with the old one: nothing was changed or taken away since (RFC 9162 section 2.1.4.2).
 * Every tree begins with the empty one. False also when the proof makes no sense.
 */
export function isConsistent(claim: ConsistencyProof, sha256: Sha256): boolean {
  return nullWhenBroken(() => provesConsistency(claim, sha256)) ?? false;
}

function provesConsistency(claim: ConsistencyProof, sha256: Sha256): boolean {
  const { oldSize, oldRoot, newSize, newRoot, proof } = claim;
  checkCount(oldSize, "oldSize");
  checkCount(newSize, "size");
  [oldRoot, newRoot, ...proof].forEach(checkHash);
  if (oldSize > newSize) return false;
  if (oldSize === newSize) return proof.length === 0 && equalBytes(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0 && equalBytes(oldRoot, emptyRoot(sha256));

  let place = climbFrom(oldSize - 1, newSize - 1);
  while (place.index % 2 === 1) place = halved(place);
  // A full old tree is itself a subtree of the new one: its root is the first hash.
  const path = place.index === 0 ? [oldRoot, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let [old, root] = [first, first];
  for (const hash of rest) {
    if (place.last === 0) return false;
    if (place.isRight) old = nodeHash(hash, old, sha256);
    root = place.isRight ? nodeHash(hash, root, sha256) : nodeHash(root, hash, sha256);
    place = above(place);
  }
  return place.last === 0 && equalBytes(old, oldRoot) && equalBytes(root, newRoot);
}

/** A place in a row of the tree, and the last place of that row. */
type Place = { index: number; last: number; isRight: boolean };

function climbFrom(index: number, last: number): Place {
  return { index, last, isRight: index % 2 === 1 || index === last };
}

// Divided, not shifted: shifting works on 32 bits only.
function halved({ index, last }: Place): Place {
  return climbFrom(Math.floor(index / 2), Math.floor(last / 2));
}

/** The place above, past the rows where the subtree has no neighbour. */
function above(place: Place): Place {
  let now = place;
  while (now.isRight && now.index % 2 === 0 && now.index > 0) now = halved(now);
  return halved(now);
}
