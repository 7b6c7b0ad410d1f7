import type { CaseStatus } from "./case-file.ts";
import { dayInMs, dayNumber, startOfDay } from "./day.ts";
import { DomainError } from "./domain-error.ts";

/** Ways a case ends that decide how long it is kept. */
export const retentionOutcomes = ["decided", "not_taken_up", "withdrawn"] as const;
export type RetentionOutcome = (typeof retentionOutcomes)[number];

/** A destruction is proposed, then refused or approved, then carried out. */
export const destructionStatuses = [
  "proposed",
  "withdrawn",
  "refused",
  "executing",
  "completed",
] as const;
export type DestructionStatus = (typeof destructionStatuses)[number];

/**
 * Why a case is destroyed: its period is over (Archiefwet 1995, art. 3), the person concerned asked
 * for it (AVG art. 17), or it should never have been here.
 */
export const destructionGrounds = [
  "period_over",
  "erasure_request",
  "registered_by_mistake",
] as const;
export type DestructionGround = (typeof destructionGrounds)[number];

/** What the rows of a case are to people, for telling how much of it goes. */
export const caseRowKinds = [
  "file",
  "options",
  "scoring",
  "discussion",
  "decisions",
  "followUp",
  "precedentDrafts",
  "lines",
  "records",
] as const;
export type CaseRowKind = (typeof caseRowKinds)[number];

/** What a destruction took away. */
export type DestructionCounts = {
  /** Rows by the name of their table. */
  rows: Record<string, number>;
  documents: number;
  /** Names of files in the document store that have yet to go; left out once they are gone. */
  files?: string[];
};

/** Months a period may last. */
export const retentionMonths = { min: 1, max: 1200 } as const;

/**
 * Months that cases are kept where an organisation has chosen nothing yet. No list or law asks for
 * these: they are a start, so that nothing is kept for ever by accident.
 */
export const defaultRetention: Record<RetentionOutcome, number> = {
  decided: 120,
  not_taken_up: 24,
  withdrawn: 12,
};

/** How a case in this status ended; null while it has not ended. */
export function retentionOutcome(status: CaseStatus): RetentionOutcome | null {
  if (status === "closed") return "decided";
  if (status === "withdrawn") return "withdrawn";
  return status === "standard_route" || status === "referred" ? "not_taken_up" : null;
}

/** The statuses of cases that ended in this way. */
export function statusesOf(outcome: RetentionOutcome): CaseStatus[] {
  const ended: CaseStatus[] = ["closed", "standard_route", "referred", "withdrawn"];
  return ended.filter((status) => retentionOutcome(status) === outcome);
}

/**
 * The moment from which a case may be destroyed: the first UTC millisecond of the day after the day
 * that is so many whole months after it was closed. Where that month has no such day, its last day
 * counts. `closedAt` in UTC milliseconds.
 *
 * @throws DomainError `months` when not a whole number from 1 to 1200.
 */
export function destroyFrom(closedAt: number, months: number): number {
  const { min, max } = retentionMonths;
  if (!Number.isInteger(months) || months < min || months > max) {
    throw new DomainError("months", { months });
  }
  return startOfDay(dayNumber(shifted(closedAt, months)) + 1);
}

/**
 * The other way round: of cases closed before this moment (the first millisecond of a UTC day) the
 * period is over now, of the others it is not.
 *
 * @throws DomainError `months` as `destroyFrom` does.
 */
export function closedBefore(now: number, months: number): number {
  // Short months make the way back uncertain by three days at most.
  let day = dayNumber(shifted(now, -months)) + 4;
  while (destroyFrom(startOfDay(day), months) > now) day -= 1;
  return startOfDay(day + 1);
}

/** The same day so many months later or earlier, or the last day of that month. */
function shifted(moment: number, months: number): number {
  const from = new Date(startOfDay(dayNumber(moment)));
  const [year, month, day] = [from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()];
  const lastDay = new Date(Date.UTC(year, month + months + 1, 1) - dayInMs).getUTCDate();
  return Date.UTC(year, month + months, Math.min(day, lastDay));
}

export type Obstacle =
  "case_not_ended" | "case_held" | "proceeding_open" | "destruction_open" | "period_not_over";

/**
 * What stands in the way of destroying a case on this ground; null when nothing does. Only an ended case can go, never
 * one that is held, against whose decision something still runs, or about which a proposal is open.
 */
export function destructionObstacle(situation: {
  status: CaseStatus;
  ground: DestructionGround;
  isHeld: boolean;
  /** Objection, appeal or a request to look again still runs. */
  isContested: boolean;
  isProposed: boolean;
  /** From when the period is over. */
  destroyFrom: number;
  now: number;
}): Obstacle | null {
  if (retentionOutcome(situation.status) === null) return "case_not_ended";
  if (situation.isHeld) return "case_held";
  if (situation.isContested) return "proceeding_open";
  if (situation.isProposed) return "destruction_open";
  const isOver = situation.destroyFrom <= situation.now;
  return situation.ground === "period_over" && !isOver ? "period_not_over" : null;
}
