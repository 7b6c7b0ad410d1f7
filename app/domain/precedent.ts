import { DomainError } from "./domain-error.ts";
import {
  binds,
  contradicts,
  directionDifferences,
  directionsThatMatter,
  type BindingQuestion,
  type Direction,
  type Precedent,
  type Proposal,
  type Situation,
} from "./precedent-binding.ts";

export type { Direction, Precedent, Proposal, Situation } from "./precedent-binding.ts";
export type { OrderedFacts, OrderedValues } from "./precedent-ordered.ts";
export { leading } from "./precedent-leading.ts";

/**
 * What distinguishes a case from a precedent in one direction. `binds` is "if" when every difference is an unknown
 * fact. `weaker` holds ordered facts that plead less for the outcome here, and is there only when the case or the
 * precedent has ordered facts.
 */
export type Differences = {
  missing: string[];
  newCounter: string[];
  weaker?: string[];
  binds: "yes" | "if" | "no";
};

/**
 * Why a precedent does or does not bind a situation: to at least its level, and to at most its level.
 *
 * `atLeast` binds when every fact of the reason for relief is here and nothing pleads against relief that the
 * precedent did not have; `atMost` is the mirror. A fact is unknown when it is unknown here, or came into the
 * catalogue after the precedent. Source: the result and reason models of precedent (Horty 2011), with the differences
 * of Prakken, "A formal analysis of some factor- and precedent-based accounts" (2021).
 *
 * Ordered facts compare by dominance: a case with fewer months late is at least as strong a case for relief, all else
 * equal. A value that one of the two does not have is unknown.
 *
 * @throws DomainError `ordered` when an ordered value is not a finite number.
 */
export function differences(
  situation: Situation,
  precedent: Precedent,
): { atLeast: Differences; atMost: Differences } {
  return {
    atLeast: described({ situation, precedent, direction: "atLeast" }),
    atMost: described({ situation, precedent, direction: "atMost" }),
  };
}

function described(question: BindingQuestion): Differences {
  const { missing, newCounter, weaker, unknown } = directionDifferences(question);
  const count = missing.length + newCounter.length + weaker.length;
  const hasOrdered = question.situation.ordered ?? question.precedent.ordered;
  const verdict = count === 0 ? "yes" : count === unknown.length ? "if" : "no";
  return { missing, newCounter, ...(hasOrdered && { weaker }), binds: verdict };
}

/** What the precedents commit to in a situation: relief of at least `lower` and at most `upper`. */
export type Band = {
  lower: number;
  upper: number;
  /** The precedents that set `lower`, sorted by id; none when 0 is the lowest because nothing binds. */
  lowerBy: string[];
  /** The precedents that set `upper`, sorted by id; none when nothing keeps the highest level away. */
  upperBy: string[];
  /** The precedents already contradict each other here: `lower` is above `upper`. */
  conflict: boolean;
};

/**
 * The levels that treat a situation as the precedents did. A level below `lower` or above `upper` is unequal treatment
 * of equal cases. A precedent of level 0 binds nothing from below and one of the highest level nothing from above, so
 * neither is named there.
 *
 * @param levels the number of outcome levels, at least 1; levels run from 0
 * @throws DomainError `levels`, or `level` when a precedent has a level outside them, or `ordered`.
 */
export function equalTreatment(
  situation: Situation,
  levels: number,
  precedents: Precedent[],
): Band {
  assertLevels(levels, precedents);
  const top = levels - 1;
  const below = precedents.filter(
    (precedent) => precedent.level > 0 && binds({ situation, precedent, direction: "atLeast" }),
  );
  const above = precedents.filter(
    (precedent) => precedent.level < top && binds({ situation, precedent, direction: "atMost" }),
  );
  const lower = below.reduce((highest, { level }) => Math.max(highest, level), 0);
  const upper = above.reduce((lowest, { level }) => Math.min(lowest, level), top);
  return {
    lower,
    upper,
    lowerBy: idsAt(below, lower),
    upperBy: idsAt(above, upper),
    conflict: lower > upper,
  };
}

function assertLevels(levels: number, precedents: { level: number }[]): void {
  if (!Number.isInteger(levels) || levels < 1) throw new DomainError("levels", { levels });
  for (const { level } of precedents) {
    const isLevel = Number.isInteger(level) && level >= 0 && level < levels;
    if (!isLevel) throw new DomainError("level", { level });
  }
}

function idsAt(precedents: Precedent[], level: number): string[] {
  return precedents
    .filter((precedent) => precedent.level === level)
    .map(({ id }) => id)
    .sort();
}

/** A precedent that a proposal contradicts, and the direction in which that precedent binds. */
export type Conflict = { id: string; because: Direction };

/**
 * The precedents that a decision would contradict, sorted by id. A reason that names a fact the precedent did not have
 * clears the conflict: the motivation decides, not the facts alone.
 *
 * @throws DomainError `ordered` when an ordered value is not a finite number.
 */
export function conflicts(proposal: Proposal, precedents: Precedent[]): Conflict[] {
  return precedents
    .flatMap((precedent): Conflict[] => {
      const because = precedent.level > proposal.level ? "atLeast" : "atMost";
      return contradicts(proposal, precedent, because) ? [{ id: precedent.id, because }] : [];
    })
    .sort((a, b) => compareIds(a.id, b.id));
}

/** What would make a precedent bind: the differences that are facts to find out, and those that are to be motivated. */
export type TippingPoint = { id: string; toFindOut: string[]; toMotivate: string[] };

/**
 * Per precedent the smallest set of differences: establishing the ones to find out, and having nothing to motivate,
 * makes it bind. Both lists empty: it binds now. Fewest differences first, then by id.
 *
 * The direction is at most for level 0 and at least for a higher level. With `levels`, a precedent between the lowest
 * and the highest level counts in the direction with the fewest differences (at least when equal).
 *
 * @throws DomainError `ordered` when an ordered value is not a finite number.
 */
export function tipping(
  situation: Situation,
  precedents: Precedent[],
  levels?: number,
): TippingPoint[] {
  return precedents
    .map((precedent) => nearestPoint(situation, precedent, levels))
    .sort((a, b) => size(a) - size(b) || compareIds(a.id, b.id));
}

function nearestPoint(
  situation: Situation,
  precedent: Precedent,
  levels: number | undefined,
): TippingPoint {
  const [first, second] = directionsThatMatter(precedent.level, levels);
  const point = tippingPoint({ situation, precedent, direction: first });
  if (!second) return point;
  const other = tippingPoint({ situation, precedent, direction: second });
  return size(other) < size(point) ? other : point;
}

function tippingPoint(question: BindingQuestion): TippingPoint {
  const found = directionDifferences(question);
  const toFindOut = new Set(found.unknown);
  const all = [...found.missing, ...found.newCounter, ...found.weaker].sort();
  return {
    id: question.precedent.id,
    toFindOut: all.filter((fact) => toFindOut.has(fact)),
    toMotivate: all.filter((fact) => !toFindOut.has(fact)),
  };
}

function size(point: TippingPoint): number {
  return point.toFindOut.length + point.toMotivate.length;
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
