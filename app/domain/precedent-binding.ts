import {
  orderedDifferences,
  type OrderedDifference,
  type OrderedFacts,
  type OrderedValues,
} from "./precedent-ordered.ts";

/**
 * The facts of a case by id: `pro` pleads for relief, `con` for applying the rule. A fact in neither list nor
 * `unknown` is "no".
 */
export type Situation = {
  pro: string[];
  con: string[];
  unknown?: string[];
  ordered?: OrderedFacts;
};

/**
 * A decided case that binds. `level` 0 is strict application, higher is more relief. `reasonPro` and `reasonCon` are
 * the facts that the recorded reason names; empty or absent means all facts of that side. `known` is the catalogue of
 * that time; absent means that every fact was known. A reason may also name ordered facts.
 */
export type Precedent = {
  id: string;
  pro: string[];
  con: string[];
  level: number;
  reasonPro?: string[];
  reasonCon?: string[];
  known?: string[];
  ordered?: OrderedFacts;
};

/** A decision as it would be taken, with the facts that its motivation names; none named means all. */
export type Proposal = Situation & { level: number; reasonPro?: string[]; reasonCon?: string[] };

/** A precedent binds a case to at least its level of relief, or to at most that level. */
export type Direction = "atLeast" | "atMost";

export type Side = "pro" | "con";

/** Which side a direction argues from, and which side argues against it. */
export const sidesOf: Record<Direction, { own: Side; counter: Side }> = {
  atLeast: { own: "pro", counter: "con" },
  atMost: { own: "con", counter: "pro" },
};

/**
 * The directions in which a precedent commits to anything: level 0 only from above, the highest level only from below,
 * a level between them both. Without `levels` every level above 0 counts as the highest.
 */
export function directionsThatMatter(level: number, levels?: number): [Direction, Direction?] {
  if (level === 0) return ["atMost"];
  return levels === undefined || level >= levels - 1 ? ["atLeast"] : ["atLeast", "atMost"];
}

export type DirectionDifferences = {
  /** Facts that the precedent rests on and that were not established here. */
  missing: string[];
  /** Facts against the outcome that the precedent did not have. */
  newCounter: string[];
  /** Ordered facts that plead less for the outcome here, or of which one of the two has no value. */
  weaker: string[];
  /** Those of all differences that are unknown rather than different. */
  unknown: string[];
};

export type BindingQuestion = {
  situation: Situation;
  precedent: Precedent;
  direction: Direction;
  /** The facts that argue against the outcome when a motivation names them; null or absent: all of them. */
  counterReason?: string[] | null;
};

/**
 * What distinguishes a situation from a precedent in one direction; every list sorted, without doubles. No differences
 * at all: the precedent binds.
 *
 * @throws DomainError `ordered` when an ordered value is not a finite number.
 */
export function directionDifferences(question: BindingQuestion): DirectionDifferences {
  const { situation, precedent, direction, counterReason = null } = question;
  const { own, counter } = sidesOf[direction];
  const here = new Set(situation[own]);
  const there = new Set(precedent[counter]);
  const needed = recordedReason(precedent, own) ?? precedent[own];
  const arguing = counterReason ?? situation[counter];
  const missing = plainFacts(needed, precedent.ordered?.[own]).filter((fact) => !here.has(fact));
  const newCounter = plainFacts(arguing, situation.ordered?.[counter]).filter(
    (fact) => !there.has(fact),
  );
  const weaker = weakerFacts(question);
  const notEstablished = new Set(situation.unknown ?? []);
  return {
    missing: sorted(missing),
    newCounter: sorted(newCounter),
    weaker: sorted(weaker.map(({ fact }) => fact)),
    unknown: sorted([
      ...missing.filter((fact) => notEstablished.has(fact)),
      ...notInCatalogue(newCounter, precedent),
      ...weaker.filter(({ isUnknown }) => isUnknown).map(({ fact }) => fact),
    ]),
  };
}

function weakerFacts(question: BindingQuestion): OrderedDifference[] {
  const { situation, precedent, direction, counterReason = null } = question;
  const { own, counter } = sidesOf[direction];
  const reason = recordedReason(precedent, own);
  const [ownThere, counterHere] = [precedent.ordered?.[own], situation.ordered?.[counter]];
  const ownFacts = reason === null ? "there" : orderedFacts(reason, ownThere);
  const counterFacts = counterReason === null ? "both" : orderedFacts(counterReason, counterHere);
  return [
    ...orderedDifferences({
      here: situation.ordered?.[own],
      there: ownThere,
      allowed: "more",
      facts: ownFacts,
    }),
    ...orderedDifferences({
      here: counterHere,
      there: precedent.ordered?.[counter],
      allowed: "less",
      facts: counterFacts,
    }),
  ];
}

/**
 * Whether a decision taken as proposed contradicts a precedent in this direction: the precedent decided another way,
 * its reason holds here, and the reason of the proposal names nothing that the precedent did not have.
 */
export function contradicts(
  proposal: Proposal,
  precedent: Precedent,
  direction: Direction,
): boolean {
  const [low, high] =
    direction === "atLeast" ? [proposal.level, precedent.level] : [precedent.level, proposal.level];
  if (low >= high) return false;
  const counterReason = recordedReason(proposal, sidesOf[direction].counter);
  return binds({ situation: proposal, precedent, direction, counterReason });
}

/** Whether a precedent binds a situation in this direction on what is established now. */
export function binds(question: BindingQuestion): boolean {
  const { missing, newCounter, weaker } = directionDifferences(question);
  return missing.length + newCounter.length + weaker.length === 0;
}

/** The facts of one side that a recorded reason names, or null when the reason names none: all facts count then. */
export function recordedReason(
  decided: { reasonPro?: string[]; reasonCon?: string[] },
  side: Side,
): string[] | null {
  const reason = (side === "pro" ? decided.reasonPro : decided.reasonCon) ?? [];
  return reason.length === 0 ? null : reason;
}

function plainFacts(facts: string[], values: OrderedValues = {}): string[] {
  return facts.filter((fact) => !Object.hasOwn(values, fact));
}

function orderedFacts(facts: string[], values: OrderedValues = {}): string[] {
  return facts.filter((fact) => Object.hasOwn(values, fact));
}

/** Facts that were not in the catalogue when the precedent was decided: it may have had them without a word. */
function notInCatalogue(facts: string[], precedent: Precedent): string[] {
  if (!precedent.known) return [];
  const known = new Set([...precedent.known, ...precedent.pro, ...precedent.con]);
  return facts.filter((fact) => !known.has(fact));
}

function sorted(facts: string[]): string[] {
  return [...new Set(facts)].sort();
}
