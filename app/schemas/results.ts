import * as z from "zod";
import { checkbox, identifier, optionalText, text } from "./fields.ts";
import { weighed, weightFields } from "./panel.ts";

const noteLimit = 4000;
const cell = { key: text(60), optionId: identifier() };
const argumentIntent = { argumentId: identifier() };

export const revealSchema = z.object({
  reason: optionalText(noteLimit),
  /** The round on the screen; without it the first, so that nothing reveals the second by chance. */
  round: z.coerce.number().int().default(1),
});

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
  z.object({ intent: z.literal("flag"), ...cell }),
  z.object({ intent: z.literal("unflag"), ...cell }),
  z.object({ intent: z.literal("table"), ...cell }),
  z.object({ intent: z.literal("untable") }),
  z.object({ intent: z.literal("second_round") }),
  z.object({ intent: z.literal("conclude") }),
]);
export type ResultsInput = z.output<typeof resultsSchema>;

export const minoritySchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("record"),
    text: text(noteLimit),
    optionId: z.union([z.literal("").transform(() => null), identifier()]).default(null),
  }),
  z.object({ intent: z.literal("withdraw") }),
]);
export type MinorityViewInput = z.output<typeof minoritySchema>;
