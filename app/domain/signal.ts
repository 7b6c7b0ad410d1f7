/** Signals: structural problems behind cases, and what becomes of them (domain.md section 8). */
import { dayInMs, dayNumber } from "./day.ts";
import { DomainError } from "./domain-error.ts";

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

/** Where somebody still has something to do. */
export const openStatuses = ["new", "taken_up", "rule_change_proposed"] as const;

/** Whether there is still something to do about a signal. */
export function isOpen(status: SignalStatus): boolean {
  return openStatuses.some((open) => open === status);
}

/** The order of the road; from a status on it a signal goes on, ends or takes a step back. */
const road = ["new", "taken_up", "rule_change_proposed", "adopted"] as const;

/**
 * The statuses a person may give a signal that has this one, forward ones first. A step may be skipped: the owner of the
 * rule may change it at once. A rejected signal can only be taken up again; a merged one goes on as another.
 */
export function signalMoves(from: SignalStatus): SignalStatus[] {
  if (from === "merged") return [];
  if (from === "rejected") return ["taken_up"];
  const place = road.indexOf(from);
  const back = [...road.slice(0, place)].reverse();
  const ends = from === "adopted" ? [] : (["rejected"] as const);
  return [...road.slice(place + 1), ...ends, ...back];
}

/** Whether a move asks for its reason: a rejection, and every step back. */
export function asksReason(from: SignalStatus, to: SignalStatus): boolean {
  if (to === "rejected" || from === "rejected") return true;
  return statusRank(to) < statusRank(from);
}

function statusRank(status: SignalStatus): number {
  return road.findIndex((step) => step === status);
}

/**
 * Holds a change of status to the rules.
 *
 * @throws DomainError `signal_move_not_allowed`; `required` (field `reason`) for a rejection or step back without one.
 */
export function assertSignalMove(move: {
  from: SignalStatus;
  to: SignalStatus;
  reason: string;
}): void {
  const { from, to, reason } = move;
  if (!signalMoves(from).includes(to))
    throw new DomainError("signal_move_not_allowed", { from, to });
  if (asksReason(from, to) && reason.trim() === "") {
    throw new DomainError("required", { field: "reason" });
  }
}

/** How long a signal has been there: whole UTC calendar days, until it was closed or until now. Never negative. */
export function signalAge(signal: {
  raisedAt: number;
  closedAt: number | null;
  now: number;
}): number {
  const until = signal.closedAt ?? signal.now;
  return Math.max(0, dayNumber(until) - dayNumber(signal.raisedAt));
}

/**
 * An age in days as people say it: in days up to two weeks, then in weeks, from two months (of 30.44 days) on in months
 * and from two years (of 365.25 days) on in years, rounded down.
 */
export function ageInWords(days: number): {
  unit: "days" | "weeks" | "months" | "years";
  count: number;
} {
  if (days < 14) return { unit: "days", count: days };
  if (days < 61) return { unit: "weeks", count: Math.floor(days / 7) };
  if (days < 731) return { unit: "months", count: Math.floor(days / 30.44) };
  return { unit: "years", count: Math.floor(days / 365.25) };
}

/**
 * What it costs to leave the rule as it is: cases a year times the cost of one, in cents a year; a gain is negative.
 * Null when one of both is not known, or the amount is too large to be exact.
 */
export function costOfDoingNothing(signal: {
  casesPerYear: number | null;
  centsPerCase: number | null;
}): number | null {
  const { casesPerYear, centsPerCase } = signal;
  if (casesPerYear === null || centsPerCase === null) return null;
  const cents = casesPerYear * centsPerCase;
  return Number.isSafeInteger(cents) ? cents : null;
}

export type Asked = {
  status: SignalStatus;
  /** The last day for an answer, UTC milliseconds. */
  answerBy: number | null;
  answeredAt: number | null;
};

/** Whether the owner of the rule is late with an answer, by UTC calendar day: on the last day itself not yet. */
export function isAnswerOverdue({ status, answerBy, answeredAt }: Asked, now: number): boolean {
  if (!isOpen(status) || answerBy === null || answeredAt !== null) return false;
  return dayNumber(now) > dayNumber(answerBy);
}

/**
 * The last day for an answer is today or later, by UTC calendar day; one that stood there may stay, as when only the
 * name of the owner is mended.
 *
 * @throws DomainError `signal_answer_past`, at the field `answerBy`.
 */
export function assertAnswerDay(
  { answerBy, before }: { answerBy: number | null; before: number | null },
  now: number,
): void {
  if (answerBy === null || answerBy === before || dayNumber(answerBy) >= dayNumber(now)) return;
  throw new DomainError("signal_answer_past", { field: "answerBy" });
}

/** Nobody is reminded of a signal more than once in this time, in milliseconds. */
export const signalPauseMs = 7 * dayInMs;

/** Whether somebody may be reminded of a signal whose last reminder (or null) was then. */
export function maySignalRemind(remindedAt: number | null, now: number): boolean {
  return remindedAt === null || now - remindedAt >= signalPauseMs;
}

/** As much of a cluster of decided cases as these rules look at. */
export type ClusterCases = { key: string; kind: string; level: number; caseIds: string[] };

/** What there is already in the scope of the clusters. */
export type HeldBySignals = {
  /** Of every signal there ever was, whatever became of it. */
  keys: ReadonlySet<string>;
  /** Cases in a signal that was not merged into another, and those that a rule in force settles. */
  caseIds: ReadonlySet<string>;
};

/**
 * The clusters that ask for a signal, most cases first: deviating ones (level over 0) with at least `signalSupport` cases
 * that no signal holds yet. Patterns overlap, so each one counts only what those before it leave: together they give
 * one signal. Ties go by leading precedent before closed set, then by key, so that every process picks the same ones.
 */
export function clustersToRaise<C extends ClusterCases>(
  clusters: readonly C[],
  held: HeldBySignals,
): C[] {
  const taken = new Set(held.caseIds);
  const free = (caseIds: string[]) => new Set(caseIds.filter((id) => !taken.has(id))).size;
  const candidates = clusters
    .filter(({ level, key }) => level > 0 && !held.keys.has(key))
    .sort((a, b) => b.caseIds.length - a.caseIds.length || compare(a, b));
  return candidates.filter(({ caseIds }) => {
    if (free(caseIds) < signalSupport) return false;
    for (const id of caseIds) taken.add(id);
    return true;
  });
}

/** A signal as the product raised it, and the cases it holds by now. */
export type RaisedSignal = {
  key: string;
  level: number | null;
  facts: string[];
  caseIds: string[];
};

/**
 * Whether the cases of a cluster belong with a signal: it was raised from this very cluster, or what became of it. With
 * every decision the facts that a pattern has in common can change: it widened when it still holds all cases of the
 * signal, and it narrowed when it has all facts of the signal and others.
 */
export function fitsSignal(
  signal: RaisedSignal,
  cluster: ClusterCases & { facts: string[] },
): boolean {
  if (signal.key === cluster.key) return true;
  if (signal.level !== cluster.level) return false;
  const holdsAll = (all: string[], some: string[]) =>
    some.length > 0 && some.every((id) => all.includes(id));
  return holdsAll(cluster.caseIds, signal.caseIds) || holdsAll(cluster.facts, signal.facts);
}

function compare(a: ClusterCases, b: ClusterCases): number {
  if (a.kind !== b.kind) return a.kind === "leading" ? -1 : 1;
  return a.key < b.key ? -1 : Number(a.key > b.key);
}

/** From so many comparable deviating cases the product raises a signal by itself (ABRvS RVS:2016:709). */
export const signalSupport = 3;
