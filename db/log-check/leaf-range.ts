/** Recomputing the leaves of part of the log, and the tiles right above them. */
import { and, asc, eq, gte, lte } from "drizzle-orm";
import { db } from "../database.ts";
import { tileWidth } from "../../app/domain/log-tiles.ts";
import { logTiles } from "../schema.ts";
import { eventChecker, type EventChecker } from "./event-check.ts";
import { readEvents, type EventRead } from "./event-rows.ts";
import { collectFindings, type Findings, type FoundBy } from "./findings.ts";
import { hashBytes, rootOfFirst, rowsAbove } from "./tile-rows.ts";

export type LeafRange = {
  /** Tiles of level 0, from and up to this one; the last may be partly filled. */
  firstTile: number;
  lastTile: number;
  /** How many events the log has. */
  size: number;
  /** Sizes of which the root is asked. */
  sizes: number[];
};

export type RangeChecked = FoundBy & {
  firstTile: number;
  /** The root of each full tile, one after the other. */
  roots: Buffer;
  /** Over the leaves of its tile that are in a tree of that size. */
  partRoots: Map<number, Buffer>;
  counts: FoundBy["counts"];
  opened: number;
  destroyed: number;
};

type StoredTile = { root: Buffer; hashes: Buffer };

const nothing = Buffer.alloc(hashBytes);
const tilesAtOnce = 8;

type Checking = {
  range: LeafRange;
  findings: Findings;
  checker: EventChecker;
  /** The time of the newest event that is as it was. */
  before: number;
  roots: Buffer[];
  partRoots: Map<number, Buffer>;
};

export async function checkLeaves(
  range: LeafRange,
  onProgress: (events: number) => void = () => undefined,
): Promise<RangeChecked> {
  const { firstTile, lastTile, size } = range;
  const checking: Checking = {
    range,
    findings: collectFindings(),
    checker: eventChecker(),
    before: firstTile === 0 ? 0 : await timeOf(firstTile * tileWidth),
    roots: [],
    partRoots: new Map(),
  };
  for (let tile = firstTile; tile <= lastTile; tile += tilesAtOnce) {
    const last = Math.min(tile + tilesAtOnce - 1, lastTile);
    const start = tile * tileWidth;
    const end = Math.min((last + 1) * tileWidth, size);
    const stored = await storedTiles(tile, last);
    const events = inPlaces(await readEvents({ after: start, until: end, most: end - start }));
    for (let place = tile; place <= last; place += 1) {
      checkTile(checking, { place, kept: stored.get(place), events });
    }
    onProgress(end - start);
  }
  const { findings, roots, partRoots, checker } = checking;
  const { list, counts } = findings;
  return { firstTile, list, counts, roots: Buffer.concat(roots), partRoots, ...checker.counts };
}

type TileCheck = { place: number; kept: StoredTile | undefined; events: Map<number, EventRead> };

function checkTile(checking: Checking, { place, kept, events }: TileCheck): void {
  const { size, sizes } = checking.range;
  const start = place * tileWidth;
  const width = Math.min(tileWidth, size - start);
  const hashes = Buffer.alloc(width * hashBytes);
  for (let index = 0; index < width; index += 1) {
    const at = index * hashBytes;
    const inTile = kept?.hashes.subarray(at, at + hashBytes) ?? null;
    const known = inTile?.length === hashBytes ? inTile : null;
    const sequence = start + index + 1;
    const hash = checkEvent(checking, { sequence, event: events.get(sequence), inTile: known });
    hash.copy(hashes, at);
    if (known && !known.equals(hash)) {
      const which = `0/${place}`;
      checking.findings.add({ code: "tile_changed", event: sequence, which, column: "hashes" });
    }
  }
  const rows = rowsAbove(hashes);
  if (width === tileWidth) checkFull(checking, { place, kept, root: rows.at(-1) ?? hashes });
  for (const asked of sizes) {
    if (asked <= start || asked > start + tileWidth) continue;
    checking.partRoots.set(asked, rootOfFirst(rows, asked - start));
  }
}

type EventCheck = { sequence: number; event: EventRead | undefined; inTile: Buffer | null };

/** The hash to put in the tree for this event. */
function checkEvent(checking: Checking, { sequence, event, inTile }: EventCheck): Buffer {
  const { findings, checker } = checking;
  if (!event) {
    findings.add({ code: "event_missing", event: sequence });
    return inTile ?? nothing;
  }
  const { at } = event.row;
  if (at < checking.before) findings.add({ code: "event_earlier", event: sequence, column: "at" });
  const checked = checker.check(event, inTile);
  checked.findings.forEach(findings.add);
  // The time of an event that was changed says nothing about those after it.
  if (checked.findings.length === 0) checking.before = Math.max(checking.before, at);
  return checked.hash;
}

type FullTile = { place: number; kept: StoredTile | undefined; root: Buffer };

function checkFull({ findings, roots }: Checking, { place, kept, root }: FullTile): void {
  roots.push(root);
  const until = (place + 1) * tileWidth;
  const where = { event: until - tileWidth + 1, until, which: `0/${place}` };
  if (!kept) findings.add({ code: "tile_missing", ...where });
  else if (!kept.root.equals(root))
    findings.add({ code: "tile_changed", ...where, column: "root" });
  else if (kept.hashes.length !== tileWidth * hashBytes) {
    findings.add({ code: "tile_changed", ...where, column: "hashes" });
  }
}

function inPlaces(events: EventRead[]): Map<number, EventRead> {
  return new Map(events.map((event) => [event.row.sequence, event]));
}

async function timeOf(sequence: number): Promise<number> {
  const [event] = await readEvents({ after: sequence - 1, until: sequence, most: 1 });
  return event?.row.at ?? 0;
}

async function storedTiles(first: number, last: number): Promise<Map<number, StoredTile>> {
  const rows = await db.read
    .select()
    .from(logTiles)
    .where(and(eq(logTiles.level, 0), gte(logTiles.place, first), lte(logTiles.place, last)))
    .orderBy(asc(logTiles.place));
  return new Map(rows.map(({ place, root, hashes }) => [place, { root, hashes }]));
}
