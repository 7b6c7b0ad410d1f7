import { DomainError } from "./domain-error.ts";
import type { ScalePoint } from "./question-set.ts";

/**
 * Phases of one case on an agenda. A second round is the phases `scoring` and `revealed` once more with round
 * number 2, so "scoring" always means: somebody is blind.
 */
export const itemPhases = ["prepare", "scoring", "revealed", "concluded"] as const;
export type ItemPhase = (typeof itemPhases)[number];
export const lastRound = 2;

/** A session as a meeting in one room at one time, or spread over some days. */
export const sessionKinds = ["live", "spread"] as const;
export type SessionKind = (typeof sessionKinds)[number];

export const ratingKinds = ["score", "no_judgement", "not_applicable"] as const;
export type RatingKind = (typeof ratingKinds)[number];

export const gateAnswers = ["yes", "no", "unsure"] as const;
export type GateAnswer = (typeof gateAnswers)[number];

/** Arguments plead for an option or against it. */
export const argumentSides = ["for", "against"] as const;

export const progressStatuses = ["notStarted", "busy", "ready"] as const;
export type ProgressStatus = (typeof progressStatuses)[number];

/** Refuses an act in the wrong phase. @throws DomainError `phase_not_allowed`. */
export function assertPhase(current: ItemPhase, allowed: readonly ItemPhase[]): void {
  if (!allowed.includes(current)) throw new DomainError("phase_not_allowed", { current, allowed });
}

/** The phases that may follow; `scoring` after `revealed` opens the next round while there is one. */
export function nextPhases(phase: ItemPhase, round: number): ItemPhase[] {
  if (phase === "prepare") return ["scoring"];
  if (phase === "scoring") return ["revealed"];
  if (phase === "revealed") return round < lastRound ? ["concluded", "scoring"] : ["concluded"];
  return [];
}

/**
 * The people who are not ready at the reveal, in the order given. Nobody missing needs no reason.
 *
 * @throws DomainError `reveal_no_members` when there is nobody to reveal, `reveal_reason_required` (with the missing
 * people) when somebody is missing and the reason is blank.
 */
export function revealCheck(reveal: {
  members: { id: string; ready: boolean }[];
  reason?: string | null;
}): string[] {
  if (reveal.members.length === 0) throw new DomainError("reveal_no_members");
  const missing = reveal.members.filter(({ ready }) => !ready).map(({ id }) => id);
  if (missing.length > 0 && isBlank(reveal.reason)) {
    throw new DomainError("reveal_reason_required", { missing });
  }
  return missing;
}

/** Whether a rating needs its own argument: a score of 1 or 2, and not applicable. */
export function ratingNeedsReason(rating: { kind: RatingKind; value: number | null }): boolean {
  if (rating.kind === "not_applicable") return true;
  return rating.kind === "score" && (rating.value === 1 || rating.value === 2);
}

/** Whether a gate answer needs its own argument: no and unsure. */
export function gateNeedsReason(answer: GateAnswer): boolean {
  return answer !== "yes";
}

/**
 * Refuses a rating that cannot stand: a score is 1 to 5, another kind has no value; 1 and 2 and not applicable need a
 * reason; not applicable only where the criterion allows it.
 *
 * @throws DomainError `rating_value`, `rating_not_applicable` or `rating_reason_required`.
 */
export function assertRating(rating: {
  kind: RatingKind;
  value: number | null;
  reason?: string | null;
  mayNotApply: boolean;
}): void {
  const { kind, value } = rating;
  if (kind === "score" ? !isScalePoint(value) : value !== null) {
    throw new DomainError("rating_value", { kind, value });
  }
  if (kind === "not_applicable" && !rating.mayNotApply) {
    throw new DomainError("rating_not_applicable");
  }
  if (ratingNeedsReason(rating) && isBlank(rating.reason)) {
    throw new DomainError("rating_reason_required", { kind, value });
  }
}

/** Refuses a gate answered no or unsure without an argument. @throws DomainError `gate_reason_required`. */
export function assertGateAnswer(gate: { answer: GateAnswer; reason?: string | null }): void {
  if (gateNeedsReason(gate.answer) && isBlank(gate.reason)) {
    throw new DomainError("gate_reason_required", { answer: gate.answer });
  }
}

export type Scorer = {
  personId: string;
  submitterId: string | null;
  isMember: boolean;
  conflictOfInterest: boolean;
  phase: ItemPhase;
};

export type ScoringObstacle =
  "not_a_member" | "is_submitter" | "conflict_of_interest" | "phase_not_allowed";

/** Why a person may not score this case now, or null when nothing stands in the way. */
export function scoringObstacle(scorer: Scorer): ScoringObstacle | null {
  if (!scorer.isMember) return "not_a_member";
  if (scorer.personId === scorer.submitterId) return "is_submitter";
  if (scorer.conflictOfInterest) return "conflict_of_interest";
  return scorer.phase === "scoring" ? null : "phase_not_allowed";
}

/** Whether a person may score this case now: a member of the panel, not its submitter, free of interest, in time. */
export function mayScore(scorer: Scorer): boolean {
  return scoringObstacle(scorer) === null;
}

/** All that others may know of a person's scoring before the reveal. `given` counts ratings and gate answers. */
export function progressStatus(person: { given: number; ready: boolean }): ProgressStatus {
  if (person.ready) return "ready";
  return person.given > 0 ? "busy" : "notStarted";
}

function isScalePoint(value: number | null): value is ScalePoint {
  return value !== null && Number.isInteger(value) && value >= 1 && value <= 5;
}

function isBlank(text: string | null | undefined): boolean {
  return (text ?? "").trim() === "";
}
