import {
  directionDifferences,
  recordedReason,
  type Direction,
  type Precedent,
  type Proposal,
  type Side,
  type Situation,
} from "./precedent-binding.ts";
import type { EqualTreatmentAnswer, PrecedentRelation } from "./precedent-relations.ts";

const counterSide: Record<Direction, Side> = { atLeast: "con", atMost: "pro" };

/** The direction in which a precedent of another level would contradict a decision; null for the same level. */
export function contradictingDirection(decided: number, precedent: number): Direction | null {
  if (decided === precedent) return null;
  return precedent > decided ? "atLeast" : "atMost";
}

/**
 * The facts of a case that would clear its conflict with a precedent when the reason of the decision names them: what
 * pleads against the outcome of the precedent and was not there then. Sorted by id; none: nothing in this case makes a
 * difference. Only meaningful for a precedent that the decision contradicts.
 *
 * @throws DomainError `ordered` when an ordered value is not a finite number.
 */
export function clearingFacts(
  situation: Situation,
  precedent: Precedent,
  direction: Direction,
): string[] {
  const { newCounter, weaker } = directionDifferences({ situation, precedent, direction });
  const here = countered(situation, direction);
  return sorted([...newCounter, ...weaker].filter((fact) => here.has(fact)));
}

/** The facts of the case against the outcome of a precedent, ordered ones too. */
function countered(situation: Situation, direction: Direction): Set<string> {
  const side = counterSide[direction];
  return new Set([...situation[side], ...Object.keys(situation.ordered?.[side] ?? {})]);
}

/**
 * The facts by which the reason of a decision distinguishes the case from a precedent that would otherwise contradict
 * it. Null when the precedent would not bind here anyway, or has the same level; an empty list when it binds and the
 * reason names nothing: a conflict.
 *
 * @throws DomainError `ordered` when an ordered value is not a finite number.
 */
export function distinguishingFacts(proposal: Proposal, precedent: Precedent): string[] | null {
  const direction = contradictingDirection(proposal.level, precedent.level);
  if (direction === null) return null;
  const question = { situation: proposal, precedent, direction };
  if (countOf(directionDifferences({ ...question, counterReason: [] })) > 0) return null;
  const counterReason = recordedReason(proposal, counterSide[direction]);
  const { newCounter, weaker } = directionDifferences({ ...question, counterReason });
  return sorted([...newCounter, ...weaker]);
}

/** How a decision treats a precedent that it names, and the facts on which the case differs from it. */
export type Treatment = { relation: PrecedentRelation; differences: string[] };

/**
 * Follows from the levels and the facts: the same level follows the precedent, unless those who decide say that their
 * case is different and a fact bears that out; another level distinguishes it by the facts that differ, and departs
 * from it when none does.
 *
 * @throws DomainError `ordered` when an ordered value is not a finite number.
 */
export function treatmentOf(compared: {
  proposal: Proposal;
  precedent: Precedent;
  /** The people who decide found the case different from those they name. */
  isDifferent: boolean;
}): Treatment {
  const { proposal, precedent, isDifferent } = compared;
  const contradicting = contradictingDirection(proposal.level, precedent.level);
  if (contradicting === null && !isDifferent) return { relation: "followed", differences: [] };
  const direction = contradicting ?? (precedent.level === 0 ? "atMost" : "atLeast");
  const counterReason = recordedReason(proposal, counterSide[direction]);
  const found = directionDifferences({
    situation: proposal,
    precedent,
    direction,
    counterReason,
  });
  const differences = sorted([...found.missing, ...found.newCounter, ...found.weaker]);
  if (differences.length > 0) return { relation: "distinguished", differences };
  return { relation: contradicting === null ? "followed" : "departed", differences };
}

/**
 * What a decision answers to the comparison with earlier ones. A warning left standing weighs most, then a change of
 * line, then a reason that names a difference; without any of these the decision stays within what binds it, or nothing
 * binds it.
 */
export function equalTreatmentAnswer(found: {
  /** Precedents it contradicts with neither a reason nor a change of line. */
  standing: number;
  /** Precedents it departs from by a change of line. */
  changed: number;
  /** Precedents that would have bound it, had its reason not named a difference. */
  distinguished: number;
  /** Precedents that bind it, to at least or at most a level. */
  binding: number;
}): EqualTreatmentAnswer {
  if (found.standing > 0) return "unanswered";
  if (found.changed > 0) return "line_change";
  if (found.distinguished > 0) return "reason";
  return found.binding > 0 ? "within" : "unbound";
}

type Found = ReturnType<typeof directionDifferences>;

function countOf({ missing, newCounter, weaker }: Found): number {
  return missing.length + newCounter.length + weaker.length;
}

function sorted(facts: string[]): string[] {
  return [...new Set(facts)].sort();
}
