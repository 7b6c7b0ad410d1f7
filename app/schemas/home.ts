import type { CaseStatus } from "#app/domain/case-file.ts";
import type { DueState } from "#app/domain/follow-up.ts";
import type { PrecedentStatus } from "#app/domain/precedent-rules.ts";
import type { RemedyKind } from "#app/domain/proceeding.ts";
import type { SessionKind } from "#app/domain/session.ts";
import type { HandoverWork } from "./handover-view.ts";

/** A short list of work: the first rows, and whether there are more than these. */
export type Work<Row> = { rows: Row[]; more: boolean };

export type CaseName = { id: string; number: string; title: string };

export type ToScore = {
  itemId: string;
  sessionId: string;
  sessionTitle: string;
  caseFile: CaseName;
  perspective: string;
  deadline: number | null;
  /** The start of a live meeting; null for a session spread over days. */
  startsAt: number | null;
  begun: boolean;
};

/** With the last reminder; `by` null: sent by the product itself. */
export type Reminded<Row> = Row & { reminder: { at: number; by: string | null } | null };

export type SessionSoon = {
  id: string;
  title: string;
  kind: SessionKind;
  status: "planned" | "open" | "closed";
  startsAt: number;
  deadline: number | null;
  place: string;
  cases: number;
};

export type WaitingDecision = {
  caseFile: CaseName;
  prepared: boolean;
  ageDays: number;
  daysLeft: number;
};

export type DueWork = {
  kind: "condition" | "review" | "proceeding";
  /** Of a proceeding. */
  remedy: RemedyKind | null;
  id: string;
  caseId: string;
  caseNumber: string;
  /** Null for who may not read the case itself. */
  caseTitle: string | null;
  text: string;
  dueDate: number;
  state: DueState;
};

export type PrecedentWork = {
  id: string;
  number: string;
  title: string;
  status: PrecedentStatus;
  why: "second_person" | "own_draft" | "review_due" | "review_left_behind";
  /** For a review of a valid precedent. */
  reviewDate: number | null;
};

/** An import of a colleague that waits for a second person. */
export type ImportWork = { id: string; fileName: string; good: number; offeredBy: string };

/** A signal about a rule: yours to answer, late at somebody else's, or new and with nobody yet. */
export type SignalWork = {
  id: string;
  number: string;
  title: string;
  why: "answer" | "late" | "new";
  /** Of the rule, in words. */
  owner: string | null;
  overdue: boolean;
  answerBy: number | null;
  raisedAt: number;
};

/** A session to look back on, or of which your dilemma was answered. */
export type ReflectionWork = { id: string; title: string; why: "write" | "answered" };

/** A change of line to decide about, one of your own that was answered, or one that ended a precedent of yours. */
export type LineChangeWork = {
  id: string;
  scope: string;
  /** Null for who may not see the case. */
  caseNumber: string | null;
  proposedBy: string;
  at: number;
  why: "to_decide" | "approved" | "rejected" | "ended";
};

export type StatusCount = {
  status: CaseStatus;
  cases: number;
  /** There are more than were counted. */
  more: boolean;
  overTerm: number;
  /** Age of the oldest, in days; null where no term runs. */
  oldestDays: number | null;
};

export type OwnCase = CaseName & { status: CaseStatus; updatedAt: number };

/** Figures for the executive. */
export type YearFigures = {
  year: number;
  /** Came in this year. */
  received: number;
  /** Decisions of this year that stand. */
  decided: number;
  /** Cases in follow-up now. */
  followUp: { cases: number; more: boolean };
  /** Open cases past the legal term, by status. */
  overTerm: { status: CaseStatus; cases: number }[];
  /** The last day of receipt of which the term has passed, as 2026-03-03. */
  termPassedFor: string;
};

/** One number of the account, with the way to its cases. */
export type AccountNumber = { key: AccountNumberKey; count: number; to: string };

export const accountNumberKeys = [
  "departed",
  "unanswered",
  "late",
  "overdue",
  "followed",
  "departedPrecedent",
  "helped",
] as const;
export type AccountNumberKey = (typeof accountNumberKeys)[number];

/** The numbers of the account that belong to the roles of somebody. */
export type AccountNumbers = { year: number; numbers: AccountNumber[] };

/** A case a colleague wants to destroy. */
export type DestructionWork = {
  id: string;
  caseNumber: string;
  proposedBy: string;
  proposedAt: number;
};

/** What waits for the person on the home page; null is a part that does not belong to the roles. */
export type Home = {
  now: number;
  firstName: string;
  toScore: Work<Reminded<ToScore>> | null;
  sessions: Work<SessionSoon> | null;
  decisions: Work<WaitingDecision> | null;
  due: Work<DueWork> | null;
  precedents: Work<PrecedentWork> | null;
  imports: Work<ImportWork> | null;
  lineChanges: Work<LineChangeWork> | null;
  signals: Work<SignalWork> | null;
  reflections: Work<ReflectionWork> | null;
  /** How many dilemmas that sessions passed on wait for an answer. */
  dilemmas: number | null;
  destructions: Work<DestructionWork> | null;
  handovers: Work<HandoverWork> | null;
  board: StatusCount[] | null;
  ownCases: Work<OwnCase> | null;
  figures: YearFigures | null;
  /** Not there either while the figures are still being loaded. */
  account: AccountNumbers | null;
};
