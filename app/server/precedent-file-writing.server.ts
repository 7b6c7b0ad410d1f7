/** Writing files with precedents: rows as cells, and a download that is made while it is sent. */
import { Readable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { stringify } from "csv-stringify/sync";
import { harmlessCell } from "#app/domain/precedent-file.ts";
import { motivationColumn, type RawRow } from "#app/schemas/precedent-file.ts";

/** The first thing in a CSV file: by this mark a spreadsheet knows that it is UTF-8. */
export const byteOrderMark = "\ufeff";

/** Lines of CSV as Dutch spreadsheets read them. */
export function csvLines(rows: string[][]): string {
  return stringify(
    rows.map((cells) => cells.map(harmlessCell)),
    { delimiter: ";", record_delimiter: "\r\n", quoted_match: /^\s|\s$/ },
  );
}

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

export const fileTypes = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
};

type Download = { name: string; type: keyof typeof fileTypes; parts: AsyncIterable<string> };

/** A file that a browser saves. Its parts are made when they can be sent, with others in between. */
export function download({ name, type, parts }: Download): Response {
  async function* paced() {
    for await (const part of parts) {
      yield Buffer.from(part);
      await turn();
    }
  }
  return new Response(Readable.toWeb(Readable.from(paced())) as ReadableStream, {
    headers: {
      "Content-Type": fileTypes[type],
      "Content-Disposition": `attachment; filename="${name}.${type}"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
