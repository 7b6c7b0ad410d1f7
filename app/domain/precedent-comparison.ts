import {
  directionDifferences,
  directionsThatMatter,
  type Direction,
  type DirectionDifferences,
  type Precedent,
  type Side,
  type Situation,
} from "./precedent-binding.ts";
import { orderedValue } from "./precedent-ordered.ts";

/**
 * How near a precedent is: `equal` binds; `nearly` would bind if unknown facts turn out so, or but for one difference;
 * `distinguishable` differs in more than that.
 */
export type ComparisonVerdict = "equal" | "nearly" | "distinguishable";

/** A fact that keeps a precedent from binding: to find out when it is unknown on either side, else to motivate. */
export type DifferentFact = {
  fact: string;
  kind: "missing" | "newCounter" | "weaker";
  way: "toFindOut" | "toMotivate";
};

/** One direction of the compare screen. Every list is sorted by fact; a fact stands in one list per side. */
export type DirectionComparison = {
  direction: Direction;
  verdict: ComparisonVerdict;
  differenceCount: number;
  /** Facts that make the outcome of the precedent follow all the more here. */
  strongerHere: string[];
  /** The differences: what would have to be found out or motivated to decide otherwise. */
  differentHere: DifferentFact[];
  /** Facts on one side only that make no difference: outside the reason of the precedent, or unknown here. */
  besides: string[];
};

export type Comparison = {
  id: string;
  /** The verdict and number of differences of the nearest direction; sort by the number, then by date. */
  verdict: ComparisonVerdict;
  differenceCount: number;
  /** Facts that both have, on the same side and, when ordered, with the same value. */
  same: string[];
  /** The nearest direction first. Two only for a level between the lowest and the highest. */
  directions: [DirectionComparison, DirectionComparison?];
};

/**
 * What the compare screen shows of a case beside one precedent.
 *
 * A precedent of level 0 is compared as "at most", one of the highest level as "at least", and one in between as both:
 * its verdict and number of differences are those of the direction with the fewest.
 *
 * @throws DomainError `ordered` when an ordered value is not a finite number.
 */
export function comparison(compared: {
  situation: Situation;
  precedent: Precedent;
  /** The number of outcome levels. */
  levels: number;
}): Comparison {
  const { situation, precedent, levels } = compared;
  const [first, second] = directionsThatMatter(precedent.level, levels);
  const one = directionComparison({ situation, precedent, direction: first });
  const other = second && directionComparison({ situation, precedent, direction: second });
  const directions = nearestFirst(one, other);
  const [{ verdict, differenceCount }] = directions;
  const same = sides.flatMap((side) => sameFacts(situation, precedent, side));
  return { id: precedent.id, verdict, differenceCount, same: sorted(same), directions };
}

function nearestFirst(
  one: DirectionComparison,
  other: DirectionComparison | undefined,
): Comparison["directions"] {
  if (!other) return [one];
  return other.differenceCount < one.differenceCount ? [other, one] : [one, other];
}

const sides: Side[] = ["pro", "con"];

function sameFacts(situation: Situation, precedent: Precedent, side: Side): string[] {
  const there = new Set(precedent[side]);
  const values = orderedPairs(situation, precedent, side);
  return [
    ...situation[side].filter((fact) => there.has(fact)),
    ...values.filter(({ here, there }) => here !== null && here === there).map(({ fact }) => fact),
  ];
}

function directionComparison(question: {
  situation: Situation;
  precedent: Precedent;
  direction: Direction;
}): DirectionComparison {
  const { situation, precedent, direction } = question;
  const [own, counter]: [Side, Side] = direction === "atLeast" ? ["pro", "con"] : ["con", "pro"];
  const found = directionDifferences(question);
  const differentHere = differentFacts(found);
  const unknown = new Set(situation.unknown ?? []);
  const gone = without(precedent[counter], situation[counter]);
  const missing = new Set(found.missing);
  const ordered = orderedBesideDifferences(question, new Set(found.weaker));
  return {
    direction,
    verdict: verdictOf(found, differentHere.length),
    differenceCount: differentHere.length,
    strongerHere: sorted([
      ...without(situation[own], precedent[own]),
      ...gone.filter((fact) => !unknown.has(fact)),
      ...ordered.filter(({ isStronger }) => isStronger).map(({ fact }) => fact),
    ]),
    differentHere,
    besides: sorted([
      ...without(precedent[own], situation[own]).filter((fact) => !missing.has(fact)),
      ...gone.filter((fact) => unknown.has(fact)),
      ...ordered.filter(({ isStronger }) => !isStronger).map(({ fact }) => fact),
    ]),
  };
}

function differentFacts(found: DirectionDifferences): DifferentFact[] {
  const unknown = new Set(found.unknown);
  const kinds = ["missing", "newCounter", "weaker"] as const;
  return kinds
    .flatMap((kind) =>
      found[kind].map((fact): DifferentFact => {
        return { fact, kind, way: unknown.has(fact) ? "toFindOut" : "toMotivate" };
      }),
    )
    .sort((a, b) => (a.fact < b.fact ? -1 : a.fact > b.fact ? 1 : 0));
}

function verdictOf(found: DirectionDifferences, count: number): ComparisonVerdict {
  if (count === 0) return "equal";
  return count === 1 || count === found.unknown.length ? "nearly" : "distinguishable";
}

/** The ordered facts with a value on either side that are neither equal nor a difference. */
function orderedBesideDifferences(
  { situation, precedent, direction }: Parameters<typeof directionComparison>[0],
  weaker: Set<string>,
): { fact: string; isStronger: boolean }[] {
  return sides.flatMap((side) =>
    orderedPairs(situation, precedent, side)
      .filter(({ fact, here, there }) => here !== there && !weaker.has(fact))
      .map(({ fact, here, there }) => {
        const isMore = here !== null && there !== null && here > there;
        const isLess = here !== null && there !== null && here < there;
        const pleadsForOutcome = (side === "pro") === (direction === "atLeast");
        return { fact, isStronger: pleadsForOutcome ? isMore : isLess };
      }),
  );
}

function orderedPairs(
  situation: Situation,
  precedent: Precedent,
  side: Side,
): { fact: string; here: number | null; there: number | null }[] {
  const [here, there] = [situation.ordered?.[side] ?? {}, precedent.ordered?.[side] ?? {}];
  return Object.keys({ ...here, ...there }).map((fact) => {
    return { fact, here: orderedValue(here, fact), there: orderedValue(there, fact) };
  });
}

function without(facts: string[], others: string[]): string[] {
  const left = new Set(others);
  return facts.filter((fact) => !left.has(fact));
}

function sorted(facts: string[]): string[] {
  return [...new Set(facts)].sort();
}
