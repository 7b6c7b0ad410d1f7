import { largestIndependentSet } from "./precedent-independent-set.ts";
import { largestMatching } from "./precedent-matching.ts";

/** From each number to those it contradicts, every pair once: `to[start[i]]` up to `to[start[i + 1]]`. */
export type ConflictGraph = { size: number; start: Int32Array; to: Int32Array };

type Chosen = { revise: number[]; lowerBound: number };

/**
 * The fewest numbers to take out so that no pair is left, and a number below which it cannot be; the two are equal
 * when the search in the kernel came to an end within `work` steps for each part. In a partial order (every pair of a chain is in
 * the graph) a matching alone gives the answer.
 */
export function fewestToRevise(
  graph: ConflictGraph,
  isPartialOrder: boolean,
  work: number,
): Chosen {
  return isPartialOrder ? byChains(graph) : byKernel(graph, work);
}

function byChains({ size, start, to }: ConflictGraph): Chosen {
  const { leftCover, rightCover } = largestMatching({ left: size, right: size, start, to });
  const revise = [...leftCover.keys()].filter((row) => leftCover[row] || rightCover[row]);
  return { revise, lowerBound: revise.length };
}

function byKernel(graph: ConflictGraph, work: number): Chosen {
  const neighbours = neighboursOf(graph);
  const start = new Int32Array(graph.size + 1);
  for (const [row, list] of neighbours.entries()) start[row + 1] = (start[row] ?? 0) + list.length;
  const doubled = {
    left: graph.size,
    right: graph.size,
    start,
    to: Int32Array.from(neighbours.flat()),
  };
  const { leftCover, rightCover } = largestMatching(doubled);
  const halves = neighbours.map((_, row) => (leftCover[row] ?? 0) + (rightCover[row] ?? 0));
  const revise = [...halves.keys()].filter((row) => halves[row] === 2);
  let lowerBound = revise.length;
  for (const part of partsOf(neighbours, halves)) {
    const place = new Map(part.map((row, at) => [row, at]));
    const inner = part.map((row) =>
      (neighbours[row] ?? []).map((other) => place.get(other)).filter((at) => at !== undefined),
    );
    const { kept, atMost } = largestIndependentSet(inner, work);
    const keep = new Set(kept);
    revise.push(...part.filter((_, at) => !keep.has(at)));
    // In the kernel every number counts half in the best fractional answer.
    lowerBound += Math.max(part.length - atMost, Math.ceil(part.length / 2));
  }
  return { revise: revise.sort((a, b) => a - b), lowerBound };
}

function neighboursOf({ size, start, to }: ConflictGraph): number[][] {
  const neighbours: number[][] = Array.from({ length: size }, () => []);
  for (let row = 0; row < size; row += 1) {
    for (const other of to.subarray(start[row], start[row + 1])) {
      neighbours[row]?.push(other);
      neighbours[other]?.push(row);
    }
  }
  return neighbours;
}

/** The connected parts of the kernel: the numbers that the matching left undecided. */
function partsOf(neighbours: number[][], halves: number[]): number[][] {
  const isOpen = halves.map((half) => half === 1);
  const parts: number[][] = [];
  for (const row of isOpen.keys()) {
    if (!isOpen[row]) continue;
    isOpen[row] = false;
    const part = [row];
    for (const each of part) {
      for (const other of neighbours[each] ?? []) {
        if (!isOpen[other]) continue;
        isOpen[other] = false;
        part.push(other);
      }
    }
    parts.push(part.sort((a, b) => a - b));
  }
  return parts;
}
