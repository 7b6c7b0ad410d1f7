import { expect, test } from "vitest";
import { dayNumber } from "../../app/domain/day.ts";
import { endOfTerm } from "../../app/domain/legal-days.ts";
import { objectionUntil } from "../../app/domain/proceeding.ts";

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const text = (moment: number) => new Date(moment).toISOString().slice(0, 10);
const end = (date: string) => text(endOfTerm(dayNumber(day(date))) * 86_400_000);

test("a term ends on a working day, past weekends and public holidays", () => {
  // Saturday, Sunday; Good Friday to Tuesday after Easter 2026; Ascension, Whit Monday; Christmas on a Friday.
  expect(end("2026-11-21")).toBe("2026-11-23");
  expect(end("2026-04-03")).toBe("2026-04-07");
  expect(end("2026-05-14")).toBe("2026-05-15");
  expect(end("2026-05-25")).toBe("2026-05-26");
  expect(end("2026-12-25")).toBe("2026-12-28");
  expect(end("2026-11-25")).toBe("2026-11-25");
  // Easter Monday, then King's Day.
  expect(end("2038-04-23")).toBe("2038-04-28");
});

test("objection is open for six weeks from the day after the decision was made known", () => {
  // Made known on Monday: the term begins on Tuesday, and its last day is the Monday six weeks on.
  expect(text(objectionUntil(day("2026-09-07") + 15 * 3_600_000))).toBe("2026-10-19");
  // A Friday, which six weeks later is Christmas.
  expect(text(objectionUntil(day("2026-11-13")))).toBe("2026-12-28");
});
