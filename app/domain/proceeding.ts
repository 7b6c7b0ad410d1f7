/** What a citizen can do against a decision, and the terms in which it is answered. */
export const remedyKinds = ["objection", "appeal", "higher_appeal", "review"] as const;
export type RemedyKind = (typeof remedyKinds)[number];

export const proceedingOutcomes = [
  "upheld",
  "partly_upheld",
  "dismissed",
  "inadmissible",
  "withdrawn",
] as const;
export type ProceedingOutcome = (typeof proceedingOutcomes)[number];
