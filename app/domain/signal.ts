/** Signals: structural problems behind cases, and what becomes of them (domain.md section 8). */

/** What it was raised from: a pattern in decided cases, by hand, or a note that somebody left. */
export const signalSources = ["cluster", "case", "session", "wrong_door", "unease"] as const;
export type SignalSource = (typeof signalSources)[number];

/** `merged`: it goes on as another signal. */
export const signalStatuses = [
  "new",
  "taken_up",
  "rule_change_proposed",
  "adopted",
  "rejected",
  "merged",
] as const;
export type SignalStatus = (typeof signalStatuses)[number];

export const signalStepKinds = [
  "raised",
  "status",
  "assigned",
  "answered",
  "reminded",
  "cases",
  "merged",
  "note",
] as const;
export type SignalStepKind = (typeof signalStepKinds)[number];

/** From so many comparable deviating cases the product raises a signal by itself (ABRvS RVS:2016:709). */
export const signalSupport = 3;
