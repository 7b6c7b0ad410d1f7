/** What stands in the yearly page "Stand van het maatwerk", and in which order. */

/** A year as moments in UTC milliseconds; `end` is not in it. */
export type Year = { from: number; end: number };

/** The moments of a calendar year in UTC, as everywhere in the account. */
export function yearMoments(year: number): Year {
  return { from: Date.UTC(year, 0, 1), end: Date.UTC(year + 1, 0, 1) };
}

/** Which signals of a year a number of the yearly page counts. */
export const signalsInYear = ["raised", "adopted", "rejected", "open"] as const;
export type SignalsInYear = (typeof signalsInYear)[number];

/** Years to choose: this one and those before it, the newest first. */
export function yearsUpTo(thisYear: number, count: number): number[] {
  return Array.from({ length: count }, (_, back) => thisYear - back);
}

export type Weighty = { costPerYear: number | null; cases: number; number: string };

/**
 * The order of signals: what leaving the rule as it is costs most first, what is not known after it; then most cases,
 * then the number, so that the order is always the same.
 */
export function byWeight(a: Weighty, b: Weighty): number {
  const cost = (one: Weighty) => one.costPerYear ?? -Infinity;
  if (cost(a) !== cost(b)) return cost(b) - cost(a);
  return b.cases - a.cases || (a.number < b.number ? -1 : Number(a.number > b.number));
}

export type RuleInYear = { edition: number; adoptedAt: number | null; endedAt: number | null };

/**
 * What happened last to a rule in a period, and when: ended, adopted or revised, or nothing but being applied. Moments in
 * UTC milliseconds, `end` is not in the period.
 */
export function ruleChangeIn(
  { edition, adoptedAt, endedAt }: RuleInYear,
  from: number,
  end: number,
): { change: "adopted" | "revised" | "ended" | "applied"; at: number | null } {
  const isIn = (moment: number | null) => moment !== null && moment >= from && moment < end;
  if (isIn(endedAt)) return { change: "ended", at: endedAt };
  if (isIn(adoptedAt)) return { change: edition > 1 ? "revised" : "adopted", at: adoptedAt };
  return { change: "applied", at: null };
}
