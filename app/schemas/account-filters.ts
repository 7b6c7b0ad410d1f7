import * as z from "zod";
import { figureKeys, type FigureCell } from "#app/domain/account-figures.ts";
import "./zod-errors.ts";

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)));
const key = z.string().min(1).max(100);

// What cannot be read in an address is left out: a page that shows too much beats an error page.
const filters = z.object({
  van: day.optional().catch(undefined),
  tot: day.optional().catch(undefined),
  organisatie: z.uuid().optional().catch(undefined),
  gebied: z.uuid().optional().catch(undefined),
  perspectief: key.optional().catch(undefined),
});
export type AccountFilters = z.output<typeof filters>;

const cell = z.object({
  figuur: z.enum(figureKeys).optional().catch(undefined),
  rij: key.optional().catch(undefined),
  kolom: key.optional().catch(undefined),
  periode: z.literal("vorige").optional().catch(undefined),
  pagina: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** The filters of the account, from its address. */
export function accountFilters(url: string): AccountFilters {
  return filters.parse(parametersOf(url));
}

/** One number of the account: `before` is that of the period before. */
export type AccountCell = FigureCell & { before: boolean };
export type CellAsked = { cell: AccountCell | null; page: number };

/** Behind which number the cases are asked for, and which page of them. */
export function cellAsked(url: string): CellAsked {
  const { figuur, rij, kolom, periode, pagina } = cell.parse(parametersOf(url));
  if (figuur === undefined || rij === undefined || kolom === undefined) {
    return { cell: null, page: pagina };
  }
  const found = { figure: figuur, row: rij, column: kolom, before: periode === "vorige" };
  return { cell: found, page: pagina };
}

function parametersOf(url: string): Record<string, string> {
  return Object.fromEntries(new URL(url).searchParams);
}

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
