/** Addresses of the account, apart from how they are read, so that a page that links to them needs no more. */
import type { FigureCell } from "#app/domain/account-figures.ts";
import type { Right } from "#app/domain/rights.ts";
import type { AccountFilters } from "./account-filters.ts";

/** One number of the account: `before` is that of the period before. */
export type AccountCell = FigureCell & { before: boolean };

/** The address of the account with these filters. */
export function accountAddress(given: AccountFilters): string {
  return withQuery("/verantwoording", given);
}

/**
 * Where a number leads for somebody with these rights: to the list that it is about or else to its cases; null where
 * this person may not open that list.
 */
export function numberAddress(
  given: AccountFilters,
  cell: AccountCell,
  rights: readonly Right[],
): string | null {
  switch (cell.figure) {
    case "signals":
      return rights.includes("signal.read") ? signalsAddress(given, cell) : null;
    case "handovers":
      return rights.includes("handover.manage") ? handoversAddress(cell) : null;
    case "wrongDoors":
      return rights.includes("wrong-door.record") ? "/verkeerde-deur" : null;
    case "citizens": {
      const { van, tot, gebied } = given;
      return withQuery("/verantwoording/burgers", { van, tot, gebied });
    }
    default:
      return casesAddress(given, cell);
  }
}

function signalsAddress({ gebied }: AccountFilters, { row }: AccountCell): string {
  return withQuery("/signalen", { status: row === "total" ? undefined : row, gebied });
}

function handoversAddress({ row, column }: AccountCell): string {
  const list = column.startsWith("received") ? "/overdrachten" : "/overdrachten/verstuurd";
  return withQuery(list, { toon: row === "sent" || row === "total" ? "open" : "beantwoord" });
}

/** The address of the cases behind a number. */
export function casesAddress(given: AccountFilters, { figure, row, column, before }: AccountCell) {
  return withQuery("/verantwoording/gevallen", {
    ...given,
    ...{ figuur: figure, rij: row, kolom: column },
    ...(before ? { periode: "vorige" } : {}),
  });
}

function withQuery(path: string, given: Record<string, string | undefined>): string {
  const kept = Object.entries(given).filter((entry): entry is [string, string] => !!entry[1]);
  const query = new URLSearchParams(kept).toString();
  return query === "" ? path : `${path}?${query}`;
}
