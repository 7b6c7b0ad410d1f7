import * as z from "zod";
import {
  caseStatuses,
  factAnswers,
  factMeasures,
  lifeEvents,
  pinchPlaces,
  proceedingKinds,
  urgencyKinds,
} from "#app/domain/case-file.ts";
import { parseLawReference } from "#app/domain/law-reference.ts";
import { parseAmount } from "./fact-amount.ts";
import {
  checkbox,
  choice,
  identifier,
  listOf,
  optionalChoice,
  optionalDay,
  optionalIdentifier,
  optionalMoney,
  optionalText,
  text,
  version,
} from "./fields.ts";

const longText = () => optionalText(20_000);
const mostClaims = 50;
const mostLawReferences = 40;

export const newCaseSchema = z.object({
  title: text(150),
  story: longText(),
  scopeId: optionalIdentifier(),
  receivedAt: optionalDay(),
});
export type NewCase = z.output<typeof newCaseSchema>;

/** What every step posts besides its own fields. */
const stepForm = {
  version: version(),
  /** Fingerprint of the fields of this step as they were on the screen. */
  base: z.string().max(64).optional(),
  intent: z.enum(["continue", "close"]).default("continue"),
};

const situation = z.object({
  ...stepForm,
  title: text(150),
  story: longText(),
  citizenWish: longText(),
  citizenFirstNeed: longText(),
  citizenHeardAt: optionalDay(),
  ownAttempts: longText(),
  unease: longText(),
  urgencyKind: optionalChoice(urgencyKinds),
  urgencyDate: optionalDay(),
  urgencyNote: optionalText(2000),
  lifeEvents: listOf(choice(lifeEvents), lifeEvents.length),
});

const law = z.object({
  ...stepForm,
  scopeId: optionalIdentifier(),
  pinch: longText(),
  pinchPlace: optionalChoice(pinchPlaces),
  pinchSource: optionalText(500),
  lawPurpose: longText(),
  lawReferences: lawReferenceLines(),
  proceedingKind: choice(proceedingKinds).default("none"),
  proceedingDeadline: optionalDay(),
  extendedUntil: optionalDay(),
});

const factAnswer = z
  .object({
    answer: optionalChoice(factAnswers),
    /** What the amount of an ordered fact counts, as it was on the screen. */
    measure: optionalChoice(factMeasures),
    amount: optionalText(30),
    note: optionalText(2000),
    source: optionalText(500),
  })
  .transform(({ amount: typed, ...fact }, context) => {
    if (fact.measure === null) return { ...fact, amount: null };
    const read = parseAmount(typed, fact.measure);
    const needsYes = "amount" in read && read.amount !== null && fact.answer !== "yes";
    const error = "error" in read ? read.error : needsYes ? "amount_needs_yes" : null;
    if (error) context.addIssue({ code: "custom", message: error, path: ["amount"] });
    return { ...fact, amount: "amount" in read ? read.amount : null };
  });

const facts = z.object({ ...stepForm, facts: z.record(z.uuid(), factAnswer).default({}) });

const claim = z.object({
  id: optionalIdentifier(),
  label: text(200),
  cents: optionalMoney().refine((cents) => cents === null || cents >= 0, "too_low:0"),
});

const options = z.object({ ...stepForm, claims: rows(claim, mostClaims) });

const people = z.object({
  ...stepForm,
  organisationsInvolved: longText(),
  contactPerson: optionalText(500),
  representativeRole: optionalText(500),
  representativeMandate: optionalText(2000),
  representativeUntil: optionalDay(),
  sharingConsent: longText(),
  specialHealth: checkbox(),
  specialCriminal: checkbox(),
});

const check = z.object({
  ...stepForm,
  answers: z.record(z.string().max(80), optionalText(4000)).default({}),
});

/** The form of each step of a case file. */
export const stepSchemas = { situation, law, facts, options, people, check };
export type StepInputs = {
  [Step in keyof typeof stepSchemas]: z.output<(typeof stepSchemas)[Step]>;
};

export const statusChangeSchema = z.object({
  from: choice(caseStatuses),
  to: choice(caseStatuses),
  reason: optionalText(2000),
});

export const conflictOfInterestSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("declare"), personId: identifier(), reason: text(2000) }),
  z.object({ intent: z.literal("withdraw"), personId: identifier() }),
]);

export type ConflictInput = z.output<typeof conflictOfInterestSchema>;

export const caseSearchSchema = z.object({
  text: text(1000),
  page: z.coerce.number().int().min(1).max(40).catch(1),
});

/** Rows of a list on a form; a row in which nothing was filled in does not count. */
export function rows<T extends z.ZodType>(row: T, max: number) {
  return z
    .array(z.preprocess((value) => (isBlank(value) ? null : value), row.nullable()))
    .max(max)
    .default([])
    .transform((list) => list.filter((entry) => entry !== null) as NonNullable<z.output<T>>[]);
}

function isBlank(row: unknown): boolean {
  if (typeof row !== "object" || row === null) return false;
  return Object.values(row).every((value) => typeof value === "string" && value.trim() === "");
}

/** One reference per line, in its written form and without repeats. */
function lawReferenceLines() {
  return optionalText(10_000).transform((typed, context) => {
    const lines = typed.split("\n").map((line) => line.trim());
    const references = lines.filter((line) => line !== "").map(parseLawReference);
    const known = references.filter((reference) => reference !== null);
    if (known.length < references.length) {
      context.addIssue({ code: "custom", message: "law_reference" });
    }
    const byValue = new Map(known.map((reference) => [reference.value, reference]));
    if (byValue.size > mostLawReferences) {
      context.addIssue({ code: "custom", message: `too_many:${mostLawReferences}` });
    }
    return [...byValue.values()].map(({ kind, value }) => ({ kind, value }));
  });
}
