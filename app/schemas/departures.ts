import * as z from "zod";
import { equalTreatmentAnswers } from "#app/domain/precedent-relations.ts";
import { momentInAddress, rowInAddress } from "./fields.ts";
import "./zod-errors.ts";

const filters = z.object({
  persoon: z.uuid().optional().catch(undefined),
  regelgebied: z.uuid().optional().catch(undefined),
  antwoord: z.enum(equalTreatmentAnswers).optional().catch(undefined),
  van: momentInAddress(),
  tot: momentInAddress(),
  /** The moment and the decision of the last row that was shown. */
  na: rowInAddress(),
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
