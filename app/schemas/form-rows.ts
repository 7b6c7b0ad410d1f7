import type { FormResult } from "./form-result.ts";

/** A form given back with one row more or less. */
export type RowsResult = FormResult & {
  /** New for every change of rows. */
  stamp: string;
  /** Start of the names of the fields to go on with. */
  focus: string;
};

export function isRowsResult(result: unknown): result is RowsResult {
  return typeof result === "object" && result !== null && "stamp" in result;
}

/** How many rows of a list a refused or changed form holds. */
export function rowsIn(result: FormResult, list: string): number {
  const places = Object.keys(result.values).flatMap((name) => {
    const [start, place] = name.split(".");
    return start === list && place !== undefined && /^\d{1,4}$/.test(place) ? [Number(place)] : [];
  });
  return Math.max(-1, ...places) + 1;
}
