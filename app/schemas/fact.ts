import * as z from "zod";
import { factKinds, factMeasures } from "#app/domain/case-file.ts";
import { factPerspectives } from "./fact-perspectives.ts";
import { choice, identifier, optionalChoice, optionalText, text, version } from "./fields.ts";

// Facts are compared between organisations and shown in both languages: neither may be missing.
const bothLanguages = (max: number) => z.object({ nl: text(max), en: text(max) });

const mostSynonyms = 30;

function synonyms() {
  return optionalText(2000).transform((typed, context) => {
    const words = typed
      .split(/[\n,;]/)
      .map((word) => word.trim())
      .filter(Boolean);
    if (words.length > mostSynonyms) {
      context.addIssue({ code: "custom", message: `too_many:${mostSynonyms}` });
    }
    return [...new Set(words)];
  });
}

export const newFactSchema = z.object({
  label: bothLanguages(120),
  definition: bothLanguages(500),
  example: z.object({ nl: optionalText(500), en: optionalText(500) }),
  synonyms: synonyms(),
  perspective: choice(factPerspectives),
  direction: choice(factKinds),
  /** Of an ordered fact, what its amount counts. */
  measure: optionalChoice(factMeasures),
});

export const factSchema = newFactSchema.extend({
  intent: z.literal("save"),
  version: version(),
});

const reason = () => text(500);
export const retireSchema = z.object({
  intent: z.literal("retire"),
  version: version(),
  reason: reason(),
});
export const mergeSchema = z.object({
  intent: z.literal("merge"),
  version: version(),
  into: identifier(),
  intoVersion: version(),
  reason: reason(),
});

/** All that can be done on the page of a fact. */
export const factActSchema = z.discriminatedUnion("intent", [
  factSchema,
  retireSchema,
  mergeSchema,
  z.object({ intent: z.literal("restore"), version: version() }),
  z.object({ intent: z.literal("unmerge"), version: version() }),
]);

export type NewFactInput = z.output<typeof newFactSchema>;
export type FactInput = Omit<z.output<typeof factSchema>, "intent">;
export type FactAct = z.output<typeof factActSchema>;
