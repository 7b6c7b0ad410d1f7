import { DomainError } from "./domain-error.ts";

/** Values by fact id of facts that come in more or less: months late, an amount. Finite, in the fact's own unit. */
export type OrderedValues = { [factId: string]: number };

/**
 * Ordered facts by what more of them pleads for: `pro` relief (years of illness), `con` applying the rule (months
 * late). A fact without a value is unknown, never zero. An ordered fact stands on one side, the same in every case of a
 * scope, and not in the plain lists.
 */
export type OrderedFacts = { pro?: OrderedValues; con?: OrderedValues };

export type OrderedDifference = { fact: string; isUnknown: boolean };

type OrderedComparison = {
  here: OrderedValues | undefined;
  there: OrderedValues | undefined;
  /** What the case here may have beside the precedent and still bind: more of the fact, or less. */
  allowed: "more" | "less";
  /** The facts that count: those with a value in the precedent, in one of the two, or the ones named. */
  facts: "there" | "both" | string[];
};

/**
 * The ordered facts on which a case pleads less for the outcome than the precedent did, or that cannot be compared
 * because one of the two has no value. By dominance: equal values never differ. Values are never below zero, so that
 * 0 is none of it: whoever needs none, or has none against the outcome, differs in nothing, and what is unknown here
 * is no difference with a precedent that had none.
 *
 * @throws DomainError `ordered` when a value is not a finite number.
 */
export function orderedDifferences(comparison: OrderedComparison): OrderedDifference[] {
  const { here = {}, there = {}, allowed } = comparison;
  return countedFacts(comparison).flatMap((fact): OrderedDifference[] => {
    const [own, other] = [orderedValue(here, fact), orderedValue(there, fact)];
    const isNone = allowed === "more" ? other === 0 : own === 0 || (own === null && other === 0);
    if (isNone || (own === null && other === null)) return [];
    if (own === null || other === null) return [{ fact, isUnknown: true }];
    const isAllowed = allowed === "more" ? own >= other : own <= other;
    return isAllowed ? [] : [{ fact, isUnknown: false }];
  });
}

function countedFacts({ here = {}, there = {}, facts }: OrderedComparison): string[] {
  if (facts === "there") return Object.keys(there);
  if (facts === "both") return Object.keys({ ...here, ...there });
  return facts;
}

/** The value of a fact, or null when it is unknown. */
export function orderedValue(values: OrderedValues, fact: string): number | null {
  const value = Object.hasOwn(values, fact) ? values[fact] : undefined;
  if (value === undefined) return null;
  if (!Number.isFinite(value)) throw new DomainError("ordered", { fact });
  return value;
}
