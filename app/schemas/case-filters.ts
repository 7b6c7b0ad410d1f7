import * as z from "zod";
import { caseStatuses } from "#app/domain/case-file.ts";
import { momentInAddress, yearInAddress } from "./fields.ts";

/** A place in a list ordered by the moment of change: `1790000000000.<id>`. */
const place = z
  .string()
  .regex(/^\d{1,15}\.[0-9a-f-]{36}$/i)
  .transform((text) => {
    const [moment = "0", id = ""] = text.split(".");
    return { moment: Number(moment), id };
  });

// What cannot be read in an address is left out: a list that shows too much beats an error page.
const filters = z.object({
  status: z.enum(caseStatuses).optional().catch(undefined),
  gebied: z.uuid().optional().catch(undefined),
  spoed: z.literal("ja").optional().catch(undefined),
  mijn: z.literal("ja").optional().catch(undefined),
  van: momentInAddress(),
  tot: momentInAddress(),
  /** Settled by this policy rule, and in which year: of these one alone will do. */
  regel: z.uuid().optional().catch(undefined),
  regeljaar: yearInAddress(),
  na: place.optional().catch(undefined),
  voor: place.optional().catch(undefined),
});
export type CaseFilters = z.output<typeof filters>;

/** The filters of the list of cases, from its address. */
export function caseFilters(url: string): CaseFilters {
  return filters.parse(Object.fromEntries(new URL(url).searchParams));
}

/** The address with these parameters in the place of the ones of that name; null takes one out. */
export function withParameters(url: string, changes: Record<string, string | null>): string {
  const { pathname, searchParams } = new URL(url);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) searchParams.delete(name);
    else searchParams.set(name, value);
  }
  const kept = [...searchParams].filter(([, value]) => value !== "");
  const query = new URLSearchParams(kept).toString();
  return pathname + (query === "" ? "" : `?${query}`);
}
