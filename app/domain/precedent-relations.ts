/** How a decision treats an earlier one that it names. */
export const precedentRelations = ["followed", "distinguished", "departed"] as const;
export type PrecedentRelation = (typeof precedentRelations)[number];

/** What a case does, per perspective, with the reasons of a precedent beside it. */
export const adoptionChoices = ["adopt", "adapt", "depart"] as const;
export type AdoptionChoice = (typeof adoptionChoices)[number];

/** Where a precedent comes from: a decision taken here, or the back catalogue of an agency. */
export const precedentSources = ["decision", "import"] as const;
export type PrecedentSource = (typeof precedentSources)[number];

/**
 * What a decision answered to the comparison with earlier ones: nothing binds it, it stays within what binds it, it
 * names a difference as its reason, it changes the line, or the warning was left standing.
 */
export const equalTreatmentAnswers = [
  "unbound",
  "within",
  "reason",
  "line_change",
  "unanswered",
] as const;
export type EqualTreatmentAnswer = (typeof equalTreatmentAnswers)[number];

/** A change of line is asked for with a decision, decided by someone with that right, and counts from the decision. */
export const lineChangeStatuses = [
  "proposed",
  "approved",
  "rejected",
  "withdrawn",
  "effected",
] as const;
export type LineChangeStatus = (typeof lineChangeStatuses)[number];

/** An import is checked first; a second person lets it in, all of it at one moment. */
export const importStatuses = [
  "checking",
  "checked",
  "offered",
  "importing",
  "imported",
  "cancelled",
] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const importFormats = ["json", "csv"] as const;
export type ImportFormat = (typeof importFormats)[number];

export const importRowStatuses = ["waiting", "good", "broken", "known", "imported"] as const;
export type ImportRowStatus = (typeof importRowStatuses)[number];
