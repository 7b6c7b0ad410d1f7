import type { LineRevisions } from "#app/domain/line-revisions.ts";
import type { LineGroup, LineScan } from "#app/domain/line-scan.ts";

export type LineDigest = {
  /** Those that most follow from first. */
  leading: LineGroup[];
  /** How many pairs of precedents contradict each other. */
  conflictCount: number;
  /** The fewest decisions to revise, those in most conflicts first; null when there is too much to work it out. */
  revisions: { rows: { id: string; conflicts: number }[]; atLeast: number } | null;
};

/** What the page of a line tells of a scan, worked out once. */
export function lineDigest(scan: LineScan, revisions: LineRevisions | null): LineDigest {
  const parts = conflictsByVariant(scan);
  return {
    leading: scan.groups.filter(({ isLeading }) => isLeading).sort(byWeight),
    // Every pair is counted with both of its ends.
    conflictCount: scan.variants.reduce(
      (sum, { ids }, place) => sum + (ids.length * (parts[place] ?? 0)) / 2,
      0,
    ),
    revisions: revisions && {
      rows: revisedIn(scan, revisions, parts),
      atLeast: revisions.lowerBound,
    },
  };
}

/** By the place of a variant, in how many conflicts each of its cases has a part. */
function conflictsByVariant({ variants, conflicts }: LineScan): number[] {
  const counts = variants.map(() => 0);
  for (const [high, low] of conflicts) {
    counts[high] = (counts[high] ?? 0) + (variants[low]?.ids.length ?? 0);
    counts[low] = (counts[low] ?? 0) + (variants[high]?.ids.length ?? 0);
  }
  return counts;
}

function revisedIn({ variants }: LineScan, { ids }: LineRevisions, parts: number[]) {
  const revised = new Set(ids);
  return variants
    .flatMap((variant, place) =>
      variant.ids
        .filter((id) => revised.has(id))
        .map((id) => ({ id, conflicts: parts[place] ?? 0 })),
    )
    .sort((a, b) => b.conflicts - a.conflicts || (a.id < b.id ? -1 : 1));
}

function byWeight(a: LineGroup, b: LineGroup): number {
  const more = b.weight - a.weight || b.ids.length - a.ids.length;
  return more || ((a.ids[0] ?? "") < (b.ids[0] ?? "") ? -1 : 1);
}
