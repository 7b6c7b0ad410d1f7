import { concatBytes, type Sha256 } from "./bytes.ts";
import { DomainError } from "./domain-error.ts";
import { checkCount, type Subtree } from "./merkle-subtrees.ts";
import { fullRoot, hashBytes, type SubtreeHash } from "./merkle-tree.ts";

/** A tile of a log (C2SP tlog-tiles): level `level`, the `place`th from the left, from 0. */
export type TileAddress = { level: number; place: number };

/** A tile with how many hashes it has: 1 up to 256. */
export type Tile = TileAddress & { width: number };

/** What stands at a path of a log: a tile of hashes, or the leaves themselves. */
export type TileResource =
  ({ kind: "hashes" } & Tile) | ({ kind: "entries" } & Omit<Tile, "level">);

export const tileWidth = 256;
/** A tile spans this many levels of the tree. */
const tileHeight = 8;
const highestLevel = 63;

/**
 * How many hashes the tile has in a tree of `size`: 0 up to 256. A part of a tile is never counted in the level above.
 * @throws DomainError `size`, `level` or `place` when not a whole number from 0.
 */
export function widthInTree({ level, place }: TileAddress, size: number): number {
  checkCount(size, "size");
  checkCount(level, "level");
  checkCount(place, "place");
  const hashes = Math.floor(size / tileWidth ** level);
  return Math.min(Math.max(hashes - place * tileWidth, 0), tileWidth);
}

/** All tiles of a tree of `size`, level by level from the leaves, each from the left. @throws DomainError `size`. */
export function tilesOf(size: number): Tile[] {
  checkCount(size, "size");
  const tiles: Tile[] = [];
  for (let [level, hashes] = [0, size]; hashes > 0; level += 1) {
    for (let place = 0; place * tileWidth < hashes; place += 1) {
      tiles.push({ level, place, width: Math.min(hashes - place * tileWidth, tileWidth) });
    }
    hashes = Math.floor(hashes / tileWidth);
  }
  return tiles;
}

/** The tile from which the hash of a subtree can be made. */
export function tileWith({ level, index }: Subtree): TileAddress {
  const inTile = tileWidth / 2 ** (level % tileHeight);
  return { level: Math.floor(level / tileHeight), place: Math.floor(index / inTile) };
}

/** The tiles from which the hashes of these subtrees can be made, each once. */
export function tilesWith(subtrees: readonly Subtree[]): TileAddress[] {
  const found = new Map<string, TileAddress>();
  for (const tile of subtrees.map(tileWith)) found.set(`${tile.level}/${tile.place}`, tile);
  return [...found.values()];
}

/**
 * The hashes of subtrees, made from tiles. `read` gives the bytes of a tile, 32 for each hash; of a tile that is not
 * full what is there.
 */
export function subtreesInTiles(
  read: (tile: TileAddress) => Uint8Array,
  sha256: Sha256,
): SubtreeHash {
  return (subtree) => subtreeInTile(subtree, read(tileWith(subtree)), sha256);
}

/**
 * The hash of a subtree from the bytes of `tileWith(subtree)`.
 * @throws DomainError `tile` when the tile does not reach that far.
 */
export function subtreeInTile(subtree: Subtree, tile: Uint8Array, sha256: Sha256): Uint8Array {
  const width = 2 ** (subtree.level % tileHeight);
  const first = (subtree.index % (tileWidth / width)) * width;
  const part = tile.subarray(first * hashBytes, (first + width) * hashBytes);
  if (part.length !== width * hashBytes) {
    throw new DomainError("tile", { ...subtree, bytes: tile.length });
  }
  return fullRoot(hashesInTile(part), sha256);
}

/** The hashes of a tile. @throws DomainError `tile` when it is no whole number of hashes, or more than 256. */
export function hashesInTile(tile: Uint8Array): Uint8Array[] {
  const count = tile.length / hashBytes;
  if (!Number.isInteger(count) || count > tileWidth) {
    throw new DomainError("tile", { bytes: tile.length });
  }
  return Array.from({ length: count }, (_, index) =>
    tile.subarray(index * hashBytes, (index + 1) * hashBytes),
  );
}

/** The path of a tile or of the leaves under it, without a slash in front, such as `tile/0/x001/067.p/8`. */
export function tilePath(resource: TileResource): string {
  const digits = String(resource.place);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  const place = padded.replaceAll(/\d{3}(?=\d)/g, "x$&/");
  const part = resource.width < tileWidth ? `.p/${resource.width}` : "";
  return `tile/${resource.kind === "entries" ? "entries" : resource.level}/${place}${part}`;
}

/** What stands at a path, or null when it is not the one way of writing the path of a tile. */
export function parseTilePath(path: string): TileResource | null {
  const [, kind = "", groups = "", part] =
    /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path) ?? [];
  const place = Number(groups.replaceAll(/\D/g, ""));
  const width = part === undefined ? tileWidth : Number(part);
  if (groups === "" || !Number.isSafeInteger(place) || width === 0) return null;
  const resource: TileResource =
    kind === "entries"
      ? { kind: "entries", place, width }
      : { kind: "hashes", level: Number(kind), place, width };
  if (resource.kind === "hashes" && resource.level > highestLevel) return null;
  return tilePath(resource) === path ? resource : null;
}

/**
 * Leaves in a row, each after its length in two bytes, the high one first.
 * @throws DomainError `leaf_too_long` for a leaf of more than 65,535 bytes.
 */
export function entryBundle(leaves: readonly Uint8Array[]): Uint8Array {
  const parts = leaves.flatMap((leaf) => {
    if (leaf.length > 0xffff) throw new DomainError("leaf_too_long", { bytes: leaf.length });
    return [Uint8Array.of(leaf.length >> 8, leaf.length & 0xff), leaf];
  });
  return concatBytes(...parts);
}

/** The leaves of a bundle. @throws DomainError `entry_bundle` when it is cut off. */
export function leavesInBundle(bundle: Uint8Array): Uint8Array[] {
  const leaves: Uint8Array[] = [];
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  let offset = 0;
  while (offset < bundle.length) {
    const start = offset + 2;
    const end = start <= bundle.length ? start + view.getUint16(offset) : Infinity;
    if (end > bundle.length) throw new DomainError("entry_bundle", { bytes: bundle.length });
    leaves.push(bundle.subarray(start, end));
    offset = end;
  }
  return leaves;
}
