/** Ways a case ends that decide how long it is kept. */
export const retentionOutcomes = ["decided", "not_taken_up", "withdrawn"] as const;
export type RetentionOutcome = (typeof retentionOutcomes)[number];

/** A destruction is proposed, then refused or approved, then carried out. */
export const destructionStatuses = [
  "proposed",
  "withdrawn",
  "refused",
  "executing",
  "completed",
] as const;
export type DestructionStatus = (typeof destructionStatuses)[number];

/** How many rows per table and how many files a destruction took away. */
export type DestructionCounts = Record<string, number>;
