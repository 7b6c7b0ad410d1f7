import type { Work } from "#app/schemas/home.ts";

/** As many rows as a list of work on the home page shows. */
export const firstRows = 8;

/** The rows to show out of one more than that. */
export function shownRows<Row>(rows: Row[]): Work<Row> {
  return { rows: rows.slice(0, firstRows), more: rows.length > firstRows };
}
