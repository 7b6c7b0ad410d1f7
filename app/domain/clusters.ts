import { closedSetsSearch } from "./closed-sets.ts";
import { numbersIn } from "./policy-rule-index.ts";
import type { Precedent, Side } from "./precedent-binding.ts";
import { leadingGroups } from "./precedent-leading.ts";

/** What makes a cluster: a leading precedent with what it forces, or facts with which all were decided alike. */
export const clusterKinds = ["leading", "closed_set"] as const;
export type ClusterKind = (typeof clusterKinds)[number];

/**
 * Decided situations side by side, in the order of their ids. Per row `width` words with the facts that hold, by number
 * from 1, and as many with those that the decision rests on.
 */
export type ClusterRows = {
  width: number;
  facts: Int32Array;
  reason: Int32Array;
  levels: Uint8Array;
  /** By number of a fact, 1 when it pleads for relief. */
  isPro: Uint8Array;
  /** Of each ordered fact how much every row has: 0 for none, NaN when it is not known. */
  amounts: { number: number; values: Float64Array }[];
};

/** Situations that were decided alike, deviating from the rule; facts by number, rows counting up. */
export type FoundCluster = { kind: ClusterKind; level: number; facts: number[]; rows: number[] };

/**
 * The clusters among decided situations that deviate from strict application (level over 0), each of at least `support`
 * situations: a leading one with those it forces (`leading`), and the most general closed sets of facts with one outcome
 * (`closedSetsSearch`). Of two with the same facts and level the one with most situations, or the leading one. Most
 * situations first, then fewest facts, then by facts.
 *
 * @param progress is told now and then which part is done, from 0 to 1
 */
export function clustersIn(
  rows: ClusterRows,
  { support, progress = () => undefined }: { support: number; progress?: (part: number) => void },
): FoundCluster[] {
  progress(0);
  const led = leadingClusters(rows, support);
  progress(leadingPart);
  const levels = [...new Set(rows.levels)].filter((level) => level > 0);
  const { width, facts: words } = rows;
  const search = closedSetsSearch({ width, words, levels: rows.levels }, { support, levels });
  while (!search.step(workAtOnce)) {
    progress(leadingPart + (1 - leadingPart) * search.progress());
  }
  const closed = search.result().sets.map((set): FoundCluster => ({ kind: "closed_set", ...set }));
  const byKey = new Map<string, FoundCluster>();
  for (const cluster of [...led, ...closed]) {
    const key = keyOf(cluster);
    const known = byKey.get(key);
    const isMore = cluster.rows.length > (known?.rows.length ?? 0);
    if (cluster.facts.length > 0 && isMore) byKey.set(key, cluster);
  }
  progress(1);
  return [...byKey.values()].sort(compareClusters);
}

/** Roughly what looking for leading ones takes of all the time. */
const leadingPart = 0.5;
const workAtOnce = 200_000;

function keyOf({ level, facts }: FoundCluster): string {
  return clusterKey("", level, facts);
}

/**
 * What a cluster is known by, so that a signal is raised once: the same as long as its scope, level and facts are. Facts
 * by number, which never means another fact.
 */
export function clusterKey(scopeId: string, level: number, facts: number[]): string {
  const numbers = [...facts].sort((a, b) => a - b);
  return `${scopeId}.${level}.${numbers.join("-")}`;
}

function compareClusters(a: FoundCluster, b: FoundCluster): number {
  const place = a.facts.findIndex((fact, at) => fact !== b.facts[at]);
  return (
    b.rows.length - a.rows.length ||
    a.facts.length - b.facts.length ||
    (place < 0 ? a.level - b.level : (a.facts[place] ?? 0) - (b.facts[place] ?? 0))
  );
}

function leadingClusters(rows: ClusterRows, support: number): FoundCluster[] {
  const precedents = Array.from(rows.levels, (_, row) => precedentIn(rows, row));
  return leadingGroups(precedents).flatMap(({ group, forces }): FoundCluster[] => {
    const members = [group, ...forces].flatMap((each) => each.members);
    if (group.level === 0 || members.length < support) return [];
    const [first] = group.members;
    const facts = (first?.reasonPro ?? first?.pro ?? []).map(Number);
    const all = members.map(({ id }) => Number(id)).sort((a, b) => a - b);
    return [{ kind: "leading", level: group.level, facts: facts.sort((a, b) => a - b), rows: all }];
  });
}

/** A row as the rules of precedents take it; its id sorts as the row does. */
function precedentIn(rows: ClusterRows, row: number): Precedent {
  const { facts, reason, width, levels, isPro, amounts } = rows;
  const own = sidesOf(numbersIn(facts, row * width, width), isPro);
  const named = sidesOf(numbersIn(reason, row * width, width), isPro);
  const ordered: Record<Side, Record<string, number>> = { pro: {}, con: {} };
  for (const { number, values } of amounts) {
    const amount = values[row] ?? NaN;
    if (!Number.isNaN(amount)) ordered[isPro[number] === 1 ? "pro" : "con"][number] = amount;
  }
  // All that there is, is the same as nothing named.
  const isNamed = (side: Side) => named[side].length < own[side].length;
  return {
    ...{ id: String(row).padStart(8, "0"), level: levels[row] ?? 0, ...own },
    ...(isNamed("pro") && { reasonPro: named.pro }),
    ...(isNamed("con") && { reasonCon: named.con }),
    ...(amounts.length > 0 && { ordered }),
  };
}

function sidesOf(numbers: number[], isPro: Uint8Array): Record<Side, string[]> {
  return {
    pro: numbers.filter((number) => isPro[number] === 1).map(String),
    con: numbers.filter((number) => isPro[number] !== 1).map(String),
  };
}
