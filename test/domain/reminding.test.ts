import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayRemind, nearDeadline, reminderDue, reminderPauseMs } from "#app/domain/reminding.ts";

const hour = 3_600_000;
const deadline = 1000 * hour;
const seat = { deadline, openedAt: 0, lastAt: null };
const due = (hoursBefore: number, more: Partial<Parameters<typeof reminderDue>[0]> = {}) =>
  reminderDue({ ...seat, now: deadline - hoursBefore * hour, ...more });

describe("reminding by itself", () => {
  it("begins 48 hours before the deadline and ends with it", () => {
    expect([48.01, 48, 13, 12, 0.1, 0, -1].map((hours) => due(hours))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it("skips the moment that had passed when scoring was opened", () => {
    expect(due(40, { openedAt: deadline - 47 * hour })).toBe(false);
    expect(due(11, { openedAt: deadline - 47 * hour })).toBe(true);
    expect(due(1, { openedAt: deadline - 11 * hour })).toBe(false);
  });

  it("never follows another reminder within the pause, and reminds at most twice", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 999 }),
        (step, from) => {
          const sent: number[] = [];
          for (let now = from * hour; now < deadline + hour; now += (step / 10) * hour) {
            const lastAt = sent.at(-1) ?? null;
            if (reminderDue({ ...seat, lastAt, now })) sent.push(now);
          }
          expect(sent.length).toBeLessThanOrEqual(2);
          const [first = 0, second = Infinity] = sent;
          expect(second - first).toBeGreaterThanOrEqual(reminderPauseMs);
        },
      ),
    );
  });

  it("looks at no deadline that is too far off for a reminder", () => {
    const now = deadline - 48 * hour;
    expect(nearDeadline(now)).toBe(deadline);
    expect(reminderDue({ ...seat, now: now - 1 })).toBe(false);
  });
});

it("a person is reminded by hand again after twelve hours", () => {
  expect(mayRemind({ lastAt: null, now: 0 })).toBe(true);
  expect(mayRemind({ lastAt: 0, now: reminderPauseMs - 1 })).toBe(false);
  expect(mayRemind({ lastAt: 0, now: reminderPauseMs })).toBe(true);
});
