import { dayNumber, startOfDay } from "./day.ts";

/**
 * The last day of a term set by law that ends on this day: on a Saturday, Sunday or general holiday it goes on until
 * the next day that is none of these. Days are numbers of UTC calendar days. Days that a royal decree equates for one
 * year are not known here: with one of those the real term is a day longer.
 *
 * Source: Algemene termijnenwet, articles 1 and 3.
 */
export function lastDayOfTerm(day: number): number {
  return isDayOff(day) ? lastDayOfTerm(day + 1) : day;
}

/** Whether nothing is open by law on this UTC calendar day: a weekend or a general holiday. */
export function isDayOff(day: number): boolean {
  const date = new Date(startOfDay(day));
  const weekday = date.getUTCDay();
  return weekday === 0 || weekday === 6 || holidaysOf(date.getUTCFullYear()).includes(day);
}

function holidaysOf(year: number): number[] {
  const easter = easterOf(year);
  const on = (month: number, day: number) => dayNumber(Date.UTC(year, month - 1, day));
  const moving = [-2, 1, 39, 50].map((days) => easter + days);
  const kingsDay = on(4, 27);
  const isSunday = new Date(startOfDay(kingsDay)).getUTCDay() === 0;
  return [
    on(1, 1),
    ...moving,
    isSunday ? kingsDay - 1 : kingsDay,
    on(5, 5),
    on(12, 25),
    on(12, 26),
  ];
}

/** Easter Sunday in the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return dayNumber(Date.UTC(year, month - 1, day));
}
