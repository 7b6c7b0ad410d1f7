import * as z from "zod";
import { figureKeys } from "#app/domain/account-figures.ts";
import { questionnaireMoments } from "#app/domain/questionnaire.ts";
import type { AccountCell } from "./account-address.ts";
import { dayInAddress } from "./fields.ts";
import "./zod-errors.ts";

const key = z.string().min(1).max(100);

// What cannot be read in an address is left out: a page that shows too much beats an error page.
const filters = z.object({
  van: dayInAddress(),
  tot: dayInAddress(),
  organisatie: z.uuid().optional().catch(undefined),
  gebied: z.uuid().optional().catch(undefined),
  perspectief: key.optional().catch(undefined),
});
export type AccountFilters = z.output<typeof filters>;

const cell = z.object({
  figuur: z.enum(figureKeys).optional().catch(undefined),
  rij: key.optional().catch(undefined),
  kolom: key.optional().catch(undefined),
  moment: z.enum(questionnaireMoments).optional().catch(undefined),
  gebied: z.literal("none").optional().catch(undefined),
  periode: z.literal("vorige").optional().catch(undefined),
  pagina: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** The filters of the account, from its address. */
export function accountFilters(url: string): AccountFilters {
  return filters.parse(parametersOf(url));
}

export type CellAsked = { cell: AccountCell | null; page: number };

/** Behind which number the cases are asked for, and which page of them. */
export function cellAsked(url: string): CellAsked {
  const { figuur, rij, kolom, periode, pagina, moment, gebied } = cell.parse(parametersOf(url));
  if (figuur === undefined || rij === undefined || kolom === undefined) {
    return { cell: null, page: pagina };
  }
  const found = { figure: figuur, row: rij, column: kolom, before: periode === "vorige" };
  const ofCitizens = figuur === "citizens" ? { moment, noScope: gebied === "none" } : {};
  return { cell: { ...found, ...ofCitizens }, page: pagina };
}

function parametersOf(url: string): Record<string, string> {
  return Object.fromEntries(new URL(url).searchParams);
}
