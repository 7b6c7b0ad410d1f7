import { contentHash, type Queries } from "#db";
import type { CaseStep, FactMeasure } from "#app/domain/case-file.ts";
import { formatEuro } from "#app/domain/money.ts";
import "#app/i18n/all-languages.ts";
import { isoDay } from "#app/i18n/format.ts";
import { getTexts } from "#app/i18n/instances.ts";
import type { Language } from "#app/domain/local-text.ts";
import type { StepValues } from "#app/schemas/case-step-view.ts";
import type { StepInputs } from "#app/schemas/case-file.ts";
import { typedAmount } from "#app/schemas/fact-amount.ts";
import type { CaseRow } from "./case-access.server.ts";
import { factsInCase } from "./case-facts.server.ts";
import { listLawReferences } from "./case-law-references.server.ts";
import { listClaims } from "./claims.server.ts";

/** The columns of the case that belong to a step. */
export const columnsOfStep = {
  situation: [
    "title",
    "story",
    "citizenWish",
    "citizenFirstNeed",
    "citizenHeardAt",
    "ownAttempts",
    "unease",
    "urgencyKind",
    "urgencyDate",
    "urgencyNote",
    "lifeEvents",
  ],
  law: [
    "scopeId",
    "pinch",
    "pinchPlace",
    "pinchSource",
    "lawPurpose",
    "proceedingKind",
    "proceedingDeadline",
    "extendedUntil",
  ],
  facts: [],
  options: [],
  people: [
    "organisationsInvolved",
    "contactPerson",
    "representativeRole",
    "representativeMandate",
    "representativeUntil",
    "sharingConsent",
    "specialHealth",
    "specialCriminal",
  ],
  check: [],
} as const satisfies Record<CaseStep, readonly (keyof CaseRow)[]>;

type Value = StepValues[string];

/** What is stored for a step now. */
export async function storedValues(
  read: Queries,
  caseFile: CaseRow,
  step: CaseStep,
): Promise<StepValues> {
  const values: StepValues = {};
  for (const column of columnsOfStep[step]) values[column] = caseFile[column];
  if (step === "law") values.lawReferences = lines(await listLawReferences(caseFile.id, read));
  if (step === "options") values.claims = claimLines(await listClaims(caseFile.id, read));
  if (step === "check") Object.assign(values, answerValues(caseFile.answers));
  if (step === "facts") Object.assign(values, factValues(await factsInCase(read, caseFile.id)));
  return values;
}

/** What was posted for a step, in the same shape. */
export function postedValues<Step extends CaseStep>(
  step: Step,
  input: StepInputs[Step],
): StepValues {
  const posted: Record<string, unknown> = input;
  const values: StepValues = {};
  for (const column of columnsOfStep[step]) values[column] = posted[column] as Value;
  if ("lawReferences" in input) values.lawReferences = lines(input.lawReferences);
  if ("claims" in input) values.claims = claimLines(input.claims);
  if ("answers" in input) Object.assign(values, answerValues(input.answers));
  if ("facts" in input) {
    const answers = Object.entries(input.facts).map(([factId, fact]) => ({ factId, ...fact }));
    Object.assign(values, factValues(answers));
  }
  return values;
}

/** Tells whether a step still is as it was on the screen. */
export function fingerprint(values: StepValues): string {
  return contentHash(values).slice(0, 32);
}

/** The fields in which two states of a step differ. */
export function changedFields(before: StepValues, after: StepValues): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.filter((name) => plain(before[name]) !== plain(after[name]));
}

const days = /(At|Date|Deadline|Until)$/;
const choices: Record<string, "urgencyKind" | "pinchPlace" | "proceedingKind"> = {
  urgencyKind: "urgencyKind",
  pinchPlace: "pinchPlace",
  proceedingKind: "proceedingKind",
};

/** A value as people would read it, to lay two of them side by side. */
export function inWords(name: string, value: Value | undefined, language: Language): string {
  const t = getTexts(language, "terms") as (key: string) => string;
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "number") return days.test(name) ? isoDay(value) : String(value);
  if (name === "lifeEvents")
    return [value]
      .flat()
      .map((key) => t(`lifeEvent.${key}`))
      .join(", ");
  if (name.endsWith(".answer")) return t(`factAnswer.${plain(value)}`);
  const area = choices[name];
  return area ? t(`${area}.${plain(value)}`) : plain(value);
}

function plain(value: Value | undefined): string {
  if (value === null || value === undefined || value === false) return "";
  return Array.isArray(value) ? value.join("\n") : String(value);
}

type FactValue = {
  factId: string;
  answer: string | null;
  measure: FactMeasure | null;
  amount: number | null;
  note: string;
  source: string;
};

function factValues(answered: FactValue[]): StepValues {
  const entries = answered.flatMap(({ factId, answer, measure, amount, note, source }) => [
    [`facts.${factId}.answer`, answer ?? ""],
    ...(measure ? [[`facts.${factId}.amount`, typedAmount(amount, measure)]] : []),
    [`facts.${factId}.note`, note],
    [`facts.${factId}.source`, source],
  ]);
  return Object.fromEntries(entries) as StepValues;
}

function answerValues(answers: Record<string, string>): StepValues {
  return Object.fromEntries(Object.entries(answers).map(([key, text]) => [`answers.${key}`, text]));
}

function lines(references: { value: string }[]): string {
  return references.map(({ value }) => value).join("\n");
}

function claimLines(claims: { label: string; cents: number | null }[]): string {
  return claims
    .map(({ label, cents }) => (cents === null ? label : `${label}: ${formatEuro(cents, "nl")}`))
    .join("\n");
}
