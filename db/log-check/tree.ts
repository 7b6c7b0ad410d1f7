/** The tiles above those of the leaves, and the root of the tree at any size that was asked for. */
import { asc, count, gt, lte } from "drizzle-orm";
import { db } from "../database.ts";
import { tileWidth } from "../../app/domain/log-tiles.ts";
import { auditEvents, logTiles } from "../schema.ts";
import type { Findings } from "./findings.ts";
import { hashBytes, joined, rowsAbove } from "./tile-rows.ts";

type Expected = Map<string, { hashes: Buffer; root: Buffer }>;

/** Looks whether the tiles of level 1 and up are those over these roots, and no others are there. */
export async function checkTiles(roots: Buffer, findings: Findings): Promise<void> {
  const expected = tilesAbove(roots);
  const full = roots.length / hashBytes;
  const upper = await db.read
    .select()
    .from(logTiles)
    .where(gt(logTiles.level, 0))
    .orderBy(asc(logTiles.level), asc(logTiles.place));
  const lowest = await db.read
    .select({ level: logTiles.level, place: logTiles.place })
    .from(logTiles)
    .where(lte(logTiles.level, 0))
    .orderBy(asc(logTiles.level), asc(logTiles.place));
  const isFull = await fullNow(full * tileWidth);
  const where = { event: 1, until: full * tileWidth };
  for (const { level, place, root, hashes } of upper) {
    const which = `${level}/${place}`;
    const wanted = expected.get(which);
    expected.delete(which);
    if (!wanted) {
      if (!isFull({ level, place })) findings.add({ code: "tile_stray", which });
    } else if (!wanted.root.equals(root))
      findings.add({ code: "tile_changed", which, ...where, column: "root" });
    else if (!wanted.hashes.equals(hashes))
      findings.add({ code: "tile_changed", which, ...where, column: "hashes" });
  }
  for (const which of expected.keys()) findings.add({ code: "tile_missing", which });
  for (const { level, place } of lowest) {
    if (!isFull({ level, place })) findings.add({ code: "tile_stray", which: `${level}/${place}` });
  }
}

function tilesAbove(roots: Buffer): Expected {
  const expected: Expected = new Map();
  const bytes = tileWidth * hashBytes;
  let below = roots;
  for (let level = 1; below.length >= bytes; level += 1) {
    const next: Buffer[] = [];
    for (let start = 0; start + bytes <= below.length; start += bytes) {
      const hashes = below.subarray(start, start + bytes);
      const root = rowsAbove(hashes).at(-1) ?? hashes;
      expected.set(`${level}/${start / bytes}`, { hashes, root });
      next.push(root);
    }
    below = Buffer.concat(next);
  }
  return expected;
}

/** Whether a tile may be there by now: the log goes on while it is looked through. */
async function fullNow(size: number) {
  const [row] = await db.read.select({ events: count().mapWith(Number) }).from(auditEvents);
  const events = Math.max(row?.events ?? 0, size);
  return ({ level, place }: { level: number; place: number }) =>
    level >= 0 && place >= 0 && (place + 1) * tileWidth ** (level + 1) <= events;
}

/** The roots of trees of these sizes, from the roots of full tiles and what is over part of one. */
export function rootsAt(sizes: number[], roots: Buffer, partRoots: Map<number, Buffer>) {
  const found = new Map<number, Buffer>();
  for (const size of sizes) {
    const part = partRoots.get(size);
    if (!part) continue;
    const tiles = Math.ceil(size / tileWidth) - 1;
    found.set(size, joined([...edge(roots, tiles), part]));
  }
  return found;
}

/** Per number of tiles: the hashes of the full subtrees over so many, widest first. */
function edge(roots: Buffer, tiles: number): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  for (let width = 2 ** 40; width >= 1; width /= 2) {
    if (tiles - start < width) continue;
    parts.push(subtree(roots, start, width));
    start += width;
  }
  return parts;
}

const remembered = new WeakMap<Buffer, Map<string, Buffer>>();

function subtree(roots: Buffer, start: number, width: number): Buffer {
  if (width === 1) return roots.subarray(start * hashBytes, (start + 1) * hashBytes);
  const known = remembered.get(roots) ?? new Map<string, Buffer>();
  remembered.set(roots, known);
  const name = `${start}/${width}`;
  const found = known.get(name);
  if (found) return found;
  const half = width / 2;
  const made = joined([subtree(roots, start, half), subtree(roots, start + half, half)]);
  known.set(name, made);
  return made;
}
