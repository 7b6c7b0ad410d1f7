/** The layout of SQLite's write-ahead log: sqlite.org/fileformat2.html#walformat and walformat.html. */
import type { Chance } from "../../../db/seed/bulk/chance.ts";

const walHeader = 32;
const frameHeader = 24;
const sector = 512;

/** The part of a log that is not in the database file yet: only that can be torn by a power cut. */
export type Tail = { start: number; end: number; frame: number };

/** By the index beside the log, which says how far it was written and how far it was taken over. */
export function tailOf(wal: Buffer, index: Buffer): Tail {
  const frame = frameHeader + wal.readUInt32BE(8);
  const written = index.readUInt32LE(16);
  const takenOver = index.readUInt32LE(96);
  return {
    start: takenOver === 0 ? 0 : walHeader + takenOver * frame,
    end: walHeader + written * frame,
    frame,
  };
}

type Damage = (wal: Buffer, tail: Tail, random: Chance) => { wal: Buffer; how: string };

const damages: Damage[] = [cut, flipBit, spoilFrameHeader, loseSector];

/** The log with something wrong in its tail. */
export function damaged(wal: Buffer, tail: Tail, random: Chance) {
  return random.oneOf(damages)(Buffer.from(wal), tail, random);
}

function somewhere({ start, end }: Tail, random: Chance): number {
  return start + random.below(end - start);
}

function cut(wal: Buffer, tail: Tail, random: Chance) {
  const at = somewhere(tail, random);
  return { wal: wal.subarray(0, at), how: `cut off at ${at}` };
}

function flipBit(wal: Buffer, tail: Tail, random: Chance) {
  const at = somewhere(tail, random);
  wal.writeUInt8(wal.readUInt8(at) ^ (1 << random.below(8)), at);
  return { wal, how: `a bit of ${at} flipped` };
}

function spoilFrameHeader(wal: Buffer, tail: Tail, random: Chance) {
  const first = Math.max(tail.start, walHeader);
  const frames = (tail.end - first) / tail.frame;
  const at = first + random.below(frames) * tail.frame + random.below(frameHeader);
  wal.writeUInt8(wal.readUInt8(at) ^ (1 + random.below(255)), at);
  return { wal, how: `${at}, in the header of a frame, changed` };
}

function loseSector(wal: Buffer, tail: Tail, random: Chance) {
  const at = Math.floor(somewhere(tail, random) / sector) * sector;
  wal.fill(0, Math.max(at, tail.start), at + sector);
  return { wal, how: `the sector at ${at} not written` };
}
