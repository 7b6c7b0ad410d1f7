export const dayInMs = 86_400_000;

/** The number of the UTC calendar day (days since 1970-01-01) that a moment in milliseconds falls on. */
export function dayNumber(moment: number): number {
  return Math.floor(moment / dayInMs);
}

/** The first millisecond of a UTC calendar day, from its number. */
export function startOfDay(day: number): number {
  return day * dayInMs;
}
