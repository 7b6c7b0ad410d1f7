/**
 * Purposes for which the maatwerkplaats processes personal data, as an organisation names them in its
 * register of processing activities (AVG article 30; Logboek Dataverwerkingen).
 */
export const processingActivities = [
  "handling",
  "scoring",
  "deciding",
  "follow-up",
  "learning",
  "accounting",
  "destroying",
] as const;
export type ProcessingActivity = (typeof processingActivities)[number];

/** How an operation ended, in the words of the standard (OpenTelemetry's status). */
export const processingStatuses = ["unset", "ok", "error"] as const;

/**
 * The purpose of every kind of event, by the subject that stands before the point. `caseOnly`: data of
 * people are in it only when the event is about a case, such as a precedent that comes from one.
 * `none`: nothing about the people of a case. What employees do with their own account is there too:
 * that is in the audit log, under their name, and nobody's case is touched.
 */
const subjects = {
  case: "handling",
  option: "handling",
  document: "handling",
  item: "scoring",
  scoring: "scoring",
  panel: "scoring",
  rating: "scoring",
  gate: "scoring",
  argument: "scoring",
  cell: "scoring",
  minority: "scoring",
  weighing: "deciding",
  decision: "deciding",
  adoption: "deciding",
  line: "deciding",
  condition: "follow-up",
  review: "follow-up",
  letter: "follow-up",
  questionnaire: "follow-up",
  proceeding: "follow-up",
  handover: "handling",
  "wrong-door": { caseOnly: "handling" },
  precedent: { caseOnly: "learning" },
  signal: { caseOnly: "learning" },
  rule: { caseOnly: "learning" },
  reflection: "none",
  export: "accounting",
  report: "accounting",
  destruction: "destroying",
  hold: "destroying",
  retention: "none",
  session: "none",
  join: "none",
  practice: "none",
  search: "none",
  reminder: "none",
  mail: "none",
  person: "none",
  role: "none",
  login: "none",
  password: "none",
  organisation: "none",
  "question-set": "none",
  fact: "none",
  scope: "none",
  installation: "none",
  "example-data": "none",
  log: "none",
  checkpoint: "none",
} as const satisfies Record<string, Purpose>;

type Purpose = ProcessingActivity | "none" | { caseOnly: ProcessingActivity };

/** Kinds whose purpose is another than that of their subject. */
const kinds: Readonly<Record<string, Purpose>> = {
  "case.destroyed": "destroying",
  "case.held": "destroying",
  "case.released": "destroying",
};

export type ProcessedEvent = { kind: string; caseId?: string | null | undefined };

/**
 * The processing activity that an audit event belongs to, or null when no data of the people of a case
 * were processed. Source: Logboek Dataverwerkingen (Logius), component Applicatie: every processing of
 * personal data is logged once, with the activity of the register. An unknown kind about a case counts
 * as handling it: rather a line too many than one too few.
 */
export function processingOf(event: ProcessedEvent): { activity: ProcessingActivity } | null {
  const purpose = purposeOf(event.kind) ?? { caseOnly: "handling" as const };
  if (purpose === "none") return null;
  if (typeof purpose === "string") return { activity: purpose };
  return event.caseId ? { activity: purpose.caseOnly } : null;
}

/** Whether it was thought about what this kind of event means for the people of a case. */
export function isProcessingKnown(kind: string): boolean {
  return purposeOf(kind) !== undefined;
}

function purposeOf(kind: string): Purpose | undefined {
  const known: Readonly<Record<string, Purpose>> = subjects;
  const [subject = ""] = kind.split(".");
  return kinds[kind] ?? known[subject];
}
