/** Hashes of the tree over the audit log, read from its tiles. */
import { and, eq, max, sql } from "drizzle-orm";
import { auditEvents, db, hashesOfTile, logTiles, sha256, tileWidth } from "#db";
import { tilesWith, tileWith, type TileAddress } from "#app/domain/log-tiles.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import type { Subtree } from "#app/domain/merkle-subtrees.ts";
import {
  consistencySubtrees,
  edgeOf,
  edgeSubtrees,
  hashBytes,
  inclusionSubtrees,
  nodeHash,
  proveConsistency,
  proveInclusion,
  rootOfEdge,
  type SubtreeHash,
} from "#app/domain/merkle-tree.ts";

/** The hashes of a tile and those of the rows above it, up to its top; each row as one piece. */
type Rows = Buffer[];

const tileRows = 8;
const mostKept = 512;
/** Per open database: what is read of a tile never changes, it only gets longer. */
const kept = new WeakMap<object, Map<string, Rows>>();

/** How many events the log has. */
export async function logSize(): Promise<number> {
  const [row] = await db.read.select({ size: max(auditEvents.sequence) }).from(auditEvents);
  return row?.size ?? 0;
}

/**
 * The root over the first `size` events, as they stand in the database now.
 * @throws DomainError `log_gap` when events are missing.
 */
export async function rootAt(size: number): Promise<Uint8Array> {
  const hashOf = await hashesFor(edgeSubtrees(size), readRows);
  return rootOfEdge(edgeOf(size, hashOf), sha256);
}

/** The hashes that prove that an event is in the log of `size` events, from the leaf up. */
export async function proofOf(sequence: number, size: number): Promise<Uint8Array[]> {
  const index = sequence - 1;
  const hashOf = await hashesFor(inclusionSubtrees(index, size), keptRows);
  return proveInclusion({ index, size, hashOf }, sha256);
}

/** The hashes that prove that the log of `size` events begins with that of `oldSize`. */
export async function consistencyOf(oldSize: number, size: number): Promise<Uint8Array[]> {
  const hashOf = await hashesFor(consistencySubtrees(oldSize, size), keptRows);
  return proveConsistency({ oldSize, size, hashOf }, sha256);
}

/** The first `width` hashes of a tile, as one piece; null when there are not so many. */
export async function tileBytes(tile: TileAddress, width: number): Promise<Buffer | null> {
  const bytes = width === tileWidth ? await storedTile(tile) : await partOf(tile);
  return bytes && bytes.length >= width * hashBytes ? bytes.subarray(0, width * hashBytes) : null;
}

type Read = (tile: TileAddress, width: number) => Promise<Rows>;

async function hashesFor(subtrees: Subtree[], read: Read): Promise<SubtreeHash> {
  const found = new Map<string, Rows>();
  for (const tile of tilesWith(subtrees)) {
    const needed = subtrees.filter((subtree) => nameOf(tileWith(subtree)) === nameOf(tile));
    found.set(nameOf(tile), await read(tile, Math.max(...needed.map(widthNeeded))));
  }
  return (subtree) => {
    const row = found.get(nameOf(tileWith(subtree)))?.[subtree.level % tileRows];
    const place = subtree.index % inRow(subtree);
    const hash = row?.subarray(place * hashBytes, (place + 1) * hashBytes);
    if (hash?.length !== hashBytes) throw new DomainError("log_gap", tileWith(subtree));
    return hash;
  };
}

function nameOf({ level, place }: TileAddress): string {
  return `${level}/${place}`;
}

/** How many subtrees of this level there are in a tile. */
function inRow({ level }: Subtree): number {
  return tileWidth / 2 ** (level % tileRows);
}

/** How many hashes of its tile there must be to know this subtree. */
function widthNeeded(subtree: Subtree): number {
  return ((subtree.index % inRow(subtree)) + 1) * 2 ** (subtree.level % tileRows);
}

async function readRows(tile: TileAddress): Promise<Rows> {
  return rowsAbove((await storedTile(tile)) ?? (await partOf(tile)));
}

async function keptRows(tile: TileAddress, width: number): Promise<Rows> {
  const tiles = kept.get(db.read) ?? new Map<string, Rows>();
  kept.set(db.read, tiles);
  const known = tiles.get(nameOf(tile));
  if (known?.[0] && known[0].length >= width * hashBytes) return known;
  const rows = await readRows(tile);
  tiles.delete(nameOf(tile));
  const [oldest] = tiles.size >= mostKept ? tiles.keys() : [];
  if (oldest !== undefined) tiles.delete(oldest);
  tiles.set(nameOf(tile), rows);
  return rows;
}

const readTile = db.hot<{ level: number; place: number }>()((read) =>
  read
    .select({ hashes: logTiles.hashes })
    .from(logTiles)
    .where(
      and(
        eq(logTiles.level, sql.placeholder("level")),
        eq(logTiles.place, sql.placeholder("place")),
      ),
    ),
);

async function storedTile({ level, place }: TileAddress): Promise<Buffer | null> {
  const [stored] = await readTile({ level, place });
  return stored?.hashes ?? null;
}

async function partOf(tile: TileAddress): Promise<Buffer> {
  return Buffer.concat(await hashesOfTile(db.read, tile));
}

function rowsAbove(hashes: Buffer): Rows {
  const rows = [hashes];
  for (let below = hashes; rows.length < tileRows;) {
    const pairs = Math.floor(below.length / (2 * hashBytes));
    const row = Buffer.alloc(pairs * hashBytes);
    for (let pair = 0; pair < pairs; pair += 1) {
      const left = pair * 2 * hashBytes;
      const middle = left + hashBytes;
      const hash = nodeHash(
        below.subarray(left, middle),
        below.subarray(middle, middle + hashBytes),
        sha256,
      );
      row.set(hash, pair * hashBytes);
    }
    rows.push(row);
    below = row;
  }
  return rows;
}
