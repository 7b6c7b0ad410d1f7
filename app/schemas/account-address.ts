/** Addresses of the account, apart from how they are read, so that a page that links to them needs no more. */
import type { FigureCell } from "#app/domain/account-figures.ts";
import { askedDays, daysBefore, dayText } from "#app/domain/account-period.ts";
import { dayNumber } from "#app/domain/day.ts";
import type { Right } from "#app/domain/rights.ts";
import type { QuestionnaireMoment } from "#app/domain/questionnaire.ts";
import type { AccountFilters } from "./account-filters.ts";

/** One number of the account: `before` is that of the period before. */
export type AccountCell = FigureCell & { before: boolean } & CitizenCell;
/** Of the answers of citizens those about one moment only, and those in cases without a scope. */
export type CitizenCell = { moment?: QuestionnaireMoment | undefined; noScope?: boolean };

/** The address of the account with these filters. */
export function accountAddress(given: AccountFilters): string {
  return withQuery("/verantwoording", given);
}

/**
 * Where a number leads for somebody with these rights: to a list of exactly what it counts; null where this person may
 * not open that list. The filters hold the first and last day of the figures.
 */
export function numberAddress(
  given: AccountFilters,
  cell: AccountCell,
  rights: readonly Right[],
): string | null {
  const { gebied } = given;
  const { van, tot } = cell.before ? before(given) : given;
  switch (cell.figure) {
    case "signals":
      return rights.includes("signal.read") ? signalsAddress(gebied, cell) : null;
    case "handovers":
      return rights.includes("handover.manage")
        ? handoversAddress({ van, tot, gebied }, cell)
        : null;
    case "wrongDoors":
      return rights.includes("wrong-door.record")
        ? withQuery("/verkeerde-deur", { ...daysOfRow({ van, tot }, cell), gebied })
        : null;
    case "citizens":
      return withQuery("/verantwoording/burgers", { van, tot, gebied });
    default:
      return casesAddress(given, cell);
  }
}

type Shown = Pick<AccountFilters, "van" | "tot">;

function before({ van, tot }: Shown): Shown {
  if (van === undefined || tot === undefined) return {};
  const { from, until } = daysBefore(askedDays({ from: van, until: tot }, 0));
  return { van: dayText(from), tot: dayText(until) };
}

function signalsAddress(gebied: string | undefined, { row, column }: AccountCell): string {
  const status = row === "total" ? undefined : row;
  return withQuery("/signalen", { status, gebied, open: column });
}

function handoversAddress(given: AccountFilters, { row, column }: AccountCell): string {
  const list = column.startsWith("received") ? "/overdrachten" : "/overdrachten/verstuurd";
  const all = column.endsWith("Days") ? "answered" : "alle";
  return withQuery(list, { status: row === "total" ? all : row, ...given });
}

/** The days of a month or a year, as far as they are shown. */
function daysOfRow({ van = "", tot = "" }: Shown, { row }: AccountCell): Shown {
  if (row === "total") return { van, tot };
  const [year = 0, month = 0] = row.split("-").map(Number);
  const end = dayText(dayNumber(Date.UTC(year, month || 12, 1)) - 1);
  const start = `${row}-01-01`.slice(0, "2026-03-01".length);
  return { van: start > van ? start : van, tot: tot !== "" && tot < end ? tot : end };
}

/** The address of the cases behind a number. */
export function casesAddress(given: AccountFilters, cell: AccountCell) {
  return withQuery("/verantwoording/gevallen", {
    ...given,
    ...{ figuur: cell.figure, rij: cell.row, kolom: cell.column, moment: cell.moment },
    ...(cell.before ? { periode: "vorige" } : {}),
    ...(cell.noScope ? { gebied: "none" } : {}),
  });
}

function withQuery(path: string, given: Record<string, string | undefined>): string {
  const kept = Object.entries(given).filter((entry): entry is [string, string] => !!entry[1]);
  const query = new URLSearchParams(kept).toString();
  return query === "" ? path : `${path}?${query}`;
}
