import { describe, expect, it } from "vitest";
import { dueState } from "../../app/domain/follow-up.ts";
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
