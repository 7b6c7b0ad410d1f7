import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DiscussionCell } from "../../app/domain/discussion.ts";
import {
  cellsNotAsked,
  changeNeedsReason,
  effectiveAnswers,
  isAsked,
  reopenedCells,
  roundMove,
  type RoundAnswer,
} from "../../app/domain/rounds.ts";

type Given = RoundAnswer & { value: number };

const name = fc.constantFrom("a", "b", "c");
const answer: fc.Arbitrary<Given> = fc.record({
  assessor: name,
  perspective: fc.constantFrom("legal", "societal"),
  key: fc.constantFrom("1", "2"),
  option: fc.constantFrom("x", "y"),
  round: fc.constantFrom(1, 2),
  value: fc.integer({ min: 1, max: 5 }),
});
const place = (one: Given) => JSON.stringify([one.assessor, one.perspective, one.key, one.option]);
/** At most one answer per person, cell and round, as the database keeps them. */
const answers = fc.uniqueArray(answer, { selector: (one) => place(one) + one.round });

describe("what counts after two rounds", () => {
  it("is one answer per person and cell: the second where given, else the first", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const counted = effectiveAnswers(given);
        expect(new Set(counted.map(place)).size).toBe(counted.length);
        expect(new Set(counted.map(place))).toEqual(new Set(given.map(place)));
        for (const one of counted) {
          const rounds = given.filter((other) => place(other) === place(one));
          expect(one.round).toBe(Math.max(...rounds.map(({ round }) => round)));
        }
      }),
    );
  });

  it("leaves the answers of the first round as they are, and the order too", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const before = structuredClone(given);
        const counted = effectiveAnswers(given);
        expect(given).toEqual(before);
        expect(counted).toEqual(given.filter((one) => counted.includes(one)));
      }),
    );
  });

  it("is the first round when nobody said anything more, and after everyone stayed", () => {
    fc.assert(
      fc.property(answers, (given) => {
        const first = given.filter(({ round }) => round === 1);
        expect(effectiveAnswers(first)).toEqual(first);
        const stayed = [...first, ...first.map((one) => ({ ...one, round: 2 }))];
        const values = (list: Given[]) => list.map((one) => [place(one), one.value]);
        expect(values(effectiveAnswers(stayed))).toEqual(values(first));
      }),
    );
  });
});

function cell(criterion: string, option: string, flagged: boolean): DiscussionCell {
  const figures = { median: 3, count: 2, missing: 0, range: flagged ? 2 : 0, consensus: 1 };
  const word = flagged ? ("verschil" as const) : ("eens" as const);
  return { perspective: "legal", criterion, option, ...figures, word, weight: 0.1, flagged };
}

describe("what the second round reopens", () => {
  it("is what people see differently and what was put there by hand, each once", () => {
    const agenda = [cell("J1", "x", true), cell("J2", "x", false), cell("J3", "y", true)];
    const byHand = [
      { perspective: "legal", key: "J3", option: "y" },
      { perspective: "financial", key: "F-G1", option: "x" },
    ];
    expect(reopenedCells(agenda, byHand)).toEqual([
      { perspective: "legal", key: "J1", option: "x" },
      { perspective: "legal", key: "J3", option: "y" },
      { perspective: "financial", key: "F-G1", option: "x" },
    ]);
    expect(reopenedCells([cell("J2", "x", false)], [])).toEqual([]);
  });

  it("asks only the perspective of a reopened cell, and nobody before the own first round", () => {
    const reopened = [{ perspective: "legal" }];
    const seat = { perspective: "legal", fromRound: 1 };
    expect(isAsked(seat, { round: 2, reopened })).toBe(true);
    expect(isAsked({ ...seat, perspective: "societal" }, { round: 2, reopened })).toBe(false);
    expect(isAsked({ ...seat, perspective: "societal" }, { round: 1, reopened: [] })).toBe(true);
    expect(isAsked({ ...seat, fromRound: 2 }, { round: 1, reopened: [] })).toBe(false);
    expect(isAsked({ ...seat, fromRound: 3 }, { round: 2, reopened })).toBe(false);
  });
});

describe("who joined late", () => {
  const perspectives = [
    { id: "legal", criteria: [{ id: "J1" }, { id: "J2" }] },
    { id: "societal", criteria: [{ id: "M1" }] },
  ];
  const options = [{ id: "x" }, { id: "y" }];

  it("was never asked the criteria of the own perspective that were not reopened", () => {
    const members = [
      { id: "early", perspective: "legal", fromRound: 1 },
      { id: "late", perspective: "legal", fromRound: 2 },
    ];
    const reopened = [
      { perspective: "legal", key: "J1", option: "y" },
      { perspective: "legal", key: "J-G1", option: "x" },
    ];
    const own = { assessor: "late", perspective: "legal" };
    expect(cellsNotAsked({ members, perspectives, options, reopened })).toEqual([
      { ...own, criterion: "J1", option: "x" },
      { ...own, criterion: "J2", option: "x" },
      { ...own, criterion: "J2", option: "y" },
    ]);
  });

  it("is nobody when everyone was there from the first round", () => {
    const members = [{ id: "early", perspective: "societal", fromRound: 1 }];
    expect(cellsNotAsked({ members, perspectives, options, reopened: [] })).toEqual([]);
  });
});

describe("a move between the rounds", () => {
  it.each([
    ["4", "4", "stayed", false],
    ["4", "2", "moved", true],
    ["yes", "unsure", "moved", true],
    ["3", "no_judgement", "moved", true],
    [null, "5", "first", false],
  ] as const)("from %s to %s is %s", (before, after, move, asksWhy) => {
    expect(roundMove(before, after)).toBe(move);
    expect(changeNeedsReason(before, after)).toBe(asksWhy);
  });

  it("that nobody made leaves the first answer, if there was one", () => {
    expect(roundMove("4", null)).toBe("silent");
    expect(roundMove(null, null)).toBeNull();
  });
});
