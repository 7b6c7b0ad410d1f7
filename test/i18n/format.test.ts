import { expect, test } from "vitest";
import { formatFor, isoDay } from "#app/i18n/format.ts";

const nl = formatFor("nl");
const en = formatFor("en");
const noon = Date.UTC(2026, 2, 3, 12, 5);
const day = 86_400_000;

test("dates are written out, times are those of the Netherlands", () => {
  expect(nl.date(noon)).toBe("3 maart 2026");
  expect(nl.dateTime(noon)).toBe("3 maart 2026, 13:05");
  expect(en.dateTime(noon)).toBe("3 March 2026, 13:05");
  expect(nl.time(Date.UTC(2026, 6, 3, 12, 5))).toBe("14:05");
});

test("a day stored as UTC midnight stays that day", () => {
  expect(nl.date(Date.UTC(2026, 0, 1))).toBe("1 januari 2026");
  expect(isoDay(Date.UTC(2026, 0, 1))).toBe("2026-01-01");
});

test("distances in time are said in days, then months, then years", () => {
  expect(nl.relative(noon, noon)).toBe("vandaag");
  expect(nl.relative(noon - 3 * day, noon)).toBe("3 dagen geleden");
  expect(nl.relative(noon + 61 * day, noon)).toBe("over 2 maanden");
  expect(en.relative(noon - 800 * day, noon)).toBe("2 years ago");
  expect(nl.distance(noon - 20_000, noon)).toBe("nu");
  expect(nl.distance(noon + 45 * 60_000, noon)).toBe("over 45 minuten");
  expect(nl.distance(noon + 29.9 * 3_600_000, noon)).toBe("over 29 uur");
  expect(nl.distance(noon + 2.9 * day, noon)).toBe("over 2 dagen");
  expect(en.distance(noon - 3.5 * day, noon)).toBe("3 days ago");
});

test("numbers follow the language", () => {
  expect(nl.decimal(3)).toBe("3,0");
  expect(en.decimal(3.25)).toBe("3.3");
  expect(nl.number(1234.5)).toBe("1.234,5");
  expect(nl.fileSize(20_000_000)).toBe("20,0 MB");
});
