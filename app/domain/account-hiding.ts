/** Keeps small numbers of another organisation back. */
import type { Figure, FigureColumn, FigureRow, FigureValue } from "./account-figures.ts";

/** Counts from 1 up to here could point at a person. */
export const smallest = 5;

/** What nobody outside may see a breakdown of: only the row of all together stays. */
const onlyTogether: readonly Figure["key"][] = ["outcomes", "precedents", "settled"];

/**
 * A figure as someone of another organisation may see it: a count under 5 is hidden, and with it the next smallest one
 * of the same sum, so that it cannot be worked out from the total and the others. What is hidden either way looks the
 * same. Numbers that are no count are hidden where fewer than 5 cases are behind them. Statistics Netherlands calls the
 * second one secondary suppression (Hundepool et al., Statistical Disclosure Control, 2012, chapter 4).
 */
export function withoutSmallNumbers(figure: Figure): Figure {
  const isTogether = onlyTogether.includes(figure.key) && figure.total !== null;
  const lines = isTogether ? [] : figure.rows;
  const all = figure.total ? [...lines, figure.total] : lines;
  const values = hiddenIn(
    figure,
    all.map((row) => row.values),
  );
  const previous = hiddenIn(
    figure,
    all.map((row) => row.previous ?? []),
  );
  const rows = all.map((row, place): FigureRow => {
    return {
      ...row,
      values: values[place] ?? [],
      previous: row.previous && (previous[place] ?? []),
    };
  });
  const total = figure.total ? (rows.pop() ?? null) : null;
  return { ...figure, rows, total };
}

type Grid = FigureValue[][];

/** Along each sum that a reader knows: down a column that has a total, or along a row of parts of one whole. */
function hiddenIn(figure: Figure, grid: Grid): Grid {
  const { columns, total } = figure;
  const made = grid.map((row) => [...row]);
  const lines = total && made.length > 1 ? downLines(made, columns) : [];
  for (const line of [...lines, ...alongLines(figure, made)]) hideLine(made, line);
  hideSmall(made, columns);
  for (const row of made) hideUncounted(row, columns);
  return made;
}

type Place = [row: number, column: number];

/** The rows of each column that counts; the last row is their total. */
function downLines(grid: Grid, columns: FigureColumn[]): Place[][] {
  return columns.flatMap((column, place) =>
    isCount(column) ? [grid.map((_, row): Place => [row, place])] : [],
  );
}

/** Columns that are parts of one whole, by the figure. */
const wholes: Partial<Record<Figure["key"], (column: FigureColumn) => boolean>> = {
  outcomes: () => true,
  precedents: () => true,
  perspectives: ({ key }) => key !== "chosenFails",
  agreement: ({ unit }) => unit === "cells",
  citizens: () => true,
  signals: ({ key }) => key !== "signals" && key !== "late",
};

function alongLines({ key, columns }: Figure, grid: Grid): Place[][] {
  const belongs = wholes[key];
  if (!belongs) return [];
  const places = columns.flatMap((column, place) => (belongs(column) ? [place] : []));
  return grid.map((_, row) => places.map((place): Place => [row, place]));
}

function isCount({ unit, how }: FigureColumn): boolean {
  return how === "sum" && unit !== "cents";
}

function isSmall(value: FigureValue | undefined): boolean {
  return typeof value === "number" && value > 0 && value < smallest;
}

/** Hides the small ones of a line, and one more when it is alone. */
function hideLine(grid: Grid, line: Place[]): void {
  const at = ([row, column]: Place) => grid[row]?.[column];
  const small = line.filter((place) => isSmall(at(place)));
  const hidden = line.filter((place) => at(place) === "hidden");
  for (const place of small) hide(grid, place);
  if (small.length === 0 || small.length + hidden.length > 1) return;
  const others = line.filter((place) => typeof at(place) === "number" && at(place) !== 0);
  const [next] = others.sort((a, b) => Number(at(a)) - Number(at(b)));
  if (next) hide(grid, next);
}

function hide(grid: Grid, [row, column]: Place): void {
  const own = grid[row];
  if (own) own[column] = "hidden";
}

function hideSmall(grid: Grid, columns: FigureColumn[]): void {
  for (const row of grid) {
    columns.forEach((column, place) => {
      if (isCount(column) && isSmall(row[place])) row[place] = "hidden";
    });
  }
}

/**
 * Medians, amounts and coefficients go where the count of cases before them is hidden; everything where that of all
 * cases is.
 */
function hideUncounted(row: FigureValue[], columns: FigureColumn[]): void {
  const cases = columns.findIndex(({ key }) => key === "cases");
  const isAll = cases >= 0 && row[cases] === "hidden";
  let isHidden = isAll;
  columns.forEach((column, place) => {
    if (column.unit === "cases" || column.unit === "handovers")
      isHidden = isAll || row[place] === "hidden";
    else if (isHidden && !isCount(column)) row[place] = "hidden";
    if (isAll) row[place] = "hidden";
  });
}
