import * as z from "zod";
import { equalTreatmentAnswers } from "#app/domain/precedent-relations.ts";
import "./zod-errors.ts";

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((text) => Date.parse(`${text}T00:00:00Z`))
  .refine((moment) => !Number.isNaN(moment));

const filters = z.object({
  persoon: z.uuid().optional().catch(undefined),
  regelgebied: z.uuid().optional().catch(undefined),
  antwoord: z.enum(equalTreatmentAnswers).optional().catch(undefined),
  van: day.optional().catch(undefined),
  tot: day.optional().catch(undefined),
  /** The moment and the decision of the last row that was shown. */
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
export type DepartureFilters = z.output<typeof filters>;

/** The filters of the departures, from their address. */
export function departureFilters(url: string): DepartureFilters {
  return filters.parse(Object.fromEntries(new URL(url).searchParams));
}

export type DepartureItem = {
  decisionId: string;
  number: number;
  replaced: boolean;
  caseFile: { id: string; number: string; title: string };
  takenAt: number;
  takenBy: string;
  reason: string;
  chosen: string[];
  /** Titles of what came out of the weighing; empty when nothing passed. */
  proposed: string[];
  /** Names of the perspectives in which what was chosen does not pass. */
  failing: string[];
  answer: (typeof equalTreatmentAnswers)[number] | null;
};
