import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discussionAgenda } from "../../app/domain/discussion.ts";
import type { LocalText } from "../../app/domain/local-text.ts";
import {
  practiceCase,
  practiceFacts,
  practiceOptions,
} from "../../app/domain/practice/practice-case.ts";
import {
  hasReached,
  pageAfter,
  practicePages,
  practicePerspectives,
  type PracticePage,
  type PracticePerspective,
} from "../../app/domain/practice/practice-pages.ts";
import { practicePanels, type Given } from "../../app/domain/practice/practice-panel.ts";
import { practiceQuestions, practiceSteps } from "../../app/domain/practice/practice-questions.ts";
import {
  answerKey,
  lacksReason,
  ownCells,
  practiceInput,
  secondChoiceKey,
  type PracticeAnswers,
  type PracticeRating,
} from "../../app/domain/practice/practice-run.ts";
import { assertQuestionSet } from "../../app/domain/question-set.ts";
import { assertGateAnswer, assertRating } from "../../app/domain/session.ts";
import { weighing } from "../../app/domain/weighing.ts";

const perspective = fc.constantFrom(...practicePerspectives);
const score = fc.constantFrom("1", "2", "3", "4", "5", "no_judgement");
const gate = fc.constantFrom("yes", "no", "unsure");

function answersOf(key: PracticePerspective, choose: (kind: "gate" | "criterion") => string) {
  const answers: PracticeAnswers = {};
  for (const { key: step, kind } of practiceSteps(key)) {
    for (const option of practiceOptions.keys()) {
      answers[answerKey("choice", step, option)] = choose(kind);
    }
  }
  return answers;
}

/** Anybody who answers everything, in whatever way. */
const anyone: fc.Arbitrary<PracticeRating> = fc
  .record({
    perspective,
    scores: fc.array(score, { minLength: 6, maxLength: 6 }),
    gates: fc.array(gate, { minLength: 3, maxLength: 3 }),
    second: fc.constantFrom("stay", "1", "2", "3", "4", "5"),
  })
  .map(({ perspective: key, scores, gates, second }) => {
    const [given, answered] = [[...scores], [...gates]];
    const next = (kind: "gate" | "criterion") =>
      (kind === "gate" ? answered : given).shift() ?? "no_judgement";
    const answers = answersOf(key, next);
    return { perspective: key, answers: { ...answers, [secondChoiceKey]: second } };
  });

function allGiven(): { where: string; given: Given<string | number> }[] {
  return practicePerspectives.flatMap((key) =>
    practicePanels[key].assessors.flatMap(({ id, gates, criteria }) =>
      Object.entries({ ...gates, ...criteria }).flatMap(([step, cells]) =>
        cells.map((given, option) => ({ where: `${id} ${step} ${option}`, given })),
      ),
    ),
  );
}

describe("the questions of the practice session", () => {
  it("are the default ones, cut down to a gate and two criteria per perspective", () => {
    assertQuestionSet(practiceQuestions);
    for (const { key, gates, criteria } of practiceQuestions.perspectives) {
      expect([gates.length, criteria.length], key).toEqual([1, 2]);
    }
  });

  it("are all answered by every assessor that is given", () => {
    for (const key of practicePerspectives) {
      const asked = practiceSteps(key).map((step) => step.key);
      for (const { id, gates, criteria } of practicePanels[key].assessors) {
        expect(Object.keys({ ...gates, ...criteria }), id).toEqual(asked);
      }
    }
  });
});

describe("the judgements that are given", () => {
  it("follow the rules for reasons of a real session", () => {
    for (const key of practicePerspectives) {
      for (const { gates, criteria } of practicePanels[key].assessors) {
        for (const { choice, why } of Object.values(gates).flat()) {
          assertGateAnswer({ answer: choice, reason: why?.nl });
        }
        for (const { choice, why } of Object.values(criteria).flat()) {
          assertRating({ kind: "score", value: choice, reason: why?.nl, mayNotApply: false });
        }
      }
    }
  });

  it("stand at opposite ends of the cell on the table, both with a reason", () => {
    for (const key of practicePerspectives) {
      const { table, assessors } = practicePanels[key];
      const cells = assessors.map(({ criteria }) => criteria[table.criterion]?.[table.option]);
      const values = cells.map((cell) => cell?.choice ?? 3);
      expect(Math.min(...values), key).toBeLessThanOrEqual(2);
      expect(Math.max(...values), key).toBeGreaterThanOrEqual(4);
      expect(
        cells.every((cell) => cell?.why !== undefined),
        key,
      ).toBe(true);
    }
  });

  it("move in one step at the most in round 2, and one of the two stays", () => {
    for (const key of practicePerspectives) {
      const { table, assessors } = practicePanels[key];
      const steps = assessors.map(({ criteria, second }) =>
        Math.abs((criteria[table.criterion]?.[table.option].choice ?? 0) - second.choice),
      );
      expect(steps.sort(), key).toEqual([0, 1]);
    }
  });
});

describe("the outcome of the practice session", () => {
  it("has the cell on the table flagged as opposite, whatever perspective and answers", () => {
    fc.assert(
      fc.property(anyone, (run) => {
        const input = practiceInput(run, 1);
        const { table } = practicePanels[run.perspective];
        const cell = discussionAgenda(weighing(input), input.perspectives).find(
          ({ criterion, option }) =>
            criterion === table.criterion && option === practiceOptions[table.option]?.id,
        );
        expect(cell?.flagged).toBe(true);
        const own = weighing(input).options[table.option]?.perspectives.find(
          ({ id }) => id === run.perspective,
        );
        expect(own?.criteria.find(({ id }) => id === table.criterion)?.word).toBe("tegengesteld");
      }),
    );
  });

  it("leaves two options after round 2 and lets strict application fail societally only", () => {
    fc.assert(
      fc.property(anyone, (run) => {
        const [strict, delay, relief] = weighing(practiceInput(run, 2)).options;
        expect([strict?.passes, delay?.passes, relief?.passes]).toEqual([false, true, true]);
        const failed = strict?.perspectives.filter(({ passes }) => !passes).map(({ id }) => id);
        expect(failed).toEqual(["societal"]);
      }),
    );
  });

  it.each(practicePerspectives)("is close for who finds all sufficient (%s)", (key) => {
    const run = { perspective: key, answers: answersOf(key, (k) => (k === "gate" ? "yes" : "3")) };
    const result = weighing(practiceInput(run, 2));
    expect(result.noClearDifference).toBe(true);
    expect(result.ranking.flat()).toHaveLength(2);
  });

  it("can go either way: the own judgement counts", () => {
    const first = new Set<string>();
    fc.assert(
      fc.property(anyone, (run) => {
        for (const id of weighing(practiceInput(run, 2)).proposed) first.add(id);
      }),
      { numRuns: 300 },
    );
    expect(first.size).toBe(2);
  });

  it("gives the strict option a sufficient mean that does not help it", () => {
    const answers = answersOf("legal", (kind) => (kind === "gate" ? "yes" : "3"));
    const [strict] = weighing(practiceInput({ perspective: "legal", answers }, 2)).options;
    expect(strict?.total).toBeGreaterThanOrEqual(2.8);
    expect(strict?.passes).toBe(false);
  });

  it("takes the own first judgement in round 1 and the second one in round 2", () => {
    const { criterion, option } = practicePanels.legal.table;
    const answers = {
      ...answersOf("legal", (kind) => (kind === "gate" ? "yes" : "2")),
      [secondChoiceKey]: "5",
    };
    const ownIn = (round: 1 | 2) =>
      practiceInput({ perspective: "legal", answers }, round).ratings.find(
        (rating) =>
          rating.assessor === "you" &&
          rating.criterion === criterion &&
          rating.option === practiceOptions[option]?.id,
      )?.value;
    expect([ownIn(1), ownIn(2)]).toEqual([2, 5]);
  });
});

describe("a run", () => {
  it("goes from page to page and stays at the last", () => {
    const [first] = practicePages;
    let page: PracticePage = first;
    for (const next of practicePages.slice(1)) {
      expect(hasReached(page, next)).toBe(false);
      page = pageAfter(page);
      expect(page).toBe(next);
    }
    expect(pageAfter(page)).toBe(page);
  });

  it("knows what is open and which reasons are missing", () => {
    const answers = { [answerKey("choice", "J1", 0)]: "1", [answerKey("choice", "J1", 1)]: "4" };
    const cells = ownCells("legal", answers);
    expect(cells.filter(({ choice }) => choice === "")).toHaveLength(7);
    const given = cells.filter(({ choice }) => choice !== "");
    expect(given.map((cell) => lacksReason(cell))).toEqual([true, false]);
    expect(lacksReason({ choice: "unsure", reason: " " })).toBe(true);
    expect(lacksReason({ choice: "no_judgement", reason: "" })).toBe(false);
  });
});

describe("the texts of the example", () => {
  const texts: { where: string; text: LocalText }[] = [
    ...Object.entries(practiceCase).map(([where, text]) => ({ where, text })),
    ...practiceFacts.map(({ key, label }) => ({ where: key, text: label })),
    ...practiceOptions.flatMap(({ id, title, description }) => [
      { where: id, text: title },
      { where: id, text: description },
    ]),
    ...allGiven().flatMap(({ where, given }) => (given.why ? [{ where, text: given.why }] : [])),
    ...practicePerspectives.flatMap((key) =>
      practicePanels[key].assessors.map(({ id, second }) => ({ where: id, text: second.why })),
    ),
  ];

  it("stand there in both languages, and differ", () => {
    const poor = texts.filter(
      ({ text }) => text.nl.trim() === "" || text.en.trim() === "" || text.nl === text.en,
    );
    expect(poor).toEqual([]);
  });

  it("use plain quotes and dashes", () => {
    const bad = /[\u2018\u2019\u201c\u201d\u2013\u2014]| {2}|^\s|\s$/;
    expect(texts.filter(({ text }) => bad.test(text.nl) || bad.test(text.en))).toEqual([]);
  });
});
