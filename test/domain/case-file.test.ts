import { describe, expect, it } from "vitest";
import {
  caseRoad,
  caseStatuses,
  changeStatus,
  endedStatuses,
  legalTerm,
  nextStatuses,
  sideExits,
} from "../../app/domain/case-file.ts";
import { refusal } from "./weighing-example.ts";

describe("the status of a case", () => {
  it("goes forward one step at a time without a reason", () => {
    caseRoad.slice(1).forEach((to, index) => {
      const from = caseRoad[index] ?? "registered";
      expect(changeStatus({ from, to })).toBe("forward");
    });
    expect(refusal(() => changeStatus({ from: "intake", to: "scoring", reason: "haast" }))).toBe(
      "status_move_not_allowed",
    );
  });

  it("goes back only with a reason", () => {
    const back = { from: "deliberation", to: "facts_and_options" } as const;
    expect(refusal(() => changeStatus(back))).toBe("status_reason_required");
    expect(refusal(() => changeStatus({ ...back, reason: "  " }))).toBe("status_reason_required");
    expect(changeStatus({ ...back, reason: "een oplossing vergeten" })).toBe("back");
  });

  it("leaves by a side exit with a reason, until there is a decision to follow up", () => {
    for (const to of sideExits) {
      expect(refusal(() => changeStatus({ from: "intake", to }))).toBe("status_reason_required");
      expect(changeStatus({ from: "intake", to, reason: "past elders" })).toBe("exit");
      expect(refusal(() => changeStatus({ from: "follow_up", to, reason: "te laat" }))).toBe(
        "status_move_not_allowed",
      );
    }
  });

  it("can after its end only be reopened to intake, with a reason", () => {
    for (const from of endedStatuses) {
      expect(nextStatuses(from)).toEqual(["intake"]);
      expect(refusal(() => changeStatus({ from, to: "intake" }))).toBe("status_reason_required");
      expect(changeStatus({ from, to: "intake", reason: "nieuwe feiten" })).toBe("reopen");
    }
  });

  it("never stays where it is", () => {
    for (const status of caseStatuses) expect(nextStatuses(status)).not.toContain(status);
  });

  it("offers the step forward first, then the nearest steps back", () => {
    expect(nextStatuses("facts_and_options").slice(0, 3)).toEqual([
      "scoring",
      "intake",
      "registered",
    ]);
  });
});

describe("the legal term", () => {
  const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
  const receivedAt = noon("2025-01-01");

  it("is eight weeks after receipt (Awb 4:13 lid 2); the last day itself is in time", () => {
    expect(legalTerm({ receivedAt, now: noon("2025-02-26") })).toEqual({
      dueAt: Date.parse("2025-02-26T00:00:00Z"),
      ageDays: 56,
      daysLeft: 0,
      overdue: false,
    });
    expect(legalTerm({ receivedAt, now: Date.parse("2025-02-27T00:00:00Z") })).toMatchObject({
      daysLeft: -1,
      overdue: true,
    });
  });

  it("counts days of the calendar, not stretches of 24 hours", () => {
    const late = Date.parse("2025-01-01T23:59:00Z");
    expect(legalTerm({ receivedAt: late, now: late + 120_000 }).ageDays).toBe(1);
  });

  it("is longer when extended and never shorter", () => {
    const now = noon("2025-03-01");
    const until = (extendedUntil: number) => legalTerm({ receivedAt, now, extendedUntil }).daysLeft;
    expect(until(noon("2025-03-31"))).toBe(30);
    expect(until(noon("2025-01-15"))).toBe(-3);
    expect(legalTerm({ receivedAt, now, weeks: 12 }).daysLeft).toBe(25);
  });

  it("refuses moments and terms that are none, naming the field", () => {
    const now = receivedAt;
    expect(refusal(() => legalTerm({ receivedAt: Number.NaN, now }))).toBe("receivedAt");
    expect(refusal(() => legalTerm({ receivedAt, now: Infinity }))).toBe("now");
    expect(refusal(() => legalTerm({ receivedAt, now, weeks: 0 }))).toBe("weeks");
  });
});
