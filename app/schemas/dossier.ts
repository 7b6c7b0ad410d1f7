/** The form of a dossier, as it is checked here and published as a JSON Schema. */
import * as z from "zod";
import { factAnswers, factKinds, factMeasures, pinchPlaces } from "#app/domain/case-file.ts";
import { decisionKinds, precedentCheckAnswers } from "#app/domain/decision.ts";
import { dossierFormat, dossierVersion, type Dossier } from "#app/domain/dossier.ts";
import { placeIn } from "#app/domain/json-differences.ts";
import { lawReferenceKinds } from "#app/domain/law-reference.ts";
import { bearers, certainties, groundKeys, recurrences } from "#app/domain/option.ts";
import {
  adoptionChoices,
  equalTreatmentAnswers,
  precedentRelations,
} from "#app/domain/precedent-relations.ts";
import { argumentSides, gateAnswers, ratingKinds } from "#app/domain/session.ts";
import { mostOptions, weighing } from "./dossier-weighing.ts";
import { questionSetContent } from "./dossier-question-set.ts";
import "./zod-errors.ts";

/** Far above what there ever is: whoever checks a file of others must not compute for hours. */
const most = { seats: 500, answers: 200_000 };

const text = z.string();
const name = z.string().min(1);
const moment = z.int();
const whole = z.int().min(0);
const cents = z.int();
const ground = z.enum(groundKeys).nullable();
const words = z.strictObject({ nl: text, en: text });

const caseFile = z.strictObject({
  id: name,
  number: text,
  title: text,
  receivedAt: moment,
  extendedUntil: moment.nullable(),
  scope: z.strictObject({ id: name, name: text }).nullable(),
  story: text,
  citizenWish: text,
  citizenFirstNeed: text,
  citizenHeardAt: moment.nullable(),
  ownAttempts: text,
  unease: text,
  urgency: z.strictObject({ kind: text.nullable(), date: moment.nullable(), note: text }),
  lifeEvents: z.array(text),
  pinch: text,
  pinchPlace: z.enum(pinchPlaces).nullable(),
  pinchSource: text,
  lawPurpose: text,
  lawReferences: z.array(z.strictObject({ kind: z.enum(lawReferenceKinds), value: text })),
  proceeding: z.strictObject({ kind: text, deadline: moment.nullable() }),
  organisationsInvolved: text,
  special: z.strictObject({ health: z.boolean(), criminal: z.boolean() }),
  answers: z.record(text, text),
});

const version = {
  id: name,
  number: z.int().min(1),
  kind: z.enum(decisionKinds),
  status: z.enum(["taken", "replaced"]),
  previousId: name.nullable(),
  versionReason: text,
  takenAt: moment.nullable(),
};

const decision = z.strictObject({
  ...version,
  weighingId: name.nullable(),
  optionId: name.nullable(),
  choices: z.array(z.strictObject({ claimId: name, optionId: name })),
  level: whole.nullable(),
  ground,
  groundReference: text,
  legalAdvice: text,
  policyOwner: text,
  motivation: z.record(text, text),
  reasonPro: z.array(name),
  reasonCon: z.array(name),
  departure: text,
  coverageReason: text,
  undiscussedReason: text,
  minorityView: text,
  dignityRespected: z.boolean(),
  citizenTold: text,
  citizenToldAt: moment.nullable(),
  reviewDate: moment.nullable(),
  conditions: z.array(z.strictObject({ id: name, text, owner: name, dueDate: moment })),
  preparedBy: name,
  takenBy: name.nullable(),
  takenRoles: z.array(text),
  createdAt: moment,
});

const report = z.strictObject({
  level: whole,
  levels: whole,
  lower: z.int(),
  upper: z.int(),
  lowerBy: z.array(name),
  upperBy: z.array(name),
  conflict: z.boolean(),
  added: z.array(z.strictObject({ precedentId: name, because: z.enum(["atLeast", "atMost"]) })),
  reasons: z.array(z.strictObject({ precedentId: name, factIds: z.array(name) })),
  lineChangeId: name.nullable(),
});

const precedentCheck = z.strictObject({
  answer: z.enum(precedentCheckAnswers).nullable(),
  text,
  equalTreatment: z.enum(equalTreatmentAnswers).nullable(),
  report: report.nullable(),
  lineChange: z.strictObject({ id: name, level: whole, motivation: text, answer: text }).nullable(),
  precedents: z.array(z.strictObject({ id: name, number: text, level: whole, decidedAt: moment })),
  treatments: z.array(
    z.strictObject({
      precedentId: name,
      relation: z.enum(precedentRelations),
      differences: z.array(name),
    }),
  ),
  adoptions: z.array(
    z.strictObject({
      precedentId: name,
      perspective: name,
      choice: z.enum(adoptionChoices),
      original: text,
      text,
    }),
  ),
});

const fact = z.strictObject({
  id: name,
  key: name,
  label: words,
  perspective: name,
  kind: z.enum(factKinds),
  measure: z.enum(factMeasures).nullable(),
  answer: z.enum(factAnswers).nullable(),
  amount: z.int().nullable(),
  note: text,
  source: text,
});

const option = z.strictObject({
  id: name,
  position: whole,
  title: text,
  description: text,
  level: whole,
  ground,
  groundReference: text,
  claims: z.array(z.strictObject({ claimId: name, level: whole, note: text })),
  costs: z.array(
    z.strictObject({
      post: text,
      bearer: z.enum(bearers),
      recurrence: z.enum(recurrences),
      certainty: z.enum(certainties),
      source: text,
      cents,
    }),
  ),
});

const seat = { person: name, perspective: name };
const round = z.strictObject({
  round: z.int().min(1),
  openedAt: moment.nullable(),
  revealedAt: moment.nullable(),
  revealedBy: name.nullable(),
  revealReason: text,
  missing: z.array(z.strictObject(seat)),
  cells: z.array(z.strictObject({ perspective: name, key: name, option: name })).nullable(),
});

const given = { round: z.int().min(1), ...seat, optionId: name, reason: text };

export const dossierSchema = z.strictObject({
  format: z.literal(dossierFormat),
  version: z.literal(dossierVersion),
  made: z.strictObject({ at: moment, moment: z.enum(["decision", "afterwards"]) }),
  organisation: z.strictObject({ id: name, name: text, tooiUri: text.nullable() }),
  case: caseFile,
  people: z.array(z.strictObject({ id: name, name: text.nullable() })),
  decision,
  versions: z.array(z.strictObject(version)),
  precedentCheck,
  facts: z.array(fact),
  claims: z.array(z.strictObject({ id: name, label: text, cents: cents.nullable() })),
  options: z.array(option).max(mostOptions),
  questionSet: z
    .strictObject({ id: name, key: text, number: z.int().min(1), content: questionSetContent })
    .nullable(),
  weighing: weighing.nullable(),
  panel: z
    .array(z.strictObject({ ...seat, fromRound: z.int().min(1), counts: z.boolean() }))
    .max(most.seats),
  rounds: z.array(round),
  ratings: z
    .array(
      z.strictObject({
        ...given,
        criterion: name,
        kind: z.enum(ratingKinds),
        value: z.int().nullable(),
      }),
    )
    .max(most.answers),
  gateAnswers: z
    .array(z.strictObject({ ...given, gate: name, answer: z.enum(gateAnswers) }))
    .max(most.answers),
  arguments: z.array(
    z.strictObject({
      ...seat,
      text,
      optionId: name,
      side: z.enum(argumentSides),
      carrying: z.boolean(),
    }),
  ),
  discussed: z.array(z.strictObject({ criterion: name, optionId: name, note: text })),
  minorityViews: z.array(z.strictObject({ ...seat, text, optionId: name.nullable() })),
}) satisfies z.ZodType<Dossier>;

/** What is not in the form of a dossier, and where: a few places, for a file of something else has very many. */
export function dossierProblems(value: unknown): { place: string; problem: string }[] {
  const parsed = dossierSchema.safeParse(value);
  return (parsed.error?.issues ?? []).slice(0, mostProblems).map((issue) => ({
    place: issue.path.reduce<string>(
      (place, step) => placeIn(place, typeof step === "number" ? step : String(step)),
      "",
    ),
    problem: issue.code === "unrecognized_keys" ? issue.keys.join(", ").slice(0, 60) : issue.code,
  }));
}

const mostProblems = 5;

/** The schema as it is published (JSON Schema 2020-12), one text. */
export function dossierJsonSchema(): string {
  const schema = z.toJSONSchema(dossierSchema, { target: "draft-2020-12" });
  const head = {
    $id: `urn:${dossierFormat}:${dossierVersion}`,
    title: "Besluitdossier van de maatwerkplaats",
    description:
      "Everything one decision rests on. Moments are UTC milliseconds, money is in euro cents. People have names of " +
      "this file only; who took the decision is named.",
  };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}
