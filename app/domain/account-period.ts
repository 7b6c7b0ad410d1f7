import type { Period } from "./account-figures.ts";
import { dayInMs, dayNumber } from "./day.ts";

/** Days since 1970-01-01, both included. */
export type Days = { from: number; until: number };

const mostDays = 20 * 366;

/** The last twelve months: from the first of the month eleven months back up to today. */
function usualDays(today: number): Days {
  const now = new Date(today * dayInMs);
  const start = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 11, 1);
  return { from: dayNumber(start), until: today };
}

/** The days asked for; what is left out follows from the usual ones, and an end before the start is turned round. */
export function askedDays(asked: Partial<Period>, today: number): Days {
  const usual = usualDays(today);
  const until = asked.until === undefined ? usual.until : dayOf(asked.until);
  const from = asked.from === undefined ? usualDays(until).from : dayOf(asked.from);
  const [first, last] = from <= until ? [from, until] : [until, from];
  return { from: Math.max(first, last - mostDays, 0), until: Math.max(last, 0) };
}

/** The calendar year that a day is in. */
export function yearOf(day: number): Days {
  const year = new Date(day * dayInMs).getUTCFullYear();
  return { from: dayNumber(Date.UTC(year, 0, 1)), until: dayNumber(Date.UTC(year + 1, 0, 1)) - 1 };
}

/**
 * The calendar year that a day is in, when it is over, else the last one that is. Of a year that runs
 * on, who looks every day could take yesterday's totals from today's and see single cases.
 */
export function endedYearOf(day: number, today: number): Days {
  const year = yearOf(day);
  return year.until < today ? year : yearOf(yearOf(today).from - 1);
}

/** The days before these: as many, or the year before when they are a calendar year. */
export function daysBefore(days: Days): Days {
  const year = yearOf(days.from);
  if (year.from === days.from && year.until === days.until) return yearOf(days.from - 1);
  const length = days.until - days.from + 1;
  return { from: Math.max(0, days.from - length), until: Math.max(0, days.from - 1) };
}

function dayOf(text: string): number {
  return dayNumber(Date.parse(`${text}T00:00:00Z`));
}

/** A day as 2026-03-01. */
export function dayText(day: number): string {
  return new Date(day * dayInMs).toISOString().slice(0, 10);
}

/** More months than this are shown as years. */
const mostMonths = 36;

/** The months or years of a period, and for each of its days which one it is in. */
export function timeRows(days: Days): { keys: string[]; rowOfDay: Int32Array } {
  const isByYear = Math.round((days.until - days.from) / 30.4) > mostMonths;
  const keys: string[] = [];
  const rowOfDay = new Int32Array(days.until - days.from + 1);
  for (let day = days.from; day <= days.until;) {
    const now = new Date(day * dayInMs);
    const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
    const next = dayNumber(isByYear ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month + 1, 1));
    rowOfDay.fill(keys.length, day - days.from, next - days.from);
    keys.push(dayText(day).slice(0, isByYear ? "2026".length : "2026-03".length));
    day = next;
  }
  return { keys, rowOfDay };
}
