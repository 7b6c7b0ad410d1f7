/** Reads the bytes of a file with precedents into rows, as far as that goes without knowing what is in them. */
import { CsvError, parse } from "csv-parse";
import { Readable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { DomainError } from "#app/domain/domain-error.ts";
import { restoredCell } from "#app/domain/precedent-file.ts";
import type { ImportFormat } from "#app/domain/precedent-relations.ts";
import {
  externalIdIn,
  fileFormat,
  fileVersion,
  ignoredColumns,
  mostRows,
  motivationColumn,
  type RawRow,
  type RowErrors,
} from "#app/schemas/precedent-file.ts";
import { fileColumns } from "#app/schemas/precedent-file-columns.ts";

/** A row by its place: in a spreadsheet the header is row 1, in JSON the first precedent is. */
export type FileRow = { row: number; data: RawRow; errors: RowErrors };
export type FileRows = { format: ImportFormat; rows: FileRow[] };

/** Gives the rows of a file, or refuses the file as a whole with what to do about it. */
export async function readPrecedentFile(bytes: Uint8Array): Promise<FileRows> {
  const text = textOf(bytes);
  const format = /^\s*[[{]/.test(text) ? "json" : "csv";
  const rows = format === "json" ? await rowsInJson(text) : await rowsInCsv(text);
  if (rows.length === 0) refuse("import_no_rows");
  if (rows.length > mostRows) refuse("import_too_many_rows");
  markDoubles(rows);
  return { format, rows };
}

/** `about` is the column or the line it is about. */
function refuse(code: string, about: string | number = ""): never {
  throw new DomainError(code, { field: "file", about: String(about) });
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isZip = first === 0x50 && second === 0x4b;
  const isOldOffice = first === 0xd0 && second === 0xcf;
  if (isZip || isOldOffice) refuse("import_spreadsheet");
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) refuse("import_encoding");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.trim() === "" ? refuse("file_empty") : text;
  } catch (error) {
    if (error instanceof TypeError) refuse("import_encoding");
    throw error;
  }
}

async function rowsInJson(text: string): Promise<FileRow[]> {
  const file = parsed(text);
  const isObject = typeof file === "object" && file !== null && !Array.isArray(file);
  const { format, version, precedents } = (isObject ? file : {}) as Record<string, unknown>;
  if (format !== fileFormat) refuse("import_format");
  if (version !== fileVersion) refuse("import_version");
  if (!Array.isArray(precedents)) refuse("import_no_rows");
  const rows: FileRow[] = [];
  for (const [place, item] of (precedents as unknown[]).slice(0, mostRows + 1).entries()) {
    if (place % 500 === 499) await turn();
    const isRow = typeof item === "object" && item !== null && !Array.isArray(item);
    const data = isRow ? (storable(item) as RawRow) : {};
    rows.push({ row: place + 1, data, errors: isRow ? {} : { "": ["not_a_row"] } });
  }
  return rows;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse("import_not_json");
  }
}

const deepest = 3;
const mostItems = 1000;

/** What any engine can keep: no control characters, no half characters, nothing nested deeper than a row is. */
function storable(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return cleaned(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= deepest) return null;
  if (Array.isArray(value)) return value.slice(0, mostItems).map((one) => storable(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, mostItems)
      .map(([key, one]) => [cleaned(key), storable(one, depth + 1)]),
  );
}

function cleaned(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
    .replaceAll(/\p{Cs}/gu, "\ufffd");
}

type Header = (string | null)[];

const longestRow = 200_000;

async function rowsInCsv(text: string): Promise<FileRow[]> {
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    max_record_size: longestRow,
  });
  Readable.from(slices(text)).pipe(parser);
  const rows: FileRow[] = [];
  let header: Header | null = null;
  let line = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      line += 1;
      if (header === null) header = headerOf(cells);
      else if (cells.some((cell) => cell.trim() !== "")) rows.push(rowOf(line, header, cells));
      if (rows.length > mostRows) break;
    }
  } catch (error) {
    if (error instanceof CsvError) refuse("import_csv", line + 1);
    throw error;
  }
  return rows;
}

/** Let in by pieces, so that others come in between. */
function* slices(text: string) {
  const size = 65_536;
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size);
}

/** The one that stands most in the first line. */
function delimiterOf(text: string): string {
  const [first = ""] = text.replace(/^\ufeff?\s*/, "").split(/[\r\n]/, 1);
  const count = (sign: string) => first.split(sign).length;
  return [",", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ";");
}

const plain = (name: string) => name.toLowerCase().replaceAll(/[\s_-]/g, "");
const names = new Map<string, string | null>([
  ...fileColumns.map((column) => [plain(column), column] as const),
  ...ignoredColumns.map((column) => [plain(column), null] as const),
]);

/** Per column its name here, null for one that is read over. */
function headerOf(cells: string[]): Header {
  const header = cells.map((cell) => {
    const name = restoredCell(cell).trim();
    const perspective = motivationColumn.exec(name)?.[1];
    if (perspective !== undefined) return `motivation.${perspective.toLowerCase()}`;
    return name === "" ? null : (names.get(plain(name)) ?? knownOr(name));
  });
  const needed = ["externalId", "title", "summary", "level", "decidedAt"];
  const missing = needed.filter((column) => !header.includes(column));
  if (missing.length > 0) refuse("import_header", missing.join(", "));
  const given = header.filter((column) => column !== null);
  const double = given.find((column, place) => given.indexOf(column) !== place);
  if (double !== undefined) refuse("import_double_column", double);
  return header;
}

function knownOr(name: string): null {
  if (names.has(plain(name))) return null;
  return refuse("import_unknown_column", cleaned(name).slice(0, 60));
}

function rowOf(row: number, header: Header, cells: string[]): FileRow {
  const data: RawRow = {};
  const motivation: Record<string, string> = {};
  for (const [place, column] of header.entries()) {
    if (column === null) continue;
    const text = cleaned(restoredCell(cells[place] ?? ""));
    const perspective = motivationColumn.exec(column)?.[1];
    if (perspective === undefined) data[column] = text;
    else motivation[perspective] = text;
  }
  const isLonger = cells.slice(header.length).some((cell) => cell.trim() !== "");
  return {
    row,
    data: { ...data, motivation },
    errors: isLonger ? { "": ["more_cells_than_columns"] } : {},
  };
}

/** Each name of a precedent stands in a file once. */
function markDoubles(rows: FileRow[]): void {
  const first = new Map<string, number>();
  for (const { row, data, errors } of rows) {
    const name = externalIdIn(data);
    const earlier = first.get(name);
    if (name === "") continue;
    if (earlier === undefined) first.set(name, row);
    else errors.externalId = [`double_in_file:${earlier}`];
  }
}
