/** Lists and figures as files, with the columns, the rights and the filters of the page they stand on. */
import { db, environment } from "#db";
import type { Access } from "./access.server.ts";
import type { ExportColumn } from "./exports-cells.server.ts";
import { csvParts } from "./exports-csv.server.ts";
import { download } from "./exports-download.server.ts";
import { xlsxParts } from "./exports-xlsx.server.ts";

export type ExportFormat = "csv" | "xlsx";
export type { ExportColumn } from "./exports-cells.server.ts";

export type ExportFile<Row> = {
  /** Which list, as the log names it: "cases". */
  list: string;
  /** Of the file, without what follows the point; letters, digits and dashes. */
  name: string;
  /** Of the sheet, in words. */
  title: string;
  columns: readonly ExportColumn<Row>[];
  /** All at once, or a batch at a time where there may be very many. */
  rows: readonly Row[] | AsyncIterable<readonly Row[]>;
  format: ExportFormat;
};

/** The kind of file that an address asks for. */
export function exportFormat(url: string): ExportFormat {
  return new URL(url).searchParams.get("vorm") === "xlsx" ? "xlsx" : "csv";
}

/**
 * A list as a file to download. The log tells that it was made, and of how many rows: before the first row is sent
 * when they are known, otherwise before the last.
 */
export async function exportResponse<Row>(
  access: Access,
  { list, name, title, columns, rows, format }: ExportFile<Row>,
): Promise<Response> {
  const batches = await recordedRows(access, { list, format }, rows);
  const parts =
    format === "csv" ? csvParts(columns, batches) : xlsxParts({ sheet: title, columns, batches });
  return download({ name, type: format, parts });
}

type Made = { list: string; format: string };

/** The same rows, and an event in the log for them. */
export async function recordedRows<Row>(
  access: Access,
  made: Made,
  rows: readonly Row[] | AsyncIterable<readonly Row[]>,
): Promise<AsyncIterable<readonly Row[]>> {
  if (!isAll(rows)) return recordedBeforeEnd(rows, (count) => record(access, made, count));
  await record(access, made, rows.length);
  return inBatches(rows);
}

function isAll<Row>(rows: readonly Row[] | AsyncIterable<readonly Row[]>): rows is readonly Row[] {
  return Array.isArray(rows);
}

const batchSize = 250;

async function* inBatches<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += batchSize) {
    yield await Promise.resolve(rows.slice(from, from + batchSize));
  }
}

/** One batch behind, so that nobody has the whole list before it is in the log; also told when broken off. */
async function* recordedBeforeEnd<Row>(
  batches: AsyncIterable<readonly Row[]>,
  tell: (count: number) => Promise<void>,
): AsyncGenerator<readonly Row[]> {
  let held: readonly Row[] | null = null;
  let count = 0;
  let isTold = false;
  try {
    for await (const batch of batches) {
      count += batch.length;
      if (held) yield held;
      held = batch;
    }
    isTold = true;
    await tell(count);
    if (held) yield held;
  } finally {
    if (!isTold) await tell(count);
  }
}

async function record(access: Access, { list, format }: Made, rows: number): Promise<void> {
  const { organisation, actor } = access;
  await db.write(actor, (tx) =>
    tx.record({
      kind: "export.made",
      subject: { type: "organisation", id: organisation.id },
      details: { list, rows, format },
    }),
  );
}

/** A name for a file from words, with the day on which it is made: "casussen-2026-03-03". */
export function fileName(words: string): string {
  const plain = words.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const day = new Date(environment.now()).toISOString().slice(0, 10);
  return `${plain.replaceAll(/[^a-z0-9]+/g, "-")}-${day}`;
}
