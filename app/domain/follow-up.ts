import { dayInMs, dayNumber, startOfDay } from "./day.ts";
import { DomainError } from "./domain-error.ts";
import { bearers, type Bearer, type Recurrence } from "./option.ts";

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

/** What was expected of the option that was chosen; `cents` is per year when yearly. */
export type EstimatedCost = RealisedCost & { recurrence: Recurrence };

/** The sum of what a decision cost, per bearer that has a line, in cents; null without lines: then nothing is known. */
export function costsPerBearer(
  lines: readonly RealisedCost[],
): Partial<Record<Bearer, number>> | null {
  const sums = bearers.flatMap((bearer) => {
    const own = lines.filter((line) => line.bearer === bearer);
    return own.length === 0 ? [] : [[bearer, own.reduce((sum, { cents }) => sum + cents, 0)]];
  });
  return sums.length === 0 ? null : (Object.fromEntries(sums) as Partial<Record<Bearer, number>>);
}

/** One post of one bearer: what was expected beside what it was. Null is not known, or not foreseen. */
export type ComparedCost = {
  post: string;
  bearer: Bearer;
  estimated: { once: number; yearly: number } | null;
  realised: number | null;
};

/**
 * Estimated and realised costs side by side: a row per post (its capitals and outer spaces aside) and bearer, those
 * that were expected first, each in the order given. Cents; several lines of one post and bearer are added up.
 */
export function compareCosts(
  estimated: readonly EstimatedCost[],
  realised: readonly RealisedCost[],
): ComparedCost[] {
  const rows = new Map<string, ComparedCost>();
  const rowOf = ({ post, bearer }: RealisedCost) => {
    const key = `${bearer} ${post.trim().toLowerCase()}`;
    const row = rows.get(key) ?? { post: post.trim(), bearer, estimated: null, realised: null };
    rows.set(key, row);
    return row;
  };
  for (const line of estimated) {
    const row = rowOf(line);
    const { once, yearly } = row.estimated ?? { once: 0, yearly: 0 };
    row.estimated =
      line.recurrence === "once"
        ? { once: once + line.cents, yearly }
        : { once, yearly: yearly + line.cents };
  }
  for (const line of realised) {
    const row = rowOf(line);
    row.realised = (row.realised ?? 0) + line.cents;
  }
  return [...rows.values()];
}

export const dueStages = ["soon", "overdue"] as const;
export type DueStage = (typeof dueStages)[number];

/** So many days before the due day its owner is told that it comes. */
export const toldBeforeDays = 7;
/** So many days after the due day nobody is told of it by mail any more: then it only stands on the home page. */
export const toldAfterDays = 14;

/**
 * What the owner of something open is to be told now: that it is due within a week, or that its day has passed. Null
 * when there is nothing to tell yet, or when it has been overdue for long. Moments in UTC milliseconds, compared by UTC
 * calendar day.
 */
export function dueStage({ dueDate, now }: { dueDate: number; now: number }): DueStage | null {
  const daysLeft = dayNumber(dueDate) - dayNumber(now);
  if (daysLeft > toldBeforeDays || daysLeft < -toldAfterDays) return null;
  return daysLeft < 0 ? "overdue" : "soon";
}

/** The due dates, from and until (not with it), of which an owner may have to be told something now. */
export function toldRange(now: number): { from: number; until: number } {
  const today = dayNumber(now);
  return {
    from: startOfDay(today - toldAfterDays),
    until: startOfDay(today + toldBeforeDays) + dayInMs,
  };
}
