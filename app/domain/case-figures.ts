import type { SituationFigures } from "./case-figures-situation.ts";
import type { CaseStatus } from "./case-file.ts";
import { dayNumber } from "./day.ts";
import type { DecisionKind } from "./decision.ts";
import type { HelpAnswer } from "./follow-up.ts";
import { bearers, type Bearer, type Recurrence } from "./option.ts";
import type { EqualTreatmentAnswer, PrecedentRelation } from "./precedent-relations.ts";
import type { CitizenAnswers, CitizenChoice } from "./questionnaire.ts";
import { weighingFigures, type PerspectiveFigures } from "./weighing-figures.ts";
import type { Weighing, WeighingInput } from "./weighing.ts";

/** Goes up when figures hold something else: those of before are then made anew. */
export const figuresVersion = 2;

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
  /** When a policy rule settled it. */
  settledAt: number | null;
  /** The latest answer of the citizen to the five questions; `helped` is null when that one was skipped. */
  asked: { answeredAt: number; helped: CitizenChoice | null } | null;
  /** What the decision in force was about; null while nothing is decided, or when it was withdrawn. */
  situation: SituationFigures | null;
};

export type DecisionFigures = {
  takenAt: number;
  level: number | null;
  choice: ChoiceKind;
  answer: EqualTreatmentAnswer | null;
  /** Perspectives in which what was chosen does not pass. */
  failing: string[];
  /**
   * What was chosen costs, per bearer: as estimated, `yearly` per year, and as it was at the last review that tells;
   * null when none does.
   */
  costs: { bearer: Bearer; once: number; yearly: number; realised: number | null }[];
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
  reviews: (ReviewFigures & { costs: Partial<Record<Bearer, number>> | null })[];
  settledAt: number | null;
  asked: { answeredAt: number; answers: CitizenAnswers }[];
  situation: SituationFigures | null;
};

/** What the dashboards count of a case, from its rows; of two reviews at one moment the last one counts. */
export function caseFigures(rows: CaseRows): CaseFigures {
  const { specialHealth, specialCriminal, ...caseFile } = rows.caseFile;
  const { inForce, weighing, situation } = rows;
  return {
    ...caseFile,
    special: specialHealth || specialCriminal,
    decidedAt: rows.decidedAt.length === 0 ? null : Math.min(...rows.decidedAt),
    decision: inForce && decisionFigures(inForce, rows.reviews),
    weighing: weighing && { at: weighing.createdAt, perspectives: weighingFigures(weighing) },
    review: reviewFigures(latest(rows.reviews)),
    settledAt: rows.settledAt,
    asked: askedFigures(rows.asked),
    situation,
  };
}

type InForce = NonNullable<CaseRows["inForce"]>;

function decisionFigures(decision: InForce, reviews: CaseRows["reviews"]): DecisionFigures {
  const { takenAt, level, answer, conditions, precedents } = decision;
  const open = conditions.filter(({ doneAt }) => doneAt === null);
  const realised = latest(reviews.filter(({ costs }) => costs !== null))?.costs ?? null;
  return {
    ...{ takenAt, level, answer },
    choice: choiceOf(decision),
    failing: failingIn(decision),
    costs: costsOf(decision.costLines, realised),
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

function costsOf(
  lines: InForce["costLines"],
  realised: Partial<Record<Bearer, number>> | null,
): DecisionFigures["costs"] {
  return bearers.flatMap((bearer) => {
    const own = lines.filter((line) => line.bearer === bearer);
    const total = (recurrence: Recurrence) =>
      own.reduce((sum, line) => (line.recurrence === recurrence ? sum + line.cents : sum), 0);
    const amounts = { once: total("once"), yearly: total("yearly") };
    const told = realised?.[bearer] ?? null;
    return own.length === 0 && told === null ? [] : [{ bearer, ...amounts, realised: told }];
  });
}

function latest<Review extends { heldAt: number }>(reviews: Review[]): Review | null {
  return reviews.reduce<Review | null>(
    (last, review) => (last && last.heldAt > review.heldAt ? last : review),
    null,
  );
}

function askedFigures(asked: CaseRows["asked"]): CaseFigures["asked"] {
  const last = latest(asked.map((row) => ({ ...row, heldAt: row.answeredAt })));
  return last && { answeredAt: last.answeredAt, helped: last.answers.helped };
}

function reviewFigures(review: ReviewFigures | null): ReviewFigures | null {
  if (!review) return null;
  const { heldAt, helpedCitizen, helpedProfessional, conditionsKept } = review;
  return { heldAt, helpedCitizen, helpedProfessional, conditionsKept };
}
