/** What a column of a file holds, apart from how a kind of file writes it. */
/** `share` is a fraction, `money` cents, `day` and `moment` UTC milliseconds. */
export type ExportType = "text" | "number" | "share" | "money" | "day" | "moment";

export type ExportColumn<Row> = {
  label: string;
  /** Text where nothing is said. */
  type?: ExportType;
  value: (row: Row) => string | number | null;
};

export type Cell =
  | { type: "empty" }
  | { type: "text"; value: string }
  | { type: Exclude<ExportType, "text">; value: number };

/** The cell of a row; a text in a column of numbers ("fewer than 5") stays a text. */
export function cellOf<Row>({ type = "text", value }: ExportColumn<Row>, row: Row): Cell {
  const found = value(row);
  if (found === null || found === "") return { type: "empty" };
  if (typeof found === "string") return { type: "text", value: found };
  if (type === "text") return { type: "number", value: found };
  if (!Number.isFinite(found)) return { type: "text", value: String(found) };
  return { type, value: type === "moment" ? onTheClock(found) : found };
}

const clock = new Intl.DateTimeFormat("sv-SE", {
  dateStyle: "short",
  timeStyle: "medium",
  timeZone: "Europe/Amsterdam",
});

/** A moment as clocks here showed it, as files without time zones have it. */
function onTheClock(moment: number): number {
  return Date.parse(`${clock.format(moment).replace(" ", "T")}Z`);
}
