import { sha256 } from "@noble/hashes/sha2.js";
import * as z from "zod";
import type { FileCheck } from "#app/domain/decision-file.ts";
import { givenCheckpoint } from "#app/domain/decision-file-log.ts";
import { nullWhenBroken } from "#app/domain/domain-error.ts";
import { parseVerifierKey } from "#app/domain/signed-note.ts";
import type { FormResult } from "./form-result.ts";
import "./zod-errors.ts";

/** As large as a document: what the server takes in one upload. */
export const largestDecisionFile = 20 * 1024 * 1024;

const file = z
  .instanceof(File, { message: "file_required" })
  .refine((chosen) => chosen.name !== "" || chosen.size > 0, "file_required")
  .refine((chosen) => chosen.name === "" || chosen.size > 0, "file_empty")
  .refine((chosen) => chosen.size <= largestDecisionFile, "file_too_large");

/** What was pasted wrongly says nothing of the file: it is asked again. */
const isKey = (text: string) =>
  text === "" || nullWhenBroken(() => parseVerifierKey(text, sha256)) !== null;
const isCheckpoint = (text: string) => text === "" || givenCheckpoint(text) !== null;

export const decisionFileUpload = z.object({
  intent: z.literal("verify"),
  file,
  verifierKey: z.string().trim().max(300).refine(isKey, "verifier_key").default(""),
  checkpoint: z.string().trim().max(5000).refine(isCheckpoint, "checkpoint").default(""),
});
export type DecisionFileUpload = z.output<typeof decisionFileUpload>;

/** What came out of which file. */
export type CheckedFile = { file: string; checks: FileCheck[] };

/** What came out, and the form again with what was typed. */
export type VerifiedUpload = FormResult & { checked?: CheckedFile };

/** What the reader has from elsewhere, as far as it was filled in. */
export function trustedIn({ verifierKey, checkpoint }: DecisionFileUpload) {
  return {
    ...(verifierKey === "" ? {} : { verifierKey }),
    ...(checkpoint === "" ? {} : { checkpoints: [checkpoint] }),
  };
}
