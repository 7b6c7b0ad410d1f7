/** A graph between numbers of two sides: the neighbours of left `i` are `to[start[i]]` up to `to[start[i + 1]]`. */
export type TwoSidedGraph = { left: number; right: number; start: Int32Array; to: Int32Array };

/** A largest matching as its size, and a smallest cover: which numbers of either side touch every edge. */
export type Matching = { size: number; leftCover: Uint8Array; rightCover: Uint8Array };

const none = -1;

/**
 * A largest set of edges without common ends, and a smallest set of ends that touches all edges: of equal size.
 * Source: Hopcroft and Karp (1973), and the theorem of Kőnig (1931).
 */
export function largestMatching(graph: TwoSidedGraph): Matching {
  const ofLeft = new Int32Array(graph.left).fill(none);
  const ofRight = new Int32Array(graph.right).fill(none);
  const distance = new Int32Array(graph.left);
  let size = 0;
  while (layer(graph, { ofLeft, ofRight, distance })) {
    const next = graph.start.slice(0, graph.left);
    for (let root = 0; root < graph.left; root += 1) {
      if (ofLeft[root] !== none) continue;
      if (augment(graph, root, { ofLeft, ofRight, distance, next })) size += 1;
    }
  }
  return { size, ...smallestCover(graph, { ofLeft, ofRight }) };
}

type Matched = { ofLeft: Int32Array; ofRight: Int32Array };

/** Numbers the left ends by their distance from a free one; whether a free right end can be reached. */
function layer(graph: TwoSidedGraph, matched: Matched & { distance: Int32Array }): boolean {
  const { ofLeft, ofRight, distance } = matched;
  const queue = new Int32Array(graph.left);
  let [head, tail, isReached] = [0, 0, false];
  for (let left = 0; left < graph.left; left += 1) {
    distance[left] = ofLeft[left] === none ? 0 : none;
    if (ofLeft[left] === none) queue[tail++] = left;
  }
  while (head < tail) {
    const left = queue[head++] ?? 0;
    for (let edge = graph.start[left] ?? 0; edge < (graph.start[left + 1] ?? 0); edge += 1) {
      const partner = ofRight[graph.to[edge] ?? 0] ?? none;
      if (partner === none) isReached = true;
      else if (distance[partner] === none) {
        distance[partner] = (distance[left] ?? 0) + 1;
        queue[tail++] = partner;
      }
    }
  }
  return isReached;
}

/** Follows the layers from a free left end to a free right one and turns the edges on that path; without recursion. */
function augment(
  graph: TwoSidedGraph,
  root: number,
  state: Matched & { distance: Int32Array; next: Int32Array },
): boolean {
  const { ofLeft, ofRight, distance, next } = state;
  const path = [root];
  for (let left = path.at(-1); left !== undefined; left = path.at(-1)) {
    const edge = next[left] ?? 0;
    if (edge >= (graph.start[left + 1] ?? 0)) {
      distance[left] = none;
      path.pop();
      continue;
    }
    next[left] = edge + 1;
    const partner = ofRight[graph.to[edge] ?? 0] ?? none;
    if (partner === none) {
      for (const each of path) {
        const right = graph.to[(next[each] ?? 0) - 1] ?? 0;
        ofRight[right] = each;
        ofLeft[each] = right;
      }
      return true;
    }
    if (distance[partner] === (distance[left] ?? 0) + 1) path.push(partner);
  }
  return false;
}

function smallestCover(graph: TwoSidedGraph, { ofLeft, ofRight }: Matched): Omit<Matching, "size"> {
  const leftCover = new Uint8Array(graph.left).fill(1);
  const rightCover = new Uint8Array(graph.right);
  const open: number[] = [];
  const reach = (left: number): void => {
    if (leftCover[left] === 0) return;
    leftCover[left] = 0;
    open.push(left);
  };
  for (let left = 0; left < graph.left; left += 1) if (ofLeft[left] === none) reach(left);
  for (let left = open.pop(); left !== undefined; left = open.pop()) {
    for (let edge = graph.start[left] ?? 0; edge < (graph.start[left + 1] ?? 0); edge += 1) {
      const right = graph.to[edge] ?? 0;
      if (rightCover[right] === 1) continue;
      rightCover[right] = 1;
      const partner = ofRight[right] ?? none;
      if (partner !== none) reach(partner);
    }
  }
  return { leftCover, rightCover };
}
