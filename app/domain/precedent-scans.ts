import { addedConflicts, type ConflictInLine } from "./precedent-added-conflicts.ts";
import type { Proposal, Situation } from "./precedent-binding.ts";
import {
  idAt,
  precedentAt,
  type IndexedPrecedent,
  type PrecedentIndex,
} from "./precedent-index-rows.ts";
import {
  addOrderedDifferences,
  bindsAtLeast,
  bindsAtMost,
  findBinding,
  findNear,
  levelAt,
  newFound,
  type ScanFilter,
} from "./precedent-scan-blocks.ts";
import { scanQuery } from "./precedent-scan-query.ts";
import { scanOver, type Scan } from "./precedent-scan-steps.ts";
import { newSelection, select, selected, type Selection } from "./precedent-selection.ts";
import { conflicts, type Band, type Conflict } from "./precedent.ts";

export type { ScanFilter } from "./precedent-scan-blocks.ts";
export { finished, type Scan } from "./precedent-scan-steps.ts";

/** The band of `equalTreatment`, with how many precedents set each edge. */
export type IndexBand = Band & { lowerCount: number; upperCount: number };

/**
 * What the precedents that the filter keeps commit to in a situation: equal to `equalTreatment` on them. With `limit`
 * only that many of the precedents on each edge are named, the newest.
 *
 * @throws DomainError `ordered`.
 */
export function bandScan(
  index: PrecedentIndex,
  asked: { situation: Situation; filter: ScanFilter; limit?: number },
): Scan<IndexBand> {
  const { situation, filter, limit = Infinity } = asked;
  return scanOver(index, () => {
    const scan = { query: scanQuery(index, situation), filter, top: index.levels - 1 };
    const found = newFound();
    const lower: Edge = { level: 0, rows: newSelection(limit) };
    const upper: Edge = { level: scan.top, rows: newSelection(limit) };
    return {
      look(block, start) {
        findBinding(block, found, scan);
        for (let at = 0; at < found.count; at += 1) {
          const [place, directions] = [found.rows[at] ?? 0, found.numbers[at] ?? 0];
          const reached = { level: levelAt(block, place), row: start + place };
          if (directions & bindsAtLeast && reached.level >= lower.level)
            moveEdge(index, lower, reached);
          if (directions & bindsAtMost && reached.level <= upper.level)
            moveEdge(index, upper, reached);
        }
      },
      result: () => bandBetween(index, lower, upper),
    };
  });
}

type Edge = { level: number; rows: Selection };

function moveEdge(index: PrecedentIndex, edge: Edge, to: { level: number; row: number }): void {
  if (to.level !== edge.level) {
    edge.level = to.level;
    edge.rows = newSelection(edge.rows.limit);
  }
  select(index, edge.rows, { row: to.row, differences: 0 });
}

function bandBetween(index: PrecedentIndex, lower: Edge, upper: Edge): IndexBand {
  return {
    lower: lower.level,
    upper: upper.level,
    lowerBy: idsOf(index, lower.rows),
    upperBy: idsOf(index, upper.rows),
    conflict: lower.level > upper.level,
    lowerCount: lower.rows.count,
    upperCount: upper.rows.count,
  };
}

function idsOf(index: PrecedentIndex, rows: Selection): string[] {
  return selected(index, rows)
    .map(({ row }) => idAt(index, row))
    .sort();
}

/** What a decision would contradict, split as `addedConflicts` does. */
export type IndexConflicts = {
  conflicts: Conflict[];
  added: Conflict[];
  alreadyInLine: ConflictInLine[];
  /** How many conflicts there are; more than are listed when they are too many. */
  count: number;
  /** Whether all were looked at; otherwise the lists are about the newest precedents only. */
  isComplete: boolean;
};

/**
 * The precedents that the filter keeps and a proposal would contradict: equal to `conflicts` and `addedConflicts` on
 * them, as long as no more than `limit` (1,000 when absent) contradict it, and no more decided as it does.
 *
 * @throws DomainError `ordered`.
 */
export function conflictScan(
  index: PrecedentIndex,
  asked: { proposal: Proposal; filter: ScanFilter; limit?: number },
): Scan<IndexConflicts> {
  const { proposal, filter, limit = 1000 } = asked;
  return scanOver(index, () => {
    const top = index.levels - 1;
    const byFacts = { query: scanQuery(index, proposal), filter, top };
    const byReason = { query: scanQuery(index, proposal, proposal), filter, top };
    const found = newFound();
    const [opposing, following] = [newSelection(limit), newSelection(limit)];
    return {
      look(block, start) {
        findBinding(block, found, byReason);
        for (let at = 0; at < found.count; at += 1) {
          const place = found.rows[at] ?? 0;
          const isOpposed =
            (found.numbers[at] ?? 0) & otherWay(levelAt(block, place), proposal.level);
          if (isOpposed) select(index, opposing, { row: start + place, differences: 0 });
        }
        findBinding(block, found, byFacts);
        for (let at = 0; at < found.count; at += 1) {
          const place = found.rows[at] ?? 0;
          const isFollowed =
            (found.numbers[at] ?? 0) & sameWay(levelAt(block, place), proposal.level);
          if (isFollowed) select(index, following, { row: start + place, differences: 0 });
        }
      },
      result: () => conflictsAmong(index, proposal, { opposing, following }),
    };
  });
}

/** The direction in which a precedent of this level stands in the way of a proposal. */
function otherWay(level: number, proposed: number): number {
  if (level === proposed) return 0;
  return level > proposed ? bindsAtLeast : bindsAtMost;
}

/** The directions in which a precedent of this level supports a proposal. */
function sameWay(level: number, proposed: number): number {
  return (level >= proposed ? bindsAtLeast : 0) | (level <= proposed ? bindsAtMost : 0);
}

function conflictsAmong(
  index: PrecedentIndex,
  proposal: Proposal,
  found: { opposing: Selection; following: Selection },
): IndexConflicts {
  const { opposing, following } = found;
  const rows = [opposing, following].flatMap((each) => selected(index, each));
  const precedents = [...new Set(rows.map(({ row }) => row))].map((row) => precedentAt(index, row));
  return {
    conflicts: conflicts(proposal, precedents),
    ...addedConflicts(proposal, precedents),
    count: opposing.count,
    isComplete: [opposing, following].every(({ count, limit }) => count <= limit),
  };
}

/** A comparable precedent; `comparison` tells the rest. */
export type NearPrecedent = { precedent: IndexedPrecedent; differenceCount: number };

/**
 * The precedents that the filter keeps with the fewest differences from a situation, at most `count` of them: sorted
 * by `differenceCount` of `comparison`, then newest, then by id.
 *
 * @throws DomainError `ordered`.
 */
export function nearestScan(
  index: PrecedentIndex,
  asked: { situation: Situation; filter: ScanFilter; count: number },
): Scan<NearPrecedent[]> {
  const { situation, filter, count } = asked;
  return scanOver(index, () => {
    const query = scanQuery(index, situation);
    const found = newFound();
    const nearest = newSelection(count);
    return {
      look(block, start) {
        const scan = { query, filter, top: index.levels - 1, most: nearest.most };
        findNear(block, found, scan);
        if (index.columns.length > 0) addOrderedDifferences(block, found, scan);
        for (let at = 0; at < found.count; at += 1) {
          const [place, differences] = [found.rows[at] ?? 0, found.numbers[at] ?? 0];
          select(index, nearest, { row: start + place, differences });
        }
      },
      result: () =>
        selected(index, nearest).map(({ row, differences }) => {
          return { precedent: precedentAt(index, row), differenceCount: differences };
        }),
    };
  });
}
