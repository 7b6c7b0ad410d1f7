import * as z from "zod";
import { practicePerspectives } from "#app/domain/practice/practice-pages.ts";
import { scalePoints } from "#app/domain/question-set.ts";
import { gateAnswers } from "#app/domain/session.ts";
import { choice, identifier, optionalText, text } from "./fields.ts";
import { reasonLimit } from "./rating-choices.ts";

export const motivationLimit = 2000;

export const practiceStartSchema = z.object({
  intent: choice(["start", "again"]),
  perspective: choice(practicePerspectives),
});

/** A page with nothing to fill in: on to the next one. */
export const practiceNextSchema = z.object({ intent: z.literal("next") });

const choices = ["1", "2", "3", "4", "5", "no_judgement", ...gateAnswers] as const;

/** One cell while people type. */
export const practiceRatingSchema = z.object({
  key: text(60),
  optionId: identifier(),
  choice: choice(choices),
  reason: optionalText(reasonLimit),
});
export type PracticeRatingInput = z.output<typeof practiceRatingSchema>;

const cells = z
  .array(
    z.object({
      optionId: identifier(),
      choice: z.union([z.literal(""), z.enum(choices)]).default(""),
      reason: optionalText(reasonLimit),
    }),
  )
  .min(1)
  .max(50);

export const practiceScoreSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("previous"), key: text(60), cells }),
  z.object({ intent: z.literal("next"), key: text(60), cells }),
  z.object({ intent: z.literal("reveal") }),
]);
export type PracticeScoreInput = z.output<typeof practiceScoreSchema>;

export const practiceSecondSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("stay") }),
  z.object({
    intent: z.literal("change"),
    choice: choice(scalePoints.map(String) as ["1", "2", "3", "4", "5"]),
    reason: text(reasonLimit),
  }),
]);
export type PracticeSecondInput = z.output<typeof practiceSecondSchema>;

export const practiceDecideSchema = z.object({
  option: choice(["0", "1", "2"]),
  reason: optionalText(motivationLimit),
});
export type PracticeDecideInput = z.output<typeof practiceDecideSchema>;
