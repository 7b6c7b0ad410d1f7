/** Lists as CSV, as Dutch spreadsheets read them: semicolons, decimal commas, days as 2026-03-03. */
import { stringify } from "csv-stringify/sync";
import { harmlessCell } from "#app/domain/precedent-file.ts";
import { cellOf, type Cell, type ExportColumn } from "./exports-cells.server.ts";

/** The first thing in a CSV file: by this mark a spreadsheet knows that it is UTF-8. */
export const byteOrderMark = "\ufeff";

/** Lines of CSV; what a spreadsheet would compute becomes text. */
export function csvLines(rows: string[][]): string {
  return written(rows.map((cells) => cells.map(harmlessCell)));
}

function written(rows: string[][]): string {
  return stringify(rows, { delimiter: ";", record_delimiter: "\r\n", quoted_match: /^\s|\s$/ });
}

export async function* csvParts<Row>(
  columns: readonly ExportColumn<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  yield byteOrderMark + csvLines([columns.map(({ label }) => label)]);
  for await (const rows of batches) {
    yield written(rows.map((row) => columns.map((column) => textOf(cellOf(column, row)))));
  }
}

/** A number stays a number, also below zero; only texts are made harmless. */
function textOf(cell: Cell): string {
  switch (cell.type) {
    case "empty":
      return "";
    case "text":
      return harmlessCell(cell.value);
    case "number":
    case "share":
      return String(cell.value).replace(".", ",");
    case "money":
      return (cell.value / 100).toFixed(2).replace(".", ",");
    case "day":
      return new Date(cell.value).toISOString().slice(0, 10);
    case "moment":
      return new Date(cell.value).toISOString().slice(0, 16).replace("T", " ");
  }
}
