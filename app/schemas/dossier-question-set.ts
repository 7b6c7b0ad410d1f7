/** A question set as it stands in a dossier: without the limits of today, which a set from before may break. */
import * as z from "zod";
import type { QuestionSetContent } from "#app/domain/question-set.ts";
import "./zod-errors.ts";

const words = z.strictObject({ nl: z.string(), en: z.string() });
const key = z.string().min(1);
const question = { key, question: words, meaning: words };
const gate = { ...question, source: z.string() };
const weight = z.number().min(0);

/** Far above what there ever is, as in a dossier. */
const most = { perspectives: 12, questions: 40 };

const perspective = z.strictObject({
  key,
  name: words,
  leadingQuestion: words,
  weight,
  passMark: z.number(),
  gates: z.array(z.strictObject(gate)).max(most.questions),
  criteria: z
    .array(z.strictObject({ ...gate, weight, mayNotApply: z.boolean(), anchors: z.array(words) }))
    .max(most.questions),
});

export const questionSetContent = z.strictObject({
  name: words,
  description: words,
  scale: z.array(words),
  levels: z.array(words),
  margin: z.number().min(0),
  perspectives: z.array(perspective).max(most.perspectives),
  caseQuestions: z.array(z.strictObject(question)),
}) satisfies z.ZodType<QuestionSetContent>;
