import { dayNumber, startOfDay } from "./day.ts";
import { DomainError } from "./domain-error.ts";

/** The road a case follows, in order. */
export const caseRoad = [
  "registered",
  "intake",
  "facts_and_options",
  "scoring",
  "deliberation",
  "decision",
  "follow_up",
  "closed",
] as const;
/** Where a case can leave the road before there is a decision. */
export const sideExits = ["standard_route", "referred", "withdrawn"] as const;
export const caseStatuses = [...caseRoad, ...sideExits] as const;
export type CaseStatus = (typeof caseStatuses)[number];
/** A case in one of these can only be reopened. */
export const endedStatuses = ["closed", ...sideExits] as const;

/** The steps of the case form, in order. */
export const caseSteps = ["situation", "law", "facts", "options", "people", "check"] as const;
export type CaseStep = (typeof caseSteps)[number];

export const lifeEvents = [
  "birth",
  "growing_up",
  "turning_18",
  "study",
  "moving",
  "moving_abroad",
  "coming_to_netherlands",
  "living_together",
  "marriage",
  "divorce",
  "child_leaves_home",
  "starting_work",
  "starting_business",
  "ending_business",
  "job_loss",
  "illness",
  "disability",
  "informal_care",
  "debt",
  "eviction",
  "homelessness",
  "violence_or_abuse",
  "detention",
  "return_from_detention",
  "retirement",
  "death_of_partner",
  "death_of_relative",
  "inheritance",
  "other",
] as const;
export type LifeEvent = (typeof lifeEvents)[number];

export const urgencyKinds = ["eviction", "bailiff", "cut_off", "other"] as const;
export type UrgencyKind = (typeof urgencyKinds)[number];

export const proceedingKinds = ["none", "objection", "appeal", "higher_appeal"] as const;
export type ProceedingKind = (typeof proceedingKinds)[number];

export const pinchPlaces = ["law_article", "policy_rule", "working_process", "system"] as const;
export type PinchPlace = (typeof pinchPlaces)[number];

export const factAnswers = ["yes", "no", "unknown"] as const;
export type FactAnswer = (typeof factAnswers)[number];

/** `pro` pleads for relief, `con` for applying the rule. */
export const factKinds = ["pro", "con"] as const;
export type FactKind = (typeof factKinds)[number];
/** What the amount of an ordered fact counts: whole months, years or times, or euro cents. */
export const factMeasures = ["months", "years", "times", "cents"] as const;
export type FactMeasure = (typeof factMeasures)[number];

export type StatusMove = "forward" | "back" | "exit" | "reopen";

/** Whether a case in this status has ended: closed, or left by a side exit. */
export function hasEnded(status: CaseStatus): boolean {
  return endedStatuses.some((ended) => ended === status);
}

/** The statuses a case may go to: the step forward first, then steps back (nearest first), then side exits. */
export function nextStatuses(status: CaseStatus): CaseStatus[] {
  if (hasEnded(status)) return ["intake"];
  const place = caseRoad.findIndex((step) => step === status);
  const forward = caseRoad.slice(place + 1, place + 2);
  const back = caseRoad.slice(0, place).reverse();
  // Once decided a case ends by closing: taking a decision back is a new decision, not a status.
  const exits = status === "follow_up" ? [] : sideExits;
  return [...forward, ...back, ...exits];
}

/**
 * Checks a change of status and tells what kind of move it is. One step forward needs no reason; a step back, a side
 * exit and reopening an ended case (to intake) do.
 *
 * @throws DomainError `status_move_not_allowed` or `status_reason_required`.
 */
export function changeStatus(change: {
  from: CaseStatus;
  to: CaseStatus;
  reason?: string | null;
}): StatusMove {
  const { from, to } = change;
  if (!nextStatuses(from).includes(to)) {
    throw new DomainError("status_move_not_allowed", { from, to });
  }
  const move = statusMove(from, to);
  if (move !== "forward" && (change.reason ?? "").trim() === "") {
    throw new DomainError("status_reason_required", { from, to });
  }
  return move;
}

function statusMove(from: CaseStatus, to: CaseStatus): StatusMove {
  if (hasEnded(from)) return "reopen";
  if (sideExits.some((exit) => exit === to)) return "exit";
  return caseStatuses.indexOf(to) > caseStatuses.indexOf(from) ? "forward" : "back";
}

export type LegalTerm = {
  /** First millisecond of the last UTC day of the term. */
  dueAt: number;
  ageDays: number;
  /** Zero on the last day, negative once overdue. */
  daysLeft: number;
  overdue: boolean;
};

/**
 * The term for deciding on an application: eight weeks after receipt count as reasonable (Awb 4:13 lid 2), longer
 * when the applicant was told so (Awb 4:14). Moments are UTC milliseconds, days are whole UTC calendar days. Weekends
 * and holidays (Algemene termijnenwet) are not added: the day shown is never too late.
 *
 * @throws DomainError `receivedAt`, `now`, `weeks` or `extendedUntil` when not a finite number or out of range.
 */
export function legalTerm(term: {
  receivedAt: number;
  now: number;
  weeks?: number;
  extendedUntil?: number | null;
}): LegalTerm {
  const { receivedAt, now, weeks = 8 } = term;
  const extendedUntil = term.extendedUntil ?? receivedAt;
  for (const [field, moment] of Object.entries({ receivedAt, now, extendedUntil })) {
    if (!Number.isFinite(moment)) throw new DomainError(field, { [field]: moment });
  }
  if (!Number.isInteger(weeks) || weeks < 1) throw new DomainError("weeks", { weeks });
  const received = dayNumber(receivedAt);
  const today = dayNumber(now);
  const due = Math.max(received + weeks * 7, dayNumber(extendedUntil));
  return {
    dueAt: startOfDay(due),
    ageDays: today - received,
    daysLeft: due - today,
    overdue: today > due,
  };
}
