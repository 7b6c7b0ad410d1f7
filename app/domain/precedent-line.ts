import { recordedReason, type Precedent } from "./precedent-binding.ts";
import { fewestToRevise, type ConflictGraph } from "./precedent-revisions.ts";
import { leadingGroups } from "./precedent-leading.ts";
import { precedentWords, rowsContradict } from "./precedent-words.ts";

/** A leading precedent of a line; `same` are the others with equal facts and level, `follows` all that it forces. */
export type LeadingInLine = { id: string; level: number; same: string[]; follows: string[] };

/** Two decisions that contradict each other. */
export type ConflictPair = { higher: string; lower: string };

export type Line = {
  /** By weight, the number that follows, then by id. */
  leading: LeadingInLine[];
  /** By id, at most 1,000 of them. */
  conflicts: ConflictPair[];
  conflictCount: number;
};

const mostPairs = 1000;

/**
 * What the precedents of one scope commit the organisation to: the leading ones with all that follows from them, and
 * the pairs that contradict each other. Takes the square of the number of precedents: half a second for 5,000.
 *
 * @param levels the number of outcome levels; one more than the highest level among the precedents when absent
 * @throws DomainError `ordered` when an ordered value is not a finite number.
 */
export function line(precedents: Precedent[], levels?: number): Line {
  const groups = leadingGroups(precedents, levels).map(({ group, forces }): LeadingInLine => {
    const [, ...same] = group.members.map(({ id }) => id);
    const follows = forces.flatMap(({ members }) => members.map(({ id }) => id)).sort();
    return { id: group.id, level: group.level, same, follows };
  });
  const { sorted, start, to } = conflictGraph(precedents);
  const pairs: ConflictPair[] = [];
  for (const [row, precedent] of sorted.entries()) {
    if (pairs.length >= mostPairs) break;
    for (const other of to.subarray(start[row], start[row + 1])) {
      pairs.push({ higher: precedent.id, lower: sorted[other]?.id ?? "" });
    }
  }
  return {
    leading: groups.sort((a, b) => b.follows.length - a.follows.length || (a.id < b.id ? -1 : 1)),
    conflicts: pairs.slice(0, mostPairs),
    conflictCount: to.length,
  };
}

/** The fewest decisions to revise so that the others agree, and how sure that number is. */
export type Revisions = {
  /** One smallest set when `isExact`, else a set that is enough; sorted by id. */
  revise: string[];
  /** No set smaller than this is enough. */
  lowerBound: number;
  isExact: boolean;
};

/**
 * The fewest decisions to revise, taken out of the line, so that no two of the rest contradict each other.
 *
 * Without recorded reasons contradiction is a partial order (at least as strong a case, and less relief), and the most
 * decisions that agree follow from a matching (Dilworth 1950). Otherwise the matching of the doubled graph settles all
 * but a kernel (Nemhauser and Trotter 1975), which is searched; only there `work`, the steps to take in each part of
 * it, can end the search early. The default is some tenths of a second.
 *
 * @throws DomainError `ordered` when an ordered value is not a finite number.
 */
export function fewestRevisions(precedents: Precedent[], work: number = 50_000_000): Revisions {
  const graph = conflictGraph(precedents);
  const { revise, lowerBound } = fewestToRevise(graph, isPartialOrder(precedents), work);
  return {
    revise: revise.map((row) => graph.sorted[row]?.id ?? ""),
    lowerBound,
    isExact: lowerBound === revise.length,
  };
}

/** The precedents by id, and from each to those of a lower level that it contradicts. */
function conflictGraph(precedents: Precedent[]): ConflictGraph & { sorted: Precedent[] } {
  const sorted = [...precedents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const words = precedentWords(sorted);
  const levels = Int32Array.from(sorted, ({ level }) => level);
  const start = new Int32Array(sorted.length + 1);
  const to: number[] = [];
  for (let higher = 0; higher < sorted.length; higher += 1) {
    const level = levels[higher] ?? 0;
    for (let lower = 0; lower < sorted.length; lower += 1) {
      if ((levels[lower] ?? 0) < level && rowsContradict(words, { higher, lower })) to.push(lower);
    }
    start[higher + 1] = to.length;
  }
  return { sorted, size: sorted.length, start, to: Int32Array.from(to) };
}

/** Whether contradiction passes on: all facts count, and every precedent has a value for the same ordered facts. */
function isPartialOrder(precedents: Precedent[]): boolean {
  const kinds = precedents.map(({ ordered }) =>
    JSON.stringify([
      Object.keys(ordered?.pro ?? {}).sort(),
      Object.keys(ordered?.con ?? {}).sort(),
    ]),
  );
  const hasReasons = precedents.some(
    (precedent) => recordedReason(precedent, "pro") ?? recordedReason(precedent, "con"),
  );
  return !hasReasons && new Set(kinds).size <= 1;
}
