import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concatBytes, fromHex, toHex, utf8 } from "../../app/domain/bytes.ts";
import { tilesOf, tilesWith, subtreesInTiles } from "../../app/domain/log-tiles.ts";
import type { TileAddress } from "../../app/domain/log-tiles.ts";
import { isConsistent, isIncluded, rootFromInclusion } from "../../app/domain/merkle-proof.ts";
import {
  append,
  consistencyProof,
  consistencySubtrees,
  edgeOf,
  edgeSubtrees,
  emptyEdge,
  inclusionProof,
  inclusionSubtrees,
  leafHash,
  nodeHash,
  proveConsistency,
  proveInclusion,
  rootOf,
  rootOfEdge,
  subtreesAbove,
} from "../../app/domain/merkle-tree.ts";
import { sha256 } from "./sha256.ts";
import vectors from "./vectors/rfc6962.json" with { type: "json" };

const published = vectors.leafInputsHex.map((leaf) => leafHash(fromHex(leaf), sha256));
const publishedRoots = vectors.rootsHexBySize.map(fromHex);

/** A tree whose leaves are the numbers from 0, with all its tiles. */
function treeOf(size: number) {
  const leaves = Array.from({ length: size }, (_, index) => leafHash(utf8(String(index)), sha256));
  return { leaves, root: rootOf(leaves, sha256) };
}

const sizes = fc.integer({ min: 1, max: 600 });
const trees = sizes.chain((size) =>
  fc.record({ size: fc.constant(size), index: fc.nat({ max: size - 1 }) }),
);
const growths = sizes.chain((size) =>
  fc.record({ size: fc.constant(size), oldSize: fc.nat({ max: size }) }),
);

function changed(hash: Uint8Array): Uint8Array {
  return Uint8Array.from(hash, (byte, index) => (index === 7 ? byte ^ 1 : byte));
}

describe("the tree of the log", () => {
  it("has the published roots of RFC 6962", () => {
    const roots = publishedRoots.map((_, size) => rootOf(published.slice(0, size), sha256));
    expect(roots.map(toHex)).toEqual(vectors.rootsHexBySize);
  });

  it("proves its leaves as RFC 6962 does", () => {
    for (const { leafIndex: index, treeSize: size, proof } of vectors.inclusionProofs) {
      expect(inclusionProof(index, published.slice(0, size), sha256).map(toHex)).toEqual(proof);
      const claim = { leafHash: at(published, index), index, size, proof: proof.map(fromHex) };
      expect(rootFromInclusion(claim, sha256)).toEqual(publishedRoots[size]);
    }
  });

  it("proves its growth as RFC 6962 does", () => {
    for (const { oldSize, newSize, proof } of vectors.consistencyProofs) {
      const made = consistencyProof(oldSize, published.slice(0, newSize), sha256);
      expect(made.map(toHex)).toEqual(proof);
      const [oldRoot, newRoot] = [at(publishedRoots, oldSize), at(publishedRoots, newSize)];
      const claim = { oldSize, oldRoot, newSize, newRoot, proof: proof.map(fromHex) };
      expect(isConsistent(claim, sha256)).toBe(true);
    }
  });

  it("gives one root, whether leaf by leaf or all at once", () => {
    const { leaves } = treeOf(600);
    let edge = emptyEdge;
    for (const [index, leaf] of leaves.entries()) {
      edge = append(edge, leaf, sha256);
      if (index % 37 !== 0) continue;
      const begun = leaves.slice(0, index + 1);
      expect(edge).toEqual(edgeOf(begun.length, subtreesAbove(begun, sha256)));
      expect(rootOfEdge(edge, sha256)).toEqual(rootOf(begun, sha256));
    }
  });

  it("holds every leaf of any tree, and no other", () => {
    fc.assert(
      fc.property(trees, ({ size, index }) => {
        const { leaves, root } = treeOf(size);
        const proof = inclusionProof(index, leaves, sha256);
        const claim = { leafHash: at(leaves, index), index, size, proof, root };
        expect(isIncluded(claim, sha256)).toBe(true);
        const refused = [
          { ...claim, leafHash: changed(claim.leafHash) },
          { ...claim, root: changed(root) },
          { ...claim, index: index + 1 },
          { ...claim, index: index - 1 },
          { ...claim, index: size },
          { ...claim, size: size * 2 + 1 },
          { ...claim, proof: [...proof, root] },
          { ...claim, proof: [new Uint8Array(31), ...proof.slice(1)] },
          ...(proof.length === 0 ? [] : [{ ...claim, proof: proof.slice(0, -1) }]),
          ...proof.map((_, place) => ({ ...claim, proof: proof.with(place, changed(root)) })),
        ];
        for (const wrong of refused) expect(isIncluded(wrong, sha256)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it("shows any growth as growth, and nothing else", () => {
    fc.assert(
      fc.property(growths, ({ size, oldSize }) => {
        const { leaves, root: newRoot } = treeOf(size);
        const oldRoot = rootOf(leaves.slice(0, oldSize), sha256);
        const proof = consistencyProof(oldSize, leaves, sha256);
        const claim = { oldSize, oldRoot, newSize: size, newRoot, proof };
        expect(isConsistent(claim, sha256)).toBe(true);
        const refused = [
          { ...claim, oldRoot: changed(oldRoot) },
          { ...claim, oldSize: oldSize + 1 },
          { ...claim, oldSize: size + 1 },
          { ...claim, proof: [...proof, newRoot] },
          // Every tree begins with the empty one.
          ...(oldSize === 0 ? [] : [{ ...claim, newRoot: changed(newRoot) }]),
          ...(oldSize === 0 ? [] : [{ ...claim, newSize: size * 2 + 1 }]),
          ...(proof.length === 0 ? [] : [{ ...claim, proof: proof.slice(0, -1) }]),
        ];
        for (const wrong of refused) expect(isConsistent(wrong, sha256)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it("is not consistent with a tree in which leaves were swapped or taken away", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.nat(), (size, pick) => {
        const { leaves } = treeOf(size);
        const place = pick % (size - 1);
        const [left, right] = [at(leaves, place), at(leaves, place + 1)];
        const swapped = leaves.with(place, right).with(place + 1, left);
        const cut = leaves.toSpliced(place, 1);
        for (const other of [swapped, cut]) {
          const grown = [...other, leafHash(utf8("new"), sha256), leafHash(utf8("er"), sha256)];
          const claim = {
            oldSize: size,
            oldRoot: rootOf(leaves, sha256),
            newSize: grown.length,
            newRoot: rootOf(grown, sha256),
            proof: consistencyProof(size, grown, sha256),
          };
          expect(isConsistent(claim, sha256)).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("refuses what is no place in a tree", () => {
    const { leaves } = treeOf(3);
    for (const index of [-1, 3, 0.5, Number.NaN]) {
      expect(() => inclusionProof(index, leaves, sha256)).toThrow("index");
    }
    for (const size of [-1, 4, 0.5]) {
      expect(() => consistencyProof(size, leaves, sha256)).toThrow("oldSize");
    }
    expect(() => append(emptyEdge, new Uint8Array(31), sha256)).toThrow("hash");
  });
});

describe("a tree in tiles", () => {
  const full = treeOf(66_000);
  const tiles = new Map<string, Uint8Array>();

  /** The bytes of a tile of the tree of 66,000 leaves, as a storage would have it. */
  function read({ level, place }: TileAddress): Uint8Array {
    const key = `${level}/${place}`;
    const kept = tiles.get(key);
    if (kept !== undefined) return kept;
    const span = 256 ** level;
    const first = place * 256;
    const count = Math.min(Math.floor(full.leaves.length / span) - first, 256);
    const hashOf = subtreesAbove(full.leaves, sha256);
    const places = Array.from({ length: count }, (_, n) => first + n);
    const bytes = concatBytes(...places.map((index) => hashOf({ level: level * 8, index })));
    tiles.set(key, bytes);
    return bytes;
  }

  const hashOf = subtreesInTiles(read, sha256);

  it("gives the same proofs and roots as the leaves themselves", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1500 }), fc.nat(), (size, pick) => {
        const index = pick % size;
        const leaves = full.leaves.slice(0, size);
        expect(rootOfEdge(edgeOf(size, hashOf), sha256)).toEqual(rootOf(leaves, sha256));
        expect(proveInclusion({ index, size, hashOf }, sha256)).toEqual(
          inclusionProof(index, leaves, sha256),
        );
        expect(proveConsistency({ oldSize: index, size, hashOf }, sha256)).toEqual(
          consistencyProof(index, leaves, sha256),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("proves over three levels of tiles", () => {
    const size = full.leaves.length;
    expect(rootOfEdge(edgeOf(size, hashOf), sha256)).toEqual(full.root);
    for (const index of [0, 255, 256, 40_000, 65_535, 65_536, size - 1]) {
      const proof = proveInclusion({ index, size, hashOf }, sha256);
      const claim = { leafHash: at(full.leaves, index), index, size, proof, root: full.root };
      expect(isIncluded(claim, sha256)).toBe(true);
      const grown = {
        oldSize: index,
        oldRoot: rootOfEdge(edgeOf(index, hashOf), sha256),
        newSize: size,
        newRoot: full.root,
        proof: proveConsistency({ oldSize: index, size, hashOf }, sha256),
      };
      expect(isConsistent(grown, sha256)).toBe(true);
    }
  });

  it("needs three tiles, and those of the right edge, to prove one leaf in a million", () => {
    const size = 1_000_000;
    const needed = tilesWith(inclusionSubtrees(345_678, size));
    const edge = tilesWith(edgeSubtrees(size));
    const names = ({ level, place }: TileAddress) => `${level}/${place}`;
    const own = needed.map(names).filter((name) => !edge.map(names).includes(name));
    expect(own).toEqual(["0/1350", "1/5"]);
    expect(needed.length).toBeLessThanOrEqual(5);
    expect(tilesWith(consistencySubtrees(345_678, size)).length).toBeLessThanOrEqual(5);
    const inTree = new Set(tilesOf(size).map(names));
    expect(needed.map(names).filter((name) => !inTree.has(name))).toEqual([]);
  });

  it("counts on beyond 32 bits", () => {
    const size = 2 ** 40 + 3;
    const sameEverywhere = new Map<number, Uint8Array>([[0, leafHash(utf8("leaf"), sha256)]]);
    for (let level = 1; level <= 40; level += 1) {
      const below = sameEverywhere.get(level - 1) ?? new Uint8Array();
      sameEverywhere.set(level, nodeHash(below, below, sha256));
    }
    const alike = ({ level }: { level: number }) => sameEverywhere.get(level) ?? new Uint8Array();
    const root = rootOfEdge(edgeOf(size, alike), sha256);
    for (const index of [0, 2 ** 33 + 5, 2 ** 40, size - 1]) {
      const proof = proveInclusion({ index, size, hashOf: alike }, sha256);
      const claim = { leafHash: alike({ level: 0 }), index, size, proof, root };
      expect(isIncluded(claim, sha256)).toBe(true);
    }
    const oldSize = 2 ** 35 + 1;
    const claim = {
      oldSize,
      oldRoot: rootOfEdge(edgeOf(oldSize, alike), sha256),
      newSize: size,
      newRoot: root,
      proof: proveConsistency({ oldSize, size, hashOf: alike }, sha256),
    };
    expect(isConsistent(claim, sha256)).toBe(true);
  });
});

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`Nothing at ${index}`);
  return found;
}
