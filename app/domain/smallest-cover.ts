/** The fewest numbers that hit every set; `isSmallest` is false when it took too many tries to be sure. */
export type Cover = { chosen: number[]; isSmallest: boolean };

/** Tries are nodes of the search: some seconds at the most. */
const triesByDefault = 300_000;

/**
 * The fewest numbers of which each set has at least one (a minimal hitting set), of those as few the first in order.
 * Branch and bound, one size after the other: each step takes the open set with the fewest numbers left and tries those
 * one by one; a branch ends when more sets are open that share nothing than numbers may be taken. Sets that hold
 * another set are left out before, as R. Greiner, B. A. Smith and R. W. Wilkerson do (Artificial Intelligence 41, 1989).
 *
 * @param sets none of them empty
 * @param mostTries after so many nodes the greedy cover stands
 */
export function smallestCover(sets: number[][], mostTries = triesByDefault): Cover {
  const search = newSearch(minimalSets(sets), mostTries);
  const all = bitsOfAll(search.sets.length);
  const greedy = greedyCover(search, all);
  for (let size = 0; size < greedy.length; size += 1) {
    const found = coverWithin(search, { open: all, size, from: 0 });
    if (search.tries > mostTries) return { chosen: numbersAt(search, greedy), isSmallest: false };
    if (found) return { chosen: firstOfSize(search, all, found), isSmallest: true };
  }
  return { chosen: firstOfSize(search, all, greedy), isSmallest: true };
}

type Search = {
  sets: number[][];
  /** Per number the sets it is in, as bits. */
  hits: Int32Array[];
  numbers: number[];
  tries: number;
  mostTries: number;
};

function newSearch(sets: number[][], mostTries: number): Search {
  const numbers = [...new Set(sets.flat())].sort((a, b) => a - b);
  const places = new Map(numbers.map((number, place) => [number, place]));
  const own = sets.map((set) => set.map((number) => places.get(number) ?? 0));
  const hits = numbers.map(() => new Int32Array(wordsFor(sets.length)));
  for (const [place, set] of own.entries()) {
    for (const number of set) setBit(hits[number], place);
  }
  return { sets: own, hits, numbers, tries: 0, mostTries };
}

function setBit(words: Int32Array | undefined, bit: number): void {
  if (words) words[bit >>> 5] = (words[bit >>> 5] ?? 0) | (1 << (bit & 31));
}

function wordsFor(bits: number): number {
  return Math.max(1, Math.ceil(bits / 32));
}

function bitsOfAll(count: number): Int32Array {
  const words = new Int32Array(wordsFor(count)).fill(-1);
  const over = count & 31;
  if (over !== 0 || count === 0) words[words.length - 1] = (1 << over) - 1;
  return words;
}

/** Each set once, sorted, without those that hold another one: whatever hits that one hits them. */
function minimalSets(sets: number[][]): number[][] {
  const once = new Map(sets.map((set) => [inOrder(set).join(), inOrder(set)]));
  const bySize = [...once.values()].sort((a, b) => a.length - b.length || compare(a, b));
  const kept: { set: number[]; members: Set<number> }[] = [];
  const byFirst = new Map<number, number[][]>();
  for (const set of bySize) {
    const members = new Set(set);
    const holdsOther = set.some((number) =>
      (byFirst.get(number) ?? []).some((other) => other.every((each) => members.has(each))),
    );
    if (holdsOther) continue;
    kept.push({ set, members });
    const first = set[0] ?? 0;
    byFirst.set(first, [...(byFirst.get(first) ?? []), set]);
  }
  return kept.map(({ set }) => set);
}

function inOrder(numbers: number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function compare(a: number[], b: number[]): number {
  const place = a.findIndex((number, at) => number !== b[at]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}

/** Places of numbers that together hit all, each time the one that hits the most. */
function greedyCover({ hits }: Search, all: Int32Array): number[] {
  const chosen: number[] = [];
  let open = all;
  while (open.some((word) => word !== 0)) {
    const counts = hits.map((words) => countCommon(words, open));
    const best = counts.indexOf(Math.max(...counts));
    chosen.push(best);
    open = without(open, hits[best]);
  }
  return chosen;
}

type Wanted = {
  open: Int32Array;
  size: number;
  /** Places before this one may not be taken. */
  from: number;
};

/** Places of at most so many numbers that hit all open sets, or null. */
function coverWithin(search: Search, { open, size, from }: Wanted): number[] | null {
  const banned = new Uint8Array(search.numbers.length).fill(1, 0, from);
  return branch(search, { open, size, banned });
}

type Branch = { open: Int32Array; size: number; banned: Uint8Array };

function branch(search: Search, { open, size, banned }: Branch): number[] | null {
  search.tries += 1;
  if (search.tries > search.mostTries) return null;
  const narrowest = lookAt(search, { open, banned });
  if (narrowest.disjoint > size) return null;
  if (narrowest.disjoint === 0) return [];
  const tried: number[] = [];
  let found: number[] | null = null;
  for (const place of narrowest.places) {
    const rest = branch(search, {
      open: without(open, search.hits[place]),
      size: size - 1,
      banned,
    });
    if (rest) {
      found = [place, ...rest];
      break;
    }
    // Whatever holds it was looked through.
    banned[place] = 1;
    tried.push(place);
  }
  for (const place of tried) banned[place] = 0;
  return found;
}

type Look = {
  /** Open sets that share no number that may be taken: as many numbers are needed at least. */
  disjoint: number;
  /** What may be taken of the open set with the fewest such numbers, best first. */
  places: number[];
};

function lookAt({ sets, hits }: Search, { open, banned }: Omit<Branch, "size">): Look {
  let fewest: number[] | null = null;
  let disjoint = 0;
  const seen = new Uint8Array(banned.length);
  for (const [at, set] of sets.entries()) {
    if (((open[at >>> 5] ?? 0) & (1 << (at & 31))) === 0) continue;
    const places = set.filter((place) => banned[place] === 0);
    if (places.length === 0) return { disjoint: Infinity, places };
    if (fewest === null || places.length < fewest.length) fewest = places;
    if (places.some((place) => seen[place] === 1)) continue;
    for (const place of places) seen[place] = 1;
    disjoint += 1;
  }
  const counted = (fewest ?? []).map((place) => ({ place, count: countCommon(hits[place], open) }));
  counted.sort((a, b) => b.count - a.count || a.place - b.place);
  return { disjoint, places: counted.map(({ place }) => place) };
}

/** Of the covers as small as the one found, the first in order; the one found when that takes too many tries. */
function firstOfSize(search: Search, all: Int32Array, found: number[]): number[] {
  search.tries = 0;
  const chosen: number[] = [];
  let open = all;
  for (let from = 0; chosen.length < found.length && from < search.numbers.length; from += 1) {
    const rest = without(open, search.hits[from]);
    const size = found.length - chosen.length - 1;
    if (coverWithin(search, { open: rest, size, from: from + 1 })) {
      chosen.push(from);
      open = rest;
    }
    if (search.tries > search.mostTries) return numbersAt(search, found);
  }
  return numbersAt(search, chosen);
}

function numbersAt({ numbers }: Search, places: number[]): number[] {
  return inOrder(places.map((place) => numbers[place] ?? 0));
}

function countCommon(words: Int32Array | undefined, open: Int32Array): number {
  let count = 0;
  for (let at = 0; at < open.length; at += 1)
    count += bitCount((words?.[at] ?? 0) & (open[at] ?? 0));
  return count;
}

function bitCount(word: number): number {
  const twos = word - ((word >>> 1) & 0x55555555);
  const fours = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function without(open: Int32Array, words: Int32Array | undefined): Int32Array {
  return open.map((word, at) => word & ~(words?.[at] ?? 0));
}
