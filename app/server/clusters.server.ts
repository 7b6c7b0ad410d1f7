/** Clusters among what was decided in a scope, found in a thread of its own. */
import { clustersInThread } from "#db/rule-thread.ts";
import { clusterKey, type ClusterKind } from "#app/domain/clusters.ts";
import type { DecidedRow } from "#app/domain/policy-rule-index.ts";
import { signalSupport } from "#app/domain/signal.ts";
import { askDecided } from "./rule-memory.server.ts";
import { clusterRows, eachDecided } from "./rule-situations.server.ts";

/** Situations that were decided alike, deviating from the rule. Facts by id. */
export type Cluster = {
  /** The same as long as scope, level and facts are. */
  key: string;
  kind: ClusterKind;
  scopeId: string;
  level: number;
  facts: string[];
  caseIds: string[];
  precedentIds: string[];
};

/** Comparing all with all, older ones than so many are left out. */
const mostSituations = 20_000;

/**
 * The clusters of a scope, most situations first, see `clustersIn`; of a scope with more than 20,000 situations among
 * the newest of those.
 *
 * @throws the reason of the signal when it is aborted
 */
export async function findClusters(
  scopeId: string,
  heard: { signal?: AbortSignal; progress?: (part: number) => void } = {},
): Promise<Cluster[]> {
  heard.signal?.throwIfAborted();
  const { decided, rows, catalogue } = await askDecided(scopeId, async (memory) => {
    const all: DecidedRow[] = [];
    await eachDecided(memory.index, (row) => all.push(row));
    const decided = newest(all).sort((a, b) => (a.id < b.id ? -1 : 1));
    const { catalogue } = memory;
    return { decided, catalogue, rows: await clusterRows(catalogue, decided) };
  });
  if (decided.length < signalSupport) return [];
  const found = await clustersInThread({ rows, support: signalSupport }, heard);
  return found.map(({ kind, level, facts, rows: members }): Cluster => {
    const own = members.flatMap((row) => decided[row] ?? []);
    const idsOf = (ofCases: boolean) =>
      own.filter((each) => (each.kind === "case") === ofCases).map(({ id }) => id);
    return {
      ...{ key: clusterKey(scopeId, level, facts), kind, scopeId, level },
      facts: facts.flatMap((number) => catalogue.byNumber[number]?.id ?? []),
      ...{ caseIds: idsOf(true), precedentIds: idsOf(false) },
    };
  });
}

function newest(all: DecidedRow[]): DecidedRow[] {
  if (all.length <= mostSituations) return all;
  return all.sort((a, b) => b.decidedAt - a.decidedAt).slice(0, mostSituations);
}
