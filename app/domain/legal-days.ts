import { dayInMs, dayNumber, startOfDay } from "./day.ts";

/**
 * The last day of a term that would end on `day` (a UTC day number): the first day from there that is no Saturday,
 * Sunday or public holiday. Source: Algemene termijnenwet, articles 1 and 3.
 */
export function endOfTerm(day: number): number {
  return isFreeDay(day) ? endOfTerm(day + 1) : day;
}

function isFreeDay(day: number): boolean {
  const date = new Date(startOfDay(day));
  const weekday = date.getUTCDay();
  return weekday === 0 || weekday === 6 || holidays(date.getUTCFullYear()).includes(day);
}

/**
 * The public holidays of a year as day numbers: those of article 3 of the Algemene termijnenwet. King's Day is on
 * Saturday 26 April when the 27th is a Sunday, which is then free anyway.
 */
function holidays(year: number): number[] {
  const easter = easterSunday(year);
  const on = (month: number, day: number) => dayNumber(Date.UTC(year, month - 1, day));
  return [
    ...[on(1, 1), easter - 2, easter + 1, on(4, 27), on(5, 5)],
    ...[easter + 39, easter + 50, on(12, 25), on(12, 26)],
  ];
}

/** Easter Sunday of a year in the Gregorian calendar, as a day number. Source: the anonymous method, Nature 1876. */
function easterSunday(year: number): number {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const d = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * a + 15;
  const moon = d % 30;
  const epact = moon - (moon > 28 || (moon === 28 && a > 10) ? 1 : 0);
  const e = year + Math.floor(year / 4) + epact + 2 - century + Math.floor(century / 4);
  const march28 = Date.UTC(year, 2, 28) / dayInMs;
  return march28 + epact - (e % 7);
}
