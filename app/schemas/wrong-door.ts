import * as z from "zod";
import { dayInAddress, optionalText, rowInAddress, text } from "./fields.ts";

export const wrongDoorForm = z.object({
  question: text(2000),
  rightDoor: text(300),
  helpedHow: optionalText(2000),
  /** The number of a case that this person may see. */
  caseNumber: optionalText(40),
});
export type WrongDoorInput = z.output<typeof wrongDoorForm>;

export type WrongDoorItem = {
  id: string;
  question: string;
  rightDoor: string;
  helpedHow: string;
  recordedBy: string;
  at: number;
  caseFile: { id: string; number: string } | null;
  /** The signal that was made of it. */
  signal: { id: string; number: string } | null;
};

const filters = z.object({
  van: dayInAddress(),
  tot: dayInAddress(),
  gebied: z.uuid().optional().catch(undefined),
  na: rowInAddress(),
});
export type WrongDoorFilters = z.output<typeof filters>;

/** Of which days and scope, and after which row of the list, from an address. */
export function wrongDoorFilters(url: string): WrongDoorFilters {
  return filters.parse(Object.fromEntries(new URL(url).searchParams));
}
