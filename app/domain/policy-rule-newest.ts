import type { DecidedBlock } from "./policy-rule-blocks.ts";
import { placedRow, type DecidedIndex } from "./policy-rule-index.ts";

/** The newest rows seen so far; rows of one moment in order of id. */
export type NewestRows = {
  limit: number;
  entries: { row: number; at: number }[];
  /** All rows offered, kept or not. */
  count: number;
  /** Rows older than this are not among the newest any more. */
  oldest: number;
};

export function newestRows(limit: number): NewestRows {
  return { limit, entries: [], count: 0, oldest: -Infinity };
}

export function offerRow(
  index: DecidedIndex,
  newest: NewestRows,
  { block, place, row }: { block: DecidedBlock; place: number; row: number },
): void {
  newest.count += 1;
  const at = block.decidedAt[place] ?? 0;
  if (at < newest.oldest) return;
  newest.entries.push({ row, at });
  if (newest.entries.length < newest.limit * 2 + 64) return;
  newest.entries = sorted(index, newest);
  newest.oldest = newest.entries.at(-1)?.at ?? Infinity;
}

/** The newest rows in order. */
export function newestOf(index: DecidedIndex, newest: NewestRows): number[] {
  return sorted(index, newest).map(({ row }) => row);
}

function sorted(index: DecidedIndex, { entries, limit }: NewestRows): NewestRows["entries"] {
  return entries.sort((a, b) => b.at - a.at || compareIds(index, a.row, b.row)).slice(0, limit);
}

function compareIds(index: DecidedIndex, one: number, other: number): number {
  const [a, b] = [placedRow(index, one), placedRow(index, other)];
  for (let word = 0; word < 4; word += 1) {
    const left = (a.block.ids[a.place * 4 + word] ?? 0) >>> 0;
    const right = (b.block.ids[b.place * 4 + word] ?? 0) >>> 0;
    if (left !== right) return left - right;
  }
  return 0;
}
