import * as z from "zod";
import { bearers, certainties, groundKeys, recurrences } from "#app/domain/option.ts";
import { rows } from "./case-file.ts";
import {
  choice,
  money,
  optionalChoice,
  optionalText,
  text,
  version,
  wholeNumber,
} from "./fields.ts";

const costLine = z.object({
  post: text(200),
  bearer: choice(bearers),
  recurrence: choice(recurrences),
  certainty: choice(certainties),
  source: optionalText(500),
  cents: money(),
});
export type CostLineInput = z.output<typeof costLine>;

const optionFields = {
  title: text(150),
  description: optionalText(20_000),
  level: wholeNumber({ min: 0, max: 9 }),
  ground: optionalChoice(groundKeys),
  groundReference: optionalText(1000),
  /** What the option does with a claim, where that differs from its own level. */
  claims: z
    .record(
      z.uuid(),
      z.object({
        level: z.union([z.literal(""), wholeNumber({ min: 0, max: 9 })]).default(""),
        note: optionalText(1000),
      }),
    )
    .default({}),
  lines: rows(costLine, 60),
};

export const newOptionSchema = z.object({ intent: z.literal("save"), ...optionFields });
export type OptionInput = Omit<z.output<typeof newOptionSchema>, "intent">;

export const optionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), version: version(), ...optionFields }),
  z.object({ intent: z.literal("remove"), version: version() }),
  z.object({ intent: z.enum(["up", "down"]) }),
]);

export type OptionFormInput = z.output<typeof optionSchema>;
