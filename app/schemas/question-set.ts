import * as z from "zod";
import { checkbox, decimalNumber, optionalText, text, version } from "./fields.ts";
import { longest, most } from "./question-set-limits.ts";
import { formFrom } from "./question-set-form.ts";

/** Percentages are typed with a few decimals: seven times 14.2857 is as good as 100. */
const percentSlack = 0.1;

// Blank texts may wait until publishing, so that a draft can be saved at any moment.
const words = (max: number) =>
  z.object({ nl: optionalText(max), en: optionalText(max) }).prefault({});

/** Of a perspective or question; never a name that an object has by itself. */
export const questionKey = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/)
  .refine((name) => !(name in {}));
const key = questionKey;

const question = {
  key,
  question: words(longest.question),
  meaning: words(longest.meaning),
  source: optionalText(longest.source),
};

const caseQuestion = z.object({ key, question: question.question, meaning: question.meaning });

const percentage = () => decimalNumber({ min: 0, max: 100 });

const gate = z.object(question);

const criterion = z.object({
  ...question,
  weight: percentage(),
  mayNotApply: checkbox(),
  anchors: z.array(words(longest.anchor)).length(5),
});

const perspective = z.object({
  key,
  name: words(longest.word),
  leadingQuestion: words(longest.question),
  weight: percentage(),
  passMark: decimalNumber({ min: 1, max: 5 }),
  gates: z.array(gate).max(most.gates).default([]),
  criteria: z.array(criterion).max(most.criteria).default([]),
});

const draftSchema = z
  .object({
    version: version(),
    name: words(longest.name),
    description: words(longest.description),
    scale: z.array(words(longest.word)).length(5),
    levels: z.array(words(longest.word)).max(most.levels).default([]),
    margin: decimalNumber({ min: 0, max: 4 }),
    perspectives: z.array(perspective).max(most.perspectives).default([]),
    caseQuestions: z.array(caseQuestion).max(most.caseQuestions).default([]),
  })
  .superRefine(({ perspectives }, context) => {
    refuseWrongSum(perspectives, ["perspectives"], context);
    for (const [place, { criteria }] of perspectives.entries()) {
      refuseWrongSum(criteria, ["perspectives", place, "criteria"], context);
    }
  });

function refuseWrongSum(
  weighted: { weight: number }[],
  path: (string | number)[],
  context: z.RefinementCtx,
): void {
  const sum = weighted.reduce((total, { weight }) => total + weight, 0);
  // A weight that is no number has its own message.
  if (weighted.length === 0 || !Number.isFinite(sum) || Math.abs(sum - 100) <= percentSlack) return;
  context.addIssue({ code: "custom", message: "weights", path: [...path, 0, "weight"] });
}

export type DraftInput = z.output<typeof draftSchema>;

const arranging = z.looseObject({ arrange: z.string().max(100) });

/**
 * The form of a draft: saved when it fits, or sent by a button that adds, moves or removes a row.
 * Those take the form as it is typed, right or wrong.
 */
export const questionSetFormSchema = z.unknown().transform((posted, context) => {
  const arranged = arranging.safeParse(posted);
  if (arranged.success) {
    return { arrange: arranged.data.arrange, form: formFrom(posted) } as const;
  }
  const parsed = draftSchema.safeParse(posted);
  if (parsed.success) {
    return { arrange: undefined, draft: parsed.data, form: formFrom(posted) } as const;
  }
  for (const issue of parsed.error.issues) context.issues.push(issue as z.core.$ZodRawIssue);
  return z.NEVER;
});

export const questionSetActSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("new-version") }),
  z.object({ intent: z.literal("copy"), name: text(120) }),
  z.object({ intent: z.literal("publish"), version: version() }),
  z.object({ intent: z.literal("retire"), version: version() }),
  z.object({ intent: z.literal("delete"), version: version() }),
]);

export type QuestionSetAct = z.output<typeof questionSetActSchema>;
