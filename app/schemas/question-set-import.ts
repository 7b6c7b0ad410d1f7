import * as z from "zod";
import type { LocalText } from "#app/domain/local-text.ts";
import type { QuestionSetDifference } from "#app/domain/question-set-differences.ts";
import type { FormResult } from "./form-result.ts";
import { largestFile, type FileProblem } from "./question-set-file.ts";
import "./zod-errors.ts";

/** A browser posts an empty file when none was chosen. */
const file = z
  .union([z.instanceof(File), z.literal("")])
  .optional()
  .transform((given) => (given instanceof File && given.size > 0 ? given : null))
  .refine((given) => (given?.size ?? 0) <= largestFile, "question-sets:import.tooLarge");

const source = z.string().max(largestFile, "question-sets:import.tooLarge");

/** First to see what a file would make, then to make it. */
export const importSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("check"), file, text: source.trim().default("") }),
  z.object({ intent: z.literal("import"), text: source, as: z.enum(["new", "version"]) }),
]);
export type ImportInput = z.output<typeof importSchema>;

/** What a file would make. Nothing is stored to find out. */
export type ImportPlan = {
  /** The whole file, to send again with the choice. */
  text: string;
  name: LocalText;
  number: number;
  perspectives: { name: LocalText; gates: number; criteria: number }[];
  /** The set with the same key, where there is one: what would change, or the draft that is in the way. */
  known: {
    number: number;
    differences: QuestionSetDifference[];
    draftId: string | null;
  } | null;
};

export type Imported = FormResult & { problems?: FileProblem[]; plan?: ImportPlan };
