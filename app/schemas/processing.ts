import * as z from "zod";
import { processingActivities, type ProcessingActivity } from "#app/domain/processing.ts";
import "./zod-errors.ts";

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((text) => Date.parse(`${text}T00:00:00Z`))
  .refine((moment) => !Number.isNaN(moment));

const filters = z.object({
  doel: z.enum(processingActivities).optional().catch(undefined),
  casus: z
    .string()
    .trim()
    .regex(/^\d{4}-\d{1,9}$/)
    .optional()
    .catch(undefined),
  betrokkene: z
    .string()
    .trim()
    .regex(/^[0-9a-f]{16,64}$/)
    .optional()
    .catch(undefined),
  van: day.optional().catch(undefined),
  tot: day.optional().catch(undefined),
  /** The moment and the record of the last row that was shown. */
  na: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-f-]{36}$/)
    .transform((text) => {
      const [at = "0", id = ""] = text.split(".");
      return { at: Number(at), id };
    })
    .optional()
    .catch(undefined),
});
export type ProcessingFilters = z.output<typeof filters>;

/** The filters of the record of processing, from its address. */
export function processingFilters(url: string): ProcessingFilters {
  return filters.parse(Object.fromEntries(new URL(url).searchParams));
}

export type ProcessingItem = {
  id: string;
  traceId: string;
  parentId: string | null;
  activity: ProcessingActivity;
  operation: string;
  subject: string | null;
  status: "unset" | "ok" | "error";
  startedAt: number;
  endedAt: number;
};
