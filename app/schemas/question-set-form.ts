import { fiveOf } from "./question-set-fields.ts";

type Words = { nl: string; en: string };
export type GateForm = { key: string; question: Words; meaning: Words; source: string };
export type CriterionForm = GateForm & { weight: string; mayNotApply: string; anchors: Words[] };
export type PerspectiveForm = {
  key: string;
  name: Words;
  leadingQuestion: Words;
  weight: string;
  passMark: string;
  gates: GateForm[];
  criteria: CriterionForm[];
};
export type CaseQuestionForm = { key: string; question: Words; meaning: Words };
/** A draft as it stands in the fields: all text, right or wrong. */
export type QuestionSetForm = {
  version: string;
  name: Words;
  description: Words;
  margin: string;
  scale: Words[];
  levels: Words[];
  caseQuestions: CaseQuestionForm[];
  perspectives: PerspectiveForm[];
};

type Posted = Record<string, unknown>;

/** Reads what was posted, by nested names, without judging it: what is missing is blank. */
export function formFrom(posted: unknown): QuestionSetForm {
  const fields = fieldsOf(posted);
  return {
    version: textOf(fields.version),
    name: wordsOf(fields.name),
    description: wordsOf(fields.description),
    margin: textOf(fields.margin),
    scale: fiveOf(listOf(fields.scale, wordsOf)),
    levels: listOf(fields.levels, wordsOf),
    caseQuestions: listOf(fields.caseQuestions, caseQuestionFrom),
    perspectives: listOf(fields.perspectives, perspectiveFrom),
  };
}

function perspectiveFrom(fields: Posted): PerspectiveForm {
  return {
    key: textOf(fields.key),
    name: wordsOf(fields.name),
    leadingQuestion: wordsOf(fields.leadingQuestion),
    weight: textOf(fields.weight),
    passMark: textOf(fields.passMark),
    gates: listOf(fields.gates, gateFrom),
    criteria: listOf(fields.criteria, criterionFrom),
  };
}

function gateFrom(fields: Posted): GateForm {
  return {
    key: textOf(fields.key),
    question: wordsOf(fields.question),
    meaning: wordsOf(fields.meaning),
    source: textOf(fields.source),
  };
}

function caseQuestionFrom(fields: Posted): CaseQuestionForm {
  const { key, question, meaning } = gateFrom(fields);
  return { key, question, meaning };
}

function criterionFrom(fields: Posted): CriterionForm {
  return {
    ...gateFrom(fields),
    weight: textOf(fields.weight),
    mayNotApply: textOf(fields.mayNotApply),
    anchors: fiveOf(listOf(fields.anchors, wordsOf)),
  };
}

function fieldsOf(value: unknown): Posted {
  return typeof value === "object" && value !== null ? (value as Posted) : {};
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function wordsOf(value: unknown): Words {
  const { nl, en } = fieldsOf(value);
  return { nl: textOf(nl), en: textOf(en) };
}

function listOf<T>(value: unknown, read: (fields: Posted) => T): T[] {
  return Array.isArray(value) ? value.map((entry) => read(fieldsOf(entry))) : [];
}

/** By field name: `perspectives.0.name.nl`. An empty box is not there. */
export function flatValues(given: QuestionSetForm): Record<string, string> {
  const flat: Record<string, string> = {};
  flatten(given, "", flat);
  for (const name of Object.keys(flat)) {
    if (name.endsWith(".mayNotApply") && flat[name] === "") delete flat[name];
  }
  return flat;
}

function flatten(value: unknown, path: string, flat: Record<string, string>): void {
  if (typeof value === "string") flat[path] = value;
  if (typeof value !== "object" || value === null) return;
  for (const [key, entry] of Object.entries(value)) {
    flatten(entry, path === "" ? key : `${path}.${key}`, flat);
  }
}
