import type { RuleBound, RuleConditions } from "./policy-rule.ts";

/** What settles exactly the situations that both settle: all conditions of both, at the level of the first. */
export function bothConditions(a: RuleConditions, b: RuleConditions): RuleConditions {
  const union = (some: string[], others: string[]) => [...new Set([...some, ...others])];
  const facts = union(
    a.bounds.map(({ fact }) => fact),
    b.bounds.map(({ fact }) => fact),
  );
  return {
    mustHold: union(a.mustHold, b.mustHold),
    mustNotHold: union(a.mustNotHold, b.mustNotHold),
    bounds: facts.map((fact) => narrowest([...a.bounds, ...b.bounds], fact)),
    level: a.level,
  };
}

/** Both bounds at once. When they leave nothing open between them, no amount is within. */
function narrowest(bounds: RuleBound[], fact: string): RuleBound {
  const own = bounds.filter((bound) => bound.fact === fact);
  const ends = (end: "least" | "most") => own.flatMap((bound) => bound[end] ?? []);
  const [least, most] = [ends("least"), ends("most")];
  return {
    fact,
    least: least.length === 0 ? null : Math.max(...least),
    most: most.length === 0 ? null : Math.min(...most),
  };
}

export type ConditionPart = {
  kind: "mustFact" | "mustNotFact" | "boundFact";
  fact: string;
  /** The rule that asks only this. */
  conditions: RuleConditions;
};

/** The conditions of a rule one by one: facts that must hold, facts that must not, bounds. */
export function conditionParts(rule: RuleConditions): ConditionPart[] {
  const { mustHold, mustNotHold, bounds, level } = rule;
  const nothing = { mustHold: [], mustNotHold: [], bounds: [], level };
  return [
    ...mustHold.map((fact) => ({
      ...{ kind: "mustFact" as const, fact },
      conditions: { ...nothing, mustHold: [fact] },
    })),
    ...mustNotHold.map((fact) => ({
      ...{ kind: "mustNotFact" as const, fact },
      conditions: { ...nothing, mustNotHold: [fact] },
    })),
    ...bounds.map((bound) => ({
      ...{ kind: "boundFact" as const, fact: bound.fact },
      conditions: { ...nothing, bounds: [bound] },
    })),
  ];
}
