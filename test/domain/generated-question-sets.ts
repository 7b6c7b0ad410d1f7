import fc from "fast-check";
import type {
  CriterionTemplate,
  GateTemplate,
  PerspectiveTemplate,
  QuestionSetContent,
} from "../../app/domain/question-set.ts";

const plain = fc
  .string({ unit: "grapheme", maxLength: 30 })
  // Control characters never reach a set, and citizen service numbers are refused.
  .map((text) => text.replaceAll(/[\p{Cc}\p{Surrogate}\d]/gu, ""));
const filled = plain.map((text) => `x${text}`);
const texts = fc.record({ nl: plain, en: plain });
const named = fc.record({ nl: filled, en: plain });
const five = fc.array(texts, { minLength: 5, maxLength: 5 });

type Bare<T> = Omit<T, "key" | "weight">;

const gate: fc.Arbitrary<Bare<GateTemplate>> = fc.record({
  question: named,
  meaning: texts,
  source: plain,
});
const criterion: fc.Arbitrary<Bare<CriterionTemplate>> = fc.record({
  question: named,
  meaning: texts,
  source: plain,
  mayNotApply: fc.boolean(),
  anchors: five,
});

function weighted<T>(rows: T[], parts: number[]): (T & { weight: number })[] {
  const own = rows.map((_, at) => parts[at % parts.length] ?? 1);
  const sum = own.reduce((total, part) => total + part, 0);
  return rows.map((row, at) => ({ ...row, weight: (own[at] ?? 0) / sum }));
}

const parts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });

const perspective = fc
  .record({
    name: named,
    leadingQuestion: texts,
    passMark: fc.constantFrom(1, 2.5, 3, 3.25, 5),
    gates: fc.array(gate, { maxLength: 3 }),
    criteria: fc.array(criterion, { minLength: 1, maxLength: 4 }),
    parts,
  })
  .map(({ parts: own, criteria, ...rest }) => ({ ...rest, criteria: weighted(criteria, own) }));

/** Sets that can be scored: every text there is, keys unique, weights that sum to 1. */
export const questionSetContents: fc.Arbitrary<QuestionSetContent> = fc
  .record({
    name: named,
    description: texts,
    scale: fc.array(named, { minLength: 5, maxLength: 5 }),
    levels: fc.array(named, { minLength: 2, maxLength: 6 }),
    margin: fc.constantFrom(0, 0.3, 1, 4),
    perspectives: fc.array(perspective, { minLength: 2, maxLength: 6 }),
    caseQuestions: fc.array(fc.record({ question: named, meaning: texts }), { maxLength: 4 }),
    parts,
  })
  .map(({ parts: own, perspectives, caseQuestions, ...rest }) => ({
    ...rest,
    caseQuestions: caseQuestions.map((item, at) => ({ key: `C${at}`, ...item })),
    perspectives: weighted(perspectives, own).map((one, place): PerspectiveTemplate => ({
      ...one,
      key: `P${place}`,
      gates: one.gates.map((item, at) => ({ key: `P${place}-G${at}`, ...item })),
      criteria: one.criteria.map((item, at) => ({ key: `P${place}-${at}`, ...item })),
    })),
  }));
