/** Conditions suggested for a policy rule from situations that were decided alike. */
import { coverInThread } from "#db/rule-thread.ts";
import type { RuleConditions } from "#app/domain/policy-rule.ts";
import { decidedAt, locateDecided, type DecidedRow } from "#app/domain/policy-rule-index.ts";
import { smallestConditions } from "#app/domain/smallest-conditions.ts";
import type { ComparedCatalogue } from "./compared-catalogue.server.ts";
import { askDecided, type Asked } from "./rule-memory.server.ts";
import { eachDecided, lateFacts, situationOfRow, unknownIn } from "./rule-situations.server.ts";

/** Conditions that settle all of a cluster and none of those decided otherwise, see `smallestConditions`. */
export type SuggestedConditions = RuleConditions & {
  /** Situations decided otherwise that no condition keeps out. */
  cannotExclude: { kind: "case" | "precedent"; id: string }[];
  /** False when there may be fewer conditions that do as much. */
  isSmallest: boolean;
};

export type Suggesting = { level: number; ids: string[]; scopeId: string };

/**
 * Conditions for a rule that gives these situations this level: what `smallestConditions` finds among all that was
 * decided in the scope. When nothing was decided otherwise, all that they have in common must hold: without conditions
 * the rule would be for everyone.
 */
export async function conditionsFor({
  scopeId,
  level,
  ids,
}: Suggesting): Promise<SuggestedConditions> {
  const { cluster, conditions, left, catalogue } = await askDecided(scopeId, (memory) =>
    lookAt(memory, { ids, level }),
  );
  // Nothing of it was decided in this scope: then there is nothing to tell apart.
  const nothing = { mustHold: [], mustNotHold: [], bounds: [], cannotExclude: [] };
  if (cluster.length === 0) return { level, ...nothing, isSmallest: true };
  const { chosen, isSmallest } = await coverInThread(conditions.sets);
  const factsThat = (kind: ConditionKind) =>
    chosen.flatMap((number) => {
      const condition = conditions.named[number];
      return condition?.kind === kind ? [condition.fact] : [];
    });
  const [mustHold, mustNotHold] = [factsThat("holds"), factsThat("absent")];
  const late = lateFacts(catalogue);
  const situations = (rows: DecidedRow[]) =>
    rows.map((row) => situationOfRow(catalogue, row, late));
  const byBounds = smallestConditions({ cluster: situations(cluster), opposite: situations(left) });
  const isNothing = mustHold.length + mustNotHold.length + byBounds.bounds.length === 0;
  const open = new Set(byBounds.cannotExclude);
  return {
    ...{ level, mustNotHold, bounds: byBounds.bounds },
    mustHold: isNothing ? idsIn(catalogue, commonFacts(cluster)) : mustHold,
    isSmallest: isSmallest && byBounds.isSmallest,
    cannotExclude: left
      .filter(({ id }) => open.has(id))
      .map(({ id, kind }) => ({ kind: kind === "case" ? "case" : "precedent", id })),
  };
}

type ConditionKind = "holds" | "absent";

/** The situations of the cluster, and which conditions keep out which of those decided otherwise. */
async function lookAt(
  { index, catalogue }: Asked,
  { ids, level }: { ids: string[]; level: number },
) {
  const rows = [...locateDecided(index, ids).values()].sort((a, b) => a - b);
  const cluster = rows.map((row) => decidedAt(index, row));
  const late = lateFacts(catalogue);
  const common = commonFacts(cluster);
  const touched = new Set(cluster.flatMap((row) => [...row.facts, ...unknownIn(late, row)]));
  const left: DecidedRow[] = [];
  const hits = new Map<string, number[]>();
  await eachDecided(index, (row) => {
    if (row.level === level) return;
    const keptOut = [
      ...common.filter((number) => !row.facts.includes(number)),
      // Below zero: the fact must not hold.
      ...[...row.facts, ...unknownIn(late, row)]
        .filter((number) => !touched.has(number))
        .map((number) => -number),
    ];
    if (keptOut.length === 0) left.push(row);
    else hits.set(keptOut.join(), keptOut);
  });
  return { cluster, left, catalogue, conditions: named(catalogue, [...hits.values()]) };
}

/** Conditions by their place in the order in which they are preferred. */
function named(catalogue: ComparedCatalogue, hits: number[][]) {
  const all = [...new Set(hits.flat())].flatMap((number) => {
    const fact = catalogue.byNumber[Math.abs(number)]?.id;
    const kind: ConditionKind = number > 0 ? "holds" : "absent";
    return fact === undefined ? [] : [{ number, fact, kind }];
  });
  const last = (kind: ConditionKind) => (kind === "holds" ? 0 : 1);
  all.sort((a, b) => last(a.kind) - last(b.kind) || (a.fact < b.fact ? -1 : 1));
  const places = new Map(all.map(({ number }, place) => [number, place]));
  const sets = hits.map((numbers) => numbers.flatMap((number) => places.get(number) ?? []));
  return { named: all, sets };
}

function commonFacts(cluster: DecidedRow[]): number[] {
  const [first, ...others] = cluster;
  return (first?.facts ?? []).filter((number) =>
    others.every(({ facts }) => facts.includes(number)),
  );
}

function idsIn({ byNumber }: ComparedCatalogue, numbers: number[]): string[] {
  return numbers.flatMap((number) => byNumber[number]?.id ?? []).sort();
}
