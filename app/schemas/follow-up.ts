import * as z from "zod";
import { helpAnswers } from "#app/domain/follow-up.ts";
import { bearers } from "#app/domain/option.ts";
import { rows } from "./case-file.ts";
import {
  choice,
  day,
  identifier,
  money,
  optionalChoice,
  optionalIdentifier,
  optionalText,
  text,
} from "./fields.ts";

const realisedCost = z.object({ post: text(200), bearer: choice(bearers), cents: money() });

export const followUpForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("condition-done"),
    conditionId: identifier(),
    note: optionalText(2000),
    /** A document of the case that shows it. */
    proofId: optionalIdentifier(),
  }),
  z.object({ intent: z.literal("condition-open"), conditionId: identifier(), note: text(2000) }),
  z.object({
    intent: z.literal("review-held"),
    reviewId: identifier(),
    helpedCitizen: choice(helpAnswers),
    helpedProfessional: choice(helpAnswers),
    conditionsKept: choice(helpAnswers),
    /** Asked only of a case with a signal. */
    signalTakenUp: optionalChoice(helpAnswers),
    /** What it has cost since it was taken; no lines is not known. */
    lines: rows(realisedCost, 60),
    note: optionalText(5000),
    learned: optionalText(5000),
  }),
  z.object({ intent: z.literal("review-planned"), ownerId: identifier(), dueDate: day() }),
  z.object({ intent: z.literal("close") }),
]);
export type FollowUpInput = z.output<typeof followUpForm>;
