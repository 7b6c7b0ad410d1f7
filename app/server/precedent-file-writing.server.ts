/** Rows of a file with precedents as cells. */
import { motivationColumn, type RawRow } from "#app/schemas/precedent-file.ts";

/** The cells of a row under these columns. */
export function cellsOf(row: RawRow, columns: string[]): string[] {
  return columns.map((column) => {
    const perspective = motivationColumn.exec(column)?.[1];
    if (perspective === undefined) return cellOf(row[column]);
    const { motivation } = row as { motivation?: Record<string, unknown> };
    return cellOf(motivation?.[perspective]);
  });
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(cellOf).join("|");
  if (typeof value !== "object") return typeof value === "string" ? value : JSON.stringify(value);
  return Object.entries(value)
    .map(([key, one]) => `${key}=${cellOf(one)}`)
    .join("|");
}
