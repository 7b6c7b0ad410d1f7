import * as z from "zod";
import { fiveOf } from "./question-set-fields.ts";

// A draft as it stands in the fields: all text, right or wrong.
const typed = z.string().catch("");
const words = z.object({ nl: typed, en: typed }).catch({ nl: "", en: "" });

const gate = z.object({ key: typed, question: words, meaning: words, source: typed });

const criterion = gate.extend({
  weight: typed,
  mayNotApply: typed,
  anchors: z.array(words).catch([]).transform(fiveOf),
});

const perspective = z.object({
  key: typed,
  name: words,
  leadingQuestion: words,
  weight: typed,
  passMark: typed,
  gates: z.array(gate).catch([]),
  criteria: z.array(criterion).catch([]),
});

const form = z.object({
  version: typed,
  name: words,
  description: words,
  margin: typed,
  perspectives: z.array(perspective).catch([]),
});

export type QuestionSetForm = z.output<typeof form>;
export type PerspectiveForm = z.output<typeof perspective>;
export type CriterionForm = z.output<typeof criterion>;
export type GateForm = z.output<typeof gate>;

/** Reads what was posted, by nested names, without judging it. */
export function formFrom(posted: unknown): QuestionSetForm {
  return form.parse(typeof posted === "object" && posted !== null ? posted : {});
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
