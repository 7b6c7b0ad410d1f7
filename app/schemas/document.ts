import * as z from "zod";
import { identifier } from "./fields.ts";

export const largestDocument = 20 * 1024 * 1024;

/** A file that was chosen; a browser posts an empty one when nothing was. */
const file = z
  .instanceof(File, { message: "file_required" })
  .refine((chosen) => chosen.name !== "" || chosen.size > 0, "file_required")
  .refine((chosen) => chosen.name === "" || chosen.size > 0, "file_empty")
  .refine((chosen) => chosen.size <= largestDocument, "file_too_large");

export const documentSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), file }),
  z.object({ intent: z.literal("remove"), documentId: identifier() }),
]);
export type DocumentInput = z.output<typeof documentSchema>;
