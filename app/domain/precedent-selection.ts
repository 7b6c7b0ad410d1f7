import { placeOf, type PrecedentIndex } from "./precedent-index-rows.ts";

/** A row of the index with what it is sorted by. */
export type SelectedRow = { row: number; differences: number };

/** The best rows seen so far: fewest differences, then newest, then by id. */
export type Selection = {
  limit: number;
  entries: (SelectedRow & { day: number })[];
  /** All rows offered, kept or not. */
  count: number;
  /** A row with more differences than this is not among the best any more. */
  most: number;
};

export function newSelection(limit: number): Selection {
  return { limit, entries: [], count: 0, most: Number.MAX_SAFE_INTEGER };
}

/** Offers a row to a selection. */
export function select(index: PrecedentIndex, selection: Selection, offered: SelectedRow): void {
  selection.count += 1;
  if (offered.differences > selection.most) return;
  const { block, place } = placeOf(index, offered.row);
  selection.entries.push({ ...offered, day: block.decidedDay[place] ?? 0 });
  if (selection.entries.length < selection.limit * 2 + 64) return;
  selection.entries = selected(index, selection);
  selection.most = selection.entries.at(-1)?.differences ?? -1;
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
