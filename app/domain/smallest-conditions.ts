import {
  amountIn,
  ruleAnswer,
  type DecidedSituation,
  type RuleBound,
  type RuleConditions,
  type RuleSituation,
} from "./policy-rule.ts";
import { smallestCover } from "./smallest-cover.ts";

/** Conditions that tell a cluster of situations from those decided otherwise. */
export type SmallestConditions = Pick<RuleConditions, "mustHold" | "mustNotHold" | "bounds"> & {
  /** Situations with another outcome that would be settled all the same, by id. */
  cannotExclude: string[];
  /** False when there was too much to try: the conditions hold, but there may be fewer. */
  isSmallest: boolean;
};

type Situation = Pick<DecidedSituation, "id"> & RuleSituation;

/** One condition: a fact that must hold or must not, or an end of the range of an ordered fact. */
type Condition =
  | { kind: "holds"; fact: string }
  | { kind: "absent"; fact: string }
  | { kind: "bound"; fact: string; bound: RuleBound };

/**
 * The smallest set of facts that must hold or must not hold which settles every situation of the cluster, and none of
 * those with an opposite outcome. Conditions are taken from what all of the cluster share: a fact that holds in each,
 * or one that none of them has and none leaves unknown. Of sets as small the first one: facts that must hold before
 * facts that must not, each in order of id.
 *
 * Situations that no fact keeps apart may differ in how much there is of an ordered fact: then the fewest ends of its
 * range in the cluster come beside the facts. What nothing keeps apart is in `cannotExclude`.
 *
 * Each situation decided otherwise has to be hit by one of the conditions that keep it out: a minimal hitting set
 * (R. Reiter, A theory of diagnosis from first principles, Artificial Intelligence 32, 1987), found by branch and bound.
 * `mostTries` bounds that; beyond it the best that was found stands, and `isSmallest` is false.
 */
export function smallestConditions(asked: {
  cluster: Situation[];
  opposite: Situation[];
  mostTries?: number;
}): SmallestConditions {
  const { cluster, opposite, mostTries } = asked;
  const sides = opposite.map((situation) => ({ situation, ...sidesOf(situation) }));
  const byFacts = covered(factConditions(cluster, opposite), sides, mostTries);
  const byBounds = covered(boundConditions(cluster), byFacts.left, mostTries);
  const factsThat = (kind: Condition["kind"]) =>
    byFacts.chosen.flatMap((condition) => (condition.kind === kind ? [condition.fact] : []));
  return {
    mustHold: factsThat("holds"),
    mustNotHold: factsThat("absent"),
    bounds: joined(byBounds.chosen),
    cannotExclude: byBounds.left.map(({ situation }) => situation.id).sort(),
    isSmallest: byFacts.isSmallest && byBounds.isSmallest,
  };
}

type Sides = { holding: Set<string>; open: Set<string> };
type Opposite = Sides & { situation: Situation };

function sidesOf({ pro, con, unknown = [] }: Situation): Sides {
  const holding = new Set([...pro, ...con]);
  return { holding, open: new Set(unknown.filter((fact) => !holding.has(fact))) };
}

type Covered = { chosen: Condition[]; left: Opposite[]; isSmallest: boolean };

/** The fewest of these conditions that keep out all situations that any of them keeps out, and what is left. */
function covered(conditions: Condition[], opposite: Opposite[], mostTries?: number): Covered {
  const hitBy = opposite.map((each) =>
    conditions.flatMap((condition, number) => (keepsOut(condition, each) ? [number] : [])),
  );
  const sets = hitBy.filter((numbers) => numbers.length > 0);
  const { chosen, isSmallest } = smallestCover(sets, mostTries);
  return {
    chosen: chosen.flatMap((number) => conditions[number] ?? []),
    left: opposite.filter((_, place) => hitBy[place]?.length === 0),
    isSmallest,
  };
}

function keepsOut(condition: Condition, { holding, open, situation }: Opposite): boolean {
  const { fact } = condition;
  if (condition.kind === "holds") return !holding.has(fact);
  if (condition.kind === "absent") return holding.has(fact) || open.has(fact);
  const asked = { mustHold: [], mustNotHold: [], bounds: [condition.bound] };
  return ruleAnswer(asked, situation).settles !== "yes";
}

/** What all of the cluster share, in the order in which it is preferred. */
function factConditions(cluster: Situation[], opposite: Situation[]): Condition[] {
  const sides = cluster.map(sidesOf);
  const common = [...(sides[0]?.holding ?? [])].filter((fact) =>
    sides.every(({ holding }) => holding.has(fact)),
  );
  const touched = new Set(sides.flatMap(({ holding, open }) => [...holding, ...open]));
  const named = opposite.flatMap(({ pro, con, unknown = [] }) => [...pro, ...con, ...unknown]);
  const absent = [...new Set(named)].filter((fact) => !touched.has(fact));
  return [
    ...common.sort().map((fact) => ({ kind: "holds" as const, fact })),
    ...absent.sort().map((fact) => ({ kind: "absent" as const, fact })),
  ];
}

/** The ends of the range of each ordered fact of which all of the cluster tell how much there is. */
function boundConditions(cluster: Situation[]): Condition[] {
  const named = new Set(cluster.flatMap(({ amounts = [] }) => amounts.map(({ fact }) => fact)));
  return [...named].sort().flatMap((fact): Condition[] => {
    const amounts = cluster.map((situation) => amountIn(situation, fact));
    const known = amounts.filter((amount) => amount !== null);
    if (known.length < amounts.length) return [];
    const [least, most] = [Math.min(...known), Math.max(...known)];
    return [
      { kind: "bound", fact, bound: { fact, least, most: null } },
      { kind: "bound", fact, bound: { fact, least: null, most } },
    ];
  });
}

/** Of each ordered fact one bound with the ends that were chosen. */
function joined(chosen: Condition[]): RuleBound[] {
  const bounds = new Map<string, RuleBound>();
  for (const condition of chosen) {
    if (condition.kind !== "bound") continue;
    const { fact, least, most } = condition.bound;
    const known = bounds.get(fact);
    const bound = { least: least ?? known?.least ?? null, most: most ?? known?.most ?? null };
    bounds.set(fact, { fact, ...bound });
  }
  return [...bounds.values()];
}
