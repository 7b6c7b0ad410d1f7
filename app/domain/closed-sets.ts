import { createSearch, searchOn, type ClosedSearch } from "./closed-sets-search.ts";
import type { SetRows } from "./closed-sets-rows.ts";

export { setRows, setRowsOf, type SetRows } from "./closed-sets-rows.ts";

/** A closed set of facts, all situations with which were decided alike. Facts by number, situations by row. */
export type ClosedSet = { facts: number[]; level: number; rows: number[] };

export type ClosedSets = {
  /** By support, most first, then fewest facts, then by facts. */
  sets: ClosedSet[];
  /** Every set with at least this support is there. */
  from: number;
  /** False when there are others with the support that was asked. */
  complete: boolean;
};

export type ClosedSetsAsked = {
  /** The fewest situations that a set has to have. */
  support: number;
  /** The outcome levels that matter; absent: all. */
  levels?: number[];
  /** At most so many sets are given. */
  most?: number;
  /** So many sets may be looked at before it begins again with more support asked. */
  mostVisited?: number;
};

/** The search in steps, so that its progress can be told. */
export type ClosedSetsSearch = {
  /** Does about so much more work; true when it is done. */
  step: (work: number) => boolean;
  /** From 0 to 1; goes back when the search begins again with more support. */
  progress: () => number;
  result: () => ClosedSets;
};

const defaults = { most: 10_000, mostVisited: 2_000_000 };

/**
 * The most general closed sets of facts of which all situations were decided alike: those whose situations are no
 * proper part of those of another such set. A set is closed when no other fact is shared by all of its situations
 * (formal concept analysis: B. Ganter and R. Wille, Formale Begriffsanalyse, 1996).
 *
 * Exact. Every closed set is met once along the prefix-preserving closure extensions of LCM (T. Uno, M. Kiyomi and
 * H. Arimura, LCM ver. 2: Efficient Mining Algorithms for Frequent/Closed/Maximal Itemsets, FIMI 2004), with occurrence
 * delivery. Three things keep it small where closed sets are many:
 * - nothing is looked for below a set that is decided alike: whatever has more facts has fewer of the same situations;
 * - nor below one without enough situations of a single level that matters: what lies below has fewer of each;
 * - facts are taken from rare to common, so that sets with many situations have few facts left to go with them.
 * The way to a most general set leads along sets decided differently only, so none is lost; the others that are met are
 * dropped at the end, for they hold all facts of a more general one.
 *
 * When more than `mostVisited` sets are looked at, it begins again with twice the support: what is given is then all
 * there is from that support on (`from`), and `complete` is false.
 */
export function closedSetsSearch(rows: SetRows, asked: ClosedSetsAsked): ClosedSetsSearch {
  const { most, mostVisited } = { ...defaults, ...asked };
  const levels = asked.levels ?? [...new Set(rows.levels)];
  let support = Math.max(1, asked.support);
  let search = createSearch(rows, { support, levels });
  return {
    step(work) {
      const isDone = searchOn(search, work);
      if (search.visited <= mostVisited) return isDone;
      support *= 2;
      search = createSearch(rows, { support, levels });
      return false;
    },
    progress: () => (search.top === 0 ? 1 : search.topDone / search.top),
    result: () => resultOf(search, { support, asked: asked.support, most }),
  };
}

/** All of it at once, for small numbers and tests. */
export function closedSets(rows: SetRows, asked: ClosedSetsAsked): ClosedSets {
  const search = closedSetsSearch(rows, asked);
  while (!search.step(Infinity));
  return search.result();
}

type Finding = { support: number; asked: number; most: number };

function resultOf(search: ClosedSearch, { support, asked, most }: Finding): ClosedSets {
  const general = mostGeneral(search);
  const kept = general.slice(0, most);
  const [last, next] = [kept.at(-1), general[most]];
  // Of equal support some may have been left out.
  const from = next && last ? last.support + 1 : support;
  return {
    sets: kept.map(({ words, level }) => ({
      facts: factsOf(search, words),
      level,
      rows: holding(search, words),
    })),
    from,
    complete: !next && support <= Math.max(1, asked),
  };
}

type Candidate = { words: Int32Array; facts: number[]; level: number; support: number };

/** The sets that hold no other one of their level, in order. */
function mostGeneral(search: ClosedSearch): Candidate[] {
  const candidates = search.found.map((found): Candidate => ({
    ...found,
    facts: factsOf(search, found.words),
  }));
  candidates.sort(
    (a, b) => b.support - a.support || a.facts.length - b.facts.length || byFacts(a, b),
  );
  const byFirst = new Map<number, Candidate[]>();
  return candidates.filter((candidate) => {
    const isSpecial = candidate.facts.some((fact) =>
      byFirst.get(fact)?.some((other) => isWithin(other, candidate)),
    );
    if (isSpecial) return false;
    const first = rarest(search, candidate.facts);
    const list = byFirst.get(first);
    if (list) list.push(candidate);
    else byFirst.set(first, [candidate]);
    return true;
  });
}

function byFacts(a: Candidate, b: Candidate): number {
  const place = a.facts.findIndex((fact, at) => fact !== b.facts[at]);
  return place < 0 ? 0 : (a.facts[place] ?? 0) - (b.facts[place] ?? 0);
}

function isWithin(other: Candidate, { words, level }: Candidate): boolean {
  if (other.level !== level) return false;
  return other.words.every((word, at) => (word & ~(words[at] ?? 0)) === 0);
}

/** The fact that the fewest sets have: the best one to look them up by. */
function rarest({ placeOf }: ClosedSearch, facts: number[]): number {
  const place = (fact: number) => placeOf.get(fact) ?? 0;
  return facts.reduce((best, fact) => (place(fact) < place(best) ? fact : best), facts[0] ?? -1);
}

function factsOf({ factAt }: ClosedSearch, words: Int32Array): number[] {
  const facts: number[] = [];
  for (const [at, word] of words.entries()) {
    for (let left = word; left !== 0; left &= left - 1) {
      facts.push(factAt[at * 32 + 31 - Math.clz32(left & -left)] ?? 0);
    }
  }
  return facts.sort((a, b) => a - b);
}

/** The rows that have all items: looked for among those with the rarest of them. */
function holding({ itemWords, width, rowsOf }: ClosedSearch, words: Int32Array): number[] {
  const first = words.findIndex((word) => word !== 0);
  const word = words[first] ?? 0;
  const rows = rowsOf(first < 0 ? null : first * 32 + 31 - Math.clz32(word & -word));
  const found: number[] = [];
  for (const row of rows) {
    let lacks = 0;
    for (let at = 0; at < width && lacks === 0; at += 1) {
      lacks = (words[at] ?? 0) & ~(itemWords[row * width + at] ?? 0);
    }
    if (lacks === 0) found.push(row);
  }
  return found;
}
