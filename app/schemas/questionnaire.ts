import * as z from "zod";
import { citizenChoices, linkDays, mostWords } from "#app/domain/questionnaire.ts";
import { choice, identifier, optionalText } from "./fields.ts";

/** About the decision, or about a look back that was held. */
export const aboutDecision = "decision";

export const questionnaireForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("invite"),
    about: z.union([z.literal(aboutDecision), identifier()], "required"),
    days: choice(linkDays),
  }),
  z.object({ intent: z.literal("withdraw"), questionnaireId: identifier() }),
]);
export type QuestionnaireInput = z.output<typeof questionnaireForm>;

// What an old browser sends that is none of the answers counts as skipped: the rest is worth more than an error.
const answer = z.enum(citizenChoices).nullable().catch(null).default(null);

export const citizenAnswersForm = z.object({
  heard: answer,
  understood: answer,
  fair: answer,
  helped: answer,
  words: optionalText(mostWords),
});
