import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weighing, type Weighing } from "../../app/domain/weighing.ts";
import { panelInput, plainInput, weighingInputs } from "./weighing-example.ts";

function only(result: Weighing) {
  const option = result.options[0];
  const perspective = option?.perspectives[0];
  if (!option || !perspective) throw new Error("nothing weighed");
  return { option, perspective };
}

const fourPeople = ["anna", "bram", "cleo", "dirk"];

describe("passing every perspective comes before ranking", () => {
  // The rule: UWV, "Maatwerk bij professionele buikpijn. Een lerende evaluatie" (2022): a solution is lawful and just
  // only with a pass from each of the three perspectives. The figures are made for it.
  const result = weighing(plainInput({ x: [2, 5, 5], y: [3, 3, 4], z: [4, 3, 3] }));

  it("never proposes the highest total when it fails a perspective", () => {
    expect(result.options.map(({ passes }) => passes)).toEqual([false, true, true]);
    expect(result.options[0]?.total).toBeCloseTo(4, 9);
    expect(result.options[1]?.total).toBeCloseTo(10 / 3, 9);
    expect(result.options[2]?.total).toBeCloseTo(10 / 3, 9);
    expect(result.proposed).toEqual(["y", "z"]);
  });

  it("ranks only what passes and keeps ties together", () => {
    expect(result.ranking).toEqual([["y", "z"]]);
  });

  it("proposes nothing when nothing passes", () => {
    const none = weighing(plainInput({ x: [2, 5, 5], y: [5, 5, 1] }));
    expect(none.proposed).toEqual([]);
    expect(none.ranking).toEqual([]);
    expect(none.noClearDifference).toBe(false);
  });

  it("passes a score that is the pass mark but for rounding", () => {
    const weights = [0.25, 0.85, 0.3];
    const criteria = weights.map((weight, index) => ({
      id: `c${index}`,
      weight,
      values: { anna: 3 as const },
    }));
    expect(only(weighing(panelInput({ assessors: ["anna"], criteria }))).option.passes).toBe(true);
  });

  it("asks a pass also of a perspective that weighs nothing", () => {
    const input = plainInput({ x: [5, 2], y: [4, 4] });
    const weights = [1, 0];
    const perspectives = input.perspectives.map((perspective, index) => ({
      ...perspective,
      weight: weights[index] ?? 0,
    }));
    expect(weighing({ ...input, perspectives }).proposed).toEqual(["y"]);
  });
});

describe("scores", () => {
  it("takes the median of the ratings present, the mean of the middle two when even", () => {
    const criteria = [
      { id: "c", weight: 1, values: { anna: 1, bram: 4, cleo: 5, dirk: 5 } as const },
    ];
    const { perspective } = only(weighing(panelInput({ assessors: fourPeople, criteria })));
    expect(perspective.criteria[0]?.median).toBe(4.5);
    expect(perspective.score).toBe(4.5);
  });

  it("counts no judgement as absent, not as 0 or 3", () => {
    const criteria = [{ id: "c", weight: 1, values: { anna: 5, bram: null, cleo: 5 } as const }];
    const { perspective } = only(weighing(panelInput({ assessors: fourPeople, criteria })));
    expect(perspective.criteria[0]).toMatchObject({ median: 5, count: 2, missing: 2 });
    expect(perspective.coverage).toBe(0.5);
  });

  it("leaves a criterion without ratings out of the mean and keeps the proportions of the rest", () => {
    const criteria = [
      { id: "a", weight: 0.5, values: { anna: 5 } as const },
      { id: "b", weight: 0.25, values: { anna: 2 } as const },
      { id: "c", weight: 0.25, values: {} },
    ];
    const { perspective } = only(weighing(panelInput({ assessors: ["anna"], criteria })));
    expect(perspective.score).toBeCloseTo((0.5 * 5 + 0.25 * 2) / 0.75, 12);
    expect(perspective.coverage).toBeCloseTo(2 / 3, 12);
  });

  it("has no score, no total and no pass where nobody judged", () => {
    const { option, perspective } = only(
      weighing(panelInput({ assessors: ["anna"], criteria: [{ id: "c", weight: 1, values: {} }] })),
    );
    expect(perspective).toMatchObject({ score: null, coverage: 0, passes: false });
    expect(perspective.criteria[0]).toEqual({
      id: "c",
      median: null,
      count: 0,
      missing: 1,
      range: null,
      consensus: null,
      word: null,
    });
    expect(option).toMatchObject({ total: null, passes: false });
  });

  it("keeps the total when only a perspective without weight has no score", () => {
    const input = plainInput({ x: [4, null] });
    const weigh = (weights: number[]) =>
      weighing({
        ...input,
        perspectives: input.perspectives.map((perspective, index) => ({
          ...perspective,
          weight: weights[index] ?? 0,
        })),
      }).options[0];
    expect(weigh([1, 0])).toMatchObject({ total: 4, passes: false });
    expect(weigh([0.9, 0.1])?.total).toBeNull();
  });
});

describe("gates", () => {
  const criteria = [{ id: "c", weight: 1, values: { anna: 5 } as const }];
  const outcome = (...gateAnswers: ("yes" | "no" | "unsure")[]) => {
    const { perspective } = only(
      weighing(panelInput({ assessors: fourPeople, criteria, gateAnswers })),
    );
    return [perspective.gates[0]?.outcome, perspective.passes];
  };

  it.each([
    { answers: ["no", "no", "yes"], expected: ["no", false] },
    { answers: ["yes", "yes", "no"], expected: ["yes", true] },
    { answers: ["yes", "no"], expected: ["unsure", true] },
    { answers: ["yes", "unsure", "unsure"], expected: ["unsure", true] },
    { answers: ["yes", "no", "unsure"], expected: ["unsure", true] },
    { answers: ["no", "no", "yes", "unsure"], expected: ["no", false] },
    { answers: [], expected: ["open", true] },
  ] as const)("has the answer most of the panel gave, only no blocks: $answers", (example) => {
    expect(outcome(...example.answers)).toEqual(example.expected);
  });
});

describe("a cell that was never put to an assessor", () => {
  const criteria = [
    { id: "c", weight: 1, values: { anna: 5, bram: 3 } as const },
    { id: "d", weight: 1, values: { anna: 4 } as const },
  ];
  const input = panelInput({ assessors: ["anna", "bram"], criteria });
  const cell = (assessor: string, criterion: string) => ({
    assessor,
    perspective: "p",
    criterion,
    option: "x",
  });

  it("is neither missing nor expected", () => {
    const { perspective } = only(weighing({ ...input, notAsked: [cell("bram", "d")] }));
    expect(perspective.criteria.map(({ count, missing }) => [count, missing])).toEqual([
      [2, 0],
      [1, 0],
    ]);
    expect(perspective.coverage).toBe(1);
    expect(only(weighing(input)).perspective).toMatchObject({ coverage: 0.75 });
  });

  it("was asked after all when it holds a rating, or no judgement", () => {
    const unsure = { ...cell("bram", "d"), value: null };
    const asked = { ...input, ratings: [...input.ratings, unsure] };
    const notAsked = [cell("bram", "d"), cell("anna", "c")];
    expect(weighing({ ...asked, notAsked })).toEqual(weighing(asked));
  });

  it("changes no score, total, pass or ranking", () => {
    fc.assert(
      fc.property(weighingInputs, (given) => {
        const notAsked = given.perspectives.flatMap(({ id: perspective, criteria, assessors }) =>
          assessors.slice(0, 1).flatMap((assessor) =>
            criteria.flatMap(({ id: criterion }) =>
              given.options.map(({ id: option }) => ({
                assessor,
                perspective,
                criterion,
                option,
              })),
            ),
          ),
        );
        const before = weighing(given);
        const after = weighing({ ...given, notAsked });
        expect(after.options.map(({ total, passes }) => [total, passes])).toEqual(
          before.options.map(({ total, passes }) => [total, passes]),
        );
        expect(after.ranking).toEqual(before.ranking);
        for (const { perspectives } of after.options) {
          for (const { coverage } of perspectives) {
            expect(coverage).toBeGreaterThanOrEqual(0);
            expect(coverage).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});

describe("a clear difference", () => {
  const close = (scores: Parameters<typeof plainInput>[0], margin?: number) =>
    weighing({ ...plainInput(scores), margin }).noClearDifference;

  it("is missing when the second passing option is nearer than the margin", () => {
    expect(close({ x: [4, 4, 4, 4], y: [4, 4, 4, 3] })).toBe(true);
    expect(close({ x: [4, 4, 4], y: [4, 4, 3] })).toBe(false);
  });

  it("exists at exactly the margin, whatever rounding does to the difference", () => {
    const tenth = (x: 4 | 5) => [x, x, x, 4, 4, 4, 4, 4, 4, 4] as (4 | 5)[];
    expect(close({ x: tenth(5), y: tenth(4) })).toBe(false);
    expect(close({ x: tenth(5), y: tenth(4) }, 0.31)).toBe(true);
  });

  it("never exists between options that tie, even with a margin of 0", () => {
    expect(close({ x: [3, 4], y: [4, 3] }, 0)).toBe(true);
    expect(close({ x: [4, 4], y: [4, 3] }, 0)).toBe(false);
  });

  it("looks past options that do not pass, and needs a second one that does", () => {
    expect(close({ x: [5, 5, 5], y: [5, 5, 2], z: [3, 3, 3] })).toBe(false);
    expect(close({ x: [4, 4, 4] })).toBe(false);
  });
});

describe("properties", () => {
  const runs = { numRuns: 60 };

  it("gives the same numbers whatever the order of people, criteria, perspectives, options or ratings", () => {
    const byId = <T extends { id: string }>(list: T[]) =>
      [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
    const canonical = (result: Weighing) => ({
      ...result,
      ranking: result.ranking.map((tier) => [...tier].sort()),
      proposed: [...result.proposed].sort(),
      options: byId(result.options).map((option) => ({
        ...option,
        perspectives: byId(option.perspectives).map((perspective) => ({
          ...perspective,
          criteria: byId(perspective.criteria),
        })),
      })),
    });
    const shuffled = weighingInputs.chain((input) =>
      fc.record({
        input: fc.constant(input),
        options: fc.shuffledSubarray(input.options, { minLength: input.options.length }),
        ratings: fc.shuffledSubarray(input.ratings, { minLength: input.ratings.length }),
        perspectives: fc.shuffledSubarray(input.perspectives, {
          minLength: input.perspectives.length,
        }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ input, ...rest }) => {
        const perspectives = rest.perspectives.map((perspective) => ({
          ...perspective,
          criteria: [...perspective.criteria].reverse(),
          assessors: [...perspective.assessors].reverse(),
        }));
        const gateAnswers = [...input.gateAnswers].reverse();
        const other = weighing({ ...input, ...rest, perspectives, gateAnswers });
        expect(canonical(other)).toEqual(canonical(weighing(input)));
      }),
      runs,
    );
  });

  it("never lowers a total when one rating goes up", () => {
    const raised = weighingInputs.chain((input) =>
      fc.nat(input.ratings.length - 1).map((index) => ({ input, index })),
    );
    fc.assert(
      fc.property(raised, ({ input, index }) => {
        const rating = input.ratings[index];
        fc.pre(rating !== undefined && rating.value !== null && rating.value < 5);
        const ratings = input.ratings.map((other, place) =>
          place === index && other.value !== null
            ? { ...other, value: (other.value + 1) as 2 | 3 | 4 | 5 }
            : other,
        );
        const totals = (result: Weighing) => result.options.map(({ total }) => total ?? -1);
        const before = totals(weighing(input));
        totals(weighing({ ...input, ratings })).forEach((total, option) => {
          expect(total).toBeGreaterThanOrEqual((before[option] ?? 0) - 1e-12);
        });
      }),
      runs,
    );
  });

  it("changes nothing but coverage and the number missing when somebody without a judgement joins", () => {
    fc.assert(
      fc.property(weighingInputs, (input) => {
        const perspectives = input.perspectives.map((perspective) => ({
          ...perspective,
          assessors: [...perspective.assessors, "late"],
        }));
        const silent = perspectives.flatMap(({ id, criteria }) =>
          criteria.flatMap((criterion) =>
            input.options.map((option) => ({
              assessor: "late",
              perspective: id,
              criterion: criterion.id,
              option: option.id,
              value: null,
            })),
          ),
        );
        const before = weighing(input);
        const after = weighing({ ...input, perspectives, ratings: [...input.ratings, ...silent] });
        const expected = before.options.map((option) => ({
          ...option,
          perspectives: option.perspectives.map((perspective) => ({
            ...perspective,
            coverage: expect.any(Number) as number,
            criteria: perspective.criteria.map((criterion) => ({
              ...criterion,
              missing: criterion.missing + 1,
            })),
          })),
        }));
        expect(after).toEqual({ ...before, options: expected });
        const coverages = ({ options }: Weighing) =>
          options.flatMap((option) => option.perspectives.map(({ coverage }) => coverage));
        const earlier = coverages(before);
        coverages(after).forEach((coverage, place) => {
          const most = earlier[place] ?? 0;
          if (most > 0) expect(coverage).toBeLessThan(most);
          else expect(coverage).toBe(0);
        });
      }),
      runs,
    );
  });

  it("proposes only options that pass every perspective and that no passing option beats", () => {
    fc.assert(
      fc.property(weighingInputs, (input) => {
        const result = weighing(input);
        const passing = result.options.filter(({ passes }) => passes);
        const best = Math.max(...passing.map(({ total }) => total ?? 0));
        const tops = passing.filter(({ total }) => (total ?? 0) >= best - 1e-9);
        expect(result.proposed).toEqual(tops.map(({ id }) => id));
        expect(result.ranking.flat().sort()).toEqual(passing.map(({ id }) => id).sort());
        for (const { perspectives } of tops) {
          for (const { passes, score, gates } of perspectives) {
            expect(passes && score !== null && gates.every((gate) => gate.outcome !== "no")).toBe(
              true,
            );
          }
        }
      }),
      runs,
    );
  });

  it("gives null and never NaN, scores from 1 to 5, coverage and consensus from 0 to 1", () => {
    const within = (value: number | null, low: number, high: number) => {
      if (value === null) return;
      expect(value).toBeGreaterThanOrEqual(low - 1e-12);
      expect(value).toBeLessThanOrEqual(high + 1e-12);
    };
    fc.assert(
      fc.property(weighingInputs, (input) => {
        for (const { total, perspectives } of weighing(input).options) {
          within(total, 1, 5);
          for (const { score, coverage, criteria } of perspectives) {
            within(score, 1, 5);
            within(coverage, 0, 1);
            expect(score === null).toBe(coverage === 0);
            for (const criterion of criteria) within(criterion.consensus, 0, 1);
          }
        }
      }),
      runs,
    );
  });
});
