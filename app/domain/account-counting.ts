/** Adds up what the figures count, and makes rows of it. */
import {
  mostLevels,
  usualLevels,
  type Add,
  type Asking,
  type FigureDefinition,
} from "./account-definitions.ts";
import type { Figure, FigureColumn, FigureRow, FigureValue, RowKind } from "./account-figures.ts";
import type { AccountIndex } from "./account-index.ts";
import { alphaWithInterval, sumsLength, type AlphaWithInterval } from "./agreement-interval.ts";

/** What was added to one row: sums per column, and of some columns every number. */
export type RowSums = { values: number[]; lists: number[][] };
export type Sums = (RowSums | undefined)[];

export type Counter = { definition: FigureDefinition; asking: Asking; sums: Sums; add: Add };

/** Adds up one figure of one period. */
export function counterOf(definition: FigureDefinition, asking: Asking): Counter {
  const sums: Sums = [];
  const isSum = definition.columns.map(({ how }) => how === "sum");
  const add: Add = (row, column, amount) => {
    const own = (sums[row] ??= { values: [], lists: [] });
    if (isSum[column]) own.values[column] = (own.values[column] ?? 0) + amount;
    else (own.lists[column] ??= []).push(amount);
  };
  return { definition, asking, sums, add };
}

/** Counts the case in a row of the index, in all figures it may be part of. */
export function countCase(counters: readonly Counter[], at: number): void {
  let looked: Asking | null = null;
  let isIn = false;
  for (const { definition, asking, add } of counters) {
    if (asking !== looked) isIn = isTouched(asking, at);
    looked = asking;
    if (isIn || !definition.ofPeriod) definition.visit(asking, at, add);
  }
}

/** Whether something happened to the case in the period. */
function isTouched({ index, from, until }: Asking, at: number): boolean {
  const { receivedDay, decidedDay, takenDay, weighedDay, reviewDay } = index.columns;
  const { settledDay, askedDay } = index.columns;
  const isIn = (day = 0) => day >= from && day <= until;
  return (
    isIn(receivedDay[at]) ||
    isIn(takenDay[at]) ||
    isIn(decidedDay[at]) ||
    isIn(weighedDay[at]) ||
    isIn(reviewDay[at]) ||
    isIn(settledDay[at]) ||
    isIn(askedDay[at])
  );
}

/** Fewer cells than this say too little for an alpha. */
export const cellsForAlpha = 30;

export type Counted = { current: Sums; before: Sums | null };

export type Naming = {
  index: AccountIndex;
  /** The months or years of the period. */
  times: string[];
  /** The name of a scope, null when it is not known. */
  scopeName: (id: string) => string | null;
};

/** A figure from what was counted, all rows with their words or names. */
export function figureOf(definition: FigureDefinition, counted: Counted, naming: Naming): Figure {
  const { key, adds } = definition;
  const { current, before } = counted;
  const columns = shownColumns(definition, counted);
  const valuesOf = (sums: RowSums | undefined) =>
    valuesIn(definition, sums, naming.index).filter((_, place) => columns[place] !== null);
  // Months have others before them, not others in their place.
  const isTime = definition.rowsAre === "month";
  const rows = rowKeys(definition, counted, naming).map(({ code, ...row }) => ({
    ...row,
    values: valuesOf(current[code]),
    previous: before && !isTime ? valuesOf(before[code]) : null,
  }));
  // An alpha over all rows would take long, for nothing where they do not add up.
  const total: FigureRow | null = adds
    ? {
        ...{ key: "total", name: null },
        values: valuesOf(together(current)),
        previous: before && valuesOf(together(before)),
      }
    : null;
  const isYears = isTime && naming.times.some((time) => time.length === "2026".length);
  return {
    ...{ key, rows, rowsAre: isYears ? "year" : definition.rowsAre },
    columns: columns.flatMap((column) => column ?? []),
    total,
  };
}

/** All columns, null for a level beyond the usual ones that nothing has. */
function shownColumns(
  { columns }: FigureDefinition,
  { current, before }: Counted,
): (FigureColumn | null)[] {
  const all = [...current, ...(before ?? [])];
  return columns.map((column, place) => {
    const isExtra = column.key.startsWith("level-") && place >= usualLevels && place < mostLevels;
    return isExtra && !all.some((row) => row?.values[place]) ? null : column;
  });
}

type RowKey = { code: number; key: string; name: string | null };

function rowKeys(definition: FigureDefinition, counted: Counted, naming: Naming): RowKey[] {
  const { rows, rowsAre } = definition;
  const fixed = rows ?? (rowsAre === "month" ? naming.times : null);
  if (fixed) return fixed.map((key, code) => ({ code, key, name: null }));
  const { current, before } = counted;
  const codes = [...new Set([...current.keys(), ...(before?.keys() ?? [])])];
  return codes
    .filter((code) => current[code] ?? before?.[code])
    .map((code) => ({ code, ...foundRow(rowsAre, code, naming) }))
    .sort((a, b) => (sortText(a) < sortText(b) ? -1 : 1));
}

function foundRow(rowsAre: RowKind, code: number, { index, scopeName }: Naming) {
  if (rowsAre === "perspective") return { key: index.perspectiveKeys.list[code] ?? "", name: null };
  const id = index.scopes.list[code] ?? "";
  return id === "" ? { key: noScope, name: null } : { key: id, name: scopeName(id) };
}

/** The key of the row of cases without a scope. */
export const noScope = "none";

/** Scopes by name, what has none at the end. */
function sortText({ key, name }: RowKey): string {
  return key === noScope ? "~" : `${(name ?? "").toLowerCase()} ${key}`;
}

/** The number of a row by its key, -1 when there is none. */
export function rowNumber(
  definition: FigureDefinition,
  key: string,
  { index, times }: Pick<Naming, "index" | "times">,
): number {
  const { rows, rowsAre } = definition;
  if (rows) return rows.indexOf(key);
  if (rowsAre === "month") return times.indexOf(key);
  const names = rowsAre === "scope" ? index.scopes : index.perspectiveKeys;
  return names.byName.get(key === noScope ? "" : key) ?? -1;
}

function together(sums: Sums): RowSums {
  const all: RowSums = { values: [], lists: [] };
  for (const row of sums) {
    row?.values.forEach((value, place) => (all.values[place] = (all.values[place] ?? 0) + value));
    row?.lists.forEach((list, place) => (all.lists[place] = (all.lists[place] ?? []).concat(list)));
  }
  return all;
}

function valuesIn(
  { columns }: FigureDefinition,
  sums: RowSums | undefined,
  index: AccountIndex,
): FigureValue[] {
  const alphaAt = columns.findIndex(({ how }) => how === "alpha");
  const alpha = alphaAt < 0 ? null : alphaOf(index, sums?.lists[alphaAt] ?? []);
  return columns.map(({ how }, place) => {
    if (how === "sum") return sums?.values[place] ?? 0;
    if (how === "median") return median(sums?.lists[place] ?? []);
    if (how === "alpha") return alpha?.alpha ?? null;
    return (how === "alphaLow" ? alpha?.low : alpha?.high) ?? null;
  });
}

/** The middle one of whole numbers, of an even count the mean of the middle two; null of none. */
export function median(numbers: number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = Int32Array.from(numbers).sort();
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
}

function alphaOf({ perspectives }: AccountIndex, parts: number[]): AlphaWithInterval | null {
  const { columns } = perspectives;
  const { eens, verschil, tegengesteld } = columns;
  let cells = 0;
  for (const part of parts) {
    cells += (eens[part] ?? 0) + (verschil[part] ?? 0) + (tegengesteld[part] ?? 0);
  }
  if (cells < cellsForAlpha) return null;
  const sums = new Float64Array(parts.length * sumsLength);
  for (let place = 0; place < sumsLength; place += 1) {
    const column = columns[`sum${place}`];
    for (let at = 0; at < parts.length; at += 1) {
      sums[at * sumsLength + place] = column?.[parts[at] ?? 0] ?? 0;
    }
  }
  return alphaWithInterval(sums);
}
