import * as z from "zod";
import { signalColumns } from "#app/domain/account-lists.ts";
import { signalSources, signalStatuses } from "#app/domain/signal.ts";
import { signalsInYear } from "#app/domain/yearly.ts";
import { yearInAddress } from "./fields.ts";

// What cannot be read in an address is left out: a list that shows too much beats an error page.
const filters = z.object({
  status: z
    .enum([...signalStatuses, "alle"])
    .optional()
    .catch(undefined),
  gebied: z.uuid().optional().catch(undefined),
  bron: z.enum(signalSources).optional().catch(undefined),
  mijn: z.literal("ja").optional().catch(undefined),
  /** The signals that the yearly page is about, and which of its numbers counts them. */
  jaar: yearInAddress(),
  welke: z.enum(signalsInYear).optional().catch(undefined),
  /** Only what a number of the figures counts of what is open now. */
  open: z.enum(signalColumns).optional().catch(undefined),
  /** The place of the last row that was shown: whether it was late, when it was raised, and which it is. */
  na: z
    .string()
    .regex(/^[01]\.\d{1,15}\.[0-9a-f-]{36}$/i)
    .transform((text) => {
      const [order = "0", raisedAt = "0", id = ""] = text.split(".");
      return { order: Number(order), raisedAt: Number(raisedAt), id };
    })
    .optional()
    .catch(undefined),
});
export type SignalFilters = z.output<typeof filters>;

/** The filters of the list of signals, from its address; without a status all open ones. */
export function signalFilters(url: string): SignalFilters {
  return filters.parse(Object.fromEntries(new URL(url).searchParams));
}

/** A place in the list of reflections. */
const reflectionPlace = z.object({
  zitting: z.uuid().optional().catch(undefined),
  /** Only dilemmas, or only those that wait for an answer. */
  toon: z.enum(["dilemma", "open"]).optional().catch(undefined),
  jaar: yearInAddress(),
  na: z
    .string()
    .regex(/^[01]\.\d{1,15}\.[0-9a-f-]{36}$/i)
    .transform((text) => {
      const [order = "0", at = "0", id = ""] = text.split(".");
      return { order: Number(order), at: Number(at), id };
    })
    .optional()
    .catch(undefined),
});
export type ReflectionFilters = z.output<typeof reflectionPlace>;

export function reflectionFilters(url: string): ReflectionFilters {
  return reflectionPlace.parse(Object.fromEntries(new URL(url).searchParams));
}
