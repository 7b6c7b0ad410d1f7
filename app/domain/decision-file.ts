/** The parts of a decision file, and what can be said of each when it is checked. */
import type { Sha256 } from "./bytes.ts";
import type { DossierFindingCode } from "./dossier-findings.ts";
import type { VerifyEd25519 } from "./signed-note.ts";

/** What is in every decision file. */
export const decisionFileNames = [
  "LEESMIJ.txt",
  "besluit.pdf",
  "checkpoint.txt",
  "dossier.json",
  "leaf.json",
  "manifest.txt",
  "places.json",
  "proof.txt",
  "public-key.txt",
  "schema.json",
] as const;
export type DecisionFileName = (typeof decisionFileNames)[number];
/** Where a time-stamping service is set. */
export const timestampName = "timestamp.tsr";

export type DecisionFiles = Record<string, Uint8Array>;

/** The kinds of events that commit to a dossier: with the decision, or of an older decision afterwards. */
export const dossierEventKinds = ["decision.taken", "decision.dossier_sealed"] as const;

/** The text of a file of the package; bytes that are no text cannot be those that were written. */
export function textOf(files: DecisionFiles, name: DecisionFileName): string {
  return new TextDecoder().decode(files[name] ?? new Uint8Array());
}

export type FileVerification = {
  sha256: Sha256;
  verifyEd25519: VerifyEd25519;
  /** What is not in the form of a dossier, and where. */
  problemsOf: (dossier: unknown) => { place: string; problem: string }[];
  /** The schema as it is published. */
  schema: string;
  /** What the reader has from elsewhere: from the organisation, a letter, a witness. */
  trusted?: { verifierKey?: string; checkpoints?: string[] };
};

export const fileProblemCodes = [
  "zip_unreadable",
  "zip_too_large",
  "zip_too_many",
  "file_missing",
  "file_unknown",
  "key_unreadable",
  "key_given_unreadable",
  "key_other",
  "manifest_unreadable",
  "manifest_signature",
  "manifest_key",
  "manifest_lists_other",
  "file_changed",
  "dossier_unreadable",
  "dossier_form",
  "dossier_written_otherwise",
  "place_changed",
  "schema_other",
  "leaf_unreadable",
  "leaf_kind",
  "leaf_decision",
  "content_not_committed",
  "proof_malformed",
  "proof_wrong_origin",
  "proof_unknown_key",
  "proof_wrong_signature",
  "proof_wrong_index",
  "proof_not_included",
  "checkpoint_other",
  "checkpoint_unreadable",
  "checkpoint_contradicts",
] as const;
export type FileProblemCode = (typeof fileProblemCodes)[number];

/** What holds, in the order in which it is told. */
export const fileHoldsCodes = [
  "package_whole",
  "manifest_signed",
  "dossier_in_form",
  "weighing_recomputed",
  "content_committed",
  "in_log",
  "key_expected",
  "checkpoint_confirmed",
] as const;
export type FileHoldsCode = (typeof fileHoldsCodes)[number];

/** What holds only as far as is said, or must be looked at by whoever reads it. */
export const fileNoteCodes = [
  "about_decision",
  "key_compare",
  "checkpoint_other_size",
  "checkpoint_other_log",
  "sealed_afterwards",
  "logged_at",
  "pdf_not_in_log",
  "timestamp_not_checked",
  "not_recomputed",
] as const;
export type FileNoteCode = (typeof fileNoteCodes)[number];

/**
 * One thing that was looked at. `place` is the file, with for a dossier the place in it: `dossier.json:
 * ratings[17].value`.
 */
export type FileCheck = { place: string; about: Record<string, string> } & (
  | { state: "holds"; code: FileHoldsCode }
  | { state: "note"; code: FileNoteCode }
  | { state: "broken"; code: FileProblemCode | DossierFindingCode }
);

export function holds(code: FileHoldsCode, place: string, about = {}): FileCheck {
  return { state: "holds", code, place, about };
}

export function note(code: FileNoteCode, place: string, about = {}): FileCheck {
  return { state: "note", code, place, about };
}

export function broken(code: FileProblemCode, place: string, about = {}): FileCheck {
  return { state: "broken", code, place, about };
}

/** Whether nothing is broken. A file of which nothing was looked at does not hold. */
export function fileHolds(checks: readonly FileCheck[]): boolean {
  return checks.length > 0 && checks.every(({ state }) => state !== "broken");
}
