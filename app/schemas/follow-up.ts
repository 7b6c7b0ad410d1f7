import * as z from "zod";
import { helpAnswers } from "#app/domain/follow-up.ts";
import { choice, day, identifier, optionalText, text } from "./fields.ts";

export const followUpForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("condition-done"),
    conditionId: identifier(),
    note: optionalText(2000),
  }),
  z.object({ intent: z.literal("condition-open"), conditionId: identifier(), note: text(2000) }),
  z.object({
    intent: z.literal("review-held"),
    reviewId: identifier(),
    helpedCitizen: choice(helpAnswers),
    helpedProfessional: choice(helpAnswers),
    conditionsKept: choice(helpAnswers),
    note: optionalText(5000),
  }),
  z.object({ intent: z.literal("review-planned"), ownerId: identifier(), dueDate: day() }),
  z.object({ intent: z.literal("close") }),
]);
export type FollowUpInput = z.output<typeof followUpForm>;
