import { describe, expect, it } from "vitest";
import {
  compareCosts,
  costsPerBearer,
  dueStage,
  dueState,
  toldRange,
} from "../../app/domain/follow-up.ts";
import { refusal } from "./weighing-example.ts";

const at = (text: string) => Date.parse(text);

describe("a condition or review", () => {
  const dueDate = at("2025-06-15T00:00:00Z");

  it.each([
    ["2025-05-31T23:59:59Z", "later"],
    ["2025-06-01T00:00:00Z", "soon"],
    ["2025-06-15T23:59:59Z", "soon"],
    ["2025-06-16T00:00:00Z", "overdue"],
  ])("seen at %s is %s: soon from 14 days, overdue from the day after", (now, state) => {
    expect(dueState({ dueDate, doneAt: null, now: at(now) })).toBe(state);
  });

  it("that is done stays done, also when it was late", () => {
    const now = at("2025-07-01T00:00:00Z");
    expect(dueState({ dueDate, doneAt: now, now })).toBe("done");
    expect(dueState({ dueDate, doneAt: 0, now })).toBe("done");
  });

  it("needs a date", () => {
    expect(refusal(() => dueState({ dueDate: Number.NaN, now: 0 }))).toBe("dueDate");
    expect(refusal(() => dueState({ dueDate, now: Infinity }))).toBe("now");
  });
});

describe("what a decision cost", () => {
  const lines = [
    { post: "Nabetaling", bearer: "own_organisation", cents: 120_000 },
    { post: "Uitvoering", bearer: "own_organisation", cents: 5_000 },
    { post: "Schuldhulp", bearer: "municipality", cents: -30_000 },
  ] as const;

  it("is the sum of its lines per bearer, and not known without lines", () => {
    expect(costsPerBearer(lines)).toEqual({ own_organisation: 125_000, municipality: -30_000 });
    expect(costsPerBearer([])).toBeNull();
  });

  it("stands beside what was expected, by post and bearer", () => {
    const estimated = [
      { post: "Nabetaling ", bearer: "own_organisation", cents: 100_000, recurrence: "once" },
      { post: "nabetaling", bearer: "own_organisation", cents: 2_000, recurrence: "yearly" },
      { post: "Zorg", bearer: "care", cents: 7_000, recurrence: "yearly" },
    ] as const;
    expect(compareCosts(estimated, lines)).toEqual([
      {
        post: "Nabetaling",
        bearer: "own_organisation",
        estimated: { once: 100_000, yearly: 2_000 },
        realised: 120_000,
      },
      { post: "Zorg", bearer: "care", estimated: { once: 0, yearly: 7_000 }, realised: null },
      { post: "Uitvoering", bearer: "own_organisation", estimated: null, realised: 5_000 },
      { post: "Schuldhulp", bearer: "municipality", estimated: null, realised: -30_000 },
    ]);
  });
});

describe("its owner is told", () => {
  const dueDate = at("2025-06-15T00:00:00Z");

  it.each([
    ["2025-06-07T23:59:59Z", null],
    ["2025-06-08T00:00:00Z", "soon"],
    ["2025-06-15T23:59:59Z", "soon"],
    ["2025-06-16T00:00:00Z", "overdue"],
    ["2025-06-29T23:00:00Z", "overdue"],
    ["2025-06-30T00:00:00Z", null],
  ])("at %s: %s", (text, stage) => {
    const now = at(text);
    expect(dueStage({ dueDate, now })).toBe(stage);
    const { from, until } = toldRange(now);
    expect(dueDate >= from && dueDate < until).toBe(stage !== null);
  });
});
