import * as z from "zod";
import { auditSubjects } from "./audit-subjects.ts";

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((text) => Date.parse(`${text}T00:00:00Z`))
  .refine((moment) => !Number.isNaN(moment));

/**
 * A place in a log: a moment, and how many events of that moment were shown already. Not the running
 * number of an event, from which one could count what is left out.
 */
export const logPlace = z
  .string()
  .regex(/^\d{1,15}\.\d{1,6}$/)
  .transform((text) => {
    const [moment = "0", shown = "0"] = text.split(".");
    return { moment: Number(moment), shown: Number(shown) };
  });
export type LogPlace = z.output<typeof logPlace>;

const filters = z.object({
  persoon: z.uuid().optional().catch(undefined),
  soort: z.enum(auditSubjects).optional().catch(undefined),
  casus: z
    .string()
    .trim()
    .regex(/^\d{4}-\d{1,9}$/)
    .optional()
    .catch(undefined),
  van: day.optional().catch(undefined),
  tot: day.optional().catch(undefined),
  na: logPlace.optional().catch(undefined),
});
export type AuditFilters = z.output<typeof filters>;

/** The filters of the log, from its address. What cannot be read is left out. */
export function auditFilters(url: string): AuditFilters {
  return filters.parse(Object.fromEntries(new URL(url).searchParams));
}
