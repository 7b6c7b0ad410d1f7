import { findPersonalData } from "#app/domain/personal-data.ts";
import type { PrecedentFinding } from "#app/schemas/precedent-view.ts";
import type { PrecedentRow } from "./precedent-access.server.ts";

type Texts = Pick<PrecedentRow, "title" | "summary" | "motivation">;

/** Where the text of a precedent seems to hold personal data, field by field. */
export function personalDataIn({ title, summary, motivation }: Texts): PrecedentFinding[] {
  const texts = [
    ["title", title],
    ["summary", summary],
    ...Object.entries(motivation).map(([key, text]) => [`motivation.${key}`, text]),
  ] as [string, string][];
  return texts.flatMap(([field, text]) =>
    findPersonalData(text).map((finding) => ({ field, ...finding })),
  );
}

/** The same as errors of the form: one per field. */
export function findingErrors(findings: PrecedentFinding[]): Record<string, string[]> {
  return Object.fromEntries(findings.map(({ field }) => [field, ["personal_data"]]));
}
