import type { LogItem } from "./case-list-view.ts";

/** An event in the log for whoever checks it: with its place in the log and what it is about. */
export type AuditItem = LogItem & {
  /** Number in the log; null for what came after scoring began that is not revealed yet. */
  number: number | null;
  /** Address of what it is about, when this person may go there. */
  subject: string | null;
  /** Whether this person may see the case. */
  seesCase: boolean;
};

/** The kinds of events of one subject. */
export type KindGroup = { subject: string; kinds: string[] };
