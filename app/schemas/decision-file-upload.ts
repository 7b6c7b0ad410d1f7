import * as z from "zod";
import type { FileCheck } from "#app/domain/decision-file.ts";
import type { FormResult } from "./form-result.ts";
import "./zod-errors.ts";

/** As large as a document: what the server takes in one upload. */
export const largestDecisionFile = 20 * 1024 * 1024;

const file = z
  .instanceof(File, { message: "file_required" })
  .refine((chosen) => chosen.name !== "" || chosen.size > 0, "file_required")
  .refine((chosen) => chosen.name === "" || chosen.size > 0, "file_empty")
  .refine((chosen) => chosen.size <= largestDecisionFile, "file_too_large");

export const decisionFileUpload = z.object({
  intent: z.literal("verify"),
  file,
  verifierKey: z.string().trim().max(300).default(""),
  checkpoint: z.string().trim().max(5000).default(""),
});
export type DecisionFileUpload = z.output<typeof decisionFileUpload>;

/** What came out, and the form again with what was typed. */
export type VerifiedUpload = FormResult & { checks?: FileCheck[] };

/** What the reader has from elsewhere, as far as it was filled in. */
export function trustedIn({ verifierKey, checkpoint }: DecisionFileUpload) {
  return {
    ...(verifierKey === "" ? {} : { verifierKey }),
    ...(checkpoint === "" ? {} : { checkpoints: [checkpoint] }),
  };
}
