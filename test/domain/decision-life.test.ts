import { expect, test } from "vitest";
import { condensed, lifeLane } from "#app/domain/decision-life.ts";

test.each([
  ["case.status_changed", "case"],
  ["case.step_saved", "facts"],
  ["item.revealed", "session"],
  ["weighing.made", "weighing"],
  ["line.changed", "decision"],
  ["precedent.published", "precedent"],
  ["review.held", "follow-up"],
  ["case.read", null],
  ["decision.file_downloaded", null],
  ["session.timer-set", null],
  ["rating.recorded", null],
] as const)("%s belongs to %s in the life of a decision", (kind, lane) => {
  expect(lifeLane(kind)).toBe(lane);
});

const hour = 3_600_000;
const step = (at: number, by = "ann", about = "facts") => ({
  ...{ at, by, about },
  kind: "case.step_saved",
});

test("the same step by the same person on one day is one, with the last moment and how often", () => {
  expect(condensed([step(hour), step(2 * hour), step(3 * hour)])).toEqual([
    { ...step(3 * hour), times: 3 },
  ]);
});

test("another person, another subject or another day is another step, and the order is kept", () => {
  const steps = [step(hour), step(2 * hour, "bo"), step(3 * hour), step(4 * hour, "ann", "law")];
  expect(condensed([...steps, step(30 * hour, "ann", "law")]).map(({ times }) => times)).toEqual([
    1, 1, 1, 1, 1,
  ]);
});
