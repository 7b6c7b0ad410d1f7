import type {
  CriterionTemplate,
  GateTemplate,
  PerspectiveTemplate,
  QuestionSetContent,
} from "#app/domain/question-set.ts";
import type {
  CriterionForm,
  GateForm,
  PerspectiveForm,
  QuestionSetForm,
} from "./question-set-form.ts";

/** The fields a stored draft starts with. */
export function formOf(content: QuestionSetContent, version: number): QuestionSetForm {
  return {
    version: String(version),
    name: content.name,
    description: content.description,
    margin: decimal(content.margin),
    scale: fiveOf(content.scale),
    levels: content.levels,
    caseQuestions: content.caseQuestions.map(({ key, question, meaning }) => ({
      key,
      question,
      meaning,
    })),
    perspectives: content.perspectives.map(perspectiveFormOf),
  };
}

function perspectiveFormOf(template: PerspectiveTemplate): PerspectiveForm {
  const { key, name, leadingQuestion, weight, passMark, gates, criteria } = template;
  return {
    key,
    name,
    leadingQuestion,
    weight: percent(weight),
    passMark: decimal(passMark),
    gates: gates.map(gateFormOf),
    criteria: criteria.map(criterionFormOf),
  };
}

function gateFormOf({ key, question, meaning, source }: GateTemplate): GateForm {
  return { key, question, meaning, source };
}

function criterionFormOf(template: CriterionTemplate): CriterionForm {
  return {
    ...gateFormOf(template),
    weight: percent(template.weight),
    mayNotApply: template.mayNotApply ? "yes" : "",
    anchors: fiveOf(template.anchors),
  };
}

/** A share of 1 as people type it: 14,2857. */
export function percent(share: number): string {
  return decimal(share * 100);
}

/** What typed percentages add up to; null while one of them is no number. */
export function sumOfWeights(typed: string[]): number | null {
  const weights = typed.map((text) => (text.trim() === "" ? NaN : Number(text.replace(",", "."))));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return Number.isFinite(sum) ? Math.round(sum * 100) / 100 : null;
}

function decimal(value: number): string {
  return String(Math.round(value * 10_000) / 10_000).replace(".", ",");
}

/** One anchor text per scale point. */
export function fiveOf(given: { nl: string; en: string }[]) {
  return [0, 1, 2, 3, 4].map((place) => given[place] ?? { nl: "", en: "" });
}
