import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { bearers, certainties, groundKeys, recurrences } from "#app/domain/option.ts";
import * as caseFile from "#app/domain/case-file.ts";
import { decisionKinds, decisionRequirementCodes } from "#app/domain/decision.ts";
import { fileHoldsCodes, fileNoteCodes, fileProblemCodes } from "#app/domain/decision-file.ts";
import { dossierFindingCodes } from "#app/domain/dossier-findings.ts";
import { dueStates } from "#app/domain/follow-up.ts";
import { lawReferenceKinds } from "#app/domain/law-reference.ts";
import { proceedingOutcomes, remedyKinds } from "#app/domain/proceeding.ts";
import { precedentStatuses, precedentVisibilities } from "#app/domain/precedent-rules.ts";
import { roles } from "#app/domain/rights.ts";
import * as session from "#app/domain/session.ts";
import { en } from "#app/i18n/en/index.ts";
import { nl } from "#app/i18n/nl/index.ts";

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === "string"
        ? [[prefix + key, value]]
        : [...flat(value, `${prefix}${key}.`).entries()],
    ),
  );
}

const dutch = flat(nl);
const english = flat(en);

test("both languages have exactly the same keys", () => {
  expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
});

test("no text is empty", () => {
  const empty = [...dutch, ...english].filter(([, text]) => text.trim() === "");
  expect(empty).toEqual([]);
});

test("a text and its translation hold the same values to fill in", () => {
  const values = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();
  const different = [...dutch].filter(
    ([key, text]) => String(values(text)) !== String(values(english.get(key) ?? "")),
  );
  expect(different).toEqual([]);
});

test.each([
  ["role", roles],
  ["caseStatus", caseFile.caseStatuses],
  ["caseStep", caseFile.caseSteps],
  ["lifeEvent", caseFile.lifeEvents],
  ["urgencyKind", caseFile.urgencyKinds],
  ["proceedingKind", caseFile.proceedingKinds],
  ["pinchPlace", caseFile.pinchPlaces],
  ["factAnswer", caseFile.factAnswers],
  ["factKind", caseFile.factKinds],
  ["bearer", bearers],
  ["recurrence", recurrences],
  ["certainty", certainties],
  ["ground", groundKeys],
  ["sessionKind", session.sessionKinds],
  ["itemPhase", session.itemPhases],
  ["ratingKind", session.ratingKinds],
  ["gateAnswer", session.gateAnswers],
  ["progressStatus", session.progressStatuses],
  ["decisionKind", decisionKinds],
  ["remedyKind", remedyKinds],
  ["proceedingOutcome", proceedingOutcomes],
  ["dueState", dueStates],
  ["precedentStatus", precedentStatuses],
  ["visibility", precedentVisibilities],
  ["lawReferenceKind", lawReferenceKinds],
] as const)("every value of %s has its word", (group, values) => {
  expect(values.filter((value) => !dutch.has(`terms.${group}.${value}`))).toEqual([]);
});

test("every requirement for a decision has its words", () => {
  const missing = decisionRequirementCodes.filter(
    (code) => !dutch.has(`errors.requirement.${code}`),
  );
  expect(missing).toEqual([]);
});

test("everything that a check of a decision file can find has its words", () => {
  const codes = [...fileHoldsCodes, ...fileNoteCodes, ...fileProblemCodes, ...dossierFindingCodes];
  expect(codes.filter((code) => !dutch.has(`verify.check.${code}`))).toEqual([]);
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"));
}

/** Codes of mistakes in the program itself: people never see them. */
const internal =
  /^(cents|counts|dueDate|now|horizons|options|passMark|publishedAt|ratings|weeks|gateAnswers|lines)$/;

test("every rule that can say no to people has its words", () => {
  const thrown = sources("app/server").flatMap((source) =>
    [...source.matchAll(/DomainError\(\s*"([a-z_]+)"/g)].map(([, code = ""]) => code),
  );
  const groups = ["field", "domain", "requirement"];
  // A command has words of its own, for whoever runs the server.
  const commands = sources("app/cli").join("\n");
  const missing = thrown.filter(
    (code) =>
      !internal.test(code) &&
      !groups.some((group) => dutch.has(`errors.${group}.${code}`)) &&
      !commands.includes(`  ${code}: "`),
  );
  expect([...new Set(missing)]).toEqual([]);
});

test("every message after a change has its words", () => {
  const codes = [...sources("app/server"), ...sources("app/routes")].flatMap((source) =>
    [...source.matchAll(/redirectWithFlash\([^";]*?(?:`[^`]*`|"[^"]*"),\s*"([a-z_]+)"/g)].map(
      ([, code = ""]) => code,
    ),
  );
  const missing = codes.filter(
    (code) => !dutch.has(`terms.flash.${code}`) && !dutch.has(`errors.domain.${code}`),
  );
  expect([...new Set(missing)]).toEqual([]);
});

test("components take their texts through our own hook", () => {
  const other = [...sources("app/components"), ...sources("app/routes")].filter((source) =>
    /useTranslation.*from "react-i18next"/.test(source),
  );
  expect(other).toEqual([]);
});
