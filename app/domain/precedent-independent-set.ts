/** Members of a graph on numbers below `size`, one bit each. */
type Members = Int32Array;

/**
 * A largest set of numbers of which no two are neighbours: branch and bound, where a greedy cover by groups of mutual
 * neighbours tells how many can still come. After `work` steps (words looked at) it is the best set so far; `atMost` is
 * a number that no set exceeds, equal to what was kept when the search came to its end. Source: the colouring bound of
 * Tomita and Seki (2003), on the complement.
 */
export function largestIndependentSet(
  neighbours: number[][],
  work: number,
): { kept: number[]; atMost: number } {
  const words = Math.ceil(neighbours.length / 32);
  const rows = neighbours.map((list) => membersOf(list, words));
  const all = membersOf([...neighbours.keys()], words);
  const search: Search = { rows, best: firstSet(neighbours), chosen: [], left: work };
  const groups = coveredInOrder(rows, all).at(-1)?.bound ?? 0;
  expand(search, all);
  const kept = [...search.best].sort((a, b) => a - b);
  return { kept, atMost: search.left > 0 ? kept.length : groups };
}

/** A set to begin with: those with few neighbours first. */
function firstSet(neighbours: number[][]): number[] {
  const byDegree = [...neighbours.keys()].sort(
    (a, b) => (neighbours[a]?.length ?? 0) - (neighbours[b]?.length ?? 0) || a - b,
  );
  const taken = new Set<number>();
  for (const number of byDegree) {
    if (!neighbours[number]?.some((other) => taken.has(other))) taken.add(number);
  }
  return [...taken];
}

type Search = { rows: Members[]; best: number[]; chosen: number[]; left: number };

function expand(search: Search, open: Members): void {
  const ordered = coveredInOrder(search.rows, open);
  search.left -= ordered.length * open.length;
  if (ordered.length === 0 && search.chosen.length > search.best.length) {
    search.best = [...search.chosen];
  }
  const rest = open.slice();
  for (let at = ordered.length - 1; at >= 0; at -= 1) {
    const { number, bound } = ordered[at] ?? { number: 0, bound: 0 };
    if (search.chosen.length + bound <= search.best.length || search.left <= 0) return;
    const neighbours = search.rows[number] ?? new Int32Array(0);
    drop(rest, number);
    search.chosen.push(number);
    expand(
      search,
      rest.map((word, index) => word & ~(neighbours[index] ?? 0)),
    );
    search.chosen.pop();
  }
}

/** The numbers group by group of mutual neighbours, each with how many groups there are up to its own. */
function coveredInOrder(rows: Members[], open: Members): { number: number; bound: number }[] {
  const ordered: { number: number; bound: number }[] = [];
  const left = open.slice();
  for (let bound = 1, number = first(left); number !== null; bound += 1, number = first(left)) {
    let group: Members = left.slice();
    for (let next: number | null = number; next !== null; next = first(group)) {
      drop(left, next);
      drop(group, next);
      ordered.push({ number: next, bound });
      const neighbours = rows[next];
      group = group.map((word, index) => word & (neighbours?.[index] ?? 0));
    }
  }
  return ordered;
}

function membersOf(numbers: number[], words: number): Members {
  const members = new Int32Array(words);
  for (const number of numbers) {
    members[number >>> 5] = (members[number >>> 5] ?? 0) | (1 << (number & 31));
  }
  return members;
}

function drop(members: Members, number: number): void {
  members[number >>> 5] = (members[number >>> 5] ?? 0) & ~(1 << (number & 31));
}

function first(members: Members): number | null {
  for (const [index, word] of members.entries()) {
    if (word !== 0) return index * 32 + 31 - Math.clz32(word & -word);
  }
  return null;
}
