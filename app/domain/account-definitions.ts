/** What each figure counts, case by case: the same for its numbers and for the list of cases behind them. */
import type { FigureColumn, FigureKey, RowKind } from "./account-figures.ts";
import { disagreementWords } from "./agreement.ts";
import { noDay, noLevel, nothing, type AccountIndex } from "./account-index.ts";
import { ageClasses } from "./account-rows.ts";
import { caseRoad, caseStatuses } from "./case-file.ts";
import { choiceKinds } from "./case-figures.ts";
import { helpAnswers, soonDays } from "./follow-up.ts";
import { bearers } from "./option.ts";
import { equalTreatmentAnswers, precedentRelations } from "./precedent-relations.ts";

/** What is asked of every figure. Days since 1970-01-01, both ends of a period included. */
export type Asking = {
  index: AccountIndex;
  from: number;
  until: number;
  today: number;
  /** The number of the only perspective to count, or -1. */
  perspective: number;
  /** The row of the figure of inflow by day since `from`. */
  timeRow: Int32Array;
};

/** Adds an amount for a case to a row and column of a figure. */
export type Add = (row: number, column: number, amount: number) => void;

export type FigureDefinition = {
  key: FigureKey;
  rowsAre: RowKind;
  columns: FigureColumn[];
  /** The keys of its rows; without them the rows are found while counting. */
  rows: readonly string[] | null;
  /** Whether rows add up to a total. */
  adds: boolean;
  /** Whether it is about the period; otherwise about now. */
  ofPeriod: boolean;
  visit: (asking: Asking, at: number, add: Add) => void;
};

const cases: FigureColumn = { key: "cases", unit: "cases", how: "sum" };

function countOf(key: string, unit: FigureColumn["unit"] = "cases"): FigureColumn {
  return { key, unit, how: "sum" };
}

function within({ from, until }: Asking, day: number | undefined): boolean {
  return day !== undefined && day !== noDay && day >= from && day <= until;
}

const open = caseRoad.slice(0, caseRoad.indexOf("follow_up")).length;

/** Statuses of the road come first in `caseStatuses`: the first so many wait for a decision. */
function waits(status: number | undefined): boolean {
  return status !== undefined && status < open;
}

const inflow: FigureDefinition = {
  ...{ key: "inflow", rowsAre: "month", rows: null, adds: true, ofPeriod: true },
  columns: [countOf("received"), countOf("decided")],
  visit: (asking, at, add) => {
    const { receivedDay, decidedDay } = asking.index.columns;
    const [received = noDay, decided = noDay] = [receivedDay[at], decidedDay[at]];
    if (within(asking, received)) add(asking.timeRow[received - asking.from] ?? 0, 0, 1);
    if (within(asking, decided)) add(asking.timeRow[decided - asking.from] ?? 0, 1, 1);
  },
};

const status: FigureDefinition = {
  ...{ key: "status", rowsAre: "status", rows: caseStatuses, adds: true, ofPeriod: true },
  columns: [cases, countOf("overTerm")],
  visit: (asking, at, add) => {
    const { columns } = asking.index;
    if (!within(asking, columns.receivedDay[at])) return;
    const own = columns.status[at] ?? 0;
    add(own, 0, 1);
    if (waits(own) && (columns.dueDay[at] ?? 0) < asking.today) add(own, 1, 1);
  },
};

const openTerm: FigureDefinition = {
  ...{ key: "openTerm", rowsAre: "openTerm", adds: true, ofPeriod: false },
  rows: ["later", "soon", "overdue"],
  columns: [cases],
  visit: ({ index, today }, at, add) => {
    if (!waits(index.columns.status[at])) return;
    const left = (index.columns.dueDay[at] ?? 0) - today;
    add(left < 0 ? 2 : left <= soonDays ? 1 : 0, 0, 1);
  },
};

const termDays = 8 * 7;

const leadTime: FigureDefinition = {
  ...{ key: "leadTime", rowsAre: "term", adds: true, ofPeriod: true },
  rows: ["inTime", "extended", "late"],
  columns: [cases, { key: "median", unit: "days", how: "median" }],
  visit: (asking, at, add) => {
    const { decidedDay, receivedDay, dueDay } = asking.index.columns;
    const decided = decidedDay[at] ?? noDay;
    if (!within(asking, decided)) return;
    const received = receivedDay[at] ?? 0;
    const row = decided > (dueDay[at] ?? 0) ? 2 : decided > received + termDays ? 1 : 0;
    add(row, 0, 1);
    add(row, 1, decided - received);
  },
};

/** Levels that every question set of the product has; columns for more are added where they are used. */
export const usualLevels = 4;
export const mostLevels = 12;

const outcomes: FigureDefinition = {
  ...{ key: "outcomes", rowsAre: "scope", rows: null, adds: true, ofPeriod: true },
  columns: [
    ...Array.from({ length: mostLevels }, (_, level) => countOf(`level-${level}`)),
    countOf("withdrawn"),
  ],
  visit: (asking, at, add) => {
    const { takenDay, level, scope } = asking.index.columns;
    if (!within(asking, takenDay[at])) return;
    const own = level[at] ?? noLevel;
    add(scope[at] ?? 0, own === noLevel ? mostLevels : Math.min(own, mostLevels - 1), 1);
  },
};

const perspectives: FigureDefinition = {
  ...{ key: "perspectives", rowsAre: "perspective", rows: null, adds: false, ofPeriod: true },
  columns: [countOf("all"), countOf("some"), countOf("none"), countOf("chosenFails")],
  visit: (asking, at, add) => {
    const { index, perspective } = asking;
    const wanted = (own: number) => perspective < 0 || own === perspective;
    if (within(asking, index.columns.weighedDay[at])) {
      const { columns, next } = index.perspectives;
      for (let part = index.first.perspectives[at] ?? -1; part >= 0; part = next[part] ?? -1) {
        const own = columns.perspective[part] ?? 0;
        if (wanted(own)) add(own, columns.passing[part] ?? 0, 1);
      }
    }
    if (!within(asking, index.columns.takenDay[at])) return;
    const { columns, next } = index.failing;
    for (let part = index.first.failing[at] ?? -1; part >= 0; part = next[part] ?? -1) {
      const own = columns.perspective[part] ?? 0;
      if (wanted(own)) add(own, 3, 1);
    }
  },
};

/** Counts decisions in force, taken in the period, by a code of theirs. */
function byDecision(column: "choice" | "answer"): FigureDefinition["visit"] {
  return (asking, at, add) => {
    const { columns } = asking.index;
    if (!within(asking, columns.takenDay[at])) return;
    const code = columns[column][at] ?? nothing;
    add(code === nothing ? equalTreatmentAnswers.length : code, 0, 1);
  };
}

const departures: FigureDefinition = {
  ...{ key: "departures", rowsAre: "choice", rows: choiceKinds, adds: true, ofPeriod: true },
  columns: [cases],
  visit: byDecision("choice"),
};

const equalTreatment: FigureDefinition = {
  ...{ key: "equalTreatment", rowsAre: "answer", adds: true, ofPeriod: true },
  rows: [...equalTreatmentAnswers, "notCompared"],
  columns: [cases],
  visit: byDecision("answer"),
};

const agreement: FigureDefinition = {
  ...{ key: "agreement", rowsAre: "perspective", rows: null, adds: false, ofPeriod: true },
  columns: [
    cases,
    ...disagreementWords.map((word) => countOf(word, "cells")),
    { key: "alpha", unit: "ratio", how: "alpha" },
    { key: "low", unit: "ratio", how: "alphaLow" },
    { key: "high", unit: "ratio", how: "alphaHigh" },
  ],
  visit: (asking, at, add) => {
    const { index, perspective } = asking;
    if (!within(asking, index.columns.weighedDay[at])) return;
    const { columns, next } = index.perspectives;
    const { eens, verschil, tegengesteld } = columns;
    for (let part = index.first.perspectives[at] ?? -1; part >= 0; part = next[part] ?? -1) {
      const own = columns.perspective[part] ?? 0;
      if (perspective >= 0 && own !== perspective) continue;
      const [agreed = 0, differed = 0, opposed = 0] = [
        eens[part],
        verschil[part],
        tegengesteld[part],
      ];
      if (agreed + differed + opposed === 0) continue;
      add(own, 0, 1);
      if (agreed > 0) add(own, 1, agreed);
      if (differed > 0) add(own, 2, differed);
      if (opposed > 0) add(own, 3, opposed);
      add(own, 4, part);
    }
  },
};

const costs: FigureDefinition = {
  ...{ key: "costs", rowsAre: "bearer", rows: bearers, adds: false, ofPeriod: true },
  columns: [
    ...[cases, countOf("once", "cents"), countOf("yearly", "cents")],
    ...[countOf("told"), countOf("realised", "cents")],
  ],
  visit: (asking, at, add) => {
    const { index } = asking;
    if (!within(asking, index.columns.takenDay[at])) return;
    const { columns, next } = index.costs;
    for (let part = index.first.costs[at] ?? -1; part >= 0; part = next[part] ?? -1) {
      const row = columns.bearer[part] ?? 0;
      const [once = 0, yearly = 0] = [columns.once[part], columns.yearly[part]];
      const realised = columns.realised[part] ?? NaN;
      add(row, 0, 1);
      if (once !== 0) add(row, 1, once);
      if (yearly !== 0) add(row, 2, yearly);
      if (Number.isNaN(realised)) continue;
      add(row, 3, 1);
      if (realised !== 0) add(row, 4, realised);
    }
  },
};

const conditions: FigureDefinition = {
  ...{ key: "conditions", rowsAre: "conditions", adds: true, ofPeriod: true },
  rows: ["done", "open", "overdue"],
  columns: [cases],
  visit: (asking, at, add) => {
    const { columns } = asking.index;
    if (!within(asking, columns.takenDay[at]) || (columns.conditions[at] ?? 0) === 0) return;
    const isOverdue = (columns.conditionsDue[at] ?? noDay) < asking.today;
    add((columns.conditionsOpen[at] ?? 0) === 0 ? 0 : isOverdue ? 2 : 1, 0, 1);
  },
};

const helped: FigureDefinition = {
  ...{ key: "helped", rowsAre: "help", rows: helpAnswers, adds: true, ofPeriod: true },
  columns: [
    ...[countOf("citizen"), countOf("professional"), countOf("conditionsKept")],
    countOf("asked"),
  ],
  visit: (asking, at, add) => {
    const { columns } = asking.index;
    const told = (answer: ArrayLike<number>, column: number) => {
      const code = answer[at] ?? nothing;
      if (code !== nothing) add(code, column, 1);
    };
    if (within(asking, columns.reviewDay[at])) {
      told(columns.helpedCitizen, 0);
      told(columns.helpedProfessional, 1);
      told(columns.conditionsKept, 2);
    }
    if (within(asking, columns.askedDay[at])) told(columns.helpedAsked, 3);
  },
};

const precedents: FigureDefinition = {
  ...{ key: "precedents", rowsAre: "age", rows: ageClasses, adds: true, ofPeriod: true },
  columns: precedentRelations.map((relation) => countOf(relation, "uses")),
  visit: (asking, at, add) => {
    const { index } = asking;
    if (!within(asking, index.columns.takenDay[at])) return;
    const { columns, next } = index.uses;
    for (let part = index.first.uses[at] ?? -1; part >= 0; part = next[part] ?? -1) {
      add(columns.age[part] ?? 0, columns.relation[part] ?? 0, 1);
    }
  },
};

const settled: FigureDefinition = {
  ...{ key: "settled", rowsAre: "scope", rows: null, adds: true, ofPeriod: true },
  columns: [cases],
  visit: (asking, at, add) => {
    const { settledDay, scope } = asking.index.columns;
    if (within(asking, settledDay[at])) add(scope[at] ?? 0, 0, 1);
  },
};

/** Those about cases; what is about signals, handovers and questions stands in `account-lists.ts`. */
export const figureDefinitions: readonly FigureDefinition[] = [
  ...[inflow, status, openTerm, leadTime, outcomes, perspectives, departures],
  ...[equalTreatment, agreement, costs, conditions, helped, precedents, settled],
];
