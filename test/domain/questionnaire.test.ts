import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  citizenChoices,
  citizenCounts,
  citizenQuestions,
  questionnaireState,
  saysNothing,
  saysTheSame,
  type CitizenAnswers,
  type CountedLink,
} from "#app/domain/questionnaire.ts";

const skipped: CitizenAnswers = {
  ...{ heard: null, understood: null, fair: null, helped: null },
  words: "",
};
const link = { answeredAt: null, withdrawnAt: null, expiresAt: 100 };

describe("A link", () => {
  test("works until the moment it expires, and not at that moment", () => {
    expect(questionnaireState(link, 99)).toBe("open");
    expect(questionnaireState(link, 100)).toBe("expired");
  });

  test("that was withdrawn stays withdrawn, before and after it would expire", () => {
    const withdrawn = { ...link, withdrawnAt: 50 };
    expect([60, 200].map((now) => questionnaireState(withdrawn, now))).toEqual([
      "withdrawn",
      "withdrawn",
    ]);
  });

  test("that was answered stays answered, whatever happened to it since", () => {
    expect(questionnaireState({ ...link, answeredAt: 50, withdrawnAt: 60 }, 200)).toBe("answered");
  });
});

describe("Answers", () => {
  test("say nothing only when every question was skipped and no words were written", () => {
    expect(saysNothing({ ...skipped, words: "  \n " })).toBe(true);
    expect(saysNothing({ ...skipped, words: "Dank" })).toBe(false);
    for (const question of citizenQuestions) {
      expect(saysNothing({ ...skipped, [question]: "no" })).toBe(false);
    }
  });

  test("are the same only when all five are", () => {
    const one = { ...skipped, fair: "yes" as const, words: "a" };
    expect(saysTheSame(one, { ...one })).toBe(true);
    expect(saysTheSame(one, { ...one, words: "b" })).toBe(false);
    expect(saysTheSame(one, { ...one, helped: "no" })).toBe(false);
  });
});

const answer = fc.option(fc.constantFrom(...citizenChoices), { nil: null });
const answers = fc.record({
  ...{ heard: answer, understood: answer, fair: answer, helped: answer },
  words: fc.string(),
});
const links: fc.Arbitrary<CountedLink> = fc.oneof(
  answers.map((given) => ({ answeredAt: 1, withdrawnAt: null, answers: given })),
  fc.constant({ answeredAt: null, withdrawnAt: null, answers: null }),
  fc.constant({ answeredAt: null, withdrawnAt: 1, answers: null }),
);

describe("What came back", () => {
  test("counts every answer once per question, in any order of the links", () => {
    fc.assert(
      fc.property(fc.array(links), (given) => {
        const counts = citizenCounts(given);
        expect(citizenCounts([...given].reverse())).toEqual(counts);
        for (const question of citizenQuestions) {
          const { yes, partly, no, skipped: left } = counts.questions[question];
          expect(yes + partly + no + left).toBe(counts.answered);
        }
        expect(counts.answered).toBe(given.filter(({ answeredAt }) => answeredAt).length);
        expect(counts.sent).toBe(given.filter(({ withdrawnAt }) => !withdrawnAt).length);
      }),
    );
  });

  test("leaves out a link that was withdrawn without an answer, and keeps one that was answered first", () => {
    const kept = { answeredAt: 1, withdrawnAt: 2, answers: { ...skipped, heard: "no" as const } };
    const counts = citizenCounts([kept, { answeredAt: null, withdrawnAt: 3, answers: null }]);
    expect(counts).toMatchObject({ sent: 1, answered: 1 });
    expect(counts.questions.heard).toEqual({ yes: 0, partly: 0, no: 1, skipped: 0 });
  });
});
