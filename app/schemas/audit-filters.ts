import * as z from "zod";
import { momentInAddress } from "./fields.ts";

/**
 * A place in a log to go on from: before an event, by its number, or, among events that came after
 * scoring began somewhere, a moment and how many events of that moment were shown. From a running number
 * one could count there what is left out.
 */
export type LogPlace = { before: number } | { moment: number; shown: number };

export const logPlace = z
  .string()
  .regex(/^(?:v\d{1,15}|\d{1,15}\.\d{1,6})$/)
  .transform((text): LogPlace => {
    if (text.startsWith("v")) return { before: Number(text.slice(1)) };
    const [moment = "0", shown = "0"] = text.split(".");
    return { moment: Number(moment), shown: Number(shown) };
  });

const left = { na: logPlace.optional().catch(undefined) };

const about = {
  persoon: z.uuid().optional().catch(undefined),
  casus: z
    .string()
    .trim()
    .regex(/^\d{4}-\d{1,9}$/)
    .optional()
    .catch(undefined),
  van: momentInAddress(),
  tot: momentInAddress(),
};

const filters = z.object({
  ...about,
  ...left,
  /** A group of kinds, such as `decision`, or one of them, such as `decision.taken`. */
  soort: z
    .string()
    .regex(/^[a-z-]+(?:\.[a-z_-]+)?$/)
    .optional()
    .catch(undefined),
  zitting: z.uuid().optional().catch(undefined),
});
export type AuditFilters = z.output<typeof filters>;

const readingFilters = z.object({ ...about, ...left });
export type ReadingFilters = z.output<typeof readingFilters>;

/** The filters of the log, from its address. What cannot be read is left out. */
export function auditFilters(url: string): AuditFilters {
  return filters.parse(Object.fromEntries(new URL(url).searchParams));
}

/** The filters of the log of readings, from its address. */
export function readingFiltersIn(url: string): ReadingFilters {
  return readingFilters.parse(Object.fromEntries(new URL(url).searchParams));
}
