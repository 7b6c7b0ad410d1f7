import fc from "fast-check";
import { expect, test } from "vitest";
import { caseStatuses, hasEnded } from "../../app/domain/case-file.ts";
import {
  closedBefore,
  destroyFrom,
  destructionObstacle,
  retentionOutcome,
  statusesOf,
  retentionOutcomes,
} from "../../app/domain/retention.ts";

const at = (text: string) => Date.parse(text);

test("a period ends after the same day so many months later, or the last day of a shorter month", () => {
  expect(destroyFrom(at("2026-01-31T23:59:00Z"), 1)).toBe(at("2026-03-01T00:00:00Z"));
  expect(destroyFrom(at("2024-02-29T10:00:00Z"), 12)).toBe(at("2025-03-01T00:00:00Z"));
  expect(destroyFrom(at("2026-11-30T00:00:00Z"), 14)).toBe(at("2028-01-31T00:00:00Z"));
  expect(() => destroyFrom(0, 0)).toThrow("months");
});

test("asked from either side, the same cases are past their period", () => {
  const moment = fc.integer({ min: at("2000-01-01"), max: at("2060-01-01") });
  fc.assert(
    fc.property(moment, moment, fc.integer({ min: 1, max: 240 }), (closedAt, now, months) => {
      expect(closedAt < closedBefore(now, months)).toBe(destroyFrom(closedAt, months) <= now);
    }),
  );
});

test("every ended status has one way of ending, and no other status has one", () => {
  for (const status of caseStatuses) {
    expect(retentionOutcome(status) !== null).toBe(hasEnded(status));
  }
  const listed = retentionOutcomes.flatMap(statusesOf);
  expect(listed.sort()).toEqual(caseStatuses.filter(hasEnded).sort());
});

test("nothing that is open, held or proposed already can be destroyed, and a period must be over", () => {
  const fine = {
    status: "closed",
    ground: "period_over",
    isHeld: false,
    isContested: false,
    isProposed: false,
    destroyFrom: 10,
    now: 10,
  } as const;
  expect(destructionObstacle(fine)).toBeNull();
  expect(destructionObstacle({ ...fine, now: 9 })).toBe("period_not_over");
  expect(destructionObstacle({ ...fine, now: 9, ground: "erasure_request" })).toBeNull();
  expect(destructionObstacle({ ...fine, isHeld: true })).toBe("case_held");
  expect(destructionObstacle({ ...fine, isContested: true })).toBe("proceeding_open");
  expect(destructionObstacle({ ...fine, isProposed: true })).toBe("destruction_open");
  expect(destructionObstacle({ ...fine, status: "follow_up" })).toBe("case_not_ended");
});
