import type { Language } from "#app/domain/local-text.ts";
import { formatEuro } from "#app/domain/money.ts";

const timeZone = "Europe/Amsterdam";
const dayInMs = 86_400_000;
const hourInMs = 3_600_000;

/** Dates, numbers and money as people read them. Moments are UTC milliseconds. */
export type Format = {
  /** 3 maart 2026 */
  date: (moment: number) => string;
  /** 3 maart 2026, 14:05 */
  dateTime: (moment: number) => string;
  /** 14:05 */
  time: (moment: number) => string;
  /** vandaag, gisteren, 3 dagen geleden, over 2 maanden; `now` comes from the loader */
  relative: (moment: number, now: number) => string;
  /** over 5 uur, over 2 dagen, 3 uur geleden; `now` comes from the loader */
  distance: (moment: number, now: number) => string;
  number: (value: number) => string;
  /** Always one decimal, for scores. */
  decimal: (value: number) => string;
  /** A fraction as a whole percentage. */
  percent: (fraction: number) => string;
  euro: (cents: number) => string;
  /** a, b en c */
  list: (words: readonly string[]) => string;
  fileSize: (bytes: number) => string;
};

// Making an Intl formatter takes longer than rendering a table row: make each once.
const formats = new Map<Language, Format>();

export function formatFor(language: Language): Format {
  const known = formats.get(language);
  if (known) return known;
  const made = makeFormat(language);
  formats.set(language, made);
  return made;
}

/** The day of a moment as 2026-03-03, for `<time>` and date fields; days are stored as UTC midnight. */
export function isoDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function makeFormat(language: Language): Format {
  const locale = language === "nl" ? "nl-NL" : "en-GB";
  const date = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone,
  });
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const distance = new Intl.RelativeTimeFormat(locale);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const decimal = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return {
    date: (moment) => date.format(moment),
    dateTime: (moment) => `${date.format(moment)}, ${time.format(moment)}`,
    time: (moment) => time.format(moment),
    relative: (moment, now) => relativeDays(relative, Math.round((moment - now) / dayInMs)),
    distance: (moment, now) => distanceWords({ relative, distance }, moment - now),
    number: (value) => number.format(value),
    decimal: (value) => decimal.format(value),
    percent: (fraction) => percent.format(fraction),
    euro: (cents) => formatEuro(cents, language),
    list: (words) => list.format(words),
    fileSize: (bytes) =>
      bytes < 1_000_000
        ? `${number.format(Math.max(1, Math.round(bytes / 1000)))} kB`
        : `${decimal.format(bytes / 1_000_000)} MB`,
  };
}

/** By the clock up to two days: "tomorrow" would say little of an hour that nears. */
function distanceWords(
  { relative, distance }: Record<"relative" | "distance", Intl.RelativeTimeFormat>,
  ms: number,
): string {
  const minutes = Math.trunc(ms / 60_000);
  if (minutes === 0) return relative.format(0, "second");
  if (Math.abs(minutes) < 60) return distance.format(minutes, "minute");
  const hours = Math.trunc(ms / hourInMs);
  if (Math.abs(hours) < 48) return distance.format(hours, "hour");
  return relativeDays(distance, Math.trunc(ms / dayInMs));
}

function relativeDays(relative: Intl.RelativeTimeFormat, days: number): string {
  if (Math.abs(days) < 45) return relative.format(days, "day");
  if (Math.abs(days) < 700) return relative.format(Math.round(days / 30.44), "month");
  return relative.format(Math.round(days / 365.25), "year");
}
