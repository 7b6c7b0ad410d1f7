import * as z from "zod";
import { parseLawReference } from "#app/domain/law-reference.ts";
import { checkbox, identifier, listOf, optionalText, text, version } from "./fields.ts";

const mostReferences = 50;

/** One reference per line, each in its official form; blank and double lines fall away. */
export function lawReferences() {
  return optionalText(10_000).transform((typed, context) => {
    const lines = typed
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    const read = lines.map((line) => parseLawReference(line)?.value ?? null);
    const values = [...new Set(read)].filter((value) => value !== null);
    if (read.includes(null)) context.addIssue({ code: "custom", message: "law_reference" });
    if (values.length > mostReferences) {
      context.addIssue({ code: "custom", message: `too_many:${mostReferences}` });
    }
    return values;
  });
}

export const newScopeSchema = z.object({
  name: text(150),
  description: optionalText(2000),
  lawReferences: lawReferences(),
});

export const scopeSchema = newScopeSchema.extend({
  version: version(),
  active: checkbox(),
  /** Scopes of other organisations that are shown beside it. */
  otherScopeIds: listOf(identifier()),
});

export type NewScopeInput = z.output<typeof newScopeSchema>;
export type ScopeInput = z.output<typeof scopeSchema>;

/** A scope of another organisation that can be shown beside an own one. */
export type OtherScope = { id: string; name: string; organisation: string };
