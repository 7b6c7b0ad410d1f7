/** Every figure of the account, in the order of the page. */
export const figureKeys = [
  "inflow",
  "status",
  "openTerm",
  "leadTime",
  "outcomes",
  "perspectives",
  "departures",
  "equalTreatment",
  "agreement",
  "costs",
  "conditions",
  "helped",
  "citizens",
  "precedents",
  "settled",
  "signals",
  "handovers",
  "wrongDoors",
] as const;
export type FigureKey = (typeof figureKeys)[number];

/** What the rows of a figure stand for; the words for a key follow from it. */
export const rowKinds = [
  "month",
  "year",
  "status",
  "openTerm",
  "term",
  "scope",
  "perspective",
  "choice",
  "answer",
  "bearer",
  "conditions",
  "help",
  "age",
  "question",
  "signalStatus",
  "handoverStatus",
] as const;
export type RowKind = (typeof rowKinds)[number];

/** What a number counts. `uses`: a precedent named by a decision; `cells`: one criterion of one option, judged by two or more; `visits`: somebody who came to the wrong door. */
export const figureUnits = [
  "cases",
  "uses",
  "cells",
  "answers",
  "signals",
  "handovers",
  "visits",
  "days",
  "cents",
  "ratio",
] as const;
export type FigureUnit = (typeof figureUnits)[number];

export type FigureColumn = {
  /** Its word: of the figure, or an outcome level as `level-2`. */
  key: string;
  unit: FigureUnit;
  /** How it follows from the cases: added up, the middle one, or Krippendorff's alpha with its interval. */
  how: "sum" | "median" | "alpha" | "alphaLow" | "alphaHigh";
};

/** Null: there is nothing to say, such as a median of nothing. Hidden: kept back, see `account-hiding.ts`. */
export type FigureValue = number | null | "hidden";

export type FigureRow = {
  key: string;
  /** The name of what is named in the installation itself, such as a scope; null where the key has a word. */
  name: string | null;
  /** One per column. */
  values: FigureValue[];
  /** The same of the period before, of equal length; null where the figure is about now. */
  previous: FigureValue[] | null;
};

export type Figure = {
  key: FigureKey;
  rowsAre: RowKind;
  columns: FigureColumn[];
  rows: FigureRow[];
  /** All rows together, with the key `total`; null where they do not add up. */
  total: FigureRow | null;
};

/** A period of whole UTC days, both included, as 2026-03-01. */
export type Period = { from: string; until: string };

/** The figures of one organisation: plain numbers and codes, the source of table, chart, file and report alike. */
export type Account = {
  organisation: { id: string; name: string };
  /** Of another organisation only totals of calendar years, with small numbers hidden and without cases. */
  isOwn: boolean;
  period: Period;
  /** The period before it, of equal length. */
  before: Period;
  scope: { id: string; name: string } | null;
  perspective: string | null;
  /** The moment at which it was counted, in UTC milliseconds. */
  at: number;
  /** Whether everything that happened until then is in it; not yet while the figures are made anew. */
  complete: boolean;
  figures: Figure[];
};

/** The case behind a number: what the address of a list of cases names. */
export type FigureCell = { figure: FigureKey; row: string; column: string };
