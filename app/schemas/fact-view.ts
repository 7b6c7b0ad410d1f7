import type { FactKind, FactMeasure } from "#app/domain/case-file.ts";
import type { LocalText } from "#app/domain/local-text.ts";

/** How often something is there: `few` is fewer than five, more than none, in an installation of several organisations. */
export type ShownCount = number | "few";
export type ShownUsage = { cases: ShownCount; precedents: ShownCount };

export type NamedFact = { id: string; label: LocalText };

/** A fact in the list of the catalogue. */
export type ListedFact = NamedFact & {
  definition: LocalText;
  example: LocalText;
  synonyms: string[];
  perspective: string;
  direction: FactKind;
  measure: FactMeasure | null;
  usage: ShownUsage;
  /** Why and when it left the list, and what took its place. */
  ended: { at: number | null; reason: string; into: NamedFact | null } | null;
};

/** What a merge would change: cases that name the first, those that name both, and those whose answer changes. */
export type MergePreview = {
  into: NamedFact & { version: number };
  cases: ShownCount;
  both: ShownCount;
  differing: ShownCount;
  precedents: ShownCount;
};
