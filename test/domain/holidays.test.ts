import { describe, expect, it } from "vitest";
import { dayNumber, startOfDay } from "../../app/domain/day.ts";
import { isDayOff, lastDayOfTerm } from "../../app/domain/holidays.ts";

const day = (text: string) => dayNumber(Date.parse(`${text}T00:00:00Z`));
const asText = (number: number) => new Date(startOfDay(number)).toISOString().slice(0, 10);

describe("a day on which nothing is open by law", () => {
  it.each([
    ["2026-04-03", "Good Friday"],
    ["2026-04-06", "Easter Monday"],
    ["2026-04-27", "the birthday of the King"],
    ["2025-04-26", "that birthday on Saturday, as the 27th is a Sunday"],
    ["2026-05-05", "the day of the liberation"],
    ["2026-05-14", "Ascension Day"],
    ["2026-05-25", "Whit Monday"],
    ["2027-01-01", "New Year's Day"],
    ["2026-12-25", "Christmas Day"],
    ["2025-12-26", "the second day of Christmas"],
    ["2026-03-07", "a Saturday"],
    ["2024-04-01", "Easter Monday in another year"],
  ])("%s is %s", (text) => {
    expect(isDayOff(day(text))).toBe(true);
  });

  it.each(["2026-04-28", "2026-05-04", "2026-05-15", "2026-12-24", "2026-12-31"])(
    "%s is none",
    (text) => {
      expect(isDayOff(day(text))).toBe(false);
    },
  );
});

describe("a term that ends on a day off", () => {
  it.each([
    ["2026-03-06", "2026-03-06"],
    ["2026-03-07", "2026-03-09"],
    ["2026-04-03", "2026-04-07"],
    ["2026-12-25", "2026-12-28"],
    ["2027-12-31", "2027-12-31"],
  ])("on %s goes on until %s", (text, last) => {
    expect(asText(lastDayOfTerm(day(text)))).toBe(last);
  });
});
