/** Addresses of the account, apart from how they are read, so that a page that links to them needs no more. */
import type { FigureCell } from "#app/domain/account-figures.ts";
import type { AccountFilters } from "./account-filters.ts";

/** One number of the account: `before` is that of the period before. */
export type AccountCell = FigureCell & { before: boolean };

/** The address of the account with these filters. */
export function accountAddress(given: AccountFilters): string {
  return withQuery("/verantwoording", given);
}

/**
 * Where the number of a figure that is about no case leads: to the list it is about; null for one that leads to cases.
 */
export function listAddress(
  given: AccountFilters,
  { figure, row, column }: FigureCell,
): string | null {
  const { van, tot, gebied } = given;
  const status = row === "total" ? undefined : row;
  if (figure === "signals") return withQuery("/signalen", { status, gebied });
  if (figure === "handovers") {
    const list = column.startsWith("received") ? "/overdrachten" : "/overdrachten/verstuurd";
    return withQuery(list, { toon: row === "sent" || row === "total" ? "open" : "beantwoord" });
  }
  if (figure === "wrongDoors") return "/verkeerde-deur";
  return figure === "citizens" ? withQuery("/verantwoording/burgers", { van, tot, gebied }) : null;
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
