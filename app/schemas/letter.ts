import * as z from "zod";
import type { LetterContent } from "#app/domain/letter.ts";
import { mostDuties } from "#app/domain/letter-duties.ts";
import { day, identifier, optionalText, text, version } from "./fields.ts";

/** As much as fits on about a page. */
const partLimit = 3000;

/** One duty per line. */
const dutyLines = optionalText(partLimit).transform((lines, context) => {
  const duties = lines
    .split("\n")
    .map((line) => line.replace(/^\s*[-*•]\s*/, "").trim())
    .filter((line) => line !== "");
  if (duties.length <= mostDuties) return duties;
  context.addIssue({ code: "custom", message: `too_many:${mostDuties}` });
  return z.NEVER;
});

const known = { letterId: identifier(), version: version() };
const content = {
  salutation: text(200),
  outcome: text(partLimit),
  /** The first must be there; empty ones are left out. */
  reasons: z
    .tuple([text(partLimit), optionalText(partLimit), optionalText(partLimit)])
    .transform((reasons) => reasons.filter((reason) => reason !== "")),
  duties: dutyLines,
  disagree: text(partLimit),
  disagreeUntil: day(),
  contact: text(partLimit),
  closing: text(1000),
};

export const letterForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("start") }),
  z.object({ intent: z.enum(["save", "check"]), ...known, ...content }),
  z.object({ intent: z.literal("send"), ...known, sentOn: day() }),
]);
export type LetterInput = z.output<typeof letterForm>;
export type LetterText = Extract<LetterInput, { intent: "save" | "check" }>;

/** The text of the form as a letter keeps it. */
export function contentOf(input: LetterText): LetterContent {
  const { salutation, outcome, reasons, duties, disagree, disagreeUntil, contact, closing } = input;
  return { salutation, outcome, reasons, duties, disagree, disagreeUntil, contact, closing };
}
