import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ageInWords,
  asksReason,
  assertAnswerDay,
  assertSignalMove,
  clustersToRaise,
  costOfDoingNothing,
  fitsSignal,
  isAnswerOverdue,
  isOpen,
  maySignalRemind,
  signalAge,
  signalMoves,
  signalStatuses,
  signalSupport,
} from "#app/domain/signal.ts";

const day = 86_400_000;

describe("the status of a signal", () => {
  it("goes forward, also past a step, or ends", () => {
    expect(signalMoves("new")).toEqual(["taken_up", "rule_change_proposed", "adopted", "rejected"]);
    expect(() => assertSignalMove({ from: "new", to: "taken_up", reason: "" })).not.toThrow();
  });

  it("asks the reason of a rejection and of every step back", () => {
    expect(() => assertSignalMove({ from: "taken_up", to: "rejected", reason: " " })).toThrow(
      "required",
    );
    expect(() => assertSignalMove({ from: "adopted", to: "taken_up", reason: "" })).toThrow();
    expect(() =>
      assertSignalMove({ from: "rejected", to: "taken_up", reason: "Nieuwe gevallen" }),
    ).not.toThrow();
    expect(asksReason("rejected", "taken_up")).toBe(true);
    expect(asksReason("new", "adopted")).toBe(false);
  });

  it("never leaves a merged signal, and never moves to merged or to itself", () => {
    expect(signalMoves("merged")).toEqual([]);
    for (const from of signalStatuses) {
      expect(signalMoves(from)).not.toContain("merged");
      expect(signalMoves(from)).not.toContain(from);
      if (isOpen(from)) expect(signalMoves(from)).toContain("rejected");
    }
    expect(() => assertSignalMove({ from: "merged", to: "new", reason: "x" })).toThrow(
      "signal_move_not_allowed",
    );
  });
});

describe("the age of a signal", () => {
  it("counts calendar days and stops when the signal is closed", () => {
    expect(signalAge({ raisedAt: 0, closedAt: null, now: 10 * day + 5 })).toBe(10);
    expect(signalAge({ raisedAt: 0, closedAt: 3 * day, now: 10 * day })).toBe(3);
    expect(signalAge({ raisedAt: 5 * day, closedAt: null, now: day })).toBe(0);
  });

  it("is told in days, then weeks, months and years", () => {
    expect([0, 13, 14, 60, 61, 730, 731].map(ageInWords)).toEqual([
      { unit: "days", count: 0 },
      { unit: "days", count: 13 },
      { unit: "weeks", count: 2 },
      { unit: "weeks", count: 8 },
      { unit: "months", count: 2 },
      { unit: "months", count: 23 },
      { unit: "years", count: 2 },
    ]);
  });
});

describe("the cost of doing nothing", () => {
  it("is cases a year times the cost of one, and unknown where one of both is", () => {
    expect(costOfDoingNothing({ casesPerYear: 1000, centsPerCase: 250_050 })).toBe(250_050_000);
    expect(costOfDoingNothing({ casesPerYear: 3, centsPerCase: -100 })).toBe(-300);
    expect(costOfDoingNothing({ casesPerYear: 0, centsPerCase: 5 })).toBe(0);
    expect(costOfDoingNothing({ casesPerYear: null, centsPerCase: 5 })).toBeNull();
    expect(costOfDoingNothing({ casesPerYear: 2, centsPerCase: 2 ** 53 })).toBeNull();
  });
});

describe("an answer of the owner of a rule", () => {
  const asked = { status: "taken_up", answerBy: 10 * day, answeredAt: null } as const;

  it("is late from the day after the last day, as long as the signal is open", () => {
    expect(isAnswerOverdue(asked, 10 * day + day - 1)).toBe(false);
    expect(isAnswerOverdue(asked, 11 * day)).toBe(true);
    expect(isAnswerOverdue({ ...asked, answeredAt: 12 * day }, 13 * day)).toBe(false);
    expect(isAnswerOverdue({ ...asked, status: "rejected" }, 13 * day)).toBe(false);
    expect(isAnswerOverdue({ ...asked, answerBy: null }, 13 * day)).toBe(false);
  });

  it("is asked for again after a week, not sooner", () => {
    expect(maySignalRemind(null, 0)).toBe(true);
    expect(maySignalRemind(0, 7 * day - 1)).toBe(false);
    expect(maySignalRemind(0, 7 * day)).toBe(true);
  });
});

const cluster = (key: string, caseIds: string[], more: { kind?: string; level?: number } = {}) => ({
  ...{ key, kind: "closed_set", level: 2, caseIds },
  ...more,
});
const nothing = { keys: new Set<string>(), caseIds: new Set<string>() };
const keysOf = (clusters: { key: string }[]) => clusters.map(({ key }) => key);

describe("clusters that ask for a signal", () => {
  it("have three deviating cases that no signal holds", () => {
    const clusters = [
      cluster("two", ["a", "b"]),
      cluster("strict", ["c", "d", "e"], { level: 0 }),
      cluster("three", ["f", "g", "h"]),
    ];
    expect(keysOf(clustersToRaise(clusters, nothing))).toEqual(["three"]);
    const held = { ...nothing, caseIds: new Set(["h"]) };
    expect(clustersToRaise(clusters, held)).toEqual([]);
  });

  it("were never raised before, whatever became of that signal", () => {
    const held = { ...nothing, keys: new Set(["three"]) };
    expect(clustersToRaise([cluster("three", ["f", "g", "h"])], held)).toEqual([]);
  });

  it("give one signal where they overlap: the one with most cases", () => {
    const clusters = [
      cluster("narrow", ["a", "b", "c"]),
      cluster("wide", ["a", "b", "c", "d"]),
      cluster("leading", ["a", "b", "c", "d"], { kind: "leading" }),
      cluster("apart", ["d", "e", "f", "g"]),
    ];
    expect(keysOf(clustersToRaise(clusters, nothing))).toEqual(["leading", "apart"]);
  });

  it("leave nothing to raise once they are held, in whatever order they come", () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 12 }).map(String), { maxLength: 8 });
    const some = fc
      .array(fc.record({ caseIds: ids, level: fc.integer({ min: 0, max: 2 }) }), { maxLength: 12 })
      .map((rows) => rows.map((row, place) => cluster(`k${place}`, row.caseIds, row)));
    fc.assert(
      fc.property(some, (clusters) => {
        const raised = clustersToRaise(clusters, nothing);
        expect(clustersToRaise([...clusters].reverse(), nothing)).toEqual(raised);
        for (const { caseIds, level } of raised) {
          expect(caseIds.length).toBeGreaterThanOrEqual(signalSupport);
          expect(level).toBeGreaterThan(0);
        }
        const held = {
          keys: new Set(keysOf(raised)),
          caseIds: new Set(raised.flatMap(({ caseIds }) => caseIds)),
        };
        expect(clustersToRaise(clusters, held)).toEqual([]);
      }),
    );
  });
});

describe("a cluster that grew since a signal was raised from it", () => {
  const signal = { key: "k", level: 3, facts: ["late", "abroad"], caseIds: ["a", "b", "c"] };
  const fits = (caseIds: string[], facts: string[], level = 3) =>
    fitsSignal(signal, { ...cluster("other", caseIds, { level }), facts });

  it("fits by its key, whatever it holds by now", () => {
    expect(fitsSignal(signal, { ...cluster("k", ["z"]), facts: [] })).toBe(true);
  });

  it("fits with fewer facts while it still holds all cases of the signal", () => {
    expect(fits(["a", "b", "c", "d"], ["late"])).toBe(true);
    expect(fits(["a", "b", "d"], ["late"])).toBe(false);
  });

  it("fits with more facts, also when it lost cases to another outcome", () => {
    expect(fits(["a", "b", "d"], ["late", "abroad", "ill"])).toBe(true);
  });

  it("never fits with another outcome, nor a signal of which nothing is known", () => {
    expect(fits(["a", "b", "c"], ["late", "abroad"], 2)).toBe(false);
    const bare = { ...signal, facts: [], caseIds: [] };
    expect(fitsSignal(bare, { ...cluster("other", ["a"], { level: 3 }), facts: ["late"] })).toBe(
      false,
    );
  });
});

describe("the last day for an answer", () => {
  const now = Date.UTC(2026, 5, 1, 9);
  const [yesterday, today] = [Date.UTC(2026, 4, 31), Date.UTC(2026, 5, 1)];

  it("is today or later, or the one that was there", () => {
    expect(() => assertAnswerDay({ answerBy: yesterday, before: null }, now)).toThrow(
      "signal_answer_past",
    );
    expect(() => assertAnswerDay({ answerBy: today, before: null }, now)).not.toThrow();
    expect(() => assertAnswerDay({ answerBy: yesterday, before: yesterday }, now)).not.toThrow();
  });
});
