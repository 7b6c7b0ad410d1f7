import { describe, expect, it } from "vitest";
import { refuseDayAhead } from "../../app/domain/day.ts";

const day = Date.UTC(2026, 6, 14);
const at = (text: string) => Date.parse(text);

describe("a day that may not be ahead", () => {
  it("has begun at midnight in the Netherlands, in summer two hours before it does in UTC", () => {
    expect(() => refuseDayAhead(day, at("2026-07-14T00:00:00+02:00"), "sentOn")).not.toThrow();
    expect(() => refuseDayAhead(day, at("2026-07-14T12:00:00+02:00"), "sentOn")).not.toThrow();
  });

  it("is refused before that, at its field", () => {
    const early = () => refuseDayAhead(day, at("2026-07-13T23:59:59+02:00"), "sentOn");
    expect(early).toThrow(
      expect.objectContaining({ code: "date_past", details: { field: "sentOn" } }),
    );
  });
});
