import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  questionSetDifferences,
  type QuestionSetDifference,
} from "../../app/domain/question-set-differences.ts";
import type { PerspectiveTemplate, QuestionSetContent } from "../../app/domain/question-set.ts";
import { perspectiefcirkelNl } from "../../app/domain/question-sets/perspectiefcirkel-nl.ts";
import { publiekeWaarden } from "../../app/domain/question-sets/publieke-waarden.ts";
import { questionSetContents } from "./generated-question-sets.ts";

const before = perspectiefcirkelNl;

/** The set with its first perspective changed. */
function withLegal(change: (legal: PerspectiveTemplate) => Partial<PerspectiveTemplate>) {
  const perspectives = before.perspectives.map((one, at) =>
    at === 0 ? { ...one, ...change(one) } : one,
  );
  return { ...before, perspectives };
}

function found(after: QuestionSetContent) {
  return questionSetDifferences(before, after);
}

/** The kind, key and field of each difference, to compare at a glance. */
function short(differences: QuestionSetDifference[]): string[] {
  return differences.map((one) =>
    [one.kind, one.of, one.key, "field" in one ? one.field : ""].filter(Boolean).join(" "),
  );
}

describe("the differences between two versions", () => {
  it("are none when nothing was changed, whatever the set", () => {
    fc.assert(
      fc.property(questionSetContents, (content) => {
        expect(questionSetDifferences(content, structuredClone(content))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it("are found for any two sets that are not the same", () => {
    fc.assert(
      fc.property(questionSetContents, questionSetContents, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(questionSetDifferences(one, other).length).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });

  it("the other way round take away what was added, and add what went", () => {
    fc.assert(
      fc.property(questionSetContents, questionSetContents, (one, other) => {
        const keysOf = (differences: QuestionSetDifference[], kind: string) =>
          differences
            .filter((each) => each.kind === kind)
            .map(({ of, key }) => `${of} ${key}`)
            .sort();
        const there = questionSetDifferences(one, other);
        const back = questionSetDifferences(other, one);
        expect(keysOf(there, "added")).toEqual(keysOf(back, "removed"));
        expect(keysOf(there, "removed")).toEqual(keysOf(back, "added"));
        expect(keysOf(there, "changed")).toEqual(keysOf(back, "changed"));
      }),
      { numRuns: 50 },
    );
  });

  it("give both texts of one field in one language, with the perspective it is in", () => {
    const after = withLegal(({ criteria }) => ({
      criteria: criteria.map((one) =>
        one.key === "J1" ? { ...one, question: { ...one.question, nl: "Anders?" } } : one,
      ),
    }));
    expect(found(after)).toEqual([
      {
        kind: "changed",
        of: "criterion",
        key: "J1",
        perspective: { nl: "Juridisch", en: "Legal" },
        title: { nl: "Anders?", en: expect.any(String) as string },
        field: "question",
        language: "nl",
        before: before.perspectives[0]?.criteria[0]?.question.nl,
        after: "Anders?",
      },
    ]);
  });

  it("name the scale point of an anchor, and yes or no", () => {
    const after = withLegal(({ criteria }) => ({
      criteria: criteria.map((one) => ({
        ...one,
        mayNotApply: one.key === "J1" || one.mayNotApply,
        anchors: one.anchors.map((text, at) =>
          one.key === "J2" && at === 4 ? { ...text, en: "Fully" } : text,
        ),
      })),
    }));
    expect(short(found(after))).toEqual([
      "changed criterion J1 mayNotApply",
      "changed criterion J2 anchor5",
    ]);
  });

  it("say what is new and what goes, and leave the rows around them alone", () => {
    const after = withLegal(({ criteria, gates }) => ({
      gates: gates.slice(1),
      criteria: [
        ...criteria.slice(1),
        ...criteria.slice(0, 1).map((one) => ({ ...one, key: "J8" })),
      ],
    }));
    expect(short(found(after))).toEqual([
      "removed gate J-G1",
      "removed criterion J1",
      "added criterion J8",
    ]);
  });

  it("say once that rows stand in another order", () => {
    const after = { ...before, perspectives: before.perspectives.toReversed() };
    expect(short(found(after))).toEqual(["order perspective societal"]);
    const inside = withLegal(({ criteria }) => ({ criteria: criteria.toReversed() }));
    expect(short(found(inside))).toEqual(["order criterion J7"]);
  });

  it("look at weights as they are typed: the last digits of a share do not count", () => {
    const same = withLegal(({ weight }) => ({ weight: weight + 1e-7 }));
    expect(found(same)).toEqual([]);
    const heavier = withLegal(() => ({ weight: 0.5, passMark: 3.5 }));
    expect(short(found(heavier))).toEqual([
      "changed perspective legal weight",
      "changed perspective legal passMark",
    ]);
  });

  it("look at scale words and levels by their place", () => {
    const word = { nl: "Prima", en: "Fine" };
    const after = { ...before, margin: 0.5, scale: before.scale.with(4, word) };
    expect(short(found({ ...after, levels: [...before.levels, word] }))).toEqual([
      "changed set margin",
      "changed scale 5 text",
      "changed scale 5 text",
      "added level 4",
    ]);
    expect(short(found({ ...before, levels: before.levels.slice(0, 3) }))).toEqual([
      "removed level 3",
    ]);
  });

  it("between the two shipped sets name every perspective of both", () => {
    const words = short(found(publiekeWaarden));
    for (const key of ["legal", "financial", "societal"]) {
      expect(words).toContain(`removed perspective ${key}`);
    }
    expect(words.filter((one) => one.startsWith("added perspective"))).toHaveLength(3);
  });
});
