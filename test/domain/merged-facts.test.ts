import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FactAnswer } from "#app/domain/case-file.ts";
import { assertMergeable, resolvedAnswers, resolvedFacts } from "#app/domain/merged-facts.ts";

const fact = (id: string, mergedIntoId: string | null = null) => ({ id, mergedIntoId });
const answered = (factId: string, answer: FactAnswer, amount: number | null = null) => {
  return { factId, answer, amount };
};

describe("a merged fact", () => {
  it("counts as the last one of its chain", () => {
    const resolved = resolvedFacts([fact("a", "b"), fact("b", "c"), fact("c"), fact("d")]);
    expect(Object.fromEntries(resolved)).toEqual({ a: "c", b: "c", c: "c", d: "d" });
  });

  it("stays readable when a circle or an unknown target got in somehow", () => {
    expect(resolvedFacts([fact("a", "b"), fact("b", "a")]).size).toBe(2);
    expect(resolvedFacts([fact("a", "gone")]).get("a")).toBe("a");
  });

  it("gives a case one answer: yes over unknown over no", () => {
    const resolved = resolvedFacts([fact("a", "b"), fact("b"), fact("c", "b")]);
    const both = (...answers: FactAnswer[]) =>
      resolvedAnswers(
        answers.map((answer, place) => answered(["a", "b", "c"][place] ?? "", answer)),
        resolved,
      );
    expect(both("no", "unknown", "yes")).toEqual([answered("b", "yes")]);
    expect(both("no", "unknown")).toEqual([answered("b", "unknown")]);
    expect(both("no", "no")).toEqual([answered("b", "no")]);
  });

  it("keeps the highest amount of the answers that win", () => {
    const resolved = resolvedFacts([fact("a", "b"), fact("b"), fact("c", "b")]);
    const answers = [answered("a", "yes", 3), answered("b", "yes", 7), answered("c", "no", 90)];
    expect(resolvedAnswers(answers, resolved)).toEqual([answered("b", "yes", 7)]);
  });

  it("gives the same whatever the order of the answers", () => {
    const ids = fc.constantFrom("a", "b", "c", "d");
    const answer = fc.record({
      factId: ids,
      answer: fc.constantFrom("yes", "no", "unknown"),
      amount: fc.option(fc.nat(100)),
    });
    const resolved = resolvedFacts([fact("a", "b"), fact("b"), fact("c", "a"), fact("d")]);
    fc.assert(
      fc.property(fc.uniqueArray(answer, { selector: ({ factId }) => factId }), (answers) => {
        const turned = resolvedAnswers([...answers].reverse(), resolved);
        expect(turned).toEqual(resolvedAnswers(answers, resolved));
      }),
    );
  });
});

describe("merging", () => {
  const candidate = (id: string, mergedIntoId: string | null = null) => {
    return { id, mergedIntoId, direction: "pro" as const, measure: null, active: true };
  };

  it("refuses a circle, also along a chain, and a fact into itself", () => {
    const [a, b, c] = [candidate("a"), candidate("b", "c"), candidate("c", "a")];
    expect(() => assertMergeable(a, b, [a, b, c])).toThrow("fact_merge_circle");
    expect(() => assertMergeable(a, a, [a])).toThrow("fact_merge_circle");
  });

  it("refuses opposite directions, lost amounts, and what is merged or retired", () => {
    const [a, b] = [candidate("a"), candidate("b")];
    const into = (change: object) => () =>
      assertMergeable(a, { ...b, ...change }, [a, { ...b, ...change }]);
    expect(into({})).not.toThrow();
    expect(into({ measure: "months" })).not.toThrow();
    expect(into({ direction: "con" })).toThrow("fact_merge_direction");
    expect(into({ active: false })).toThrow("fact_merge_retired");
    const ordered = { ...a, measure: "months" as const };
    expect(() => assertMergeable(ordered, b, [a, b])).toThrow("fact_merge_measure");
    expect(() => assertMergeable(candidate("a", "b"), b, [a, b])).toThrow("fact_merged_already");
  });
});
