import { dayNumber, startOfDay } from "./day.ts";
import type { DecisionKind } from "./decision.ts";
import { DomainError } from "./domain-error.ts";
import { lastDayOfTerm } from "./holidays.ts";

/** What a citizen can do against a decision, and the terms in which it is answered. */
export const remedyKinds = ["objection", "appeal", "higher_appeal", "review"] as const;
export type RemedyKind = (typeof remedyKinds)[number];

export const proceedingOutcomes = [
  "upheld",
  "partly_upheld",
  "dismissed",
  "inadmissible",
  "withdrawn",
] as const;
export type ProceedingOutcome = (typeof proceedingOutcomes)[number];

const week = 7;

/**
 * The last day on which somebody can object to or appeal against a decision, as UTC milliseconds of its midnight: six
 * weeks, beginning on the day after it was made known (`madeKnownAt`, UTC milliseconds), and on to the next working day
 * where that is a weekend or holiday.
 *
 * Source: Awb 6:7 and 6:8 lid 1; Algemene termijnenwet article 1.
 */
export function lastDayToObject(madeKnownAt: number): number {
  assertMoments({ madeKnownAt });
  return startOfDay(lastDayOfTerm(dayNumber(madeKnownAt) + 6 * week));
}

/**
 * `receivedAt`, in UTC milliseconds, has one meaning everywhere: the day from which the organisation is to act. Of an
 * objection or a request it is the day on which it came in. An appeal or higher appeal comes in at the court: of these it
 * is the day on which the court sent its grounds (Awb 8:42 lid 1), never the day on which the court received it.
 */
export type Received = { kind: RemedyKind; receivedAt: number };

export const timelinesses = ["in_time", "if_posted", "late", "for_court"] as const;
export type Timeliness = (typeof timelinesses)[number];

/**
 * Whether an objection or appeal came in time: `if_posted` came within a week after the term and is in time when it was
 * posted before the term ended. An appeal that the court sent on within the term came in time; of one that it sent on
 * later the day does not tell, and it is for the court. Null where the term does not run from our decision: a higher appeal has that of the
 * ruling, and a request to look again has none. Too late is never a reason to refuse it here: it can be excused.
 *
 * Source: Awb 6:9; 6:11 for the excuse.
 */
export function timeliness(received: Received & { madeKnownAt: number }): Timeliness | null {
  const { kind, madeKnownAt, receivedAt } = received;
  assertMoments({ receivedAt });
  if (kind === "higher_appeal" || kind === "review") return null;
  const daysLate = dayNumber(receivedAt) - dayNumber(lastDayToObject(madeKnownAt));
  if (daysLate <= 0) return "in_time";
  if (kind === "appeal") return "for_court";
  return daysLate <= week ? "if_posted" : "late";
}

/**
 * The last day on which the organisation is to act, as UTC milliseconds of its midnight.
 *
 * - An objection is answered within six weeks, or twelve with an advisory committee, counted from the day after the
 *   term to object ended (Awb 7:10 lid 1). The law does not say from when for one that came later: here from the day
 *   after it was received, as otherwise its term could be over before it came.
 * - For an appeal or higher appeal the documents go to the court, and a defence may, within four weeks after it sent the
 *   grounds (Awb 8:42 lid 1, for a higher appeal by 8:108).
 * - A request to look again is answered within a reasonable term of eight weeks after it was received (Awb 4:13).
 *
 * Weekends and holidays at the end are not added: the day shown is never too late.
 */
export function answerDue(
  received: Received & { madeKnownAt: number; committee?: boolean },
): number {
  const { kind, madeKnownAt, receivedAt, committee = false } = received;
  assertMoments({ receivedAt });
  const day = dayNumber(receivedAt);
  if (kind === "review") return startOfDay(day + 8 * week);
  if (kind !== "objection") return startOfDay(day + 4 * week);
  const from = Math.max(day, dayNumber(lastDayToObject(madeKnownAt)));
  return startOfDay(from + (committee ? 12 : 6) * week);
}

/**
 * Why an objection is answered later: put off by six weeks, once (Awb 7:10 lid 3); the term stands still until what it
 * lacks is there (lid 2); all it concerns agree, or the objector does and nobody else is harmed (lid 4 a and b); or
 * rules of procedure in the law need it (lid 4 c).
 */
export const postponementGrounds = ["extension", "suspension", "consent", "procedure"] as const;
export type PostponementGround = (typeof postponementGrounds)[number];

type Held = { kind: RemedyKind; dueDate: number };

/**
 * The last day after putting off: an objection by six weeks, or on another ground than that extension until the given
 * day. Otherwise until the day that the court gave (Awb 8:42 lid 2) or that was told to who asked to look again
 * (Awb 4:14 lid 3): `until`.
 *
 * @throws DomainError `required` without that day, `day_after_due` when it is not after the day that holds now.
 */
export function postponedDue(
  held: Held & { until: number | null; ground?: PostponementGround | null },
): number {
  const { kind, dueDate, until, ground } = held;
  if (kind === "objection" && (ground ?? "extension") === "extension") {
    return startOfDay(dayNumber(dueDate) + 6 * week);
  }
  if (until === null) throw new DomainError("required", { field: "until" });
  if (dayNumber(until) <= dayNumber(dueDate)) {
    throw new DomainError("day_after_due", { field: "until" });
  }
  return startOfDay(dayNumber(until));
}

/**
 * The last day after a wrong day of receipt (`before`) was mended: reckoned anew when it followed from that day. A day
 * that was given or agreed stays.
 */
export function mendedDue(
  held: Held & { extended: boolean; madeKnownAt: number; before: number; receivedAt: number },
): number {
  const { kind, dueDate, extended, madeKnownAt, before } = held;
  const due = (receivedAt: number, committee: boolean) => {
    const answered = answerDue({ kind, madeKnownAt, receivedAt, committee });
    if (kind !== "objection" || !extended) return answered;
    return postponedDue({ kind, dueDate: answered, until: null });
  };
  const committee = [false, true].find(
    (each) => dayNumber(due(before, each)) === dayNumber(dueDate),
  );
  return committee === undefined ? dueDate : due(held.receivedAt, committee);
}

type Version = { id: string; kind: DecisionKind; previousId: string | null };

/**
 * Whether this version of a decision was taken on an objection, so that the court is next; one that only corrects a
 * version is as that version was. False for a version that is not among these.
 */
export function isAfterObjection(id: string, versions: readonly Version[]): boolean {
  let version = versions.find((one) => one.id === id);
  while (version?.kind === "correction") {
    const { previousId } = version;
    version = versions.find((one) => one.id === previousId);
  }
  return version?.kind === "objection_review";
}

/**
 * Whether an objection with this outcome was answered without a new version of the decision. The day on which that was
 * recorded is then the day on which the answer was made known; otherwise the new version has a day of its own, and one
 * that was taken back has no answer.
 */
export function leavesDecision(outcome: ProceedingOutcome | null): boolean {
  return outcome === "dismissed" || outcome === "inadmissible";
}

/** Whether the decision cannot stay as it is after this outcome, and a new version of it must follow. */
export function asksNewDecision(outcome: ProceedingOutcome): boolean {
  return outcome === "upheld" || outcome === "partly_upheld";
}

export const openSteps = ["outcome", "new_decision"] as const;
export type OpenStep = (typeof openSteps)[number];

/** What a proceeding still waits for; null when it is done with. */
export function openStep(proceeding: {
  outcome: ProceedingOutcome | null;
  newDecisionId: string | null;
}): OpenStep | null {
  const { outcome, newDecisionId } = proceeding;
  if (outcome === null) return "outcome";
  return asksNewDecision(outcome) && newDecisionId === null ? "new_decision" : null;
}

function assertMoments(moments: Record<string, number>): void {
  for (const [name, moment] of Object.entries(moments)) {
    if (!Number.isFinite(moment)) throw new DomainError(name, { [name]: moment });
  }
}
