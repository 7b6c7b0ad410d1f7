import type { IndexBlock } from "./precedent-index-blocks.ts";
import { idAt, type PrecedentIndex } from "./precedent-index-rows.ts";
import { bindsAtLeast, bindsAtMost, levelAt, type Found } from "./precedent-scan-blocks.ts";
import { newSelection, select, selected, type Selection } from "./precedent-selection.ts";
import type { Band } from "./precedent.ts";

/** The band of `equalTreatment`, with how many precedents set each edge. */
export type IndexBand = Band & { lowerCount: number; upperCount: number };

type Edge = { level: number; rows: Selection };

/** The edges of a band as far as seen, with the rows that set them. */
export type Edges = { lower: Edge; upper: Edge };

export function newEdges(top: number, limit: number): Edges {
  return {
    lower: { level: 0, rows: newSelection(limit) },
    upper: { level: top, rows: newSelection(limit) },
  };
}

/** Moves the edges by the rows of a block that bind. */
export function moveEdges(
  index: PrecedentIndex,
  { lower, upper }: Edges,
  seen: { block: IndexBlock; start: number; found: Found },
): void {
  const { block, start, found } = seen;
  for (let at = 0; at < found.count; at += 1) {
    const [place, directions] = [found.rows[at] ?? 0, found.numbers[at] ?? 0];
    const level = levelAt(block, place);
    const to = { level, row: start + place };
    if (directions & bindsAtLeast && level >= lower.level) moveEdge(index, lower, to);
    if (directions & bindsAtMost && level <= upper.level) moveEdge(index, upper, to);
  }
}

function moveEdge(index: PrecedentIndex, edge: Edge, to: { level: number; row: number }): void {
  if (to.level !== edge.level) {
    edge.level = to.level;
    edge.rows = newSelection(edge.rows.limit);
  }
  select(index, edge.rows, { row: to.row, differences: 0 });
}

export function bandBetween(index: PrecedentIndex, { lower, upper }: Edges): IndexBand {
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
