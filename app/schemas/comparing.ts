/** Comparisons of a case with precedents as the pages show them. */
import type { FactKind, FactMeasure } from "#app/domain/case-file.ts";
import type { LocalText } from "#app/domain/local-text.ts";
import type { ComparisonVerdict } from "#app/domain/precedent-comparison.ts";
import type { PrecedentStatus } from "#app/domain/precedent-rules.ts";

export type FactWord = {
  id: string;
  label: LocalText;
  side: FactKind;
  /** Of an ordered fact with an amount on either side, how much here and there; null is not known. */
  amounts: { measure: FactMeasure; here: number | null; there: number | null } | null;
};

export type Comparison = {
  precedent: {
    id: string;
    number: string;
    title: string;
    level: number;
    status: PrecedentStatus;
    /** Whether it still counts; what ended, or is not published yet, never binds or warns. */
    counts: boolean;
    /** Null for the own organisation; one from elsewhere never binds. */
    organisation: string | null;
    scope: string | null;
    decidedAt: number;
  };
  verdict: ComparisonVerdict;
  /** What its facts commit this case to, whoever decided it and whether it counts or not. */
  binds: "atLeast" | "atMost" | "both" | null;
  /** The direction the lists below are of: the one with the fewest differences. */
  direction: "atLeast" | "atMost";
  same: FactWord[];
  strongerHere: FactWord[];
  toFindOut: FactWord[];
  toMotivate: FactWord[];
  /** On one side only, and no difference: outside the reason of the precedent, or unknown here. */
  besides: FactWord[];
  differenceCount: number;
};
