import * as z from "zod";
import { processingActivities, type ProcessingActivity } from "#app/domain/processing.ts";
import { momentInAddress, rowInAddress } from "./fields.ts";
import "./zod-errors.ts";

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
  van: momentInAddress(),
  tot: momentInAddress(),
  /** The moment and the record of the last row that was shown. */
  na: rowInAddress(),
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
