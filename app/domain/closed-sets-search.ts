import type { SetRows } from "./closed-sets-rows.ts";

/** A walk over closed sets with an own stack, so that it can stop and go on. */
export type ClosedSearch = {
  support: number;
  /** Facts in the order of the walk, from rare to common: its items. */
  factAt: number[];
  placeOf: Map<number, number>;
  width: number;
  /** Per row its items as bits. */
  itemWords: Int32Array;
  /** The items of all rows, counting up, and where those of each row begin. */
  items: Uint16Array;
  starts: Int32Array;
  /** Per row the place of its level among all levels. */
  levelAt: Uint8Array;
  levels: number[];
  /** 1 for a level that matters. */
  matters: Uint8Array;
  stack: Frame[];
  found: { words: Int32Array; level: number; support: number }[];
  /** Sets looked at. */
  visited: number;
  /** Facts to begin with, and how many of those are done. */
  top: number;
  topDone: number;
  counts: Int32Array;
  /** The rows that have an item, or all. */
  rowsOf: (item: number | null) => Int32Array;
};

/** A set decided differently, with what can be added to it and the rows of each. */
type Frame = {
  words: Int32Array;
  items: number[];
  /** Of each item where its rows begin in `rows`; one more at the end. */
  starts: number[];
  rows: Int32Array;
  next: number;
};

/** Begins with the set that all situations have. */
export function createSearch(
  rows: SetRows,
  { support, levels: wanted }: { support: number; levels: number[] },
): ClosedSearch {
  const factAt = factsByRarity(rows);
  const placeOf = new Map(factAt.map((fact, place) => [fact, place]));
  const levels = [...new Set(rows.levels)].sort((a, b) => a - b);
  const width = Math.max(1, Math.ceil(factAt.length / 32));
  const all = Int32Array.from({ length: rows.levels.length }, (_, row) => row);
  const search: ClosedSearch = {
    ...{ support, factAt, placeOf, width, levels, stack: [], found: [] },
    ...{ visited: 0, top: 0, topDone: 0 },
    ...itemsOf(rows, placeOf, width),
    levelAt: rows.levels.map((level) => levels.indexOf(level)),
    matters: Uint8Array.from(levels, (level) => (wanted.includes(level) ? 1 : 0)),
    counts: new Int32Array(factAt.length * levels.length),
    rowsOf: (item) => (item === null ? all : (having[item] ?? all)),
  };
  const having = rowsByItem(search);
  if (all.length < Math.max(1, support)) return search;
  const words = closureOf(search, all);
  if (isAlike(search, all)) keep(search, words, all);
  else search.stack.push(frameOf(search, { words, rows: all, core: -1 }));
  search.top = search.stack[0]?.items.length ?? 0;
  return search;
}

function rowsByItem({ factAt, items, starts }: ClosedSearch): Int32Array[] {
  const lists = factAt.map((): number[] => []);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    for (const item of items.subarray(starts[row], starts[row + 1])) lists[item]?.push(row);
  }
  return lists.map((rows) => Int32Array.from(rows));
}

/** Facts that come up, the rarest first; as rare ones by number. */
function factsByRarity({ words, width, levels }: SetRows): number[] {
  const counts = new Map<number, number>();
  for (let row = 0; row < levels.length; row += 1) {
    for (const fact of bitsIn(words, row * width, width)) {
      counts.set(fact + 1, (counts.get(fact + 1) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, m], [b, n]) => m - n || a - b).map(([fact]) => fact);
}

function bitsIn(words: Int32Array, start: number, width: number): number[] {
  const bits: number[] = [];
  for (let word = 0; word < width; word += 1) {
    for (let left = words[start + word] ?? 0; left !== 0; left &= left - 1) {
      bits.push(word * 32 + 31 - Math.clz32(left & -left));
    }
  }
  return bits;
}

function itemsOf(
  { words, width: from, levels }: SetRows,
  placeOf: Map<number, number>,
  width: number,
) {
  const itemWords = new Int32Array(levels.length * width);
  const starts = new Int32Array(levels.length + 1);
  const all: number[] = [];
  for (let row = 0; row < levels.length; row += 1) {
    const own = bitsIn(words, row * from, from).map((bit) => placeOf.get(bit + 1) ?? 0);
    for (const item of own.sort((a, b) => a - b)) {
      const word = row * width + (item >>> 5);
      itemWords[word] = (itemWords[word] ?? 0) | (1 << (item & 31));
      all.push(item);
    }
    starts[row + 1] = all.length;
  }
  return { itemWords, starts, items: Uint16Array.from(all) };
}

/** Looks on for about so much work, in rows gone through; true when everything was seen. */
export function searchOn(search: ClosedSearch, work: number): boolean {
  const { stack } = search;
  for (let left = work; left > 0;) {
    const frame = stack.at(-1);
    if (!frame) return true;
    const at = frame.next;
    if (at >= frame.items.length) {
      stack.pop();
      if (stack.length === 1) search.topDone = stack[0]?.next ?? 0;
      continue;
    }
    frame.next += 1;
    const rows = frame.rows.subarray(frame.starts[at], frame.starts[at + 1]);
    left -= rows.length;
    visit(search, frame, { item: frame.items[at] ?? 0, rows });
    if (stack.length === 1) search.topDone = frame.next;
  }
  return stack.length === 0;
}

/** The set of a frame with one item more: kept when decided alike, gone into when not. */
function visit(
  search: ClosedSearch,
  { words: before }: Frame,
  { item, rows }: { item: number; rows: Int32Array },
): void {
  search.visited += 1;
  const words = closureOf(search, rows);
  if (!keepsPrefix(words, before, item)) return;
  if (isAlike(search, rows)) keep(search, words, rows);
  else search.stack.push(frameOf(search, { words, rows, core: item }));
}

/** The items that all of these rows have. */
function closureOf({ itemWords, width }: ClosedSearch, rows: Int32Array): Int32Array {
  const closure = new Int32Array(width).fill(-1);
  for (let at = 0; at < rows.length; at += 1) {
    const start = (rows[at] ?? 0) * width;
    for (let word = 0; word < width; word += 1) {
      closure[word] = (closure[word] ?? 0) & (itemWords[start + word] ?? 0);
    }
  }
  return closure;
}

/** Whether nothing came before the item that was not there: otherwise the set is met elsewhere. */
function keepsPrefix(words: Int32Array, before: Int32Array, item: number): boolean {
  const last = item >>> 5;
  for (let word = 0; word < last; word += 1) if (words[word] !== before[word]) return false;
  const below = (1 << (item & 31)) - 1;
  return (((words[last] ?? 0) ^ (before[last] ?? 0)) & below) === 0;
}

function isAlike({ levelAt }: ClosedSearch, rows: Int32Array): boolean {
  const first = levelAt[rows[0] ?? 0];
  for (let at = 1; at < rows.length; at += 1) if (levelAt[rows[at] ?? 0] !== first) return false;
  return true;
}

function keep(search: ClosedSearch, words: Int32Array, rows: Int32Array): void {
  const at = search.levelAt[rows[0] ?? 0] ?? 0;
  if (search.matters[at] !== 1) return;
  search.found.push({ words, level: search.levels[at] ?? 0, support: rows.length });
}

/** What can be added to a set, with the rows of each (occurrence delivery). */
function frameOf(
  search: ClosedSearch,
  o: { words: Int32Array; rows: Int32Array; core: number },
): Frame {
  const { words, rows, core } = o;
  const offered = countAfter(search, rows, core).filter((item) => {
    return ((words[item >>> 5] ?? 0) & (1 << (item & 31))) === 0 && hasSupport(search, item);
  });
  const ends = new Int32Array(search.factAt.length).fill(-1);
  const starts = [0];
  for (const item of offered) {
    ends[item] = starts.at(-1) ?? 0;
    starts.push((starts.at(-1) ?? 0) + totalOf(search, item));
  }
  search.counts.fill(0);
  const delivered = new Int32Array(starts.at(-1) ?? 0);
  eachItemAfter(search, { rows, core }, (item, row) => {
    const end = ends[item] ?? -1;
    if (end < 0) return;
    delivered[end] = row;
    ends[item] = end + 1;
  });
  return { words, items: offered, starts, rows: delivered, next: 0 };
}

/** Counts the items after one in these rows by level; gives those that come up, counting up. */
function countAfter(search: ClosedSearch, rows: Int32Array, core: number): number[] {
  const { counts, levelAt, levels } = search;
  const met = new Uint8Array(search.factAt.length);
  const found: number[] = [];
  eachItemAfter(search, { rows, core }, (item, row) => {
    const at = item * levels.length + (levelAt[row] ?? 0);
    counts[at] = (counts[at] ?? 0) + 1;
    if (met[item] === 1) return;
    met[item] = 1;
    found.push(item);
  });
  return found.sort((a, b) => a - b);
}

function eachItemAfter(
  { items, starts }: ClosedSearch,
  { rows, core }: { rows: Int32Array; core: number },
  act: (item: number, row: number) => void,
): void {
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const start = starts[row] ?? 0;
    for (let place = (starts[row + 1] ?? 0) - 1; place >= start; place -= 1) {
      const item = items[place] ?? 0;
      if (item <= core) break;
      act(item, row);
    }
  }
}

/** Whether one level that matters is decided often enough. */
function hasSupport({ counts, levels, matters, support }: ClosedSearch, item: number): boolean {
  for (let level = 0; level < levels.length; level += 1) {
    const count = counts[item * levels.length + level] ?? 0;
    if (matters[level] === 1 && count >= support) return true;
  }
  return false;
}

function totalOf({ counts, levels }: ClosedSearch, item: number): number {
  let total = 0;
  for (let level = 0; level < levels.length; level += 1) {
    total += counts[item * levels.length + level] ?? 0;
  }
  return total;
}
