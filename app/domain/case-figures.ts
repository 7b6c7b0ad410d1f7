import type { CaseStatus } from "./case-file.ts";
import { dayNumber } from "./day.ts";
import type { DecisionKind } from "./decision.ts";
import type { HelpAnswer } from "./follow-up.ts";
import type { Bearer, Recurrence } from "./option.ts";
import type { EqualTreatmentAnswer, PrecedentRelation } from "./precedent-relations.ts";
import { weighingFigures, type PerspectiveFigures } from "./weighing-figures.ts";
import type { Weighing, WeighingInput } from "./weighing.ts";

/** Goes up when figures hold something else: those of before are then made anew. */
export const figuresVersion = 1;

/**
 * Whether a decision chose what the weighing proposed: all of it, something else, when nothing passed, when nothing was
 * weighed, or when it withdraws an earlier decision and so chooses nothing.
 */
export const choiceKinds = [
  "followed",
  "departed",
  "no_proposal",
  "not_weighed",
  "withdrawn",
] as const;
export type ChoiceKind = (typeof choiceKinds)[number];

/** What the dashboards count of one case. Moments in UTC milliseconds, amounts in cents. */
export type CaseFigures = {
  status: CaseStatus;
  scopeId: string | null;
  receivedAt: number;
  extendedUntil: number | null;
  /** Has facts about health or crime: fewer people may read it. */
  special: boolean;
  /** When it was first decided. */
  decidedAt: number | null;
  /** The decision in force. */
  decision: DecisionFigures | null;
  /** The latest weighing. */
  weighing: { at: number; perspectives: PerspectiveFigures[] } | null;
  /** The latest look back. */
  review: ReviewFigures | null;
};

export type DecisionFigures = {
  takenAt: number;
  level: number | null;
  choice: ChoiceKind;
  answer: EqualTreatmentAnswer | null;
  /** Perspectives in which what was chosen does not pass. */
  failing: string[];
  /** Estimates of what was chosen, per bearer; `yearly` is per year. */
  costs: { bearer: Bearer; once: number; yearly: number }[];
  conditions: { count: number; done: number; firstOpenDue: number | null };
  /** The precedents it names: how it treats them, and how many days old they were. */
  uses: { relation: PrecedentRelation; ageDays: number }[];
};

export type ReviewFigures = {
  heldAt: number;
  helpedCitizen: HelpAnswer | null;
  helpedProfessional: HelpAnswer | null;
  conditionsKept: HelpAnswer | null;
};

type WeighingRow = { createdAt: number; input: WeighingInput; result: Weighing };

/** The rows of a case that its figures are made of. */
export type CaseRows = {
  caseFile: {
    status: CaseStatus;
    scopeId: string | null;
    receivedAt: number;
    extendedUntil: number | null;
    specialHealth: boolean;
    specialCriminal: boolean;
  };
  /** When each of its decisions was taken, those since replaced too. */
  decidedAt: number[];
  inForce: {
    kind: DecisionKind;
    takenAt: number;
    level: number | null;
    answer: EqualTreatmentAnswer | null;
    /** The options chosen; more than one where claims are treated differently. */
    optionIds: string[];
    weighing: WeighingRow | null;
    costLines: { bearer: Bearer; recurrence: Recurrence; cents: number }[];
    conditions: { dueDate: number; doneAt: number | null }[];
    precedents: { relation: PrecedentRelation; decidedAt: number }[];
  } | null;
  weighing: WeighingRow | null;
  reviews: ReviewFigures[];
};

/** What the dashboards count of a case, from its rows. The order of the rows does not matter. */
export function caseFigures(rows: CaseRows): CaseFigures {
  const { specialHealth, specialCriminal, ...caseFile } = rows.caseFile;
  const { inForce, weighing } = rows;
  return {
    ...caseFile,
    special: specialHealth || specialCriminal,
    decidedAt: rows.decidedAt.length === 0 ? null : Math.min(...rows.decidedAt),
    decision: inForce && decisionFigures(inForce),
    weighing: weighing && { at: weighing.createdAt, perspectives: weighingFigures(weighing) },
    review: latestReview(rows.reviews),
  };
}

type InForce = NonNullable<CaseRows["inForce"]>;

function decisionFigures(decision: InForce): DecisionFigures {
  const { takenAt, level, answer, conditions, precedents } = decision;
  const open = conditions.filter(({ doneAt }) => doneAt === null);
  return {
    ...{ takenAt, level, answer },
    choice: choiceOf(decision),
    failing: failingIn(decision),
    costs: costsOf(decision.costLines),
    conditions: {
      count: conditions.length,
      done: conditions.length - open.length,
      firstOpenDue: open.length === 0 ? null : Math.min(...open.map(({ dueDate }) => dueDate)),
    },
    uses: precedents
      .map(({ relation, decidedAt }) => ({ relation, ageDays: ageOf(takenAt, decidedAt) }))
      .sort((a, b) => a.ageDays - b.ageDays || (a.relation < b.relation ? -1 : 1)),
  };
}

function ageOf(takenAt: number, decidedAt: number): number {
  return Math.max(0, dayNumber(takenAt) - dayNumber(decidedAt));
}

/** The same as when a decision asks for a reason to depart: each option chosen is proposed, and passes. */
function choiceOf({ kind, weighing, optionIds }: InForce): ChoiceKind {
  if (kind === "withdrawal") return "withdrawn";
  if (!weighing) return "not_weighed";
  const { proposed, options } = weighing.result;
  if (proposed.length === 0) return "no_proposal";
  const passing = options.filter(({ passes }) => passes).map(({ id }) => id);
  const departs = optionIds.some((id) => !proposed.includes(id) || !passing.includes(id));
  return departs ? "departed" : "followed";
}

function failingIn({ kind, weighing, optionIds }: InForce): string[] {
  if (kind === "withdrawal" || !weighing) return [];
  const chosen = weighing.result.options.filter(({ id }) => optionIds.includes(id));
  const failing = chosen.flatMap(({ perspectives }) =>
    perspectives.filter(({ passes }) => !passes).map(({ id }) => id),
  );
  return [...new Set(failing)].sort();
}

function costsOf(lines: InForce["costLines"]): DecisionFigures["costs"] {
  const found = new Map<Bearer, { once: number; yearly: number }>();
  for (const { bearer, recurrence, cents } of lines) {
    const own = found.get(bearer) ?? { once: 0, yearly: 0 };
    own[recurrence] += cents;
    found.set(bearer, own);
  }
  return [...found]
    .map(([bearer, amounts]) => ({ bearer, ...amounts }))
    .sort((a, b) => (a.bearer < b.bearer ? -1 : 1));
}

function latestReview(reviews: ReviewFigures[]): ReviewFigures | null {
  return reviews.reduce<ReviewFigures | null>(
    (latest, review) => (latest && latest.heldAt > review.heldAt ? latest : review),
    null,
  );
}
