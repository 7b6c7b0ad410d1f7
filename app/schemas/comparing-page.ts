/** The compare screen, and comparable precedents beside a case. */
import type { FactMeasure } from "#app/domain/case-file.ts";
import type { LocalText } from "#app/domain/local-text.ts";
import type { AdoptionChoice } from "#app/domain/precedent-relations.ts";
import type { Comparison } from "./comparing.ts";
import type { CoveringRule } from "./rule-view.ts";

/** Most precedents beside each other. */
export const mostCompared = 4;

/** Why there is nothing to compare with: what to do next hangs on it. */
export type NothingComparable = "no_scope" | "none_in_scope" | "no_facts";

/** The precedents that differ least from a case as it stands now, the nearest first, and the rules that settle it. */
export type ComparableNow = {
  near: Comparison[];
  nothing: NothingComparable | null;
  rules: CoveringRule[];
};

/** What everything is compared with: a case, or the first of the precedents when no case was chosen. */
export type ComparingBase = {
  kind: "case" | "precedent";
  id: string;
  number: string;
  title: string;
  scope: string | null;
  /** Of a precedent only. */
  level: number | null;
};

export type ComparingNotice = "too_many" | "twice" | "unknown" | "own";

export type FactThere = {
  answer: "yes" | "no" | "unknown";
  amount: number | null;
  /** Whether the recorded reason names it. */
  inReason: boolean;
};

export type ComparedFact = {
  id: string;
  label: LocalText;
  side: "pro" | "con";
  measure: FactMeasure | null;
  here: Omit<FactThere, "inReason">;
  /** In the order of the precedents beside each other. */
  there: FactThere[];
};

/** The reasons of a precedent from one perspective, and what the case does with them. */
export type AdoptionOfPerspective = {
  perspective: string;
  name: LocalText;
  /** As it was read when the choice was made; as it stands now while none was made. */
  original: string;
  /** Whether the text of the precedent was changed since. */
  changedSince: boolean;
  chosen: { choice: AdoptionChoice; text: string; by: string; at: number; version: number } | null;
};

/** What a case does with one precedent. */
export type Adoption = {
  precedentId: string;
  number: string;
  /** Null when this person may no longer see the precedent; what was read of it stays. */
  title: string | null;
  organisation: string;
  decidedAt: number;
  perspectives: AdoptionOfPerspective[];
};

export type ComparingPage = {
  base: ComparingBase | null;
  notices: ComparingNotice[];
  compared: Comparison[];
  facts: ComparedFact[];
  /** To choose from; null without a base. */
  comparable: ComparableNow | null;
  /** The choices per perspective, when one precedent stands beside a case. */
  adoption: Adoption | null;
  mayAdopt: boolean;
  /** What the case does with other precedents. */
  adopted: Adoption[];
};

/** Beside the rest of a case: what is comparable now, and what was taken over. */
export type ComparableOfCase = ComparableNow & {
  adopted: { precedentId: string; number: string; organisation: string; visible: boolean }[];
};
