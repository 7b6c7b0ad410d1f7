import { sum } from "./sum.ts";

/** How well a search puts the right documents on top, each from 0 (not at all) to 1 (as well as can be). */
export type RetrievalMeasures = {
  /** Normalised discounted cumulative gain of the first ten: high when what is relevant stands high. */
  ndcgAt10: number;
  /** Which share of what is relevant is among the first ten. */
  recallAt10: number;
  /** 1 when the first one is relevant. */
  hitAt1: number;
};

const depth = 10;

/**
 * The measures of one query. `ranked` holds ids, the best first; `relevant` the ids that ought to be found, at least one.
 * A document counts once, at its first place. Relevance is yes or no, so that nDCG@10 is the sum of 1 / log2(place + 1)
 * over the relevant ones among the first ten, divided by what that sum is when they come first (Järvelin and Kekäläinen
 * 2002, "Cumulated gain-based evaluation of IR techniques"). Throws a RangeError when nothing is relevant.
 */
export function retrievalMeasures(
  ranked: readonly string[],
  relevant: readonly string[],
): RetrievalMeasures {
  const wanted = new Set(relevant);
  if (wanted.size === 0) throw new RangeError("Nothing is relevant to this query");
  const first = [...new Set(ranked)].slice(0, depth);
  const gains = first.map((id, place) => (wanted.has(id) ? gainAt(place) : 0));
  const ideal = sum(Array.from({ length: Math.min(wanted.size, depth) }, (_, at) => gainAt(at)));
  const found = gains.filter((gain) => gain > 0).length;
  return {
    ndcgAt10: sum(gains) / ideal,
    recallAt10: found / wanted.size,
    hitAt1: (gains[0] ?? 0) > 0 ? 1 : 0,
  };
}

/** The means over several queries, of which each weighs the same; all 0 when there are none. */
export function meanMeasures(each: readonly RetrievalMeasures[]): RetrievalMeasures {
  const mean = (of: keyof RetrievalMeasures) =>
    each.length === 0 ? 0 : sum(each.map((measures) => measures[of])) / each.length;
  return { ndcgAt10: mean("ndcgAt10"), recallAt10: mean("recallAt10"), hitAt1: mean("hitAt1") };
}

function gainAt(place: number): number {
  return 1 / Math.log2(place + 2);
}
