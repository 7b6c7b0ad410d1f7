import type { DecisionKind } from "#app/domain/decision.ts";

/** Every version after the first. */
export const laterKinds = [
  "correction",
  "objection_review",
  "withdrawal",
] as const satisfies readonly DecisionKind[];

export const mostConditions = 30;
