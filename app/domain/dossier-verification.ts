import { equalBytes, utf8 } from "./bytes.ts";
import { canonicalJson } from "./canonical-json.ts";
import {
  broken,
  decisionFileNames,
  holds,
  note,
  textOf,
  timestampName,
  type DecisionFiles,
  type FileCheck,
  type FileVerification,
} from "./decision-file.ts";
import { logChecks, trustChecks } from "./decision-file-log.ts";
import {
  changedPlaces,
  fileHashes,
  parseManifest,
  parsePlaces,
  parsedJson,
  placesOf,
} from "./decision-file-manifest.ts";
import { nullWhenBroken } from "./domain-error.ts";
import type { Dossier } from "./dossier.ts";
import { dossierFindings } from "./dossier-findings.ts";
import { parseVerifierKey, verifyNote, type VerifierKey } from "./signed-note.ts";

const mostPlaces = 20;

/**
 * Checks a decision file by itself: that it is whole and was handed out like this, that the weighing follows from the
 * raw ratings, that the log commits to the dossier and has it at its place, and that the key is the one expected. Tells
 * all that holds and all that does not, each with its place; see `fileHolds`. Never throws.
 */
export function verifyDecisionFile(
  files: DecisionFiles,
  verification: FileVerification,
): FileCheck[] {
  const incomplete = packageProblems(files);
  if (incomplete.some(({ code }) => code === "file_missing")) return incomplete;
  const key = keyOf(files, verification);
  const dossier = readDossier(files, verification);
  return [
    ...aboutDecision(dossier.dossier),
    ...(incomplete.length > 0 ? incomplete : [holds("package_whole", "")]),
    ...manifestChecks(files, key, verification),
    ...dossier.checks,
    ...weighingChecks(dossier.dossier),
    ...logChecks({ files, key, dossier: dossier.dossier }, verification),
    ...trustChecks({ files, key }, verification),
    note("pdf_not_in_log", "besluit.pdf"),
    ...(timestampName in files ? [note("timestamp_not_checked", timestampName)] : []),
  ];
}

function aboutDecision(dossier: Dossier | null): FileCheck[] {
  if (dossier === null) return [];
  const { decision, case: caseFile, organisation } = dossier;
  const about = {
    number: String(decision.number),
    case: caseFile.number,
    organisation: organisation.name,
  };
  return [note("about_decision", "dossier.json", about)];
}

function packageProblems(files: DecisionFiles): FileCheck[] {
  const names = Object.keys(files);
  const known: readonly string[] = [...decisionFileNames, timestampName];
  return [
    ...decisionFileNames
      .filter((name) => !Object.hasOwn(files, name))
      .map((name) => broken("file_missing", name)),
    ...names
      .filter((name) => !known.includes(name))
      .map((name) => broken("file_unknown", name.slice(0, 80))),
  ];
}

function keyOf(files: DecisionFiles, { sha256 }: FileVerification): VerifierKey | null {
  const text = textOf(files, "public-key.txt").trim();
  return nullWhenBroken(() => parseVerifierKey(text, sha256));
}

function manifestChecks(
  files: DecisionFiles,
  key: VerifierKey | null,
  { sha256, verifyEd25519 }: FileVerification,
): FileCheck[] {
  // What is wrong with the key is told with the key.
  if (key === null) return [];
  const signed = textOf(files, "manifest.txt");
  const verdict = verifyNote(signed, { keys: [key], verify: verifyEd25519 });
  if (!verdict.ok) return [broken(manifestProblems[verdict.reason], "manifest.txt")];
  const listed = nullWhenBroken(() => parseManifest(verdict.text, key.name));
  if (listed === null) return [broken("manifest_unreadable", "manifest.txt")];
  const found = fileHashes(files, sha256);
  const changed = Object.keys(found).filter((name) => listed[name] !== found[name]);
  const gone = Object.keys(listed).filter((name) => !Object.hasOwn(found, name));
  if (changed.length + gone.length === 0) return [holds("manifest_signed", "manifest.txt")];
  return [
    ...changed.map((name) =>
      broken(Object.hasOwn(listed, name) ? "file_changed" : "manifest_lists_other", name),
    ),
    ...gone.map((name) => broken("manifest_lists_other", name)),
  ];
}

const manifestProblems = {
  malformed: "manifest_unreadable",
  unknown_key: "manifest_key",
  wrong_signature: "manifest_signature",
} as const;

type Reading = { dossier: Dossier | null; checks: FileCheck[] };

function readDossier(files: DecisionFiles, verification: FileVerification): Reading {
  const text = textOf(files, "dossier.json");
  const value = nullWhenBroken(() => parsedJson(text));
  if (value === null) {
    return { dossier: null, checks: [broken("dossier_unreadable", "dossier.json")] };
  }
  const problems = verification.problemsOf(value);
  if (problems.length > 0) {
    const checks = problems.map(({ place, problem }) =>
      broken("dossier_form", placeInDossier(place), { problem }),
    );
    return { dossier: null, checks };
  }
  const written = nullWhenBroken(() => canonicalJson(value));
  const isAsWritten =
    written !== null && equalBytes(utf8(written), files["dossier.json"] ?? new Uint8Array());
  const checks = [
    ...(isAsWritten ? [] : [broken("dossier_written_otherwise", "dossier.json")]),
    ...changesIn(value, files, verification),
    ...(textOf(files, "schema.json") === verification.schema
      ? []
      : [broken("schema_other", "schema.json")]),
  ];
  return {
    // The form was checked just now.
    dossier: value as Dossier,
    checks: checks.length > 0 ? checks : [holds("dossier_in_form", "dossier.json")],
  };
}

/** Where the dossier is other than when the file was made. */
function changesIn(
  dossier: unknown,
  files: DecisionFiles,
  { sha256 }: FileVerification,
): FileCheck[] {
  const kept = parsePlaces(textOf(files, "places.json"));
  if (kept === null) return [broken("file_changed", "places.json")];
  return changedPlaces(kept, placesOf(dossier, sha256))
    .slice(0, mostPlaces)
    .map((place) => broken("place_changed", placeInDossier(place)));
}

function weighingChecks(dossier: Dossier | null): FileCheck[] {
  if (dossier === null) return [];
  const findings = dossierFindings(dossier);
  if (findings.length > 0) {
    return findings.slice(0, mostPlaces).map(({ code, place, expected = "", found = "" }) => ({
      ...{ state: "broken", code, place: placeInDossier(place), about: { expected, found } },
    }));
  }
  if (dossier.weighing === null) return [note("not_recomputed", "dossier.json")];
  const { ratings, gateAnswers, panel } = dossier;
  const about = {
    ratings: String(ratings.length + gateAnswers.length),
    people: String(panel.filter(({ counts }) => counts).length),
  };
  return [holds("weighing_recomputed", placeInDossier("weighing"), about)];
}

function placeInDossier(place: string): string {
  return place === "" ? "dossier.json" : `dossier.json: ${place}`;
}
