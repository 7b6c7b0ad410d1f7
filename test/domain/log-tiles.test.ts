import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  entryBundle,
  leavesInBundle,
  parseTilePath,
  tilePath,
  tilesOf,
  widthInTree,
} from "../../app/domain/log-tiles.ts";

const place = fc.oneof(fc.nat({ max: 5000 }), fc.maxSafeNat());
const width = fc.integer({ min: 1, max: 256 });

describe("the tiles of a log", () => {
  it("stand at the paths of C2SP tlog-tiles", () => {
    expect(tilePath({ kind: "hashes", level: 1, place: 1_234_067, width: 256 })).toBe(
      "tile/1/x001/x234/067",
    );
    expect(tilePath({ kind: "hashes", level: 0, place: 0, width: 1 })).toBe("tile/0/000.p/1");
    expect(tilePath({ kind: "entries", place: 1_000, width: 255 })).toBe(
      "tile/entries/x001/000.p/255",
    );
  });

  it("can be found back from their path", () => {
    const resource = fc.oneof(
      fc.record({ kind: fc.constant("entries" as const), place, width }),
      fc.record({ kind: fc.constant("hashes" as const), level: fc.nat({ max: 63 }), place, width }),
    );
    fc.assert(
      fc.property(resource, (given) => {
        expect(parseTilePath(tilePath(given))).toEqual(given);
      }),
    );
  });

  it.each([
    "tile/0/0",
    "tile/00/000",
    "tile/64/000",
    "tile/0/x000/001",
    "tile/0/001/002",
    "tile/0/x001",
    "tile/0/000.p/0",
    "tile/0/000.p/256",
    "tile/0/000.p/08",
    "tile/0/000/",
    "/tile/0/000",
    "tile/data/000",
    "tile/0/x999/x999/x999/x999/x999/999",
  ])("do not stand at %s", (path) => {
    expect(parseTilePath(path)).toBeNull();
  });

  it("are those of the example in C2SP tlog-tiles for a tree of 70,000", () => {
    const tiles = tilesOf(70_000);
    expect(tiles.filter(({ level, width }) => level === 0 && width === 256)).toHaveLength(273);
    expect(tiles.slice(273)).toEqual([
      { level: 0, place: 273, width: 112 },
      { level: 1, place: 0, width: 256 },
      { level: 1, place: 1, width: 17 },
      { level: 2, place: 0, width: 1 },
    ]);
    expect(tilesOf(256)).toEqual([
      { level: 0, place: 0, width: 256 },
      { level: 1, place: 0, width: 1 },
    ]);
    expect(tilesOf(0)).toEqual([]);
  });

  it("are as wide as the tree reaches", () => {
    fc.assert(
      fc.property(fc.nat({ max: 200_000 }), (size) => {
        for (const tile of tilesOf(size)) expect(widthInTree(tile, size)).toBe(tile.width);
        expect(widthInTree({ level: 0, place: Math.ceil(size / 256) }, size)).toBe(0);
      }),
      { numRuns: 20 },
    );
  });
});

describe("a bundle of leaves", () => {
  it("gives back the leaves it was made of", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 700 })), (leaves) => {
        expect(leavesInBundle(entryBundle(leaves))).toEqual(leaves);
      }),
    );
    const long = new Uint8Array(65_535).fill(7);
    expect(leavesInBundle(entryBundle([long, long]))).toEqual([long, long]);
  });

  it("holds no leaf whose length does not fit in two bytes", () => {
    expect(() => entryBundle([new Uint8Array(65_536)])).toThrow("leaf_too_long");
  });

  it("is refused when it was cut off", () => {
    const bundle = entryBundle([Uint8Array.of(1, 2, 3), Uint8Array.of(4)]);
    for (const length of [1, 2, 4, 6, 7]) {
      expect(() => leavesInBundle(bundle.subarray(0, length))).toThrow("entry_bundle");
    }
    expect(leavesInBundle(bundle.subarray(0, 5))).toEqual([Uint8Array.of(1, 2, 3)]);
  });
});
