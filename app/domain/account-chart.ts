import type { Figure, FigureKey, FigureRow } from "./account-figures.ts";

/** More rows than this are not drawn: the table has them all. */
const mostRows = 14;

/** Columns that are drawn, and whether their bars stand behind each other as parts of one whole. */
const drawn: Record<FigureKey, { keys: string[] | "all"; stacked: boolean }> = {
  inflow: { keys: ["received", "decided"], stacked: false },
  status: { keys: ["cases"], stacked: true },
  openTerm: { keys: ["cases"], stacked: true },
  leadTime: { keys: ["cases"], stacked: true },
  outcomes: { keys: "all", stacked: true },
  perspectives: { keys: ["all", "some", "none"], stacked: true },
  departures: { keys: ["cases"], stacked: true },
  equalTreatment: { keys: ["cases"], stacked: true },
  agreement: { keys: ["eens", "verschil", "tegengesteld"], stacked: true },
  costs: { keys: ["once", "yearly", "realised"], stacked: false },
  conditions: { keys: ["cases"], stacked: true },
  helped: { keys: "all", stacked: false },
  precedents: { keys: "all", stacked: true },
  citizens: { keys: "all", stacked: true },
  settled: { keys: ["cases"], stacked: true },
  signals: { keys: ["young", "quarter", "half", "year"], stacked: true },
  handovers: { keys: ["sent", "received"], stacked: false },
  wrongDoors: { keys: ["visits"], stacked: true },
};

export type ChartLayout = { columns: number[]; rows: FigureRow[]; stacked: boolean };

/** What of a figure is drawn: the places of its columns, and the rows with most in them. */
export function chartFor(figure: Figure): ChartLayout {
  const { keys, stacked } = drawn[figure.key];
  const columns = figure.columns.flatMap(({ key }, place) =>
    keys === "all" || keys.includes(key) ? [place] : [],
  );
  const all = figure.rows.length > 0 ? figure.rows : figure.total ? [figure.total] : [];
  const size = ({ values }: FigureRow) =>
    columns.reduce((sum, place) => sum + Math.abs(Number(values[place]) || 0), 0);
  const largest = [...all].sort((a, b) => size(b) - size(a)).slice(0, mostRows);
  const inTime = figure.rowsAre === "month" || figure.rowsAre === "year";
  const rows = inTime ? all : all.filter((row) => largest.includes(row));
  return { columns, rows, stacked };
}

/** Whether there is anything to draw. */
export function hasBars(figure: Figure): boolean {
  const { columns, rows } = chartFor(figure);
  return rows.some(({ values }) => columns.some((place) => Number(values[place]) > 0));
}
