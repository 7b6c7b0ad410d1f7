/**
 * Lists as XLSX. The workbook with its styles comes from write-excel-file; that library holds a whole sheet in memory
 * and writes it in one go, so the rows are put into its sheet here, a batch at a time.
 */
import { pipeline, Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";
import { strFromU8, unzipSync, Zip, ZipPassThrough, type ZipInputFile } from "fflate";
import writeExcelFile from "write-excel-file/node";
import { harmlessCell } from "#app/domain/precedent-file.ts";
import { cellOf, type Cell, type ExportColumn, type ExportType } from "./exports-cells.server.ts";

type Workbook<Row> = {
  sheet: string;
  columns: readonly ExportColumn<Row>[];
  batches: AsyncIterable<readonly Row[]>;
};

const formats = {
  number: "General",
  share: "0.0%",
  money: "#,##0.00",
  day: "yyyy-mm-dd",
  moment: "yyyy-mm-dd hh:mm",
} satisfies Record<Exclude<ExportType, "text">, string>;
type Styled = keyof typeof formats;

const sheetFile = "xl/worksheets/sheet1.xml";

export async function* xlsxParts<Row>(workbook: Workbook<Row>): AsyncGenerator<Uint8Array> {
  const { files, before, after, styles } = await templateOf(workbook);
  const made: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    made.push(data);
  });
  for (const [filename, bytes] of files) {
    const file = new ZipPassThrough(filename);
    zip.add(file);
    file.push(bytes, true);
  }
  const sheet: ZipInputFile = { filename: sheetFile, size: 0, crc: 0, compression: deflated };
  zip.add(sheet);
  const xml = sheetXml(workbook, { before, after, styles });
  for await (const part of deflatedOff(counted(xml, sheet))) {
    sheet.ondata?.(null, part, false);
    yield* made.splice(0);
  }
  sheet.ondata?.(null, new Uint8Array(), true);
  zip.end();
  yield* made.splice(0);
}

/** How a zip names deflate. */
const deflated = 8;

type Around = { before: string; after: string; styles: Styles };

async function* sheetXml<Row>(
  { columns, batches }: Workbook<Row>,
  { before, after, styles }: Around,
): AsyncGenerator<Buffer> {
  yield Buffer.from(before);
  let row = 1;
  for await (const rows of batches) {
    const lines = rows.map((one) => {
      row += 1;
      return rowOf(
        columns.map((column) => cellOf(column, one)),
        { row, styles },
      );
    });
    yield Buffer.from(lines.join(""));
  }
  yield Buffer.from(after);
}

/** The same bytes, while their number and their checksum are kept for the end of the zip. */
async function* counted(parts: AsyncIterable<Buffer>, file: ZipInputFile): AsyncGenerator<Buffer> {
  for await (const part of parts) {
    file.size += part.length;
    file.crc = crc32(part, file.crc);
    yield part;
  }
}

/** Compressed by the threads of zlib, so that the process is free meanwhile. */
function deflatedOff(parts: AsyncIterable<Buffer>): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const deflate = createDeflateRaw();
  // What goes wrong comes out where the other end is read.
  pipeline(Readable.from(parts), deflate, () => undefined);
  return deflate;
}

type Styles = Record<Styled, string>;

/** The workbook with its headers and, to learn the numbers of the styles, a row with a cell of each. */
async function templateOf<Row>({ sheet, columns }: Workbook<Row>) {
  const headers = columns.map(({ label }) => ({
    value: harmlessCell(label),
    fontWeight: "bold" as const,
  }));
  const example = Object.values(formats).map((format) => ({ value: 0, type: Number, format }));
  const bytes = await writeExcelFile([headers, example], {
    sheet: sheetName(sheet),
    columns: columns.map(({ label, type }) => ({ width: widthOf(label, type) })),
    stickyRowsCount: 1,
  }).toBuffer();
  const { [sheetFile]: xml, ...files } = unzipSync(new Uint8Array(bytes));
  const [, before, examples, after] =
    /^(.*)<row r="2">(.*)<\/row>(<\/sheetData>.*)$/s.exec(strFromU8(xml ?? new Uint8Array())) ?? [];
  if (before === undefined || examples === undefined || after === undefined) {
    throw new Error("The library writes workbooks in another form now");
  }
  const numbers = [...examples.matchAll(/<c r="[A-Z]+2"(?: s="(\d+)")?/g)].map(([, s]) => s ?? "0");
  const styles = Object.fromEntries(
    Object.keys(formats).map((name, index) => [name, numbers[index] ?? "0"]),
  ) as Styles;
  return { files: Object.entries(files), before, after, styles };
}

function sheetName(name: string): string {
  return name.replaceAll(/[[\]:*?/\\']/g, " ").slice(0, 31);
}

function widthOf(label: string, type: ExportType = "text"): number {
  return Math.max(label.length + 2, type === "text" ? 28 : 14);
}

function rowOf(cells: Cell[], { row, styles }: { row: number; styles: Styles }): string {
  const written = cells.map((cell, index) => {
    if (cell.type === "empty") return "";
    const place = `${lettersOf(index)}${row}`;
    if (cell.type === "text") return textCell(place, cell.value);
    const dated = cell.type === "day" || cell.type === "moment";
    if (dated && cell.value < firstDay) {
      return textCell(place, new Date(cell.value).toISOString().slice(0, 10));
    }
    const value = { day: serial, moment: serial, money: cents, share: same, number: same }[
      cell.type
    ];
    return `<c r="${place}" s="${styles[cell.type]}"><v>${value(cell.value)}</v></c>`;
  });
  return `<row r="${row}">${written.join("")}</row>`;
}

const dayInMs = 86_400_000;
const day0 = Date.UTC(1899, 11, 30);
// Spreadsheets count 29 February 1900, a day that never was: before that, days are texts.
const firstDay = Date.UTC(1900, 2, 1);
const serial = (moment: number) => (moment - day0) / dayInMs;
const cents = (value: number) => value / 100;
const same = (value: number) => value;

const mostLetters = 32_767;

function textCell(place: string, value: string): string {
  const text = harmlessCell(value);
  const kept = text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(kept)}</t></is></c>`;
}

/** As XML, without signs that XML does not know; `_x000D_` as typed is no escape. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll(/_(?=x[\dA-F]{4}_)/gi, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

/** A to Z, AA, AB and on. */
function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last;
}
