/** The rules of a file with precedents that need nothing outside themselves: cells, lists, days and amounts. */
import { dayInMs } from "./day.ts";
import type { FactMeasure } from "./case-file.ts";

/** What a spreadsheet takes for a formula, with quotes before it or not. */
const formula = /^'*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/;

/**
 * A cell that a spreadsheet shows as text and never computes: what begins as a formula gets an apostrophe. Undone by
 * `restoredCell` for every text. Source: OWASP, "CSV Injection".
 */
export function harmlessCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text that `harmlessCell` was given. */
export function restoredCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

/** The items of a cell with a list: parts between bars, without those that are blank. */
export function listInCell(cell: string): string[] {
  return cell
    .split("|")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** `key=value` items as pairs; an item without `=` has an empty value. */
export function pairsInCell(cell: string): [string, string][] {
  return listInCell(cell).map((item) => {
    const place = item.lastIndexOf("=");
    return place < 0 ? [item, ""] : [item.slice(0, place).trim(), item.slice(place + 1).trim()];
  });
}

const firstDay = Date.UTC(1900, 0, 1);
const lastDay = Date.UTC(2199, 11, 31);

/**
 * The moment (UTC milliseconds) of a day or moment as files hold it: `2026-03-31`, `2026-03-31T14:00:00.000Z`, or day
 * first as Dutch spreadsheets write it (`31-3-2026`, `31/03/2026`, `31.3.2026`). Null when it is none, or outside
 * 1900 to 2199.
 */
export function momentInFile(text: string): number | null {
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  const iso =
    year === undefined
      ? text
      : `${year}-${(month ?? "").padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/.test(iso)) return null;
  const moment = Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
  if (Number.isNaN(moment) || moment < firstDay || moment >= lastDay + dayInMs) return null;
  // 31 February reads as 3 March.
  return new Date(moment).toISOString().startsWith(iso.slice(0, 10)) ? moment : null;
}

/** The shortest form that `momentInFile` reads back: a day when it is the first moment of one. */
export function momentForFile(moment: number): string {
  const iso = new Date(moment).toISOString();
  return moment % dayInMs === 0 ? iso.slice(0, 10) : iso;
}

const largestAmount = 100_000_000_000;

/**
 * The amount of an ordered fact as it is kept: whole months, years or times, or euro cents of an amount in euros
 * (`1250.5` and `1250,50`). Null when it is no amount of that measure.
 */
export function amountInFile(text: string, measure: FactMeasure): number | null {
  const pattern = measure === "cents" ? /^\d{1,9}([.,]\d{1,2})?$/ : /^\d{1,6}$/;
  if (!pattern.test(text)) return null;
  const amount = Number(text.replace(",", "."));
  const kept = measure === "cents" ? Math.round(amount * 100) : amount;
  return kept <= largestAmount ? kept : null;
}

/** An amount as `amountInFile` reads it back. */
export function amountForFile(amount: number, measure: FactMeasure): string {
  return measure === "cents" ? (amount / 100).toFixed(2) : String(amount);
}
