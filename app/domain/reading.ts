/** The pages on which somebody reads a case, as the log of readings names them. */
export const readPages = [
  "case",
  "edit",
  "documents",
  "document",
  "history",
  "interests",
  "status",
  "retention",
  "decision",
  "decision-pdf",
  "decision-form",
  "follow-up",
  "letter",
  "letter-copy",
  "handover",
  "questionnaires",
  "weighing",
  "comparison",
  "file",
  "session",
  "results",
  "scoring",
] as const;
export type ReadPage = (typeof readPages)[number];

/** Kinds of events that say no more than that somebody looked. */
export const readingKinds = ["case.read", "scoring.read", "handover.read"] as const;

/**
 * The kind of event of a reading. That of the scoring page is about scoring: who sat down to it, and when, is kept
 * back until the reveal as everything else about a round is.
 */
export function readingKind(page: ReadPage): "case.read" | "scoring.read" {
  return page === "scoring" ? "scoring.read" : "case.read";
}

/** Whether an event of this kind changed nothing. */
export function isReading(kind: string): boolean {
  return readingKinds.some((reading) => reading === kind);
}
