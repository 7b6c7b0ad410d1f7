import * as z from "zod";
import { scalePoints } from "#app/domain/question-set.ts";
import { identifier, optionalText, text } from "./fields.ts";
import { argumentSides } from "#app/domain/session.ts";
import { choices, reasonLimit, type Choice } from "./rating-choices.ts";

/** The round that was on the screen; a page that does not say means the one that is open. */
const round = { round: z.coerce.number().int().optional() };

/** What one person says about one option at one gate or criterion; `stay` keeps the answer of the first round. */
export const ratingSchema = z.object({
  key: text(60),
  optionId: identifier(),
  choice: z.enum([...choices, "stay"]),
  reason: optionalText(reasonLimit),
  ...round,
});
export type SentRating = Omit<z.output<typeof ratingSchema>, "round">;
export type RatingInput = Omit<SentRating, "choice"> & { choice: Choice };

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

const step = { key: text(60), cells: z.array(cell).min(1).max(50), ...round };
/** The same without the rule that a reason needs a choice: the choice is that of the first round. */
const stayed = z.object({ optionId: identifier(), reason: optionalText(reasonLimit) });

export const scoringSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("previous"), ...step }),
  z.object({ intent: z.literal("next"), ...step }),
  z.object({ intent: z.literal("stay"), ...step, cells: z.array(stayed).min(1).max(50) }),
  z.object({ intent: z.literal("ready"), confirmed: z.string().optional(), ...round }),
  z.object({ intent: z.literal("not_ready"), ...round }),
  z.object({
    intent: z.literal("argue"),
    key: optionalText(120),
    optionId: identifier(),
    side: z.enum(argumentSides),
    text: text(reasonLimit),
    ...round,
  }),
  z.object({
    intent: z.literal("withdraw_argument"),
    key: optionalText(120),
    argumentId: identifier(),
  }),
]);
export type ScoringInput = z.output<typeof scoringSchema>;
export type StepInput = Extract<ScoringInput, { intent: "next" | "previous" }>;
export type StayInput = Extract<ScoringInput, { intent: "stay" }>;

/** A choice as it is kept: a score from 1 to 5, or why there is none. */
export function ratingOf(choice: Choice) {
  const value = scalePoints.find((point) => String(point) === choice) ?? null;
  if (value !== null) return { kind: "score" as const, value };
  return { kind: choice === "not_applicable" ? choice : ("no_judgement" as const), value: null };
}
