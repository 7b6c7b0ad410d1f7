import * as z from "zod";
import { figureKeys, type Account, type Figure } from "#app/domain/account-figures.ts";
import { optionalText } from "./fields.ts";

/** The parts of the yearly report that have a text of their own: before, with and after the figures. */
export const reportSections = ["foreword", ...figureKeys, "ahead"] as const;
export type ReportSection = (typeof reportSections)[number];

/** `version` is 0 while nothing was written yet. */
export const reportTextForm = z.object({
  version: z.coerce.number().int().min(0).max(1_000_000),
  text: optionalText(20_000),
});
export type ReportTextInput = z.output<typeof reportTextForm>;

export type ReportText = {
  section: ReportSection;
  text: string;
  version: number;
  /** Who wrote it last, and when; null while nobody did. */
  written: { by: string; at: number } | null;
};

/** One part of the report, to write it. */
export type ReportPart = {
  year: number;
  text: ReportText;
  /** The figure it is about; null for what stands before and after the figures. */
  figure: Figure | null;
  filters: { van: string; tot: string };
};

export type ReportPage = {
  year: number;
  /** Of the year so far while it lasts. */
  isOver: boolean;
  account: Account;
  texts: ReportText[];
  mayEdit: boolean;
};
