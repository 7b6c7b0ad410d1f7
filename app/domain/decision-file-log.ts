/** The checks of a decision file against the log: its leaf, its place, and whose log it is. */
import { equalBytes, fromBase64, utf8 } from "./bytes.ts";
import { canonicalJson } from "./canonical-json.ts";
import { parseCheckpoint, type Checkpoint } from "./checkpoint.ts";
import {
  broken,
  dossierEventKinds,
  holds,
  note,
  textOf,
  type DecisionFiles,
  type FileCheck,
  type FileVerification,
} from "./decision-file.ts";
import { parsedJson } from "./decision-file-manifest.ts";
import { nullWhenBroken } from "./domain-error.ts";
import type { Dossier } from "./dossier.ts";
import { contentCommitment } from "./log-leaf.ts";
import { formatVerifierKey, parseNote, parseVerifierKey, type VerifierKey } from "./signed-note.ts";
import { parseTlogProof, verifyTlogProof } from "./tlog-proof.ts";

type Given = { files: DecisionFiles; key: VerifierKey | null };

/** The leaf as it stands in `leaf.json`, and what opens its commitment to the dossier. */
export type FileLeaf = {
  index: number;
  leaf: Record<string, string | number | null>;
  contentSalt: string;
};

/** That the log commits to this dossier, and has it where the file says. */
export function logChecks(
  { files, key, dossier }: Given & { dossier: Dossier | null },
  verification: FileVerification,
): FileCheck[] {
  const leaf = parseLeaf(textOf(files, "leaf.json"));
  if (leaf === null) return [broken("leaf_unreadable", "leaf.json")];
  return [
    ...(dossier === null ? [] : leafChecks(leaf, dossier, verification)),
    ...checkpointFileChecks(files),
    ...(key === null ? [] : proofChecks({ files, key, leaf }, verification)),
  ];
}

function leafChecks(
  { leaf, contentSalt }: FileLeaf,
  dossier: Dossier,
  { sha256 }: FileVerification,
): FileCheck[] {
  const { kind, subject, case: caseId, at } = leaf;
  const isKnownKind = dossierEventKinds.some((known) => known === kind);
  const isMade = (kind === "decision.taken") === (dossier.made.moment === "decision");
  const committed = nullWhenBroken(() =>
    contentCommitment(fromBase64(contentSalt), dossier, sha256),
  );
  const problems = [
    ...(isKnownKind && isMade ? [] : [broken("leaf_kind", "leaf.json: leaf.kind")]),
    ...(subject === dossier.decision.id
      ? []
      : [broken("leaf_decision", "leaf.json: leaf.subject")]),
    ...(caseId === dossier.case.id ? [] : [broken("leaf_decision", "leaf.json: leaf.case")]),
    ...(committed === leaf.content ? [] : [broken("content_not_committed", "dossier.json")]),
  ];
  if (problems.length > 0) return problems;
  const moments = { takenAt: String(dossier.decision.takenAt ?? ""), loggedAt: String(at) };
  const isLater = dossier.made.moment === "afterwards";
  return [
    holds("content_committed", "dossier.json"),
    note(isLater ? "sealed_afterwards" : "logged_at", "leaf.json: leaf.at", moments),
  ];
}

/** The checkpoint stands beside the proof for whoever wants only that: it must be the same. */
function checkpointFileChecks(files: DecisionFiles): FileCheck[] {
  const proof = nullWhenBroken(() => parseTlogProof(textOf(files, "proof.txt")));
  const isSame = proof === null || proof.checkpoint === textOf(files, "checkpoint.txt");
  return isSame ? [] : [broken("checkpoint_other", "checkpoint.txt")];
}

function proofChecks(
  { files, key, leaf }: { files: DecisionFiles; key: VerifierKey; leaf: FileLeaf },
  { sha256, verifyEd25519: verify }: FileVerification,
): FileCheck[] {
  const verdict = verifyTlogProof(
    {
      text: textOf(files, "proof.txt"),
      leaf: utf8(canonicalJson(leaf.leaf)),
      index: leaf.index,
      origin: key.name,
      keys: [key],
    },
    { sha256, verify },
  );
  if (!verdict.ok) return [broken(`proof_${verdict.reason}`, "proof.txt")];
  const { size } = verdict.checkpoint;
  const about = { number: String(verdict.index + 1), size: String(size), log: key.name };
  return [holds("in_log", "proof.txt", about)];
}

function parseLeaf(text: string): FileLeaf | null {
  const value = nullWhenBroken(() => parsedJson(text));
  if (typeof value !== "object" || value === null) return null;
  const { index, leaf, contentSalt } = value as Record<string, unknown>;
  if (typeof index !== "number" || typeof contentSalt !== "string") return null;
  if (typeof leaf !== "object" || leaf === null) return null;
  const fields = Object.entries(leaf).every(
    ([, field]) => field === null || typeof field === "string" || typeof field === "number",
  );
  return fields ? { index, leaf: leaf as FileLeaf["leaf"], contentSalt } : null;
}

/** Whether the key and the checkpoint are those that the reader has from elsewhere. */
export function trustChecks(
  { files, key }: Given,
  { sha256, trusted = {} }: FileVerification,
): FileCheck[] {
  if (key === null) return [broken("key_unreadable", "public-key.txt")];
  const proof = nullWhenBroken(() => parseTlogProof(textOf(files, "proof.txt")));
  const own = checkpointIn(proof?.checkpoint ?? "");
  return [
    ...keyChecks(key, trusted.verifierKey, sha256),
    ...(trusted.checkpoints ?? []).map((text) => checkpointCheck(text, own)),
  ];
}

function keyChecks(
  key: VerifierKey,
  expected: string | undefined,
  sha256: FileVerification["sha256"],
): FileCheck[] {
  const shown = { key: formatVerifierKey(key) };
  if (expected === undefined) return [note("key_compare", "public-key.txt", shown)];
  const parsed = nullWhenBroken(() => parseVerifierKey(expected.trim(), sha256));
  if (parsed === null) return [broken("key_given_unreadable", "public-key.txt")];
  return [
    formatVerifierKey(parsed) === shown.key
      ? holds("key_expected", "public-key.txt", shown)
      : broken("key_other", "public-key.txt", shown),
  ];
}

/**
 * A checkpoint from elsewhere says something of this file when it is of the same log at the same size. Whether it is
 * signed does not matter: the reader believes it for where it comes from.
 */
function checkpointCheck(text: string, own: Checkpoint | null): FileCheck {
  const parsed = givenCheckpoint(text);
  if (parsed === null || own === null) return broken("checkpoint_unreadable", "checkpoint.txt");
  const about = { size: String(parsed.size), own: String(own.size), log: parsed.origin };
  if (parsed.origin !== own.origin) return note("checkpoint_other_log", "checkpoint.txt", about);
  if (parsed.size !== own.size) return note("checkpoint_other_size", "checkpoint.txt", about);
  return equalBytes(parsed.root, own.root)
    ? holds("checkpoint_confirmed", "checkpoint.txt", about)
    : broken("checkpoint_contradicts", "checkpoint.txt", about);
}

/** A checkpoint that somebody typed or pasted, or null when it cannot be read. */
export function givenCheckpoint(text: string): Checkpoint | null {
  return checkpointIn(`${text.replaceAll("\r\n", "\n").trim()}\n`);
}

/** Of a signed note, or of its first lines as they are printed on paper. */
function checkpointIn(text: string): Checkpoint | null {
  return (
    nullWhenBroken(() => parseCheckpoint(parseNote(text).text)) ??
    nullWhenBroken(() => parseCheckpoint(text))
  );
}
