/** Figures about what is no case: signals, handovers, wrong doors and the answers of citizens. */
import { median } from "./account-counting.ts";
import { figureKeys, type Figure, type FigureColumn, type FigureRow } from "./account-figures.ts";
import { dayNumber } from "./day.ts";
import { handoverStatuses, type HandoverStatus } from "./handover.ts";
import {
  citizenChoices,
  citizenCounts,
  citizenQuestions,
  type CountedLink,
} from "./questionnaire.ts";
import { isAnswerOverdue, isOpen, openStatuses, signalAge, type SignalStatus } from "./signal.ts";

/** Upper ends of the ages of open signals, in days; the last class has none. */
const ageEnds = [91, 182, 365];
export const signalAges = ["young", "quarter", "half", "year"] as const;

/** The class of an age in whole days: under three months, under half a year, under a year, or older. */
export function signalAgeClass(days: number): (typeof signalAges)[number] {
  const place = ageEnds.findIndex((end) => days < end);
  return signalAges[place < 0 ? signalAges.length - 1 : place] ?? "year";
}

/** The ages in whole days of a class: from the first on, and before the second, which the last class does not have. */
export function signalAgeDays(age: (typeof signalAges)[number]): {
  from: number;
  end: number | null;
} {
  const place = signalAges.indexOf(age);
  return { from: ageEnds[place - 1] ?? 0, end: ageEnds[place] ?? null };
}

/** What the columns of the figure of signals count of what is open now. */
export const signalColumns = ["signals", ...signalAges, "late"] as const;
export type SignalColumn = (typeof signalColumns)[number];

export type CountedSignal = {
  status: SignalStatus;
  raisedAt: number;
  closedAt: number | null;
  answerBy: number | null;
  answeredAt: number | null;
};

function sums(keys: readonly string[], unit: FigureColumn["unit"]): FigureColumn[] {
  return keys.map((key) => ({ key, unit, how: "sum" }));
}

/** Signals that are open now, by status and age, and those of which the owner of the rule is late with an answer. */
export function signalsFigure(signals: readonly CountedSignal[], now: number): Figure {
  const valuesOf = (own: readonly CountedSignal[]) => [
    own.length,
    ...signalAges.map(
      (age) => own.filter((one) => signalAgeClass(signalAge({ ...one, now })) === age).length,
    ),
    own.filter((one) => isAnswerOverdue(one, now)).length,
  ];
  const open = signals.filter(({ status }) => isOpen(status));
  return {
    ...{ key: "signals", rowsAre: "signalStatus" },
    columns: sums(signalColumns, "signals"),
    rows: openStatuses.map((key) => ({
      ...{ key, name: null, previous: null },
      values: valuesOf(open.filter(({ status }) => status === key)),
    })),
    total: { key: "total", name: null, values: valuesOf(open), previous: null },
  };
}

export type CountedHandover = {
  status: HandoverStatus;
  sentAt: number;
  answeredAt: number | null;
  /** Whether the own organisation sent it, or received it. */
  direction: "sent" | "received";
};

/** Handovers of a period by what came of them, and the middle number of days until there was an answer. */
export function handoversFigure(
  handovers: readonly CountedHandover[],
  before: readonly CountedHandover[],
): Figure {
  const rowOf = (key: string, isRow: (one: CountedHandover) => boolean): FigureRow => ({
    ...{ key, name: null, values: handoverValues(handovers.filter(isRow)) },
    previous: handoverValues(before.filter(isRow)),
  });
  return {
    ...{ key: "handovers", rowsAre: "handoverStatus" },
    columns: ["sent", "received"].flatMap((key): FigureColumn[] => [
      { key, unit: "handovers", how: "sum" },
      { key: `${key}Days`, unit: "days", how: "median" },
    ]),
    rows: handoverStatuses.map((status) => rowOf(status, (one) => one.status === status)),
    total: rowOf("total", () => true),
  };
}

function handoverValues(handovers: readonly CountedHandover[]): (number | null)[] {
  return (["sent", "received"] as const).flatMap((direction) => {
    const own = handovers.filter((one) => one.direction === direction);
    const days = own.flatMap(({ status, sentAt, answeredAt }) =>
      answeredAt === null || status === "withdrawn"
        ? []
        : [Math.max(0, dayNumber(answeredAt) - dayNumber(sentAt))],
    );
    return [own.length, median(days)];
  });
}

/** People who came to the wrong door, by the months or years of the period. */
export function wrongDoorsFigure(
  visits: readonly { at: number }[],
  times: { from: number; keys: string[]; rowOfDay: ArrayLike<number> },
): Figure {
  const counts = times.keys.map(() => 0);
  for (const { at } of visits) {
    const row = times.rowOfDay[dayNumber(at) - times.from] ?? -1;
    if (row in counts) counts[row] = (counts[row] ?? 0) + 1;
  }
  const isYears = times.keys.some((time) => time.length === "2026".length);
  return {
    ...{ key: "wrongDoors", rowsAre: isYears ? "year" : "month" },
    columns: sums(["visits"], "visits"),
    rows: times.keys.map((key, row) => ({
      ...{ key, name: null, values: [counts[row] ?? 0], previous: null },
    })),
    total: { key: "total", name: null, values: [visits.length], previous: null },
  };
}

/** What citizens answered to the questions that were sent in a period. */
export function citizensFigure(
  links: readonly CountedLink[],
  before: readonly CountedLink[] | null,
): Figure {
  const counts = citizenCounts(links).questions;
  const earlier = before && citizenCounts(before).questions;
  const choices = [...citizenChoices, "skipped"] as const;
  return {
    ...{ key: "citizens", rowsAre: "question", total: null },
    columns: sums(choices, "answers"),
    rows: citizenQuestions.map((key) => ({
      ...{ key, name: null, values: choices.map((choice) => counts[key][choice]) },
      previous: earlier && choices.map((choice) => earlier[key][choice]),
    })),
  };
}

/** Figures in the order of the page. */
export function inOrder(figures: Figure[]): Figure[] {
  return [...figures].sort((a, b) => figureKeys.indexOf(a.key) - figureKeys.indexOf(b.key));
}
