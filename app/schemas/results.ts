import * as z from "zod";
import { checkbox, identifier, optionalText, text } from "./fields.ts";
import { weighed, weightFields } from "./panel.ts";

const noteLimit = 4000;
const argumentIntent = { argumentId: identifier() };

export const revealSchema = z.object({ reason: optionalText(noteLimit) });

export const resultsSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("discuss"),
    criterion: text(60),
    optionId: identifier(),
    note: optionalText(noteLimit),
    discussed: checkbox(),
  }),
  z.object({ intent: z.literal("carry"), ...argumentIntent }),
  z.object({ intent: z.literal("drop"), ...argumentIntent }),
  z.object({ intent: z.literal("carry_reason"), ratingId: identifier() }),
  z
    .object({ intent: z.literal("weigh"), reason: text(noteLimit), ...weightFields })
    .transform(weighed),
  z.object({ intent: z.literal("conclude") }),
]);
export type ResultsInput = z.output<typeof resultsSchema>;
