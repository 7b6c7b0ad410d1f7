import { dayNumber } from "./day.ts";
import { DomainError } from "./domain-error.ts";
import type { Bearer } from "./option.ts";

export const dueStates = ["done", "overdue", "soon", "later"] as const;
export type DueState = (typeof dueStates)[number];

/** A due date this many days away or nearer is soon. */
export const soonDays = 14;

/**
 * Where a condition or review stands. Moments in UTC milliseconds, compared by UTC calendar day: on the due day
 * itself it is still `soon`.
 *
 * @throws DomainError `dueDate` or `now` when not a finite number.
 */
export function dueState(due: { dueDate: number; doneAt?: number | null; now: number }): DueState {
  const { dueDate, doneAt, now } = due;
  if (!Number.isFinite(dueDate)) throw new DomainError("dueDate", { dueDate });
  if (!Number.isFinite(now)) throw new DomainError("now", { now });
  if (doneAt !== null && doneAt !== undefined) return "done";
  const daysLeft = dayNumber(dueDate) - dayNumber(now);
  if (daysLeft < 0) return "overdue";
  return daysLeft <= soonDays ? "soon" : "later";
}

/** Answers to "did it help" and "were the conditions kept". */
export const helpAnswers = ["yes", "partly", "no", "unknown"] as const;
export type HelpAnswer = (typeof helpAnswers)[number];

/** One thing a decision has cost since it was taken; cents, negative is a gain. */
export type RealisedCost = { post: string; bearer: Bearer; cents: number };
