import type { Situation } from "./precedent-binding.ts";
import { precedentAt, type IndexedPrecedent, type PrecedentIndex } from "./precedent-index-rows.ts";
import { bandBetween, moveEdges, newEdges, type IndexBand } from "./precedent-scan-band.ts";
import {
  addOrderedDifferences,
  findBinding,
  findNear,
  newFound,
  type ScanFilter,
} from "./precedent-scan-blocks.ts";
import { scanQuery } from "./precedent-scan-query.ts";
import { scanOver, type Scan } from "./precedent-scan-steps.ts";
import { newSelection, select, selected } from "./precedent-selection.ts";

export type { IndexBand } from "./precedent-scan-band.ts";
export type { ScanFilter } from "./precedent-scan-blocks.ts";
export { conflictScan, type IndexConflicts } from "./precedent-scan-conflicts.ts";
export { finished, type Scan } from "./precedent-scan-steps.ts";

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
    const edges = newEdges(scan.top, limit);
    return {
      look(block, start) {
        findBinding(block, found, scan);
        moveEdges(index, edges, { block, start, found });
      },
      result: () => bandBetween(index, edges),
    };
  });
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
