import { findPersonalData, type PersonalDataKind } from "#app/domain/personal-data.ts";
import type { PrecedentRow } from "./precedent-access.server.ts";

export type PrecedentFinding = {
  /** Field of the form: `title`, `summary`, `motivation.legal`. */
  field: string;
  kind: PersonalDataKind;
  match: string;
  index: number;
};

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
