import type { CaseStatus, UrgencyKind } from "#app/domain/case-file.ts";

/** A case in a list. */
export type CaseItem = {
  id: string;
  number: string;
  title: string;
  status: CaseStatus;
  scope: string | null;
  receivedAt: number;
  extendedUntil: number | null;
  urgencyKind: UrgencyKind | null;
  urgencyDate: number | null;
  coordinator: string | null;
  updatedAt: number;
  /** Days left of the legal term, negative once it has passed. */
  daysLeft: number;
};

export type BoardColumn = { status: CaseStatus; items: CaseItem[]; more: boolean };

/** An event in a log. */
export type LogItem = {
  at: number;
  kind: string;
  /** Empty when the system itself acted. */
  person: string | null;
  roles: string[];
  caseId: string | null;
  caseNumber: string | null;
  details: Record<string, string | number | boolean | null | string[]>;
};

export type DocumentItem = {
  id: string;
  name: string;
  size: number;
  addedBy: string;
  addedAt: number;
  mayRemove: boolean;
};

/** Someone who must not judge a case. */
export type ConflictItem = {
  personId: string;
  name: string;
  reason: string;
  declaredAt: number;
  mayWithdraw: boolean;
};
