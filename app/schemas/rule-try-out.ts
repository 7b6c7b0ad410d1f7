/** What a policy rule would have done in earlier situations, as pages show it. */
import type { FactKind, FactMeasure } from "#app/domain/case-file.ts";
import type { LocalText } from "#app/domain/local-text.ts";
import type { RuleTryOut } from "#app/domain/policy-rule.ts";

/** A fact of a decided situation; `inReason` when the decision rests on it. */
export type TriedFact = {
  id: string;
  label: LocalText;
  direction: FactKind;
  amount: number | null;
  measure: FactMeasure | null;
  inReason: boolean;
};

/** Something decided otherwise than the rule would. Of what the reader may not see, only what was decided is told. */
export type Disagreement = {
  kind: "case" | "precedent";
  id: string | null;
  number: string;
  title: string;
  decidedAt: number | null;
  level: number;
  /** Whether the rule gives more than was decided, or less. */
  difference: "more" | "less";
  facts: TriedFact[];
  /** The recorded motivation, per perspective. */
  reasons: { perspective: string; text: string }[];
};

export type TryOutView = {
  numbers: RuleTryOut;
  /** How many it would settle when facts that are not known turn out so. */
  open: number;
  /** False when so much happened lately that not all of it is counted yet. */
  complete: boolean;
  /** One page of them, newest first; `numbers.differs` counts them all. */
  disagreements: Disagreement[];
  /** Which page that is, and the place of its first among all of them, from 1. */
  place: { page: number; pages: number; first: number };
  /** Per fact how many of those settled have it, most first. */
  groups: { fact: Omit<TriedFact, "amount" | "inReason">; count: number }[];
  /** The newest of them; `numbers.replaces` counts them all. */
  replaces: { id: string | null; number: string; title: string; decidedAt: number | null }[];
};
