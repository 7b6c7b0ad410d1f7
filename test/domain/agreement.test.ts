import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  agreementA,
  consensus,
  disagreementWord,
  kendallW,
  krippendorffAlpha,
} from "../../app/domain/agreement.ts";
import { refusal } from "./weighing-example.ts";

const countLists = fc.array(fc.nat(20), { minLength: 5, maxLength: 5 });
const score = fc.integer({ min: 1, max: 5 });
const panels = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 6 }))
  .chain(([people, items]) =>
    fc.array(fc.array(score, { minLength: items, maxLength: items }), {
      minLength: people,
      maxLength: people,
    }),
  );

describe("consensus of Tastle and Wierman", () => {
  it("equals the example of the R package agrmt (help page `consensus`)", () => {
    expect(consensus([30, 40, 210, 130, 530, 50, 10])).toBeCloseTo(0.7256876, 6);
  });

  it("is 1 when all agree and 0 when half stands at each end (axioms of the 2007 paper)", () => {
    expect(consensus([7, 0, 0, 0, 0])).toBe(1);
    expect(consensus([0, 0, 3, 0, 0])).toBe(1);
    expect(consensus([3, 0, 0, 0, 3])).toBe(0);
  });

  it.each([
    { counts: [1, 1, 1, 1, 1], expected: 0.433985 },
    { counts: [0, 2, 1, 0, 0], expected: 0.828635 },
    { counts: [0, 0, 1, 2, 2], expected: 0.738714 },
    { counts: [2, 0, 0, 0, 3], expected: 0.029049 },
    { counts: [0, 1, 0, 1, 0], expected: 0.584963 },
  ])("is right for a small panel: $counts", ({ counts, expected }) => {
    expect(consensus(counts)).toBeCloseTo(expected, 6);
  });

  it("is undefined without answers or without a scale", () => {
    expect(consensus([0, 0, 0, 0, 0])).toBeNull();
    expect(consensus([4])).toBeNull();
    expect(consensus([])).toBeNull();
  });

  it("lies between 0 and 1 and is the same read from the other end of the scale", () => {
    fc.assert(
      fc.property(countLists, (counts) => {
        const value = consensus(counts);
        fc.pre(value !== null);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(consensus([...counts].reverse())).toBeCloseTo(value, 12);
      }),
    );
  });
});

describe("agreement A of Van der Eijk", () => {
  it("equals the example of the R package agrmt (help page `agreement`, after Van der Eijk 2001)", () => {
    expect(agreementA([30, 40, 210, 130, 530, 50, 10])).toBeCloseTo(0.6113333, 6);
  });

  it("is 1 when all agree, 0 when spread evenly and -1 when half stands at each end", () => {
    expect(agreementA([0, 9, 0, 0, 0])).toBe(1);
    expect(agreementA([2, 2, 2, 2, 2])).toBe(0);
    expect(agreementA([4, 0, 0, 0, 4])).toBeCloseTo(-1, 12);
  });

  it("is undefined without answers and on fewer than three points", () => {
    expect(agreementA([0, 0, 0])).toBeNull();
    expect(agreementA([3, 3])).toBeNull();
  });

  it("lies between -1 and 1 and does not depend on how many times everybody is counted", () => {
    fc.assert(
      fc.property(countLists, fc.integer({ min: 2, max: 9 }), (counts, times) => {
        const value = agreementA(counts);
        fc.pre(value !== null);
        expect(Math.abs(value)).toBeLessThanOrEqual(1);
        expect(agreementA(counts.map((count) => count * times))).toBeCloseTo(value, 12);
      }),
    );
  });
});

describe("counts", () => {
  it.each([[[-1, 2, 3]], [[Number.NaN, 1, 1]], [[1, Infinity, 1]]])("are refused: %s", (counts) => {
    expect(refusal(() => consensus(counts))).toBe("counts");
    expect(refusal(() => agreementA(counts))).toBe("counts");
  });
});

describe("Krippendorff's alpha", () => {
  // Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections C and D: 4 observers, 12 units.
  const published = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, null, null, null],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, null, 3],
    [null, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, null],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, null],
  ];

  it.each([
    { level: "nominal", expected: 0.743, exact: 0.743421052631579 },
    { level: "ordinal", expected: 0.815, exact: 0.8153875037548813 },
    { level: "interval", expected: 0.849, exact: 0.8491071428571428 },
  ] as const)("equals the published $level value", ({ level, expected, exact }) => {
    const alpha = krippendorffAlpha(published, level) ?? Number.NaN;
    expect(Math.abs(alpha - expected)).toBeLessThan(0.0005);
    expect(alpha).toBeCloseTo(exact, 9);
  });

  it("is undefined when all values are equal, with one rater, or with nothing to pair", () => {
    const threes = [4, 4, 4];
    expect(krippendorffAlpha([threes, threes, threes], "ordinal")).toBeNull();
    expect(krippendorffAlpha([[4, 2, 5]], "ordinal")).toBeNull();
    expect(
      krippendorffAlpha(
        [
          [4, null],
          [null, 2],
        ],
        "nominal",
      ),
    ).toBeNull();
    expect(krippendorffAlpha([], "interval")).toBeNull();
  });

  it("is 0 for one item on which raters differ", () => {
    expect(krippendorffAlpha([[4], [4], [2]], "ordinal")).toBeCloseTo(0, 9);
  });

  it("is at most 1, never NaN, and does not depend on the order of people or items", () => {
    const levels = fc.constantFrom("nominal" as const, "ordinal" as const, "interval" as const);
    const withGaps = panels.map((rows) =>
      rows.map((row) => row.map((value) => (value === 5 ? null : value))),
    );
    fc.assert(
      fc.property(withGaps, levels, (rows, level) => {
        const alpha = krippendorffAlpha(rows, level);
        const turned = [...rows].reverse().map((row) => [...row].reverse());
        expect(krippendorffAlpha(turned, level)).toBe(alpha);
        expect(alpha ?? 0).toBeLessThanOrEqual(1 + 1e-12);
        expect(alpha).not.toBeNaN();
      }),
    );
  });

  it("refuses rows of different length", () => {
    expect(refusal(() => krippendorffAlpha([[1, 2], [1]], "ordinal"))).toBe("ratings");
  });
});

describe("Kendall's W", () => {
  it("equals a published example without ties (ProofWiki, Kendall's Coefficient of Concordance, Example 1)", () => {
    const judges = [
      [1, 3, 2],
      [1, 2, 3],
      [2, 3, 1],
      [3, 1, 2],
    ];
    expect(kendallW(judges)).toEqual({ w: 1 / 16, chi2: 0.5, df: 2 });
  });

  it("equals the tie-corrected example of the R package irr (data `anxiety`: Wt 0.54, chi-squared(19) 30.8)", () => {
    const raters = [
      [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
      [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
      [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
    ];
    const result = kendallW(raters);
    expect(result?.w).toBeCloseTo(0.54, 2);
    expect(result?.chi2).toBeCloseTo(30.8, 1);
    expect(result?.df).toBe(19);
  });

  it("counts a rater who ties everything as no information (2/3 with two others who agree)", () => {
    const rows = [
      [3, 3, 3, 3],
      [1, 2, 3, 4],
      [1, 2, 3, 4],
    ];
    expect(kendallW(rows)?.w).toBeCloseTo(2 / 3, 9);
  });

  it("is undefined when every rater is constant, with one rater or one item", () => {
    expect(
      kendallW([
        [3, 3, 3],
        [5, 5, 5],
      ]),
    ).toBeNull();
    expect(kendallW([[1, 2, 3]])).toBeNull();
    expect(kendallW([[1], [2]])).toBeNull();
    expect(kendallW([])).toBeNull();
  });

  it("lies between 0 and 1 and sees only the order of the ratings", () => {
    fc.assert(
      fc.property(panels, (rows) => {
        const result = kendallW(rows);
        fc.pre(result !== null);
        expect(result.w).toBeGreaterThanOrEqual(0);
        expect(result.w).toBeLessThanOrEqual(1);
        expect(kendallW([...rows].reverse().map((row) => row.map((value) => value ** 3)))).toEqual(
          result,
        );
      }),
    );
  });

  it("refuses rows of different length or with something that is no number", () => {
    expect(refusal(() => kendallW([[1, 2], [1]]))).toBe("ratings");
    expect(
      refusal(() =>
        kendallW([
          [1, Number.NaN],
          [1, 2],
        ]),
      ),
    ).toBe("ratings");
  });
});

describe("the word for disagreement", () => {
  it.each([
    { values: [3], word: "eens" },
    { values: [4, 5, 4], word: "eens" },
    { values: [1, 3], word: "verschil" },
    { values: [3, 5, 4], word: "verschil" },
    { values: [2, 4], word: "tegengesteld" },
    { values: [1, 3, 5], word: "tegengesteld" },
    { values: [2, 3], word: "eens" },
  ])("is $word for $values", ({ values, word }) => {
    expect(disagreementWord(values)).toBe(word);
  });

  it("is absent without ratings", () => {
    expect(disagreementWord([])).toBeNull();
  });

  it("is tegengesteld whenever ratings lie three or more apart", () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 6 }), (values) => {
        const range = Math.max(...values) - Math.min(...values);
        const word = disagreementWord(values);
        if (range >= 3) expect(word).toBe("tegengesteld");
        if (range <= 1) expect(word).toBe("eens");
        if (range === 2) {
          expect(word).toBe(Math.min(...values) === 2 ? "tegengesteld" : "verschil");
        }
      }),
    );
  });
});
