import { DomainError } from "./domain-error.ts";

export const precedentStatuses = [
  "draft",
  "in_review",
  "valid",
  "became_policy_rule",
  "outdated",
  "withdrawn",
] as const;
export type PrecedentStatus = (typeof precedentStatuses)[number];

export const precedentVisibilities = ["organisation", "network", "public"] as const;
export type PrecedentVisibility = (typeof precedentVisibilities)[number];

/** Months after publishing at which the owner looks at a precedent again. */
export const reviewTermMonths = 24;

/** A review that comes up within so many milliseconds (60 days) is work now. */
export const reviewHorizon = 60 * 86_400_000;

const moves: Record<PrecedentStatus, PrecedentStatus[]> = {
  draft: ["in_review", "withdrawn"],
  in_review: ["valid", "draft", "withdrawn"],
  valid: ["became_policy_rule", "outdated", "withdrawn"],
  became_policy_rule: [],
  outdated: [],
  withdrawn: [],
};

/** The statuses a precedent may go to; an ended one stays as it is, so that what it said then can be found. */
export function nextPrecedentStatuses(status: PrecedentStatus): PrecedentStatus[] {
  return [...moves[status]];
}

/** Whether a precedent with this status warns about unequal treatment. Ended and unpublished ones never do. */
export function precedentWarns(status: PrecedentStatus): boolean {
  return status === "valid";
}

/**
 * Whether a precedent counts at `now` (UTC milliseconds): it binds and warns. It does while it is valid, published and
 * `validUntil`, the first moment at which it no longer counts, has not come.
 */
export function precedentCounts(
  precedent: { status: PrecedentStatus; publishedAt: number | null; validUntil: number | null },
  now: number,
): boolean {
  const { status, publishedAt, validUntil } = precedent;
  const isWithinTerm = validUntil === null || validUntil > now;
  return precedentWarns(status) && publishedAt !== null && isWithinTerm;
}

/**
 * Refuses a change of status that is not a move, or that sends back or ends a precedent without a reason.
 *
 * @throws DomainError `precedent_move_not_allowed` or `precedent_reason_required`.
 */
export function assertPrecedentMove(move: {
  from: PrecedentStatus;
  to: PrecedentStatus;
  reason?: string | null;
}): void {
  const { from, to } = move;
  if (!moves[from].includes(to)) throw new DomainError("precedent_move_not_allowed", { from, to });
  const isForward = to === "in_review" || to === "valid";
  if (!isForward && (move.reason ?? "").trim() === "") {
    throw new DomainError("precedent_reason_required", { from, to });
  }
}

/**
 * Refuses an end of validity that is not to come: who wants it to end now, ends it.
 *
 * @throws DomainError `date_future` or `required`, at the field `validUntil`.
 */
export function assertValidityEnd(end: { validUntil: number | null; now: number }): void {
  const field = "validUntil";
  if (end.validUntil === null) throw new DomainError("required", { field });
  if (end.validUntil <= end.now) throw new DomainError("date_future", { field });
}

/**
 * Refuses publishing by the person who edited the text, or while the text holds personal data (see
 * `findPersonalData`). The details name kinds and places, never the data found.
 *
 * @throws DomainError `precedent_second_person` or `precedent_personal_data`.
 */
export function assertPublishable(publication: {
  editorId: string;
  publisherId: string;
  findings: { kind: string; index: number }[];
}): void {
  const { editorId, publisherId } = publication;
  if (editorId === publisherId) throw new DomainError("precedent_second_person");
  const findings = publication.findings.map(({ kind, index }) => ({ kind, index }));
  if (findings.length > 0) throw new DomainError("precedent_personal_data", { findings });
}

/**
 * The moment (UTC milliseconds) at which a precedent is reviewed: the same day 24 months on, or the last day of that
 * month when it is shorter.
 */
export function reviewDate(publishedAt: number, months: number = reviewTermMonths): number {
  const start = new Date(publishedAt);
  if (Number.isNaN(start.getTime())) throw new DomainError("publishedAt", { publishedAt });
  const due = new Date(publishedAt);
  due.setUTCDate(1);
  due.setUTCMonth(due.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate();
  due.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return due.getTime();
}
