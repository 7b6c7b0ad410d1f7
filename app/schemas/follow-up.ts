import * as z from "zod";
import { helpAnswers } from "#app/domain/follow-up.ts";
import { bearers, type Bearer } from "#app/domain/option.ts";
import { choice, day, identifier, optionalMoney, optionalText, text } from "./fields.ts";

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
    /** What it has cost so far, per bearer; what is left open is not known. */
    costs: z.partialRecord(z.enum(bearers), optionalMoney()).default({}).transform(known),
    note: optionalText(5000),
  }),
  z.object({ intent: z.literal("review-planned"), ownerId: identifier(), dueDate: day() }),
  z.object({ intent: z.literal("close") }),
]);
export type FollowUpInput = z.output<typeof followUpForm>;

/** The amounts that were filled in; null when none was. */
function known(
  costs: Partial<Record<Bearer, number | null>>,
): Partial<Record<Bearer, number>> | null {
  const filled = bearers.flatMap((bearer) => {
    const cents = costs[bearer] ?? null;
    return cents === null ? [] : [[bearer, cents] as const];
  });
  return filled.length === 0 ? null : Object.fromEntries(filled);
}
