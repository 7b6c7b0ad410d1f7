import * as z from "zod";
import { factKinds } from "#app/domain/case-file.ts";
import { factPerspectives } from "./fact-perspectives.ts";
import { checkbox, choice, optionalText, text, version } from "./fields.ts";

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
});

export const factSchema = newFactSchema.extend({ version: version(), active: checkbox() });

export type NewFactInput = z.output<typeof newFactSchema>;
export type FactInput = z.output<typeof factSchema>;
