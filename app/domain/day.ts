import { DomainError } from "./domain-error.ts";

export const dayInMs = 86_400_000;

/** The number of the UTC calendar day (days since 1970-01-01) that a moment in milliseconds falls on. */
export function dayNumber(moment: number): number {
  return Math.floor(moment / dayInMs);
}

/** The first millisecond of a UTC calendar day, from its number. */
export function startOfDay(day: number): number {
  return day * dayInMs;
}

/** Dutch days begin this long before those of UTC: two hours in summer, one in winter. */
const dutchAhead = 2 * 3_600_000;

/**
 * Refuses a day (its UTC midnight, in milliseconds) that has not begun yet in the Netherlands.
 * @throws DomainError `date_past`, at this field.
 */
export function refuseDayAhead(day: number, now: number, field: string): void {
  if (day > now + dutchAhead) throw new DomainError("date_past", { field });
}
