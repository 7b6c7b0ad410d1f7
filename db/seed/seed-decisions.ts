import { decisionClaims, decisions } from "#db";
import { dayInMs, dayNumber, startOfDay } from "../../app/domain/day.ts";
import { getGround } from "../../app/domain/option.ts";
import { correctedDecision } from "./example-extras.ts";
import { exampleId } from "./example-id.ts";
import type { ExampleDecision } from "./example/types.ts";
import { insertAll } from "./insert-all.ts";
import type { SeededCase } from "./seed-cases.ts";
import { seedDraft } from "./seed-drafts.ts";
import { seedConditions, seedReview } from "./seed-follow-up.ts";
import type { SeededWeighing } from "./seed-weighings.ts";
import { happened, known, type SeededPerson, type Seeding } from "./seeding.ts";

export type SeededDecision = {
  /** The version that holds now. */
  id: string;
  example: ExampleDecision;
  caseFile: SeededCase;
  takenAt: number;
  level: number;
  decisionMaker: SeededPerson;
};

type DecisionRow = typeof decisions.$inferInsert;

/** Puts the decisions in the database with their conditions and reviews, and drafts where one is due. */
export async function seedDecisions(
  seeding: Seeding,
  cases: ReadonlyMap<string, SeededCase>,
  weighed: ReadonlyMap<string, SeededWeighing>,
): Promise<Map<string, SeededDecision>> {
  const seeded = new Map<string, SeededDecision>();
  for (const caseFile of cases.values()) {
    const { key } = caseFile.caseFile;
    if (caseFile.decision) seeded.set(key, await seedDecision(seeding, caseFile, weighed));
    else if (caseFile.caseFile.stage === "decision") {
      await seedDraft(seeding, caseFile, known(weighed, key));
    }
  }
  return seeded;
}

async function seedDecision(
  seeding: Seeding,
  caseFile: SeededCase,
  weighed: ReadonlyMap<string, SeededWeighing>,
): Promise<SeededDecision> {
  const example = caseFile.decision;
  if (!example) throw new Error("No decision to seed");
  const takenAt = caseFile.timeline.find(({ to }) => to === "follow_up")?.at ?? seeding.clock.now;
  const decisionMaker = known(seeding.people, example.decisionMaker);
  const first = decisionRow(seeding, { caseFile, example, takenAt, decisionMaker });
  first.weighingId = known(weighed, example.caseKey).id;
  const isCorrected = correctedDecision.caseKey === example.caseKey;
  const versions = isCorrected
    ? [{ ...first, status: "replaced" as const }, corrected(first)]
    : [first];
  for (const row of versions) await seedVersion(seeding, caseFile, row);
  const last = versions.at(-1) ?? first;
  const all = { decisionId: first.id, example, caseFile, takenAt };
  await seedConditions(seeding, all);
  // A new version takes over the conditions that are still open.
  if (last !== first) await seedConditions(seeding, { ...all, decisionId: last.id, open: true });
  await seedReview(seeding, { decisionId: last.id, example, caseFile });
  return { id: last.id, example, caseFile, takenAt, level: last.level ?? 0, decisionMaker };
}

function decisionRow(
  { facts, clock }: Seeding,
  taken: {
    caseFile: SeededCase;
    example: ExampleDecision;
    takenAt: number;
    decisionMaker: SeededPerson;
  },
): DecisionRow {
  const { caseFile, example, takenAt, decisionMaker } = taken;
  const option = caseFile.caseFile.options[example.option];
  const asks = option?.ground === undefined ? null : getGround(option.ground);
  const preparedAt = caseFile.timeline.find(({ to }) => to === "decision")?.at ?? takenAt;
  return {
    id: exampleId(preparedAt, `decision ${example.caseKey} 1`),
    organisationId: caseFile.organisationId,
    caseId: caseFile.id,
    number: 1,
    kind: "initial",
    status: "taken",
    optionId: caseFile.optionIds[example.option] ?? null,
    level: option?.level ?? null,
    ground: option?.ground ?? null,
    ...writtenParts(example),
    reasonPro: example.reasonPro.map((key) => known(facts, key).id),
    reasonCon: example.reasonCon.map((key) => known(facts, key).id),
    legalAdvice: asks?.requiresLegalAdvice ? "Advies van de juridische afdeling: akkoord." : "",
    policyOwner: asks?.requiresPolicyOwner ? "De eigenaar van de regel stemt in." : "",
    citizenToldAt: startOfDay(dayNumber(takenAt)),
    reviewDate: clock.day(example.reviewInDays),
    preparedBy: caseFile.coordinator.id,
    takenBy: decisionMaker.id,
    takenAt,
    createdAt: preparedAt,
    updatedAt: takenAt,
  };
}

function writtenParts(example: ExampleDecision) {
  return {
    groundReference: example.groundReference,
    motivation: { ...example.motivation },
    departure: example.departure ?? "",
    minorityView: example.minorityView,
    precedentCheck: example.precedentCheck.answer,
    precedentCheckText: example.precedentCheck.text,
    dignityRespected: true,
    citizenTold: example.toldCitizen,
  };
}

function corrected(first: DecisionRow): DecisionRow {
  const takenAt = (first.takenAt ?? 0) + correctedDecision.afterDays * dayInMs;
  return {
    ...first,
    id: exampleId(takenAt, `decision ${correctedDecision.caseKey} 2`),
    number: 2,
    kind: "correction",
    previousId: first.id,
    versionReason: correctedDecision.reason,
    takenAt,
    createdAt: takenAt,
    updatedAt: takenAt,
  };
}

async function seedVersion(
  seeding: Seeding,
  caseFile: SeededCase,
  row: DecisionRow,
): Promise<void> {
  await seeding.tx.insert(decisions).values(row);
  const claims = caseFile.claimIds.map((claimId) => ({
    decisionId: row.id,
    claimId,
    optionId: row.optionId ?? "",
  }));
  await insertAll(seeding.tx, decisionClaims, claims);
  const { organisationId, coordinator, decision } = caseFile;
  const about = { subject: { type: "decision", id: row.id }, caseId: caseFile.id, organisationId };
  const saved = { number: row.number, kind: row.kind };
  happened(seeding, {
    ...about,
    at: row.createdAt,
    by: coordinator,
    kind: "decision.saved",
    details: saved,
  });
  if (row.takenAt && decision) {
    const by = known(seeding.people, decision.decisionMaker);
    const { number, kind, level = null, ground = null, precedentCheck = null } = row;
    const departure = row.departure !== "";
    const details = { number, kind, level, ground, departure, precedentCheck };
    happened(seeding, {
      ...about,
      at: row.takenAt,
      by,
      kind: "decision.taken",
      details,
      content: row,
    });
  }
}
