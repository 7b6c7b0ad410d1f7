import type { LineScan } from "./line-scan.ts";
import type { LineBits } from "./line-variants.ts";
import { fewestToRevise } from "./precedent-revisions.ts";

/** Decisions to revise for a consistent line, by id; no set smaller than `lowerBound` is enough. */
export type LineRevisions = { ids: string[]; lowerBound: number };

/** Steps of the search in the part that the matching leaves open: some hundredths of a second. */
const work = 2_000_000;

/**
 * The fewest decisions to revise so that no two of the rest contradict each other, as `fewestRevisions` has it, from a
 * line whose pairs were compared already. Null when there are more than `mostPairs` pairs.
 */
export function revisionsIn(
  bits: LineBits,
  { variants, conflicts }: LineScan,
  mostPairs: number,
): LineRevisions | null {
  const starts: number[] = [];
  const ids = variants.flatMap((variant) => variant.ids);
  for (const { ids: own } of variants) starts.push((starts.at(-1) ?? 0) + own.length);
  const rowsOf = (place: number) => {
    const many = variants[place]?.ids.length ?? 0;
    return Array.from({ length: many }, (_, at) => (starts[place] ?? 0) - many + at);
  };
  const to: number[][] = ids.map(() => []);
  let pairs = 0;
  for (const [high, low] of conflicts) {
    const lower = rowsOf(low);
    for (const row of rowsOf(high)) to[row]?.push(...lower);
    pairs += lower.length * (variants[high]?.ids.length ?? 0);
    if (pairs > mostPairs) return null;
  }
  const start = new Int32Array(ids.length + 1);
  for (const [row, list] of to.entries()) start[row + 1] = (start[row] ?? 0) + list.length;
  const graph = { size: ids.length, start, to: Int32Array.from(to.flat()) };
  const { revise, lowerBound } = fewestToRevise(graph, isPartialOrder(bits), work);
  return { ids: revise.map((row) => ids[row] ?? ""), lowerBound };
}

/** Whether contradiction passes on: every fact counts as reason, and none comes in more or less. */
function isPartialOrder({ facts, reasons, measured }: LineBits): boolean {
  return !measured.includes(true) && facts.every((word, at) => word === reasons[at]);
}
