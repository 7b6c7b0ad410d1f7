import * as z from "zod";
import { scalePoints } from "#app/domain/question-set.ts";
import { identifier, optionalText, text } from "./fields.ts";
import { argumentSides } from "#app/domain/session.ts";
import { choices, reasonLimit, type Choice } from "./rating-choices.ts";

/** What one person says about one option at one gate or criterion. */
export const ratingSchema = z.object({
  key: text(60),
  optionId: identifier(),
  choice: z.enum(choices),
  reason: optionalText(reasonLimit),
});
export type RatingInput = z.output<typeof ratingSchema>;

/** The same from a page with all options, where an option may still be open. */
const cell = z
  .object({
    optionId: identifier(),
    choice: z.union([z.literal(""), z.enum(choices)]).default(""),
    reason: optionalText(reasonLimit),
  })
  .refine(({ choice, reason }) => choice !== "" || reason === "", {
    path: ["choice"],
    message: "choose",
  });

const step = { key: text(60), cells: z.array(cell).min(1).max(50) };

export const scoringSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("previous"), ...step }),
  z.object({ intent: z.literal("next"), ...step }),
  z.object({ intent: z.literal("ready"), confirmed: z.string().optional() }),
  z.object({ intent: z.literal("not_ready") }),
  z.object({
    intent: z.literal("argue"),
    key: optionalText(60),
    optionId: identifier(),
    side: z.enum(argumentSides),
    text: text(reasonLimit),
  }),
  z.object({
    intent: z.literal("withdraw_argument"),
    key: optionalText(60),
    argumentId: identifier(),
  }),
]);
export type ScoringInput = z.output<typeof scoringSchema>;
export type StepInput = Extract<ScoringInput, { intent: "next" | "previous" }>;

/** A choice as it is kept: a score from 1 to 5, or why there is none. */
export function ratingOf(choice: Choice) {
  const value = scalePoints.find((point) => String(point) === choice) ?? null;
  if (value !== null) return { kind: "score" as const, value };
  return { kind: choice === "not_applicable" ? choice : ("no_judgement" as const), value: null };
}
