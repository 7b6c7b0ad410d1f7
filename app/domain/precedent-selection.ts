import { placeOf, type PrecedentIndex } from "./precedent-index-rows.ts";

/** A row of the index with what it is sorted by. */
export type SelectedRow = { row: number; differences: number };

/** The best rows seen so far: fewest differences, then newest, then by id. */
export type Selection = {
  limit: number;
  entries: (SelectedRow & { day: number })[];
  /** All rows offered, kept or not. */
  count: number;
  /** Rows with more differences than this, or with as many and older, are not among the best any more. */
  most: number;
  oldest: number;
};

export function newSelection(limit: number): Selection {
  return { limit, entries: [], count: 0, most: Number.MAX_SAFE_INTEGER, oldest: 0 };
}

/** Offers a row to a selection. */
export function select(index: PrecedentIndex, selection: Selection, offered: SelectedRow): void {
  selection.count += 1;
  const { most, oldest, limit } = selection;
  if (offered.differences > most) return;
  const { block, place } = placeOf(index, offered.row);
  const day = block.decidedDay[place] ?? 0;
  if (offered.differences === most && day < oldest) return;
  selection.entries.push({ ...offered, day });
  if (selection.entries.length < limit * 2 + 64) return;
  selection.entries = selected(index, selection);
  const last = selection.entries.at(-1);
  selection.most = last?.differences ?? -1;
  selection.oldest = last?.day ?? 0;
}

/** The best rows in order. */
export function selected(index: PrecedentIndex, selection: Selection): Selection["entries"] {
  return selection.entries
    .sort(
      (a, b) => a.differences - b.differences || b.day - a.day || compareIds(index, a.row, b.row),
    )
    .slice(0, selection.limit);
}

function compareIds(index: PrecedentIndex, one: number, other: number): number {
  const [a, b] = [placeOf(index, one), placeOf(index, other)];
  for (let word = 0; word < 4; word += 1) {
    const left = (a.block.ids[a.place * 4 + word] ?? 0) >>> 0;
    const right = (b.block.ids[b.place * 4 + word] ?? 0) >>> 0;
    if (left !== right) return left - right;
  }
  return 0;
}
