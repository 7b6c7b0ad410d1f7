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
export type ProcessingStatus = (typeof processingStatuses)[number];
