import { conditions, decisionClaims, decisions, reviews } from "#db";
import { dayInMs, dayNumber, startOfDay } from "../../app/domain/day.ts";
import { getGround } from "../../app/domain/option.ts";
import { correctedDecision } from "./example-extras.ts";
import { exampleId } from "./example-id.ts";
import type { ExampleDecision } from "./example/types.ts";
import { insertAll } from "./insert-all.ts";
import type { SeededCase } from "./seed-cases.ts";
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
  await seedConditions(seeding, { decisionId: last.id, example, takenAt });
  await seedReview(seeding, { decisionId: last.id, example, caseFile, decisionMaker });
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
    groundReference: example.groundReference,
    legalAdvice: asks?.requiresLegalAdvice ? "Advies van de juridische afdeling: akkoord." : "",
    policyOwner: asks?.requiresPolicyOwner
      ? "De eigenaar van de regel is gehoord en stemt in."
      : "",
    motivation: { ...example.motivation },
    reasonPro: example.reasonPro.map((key) => known(facts, key).id),
    reasonCon: example.reasonCon.map((key) => known(facts, key).id),
    departure: example.departure ?? "",
    minorityView: example.minorityView,
    precedentCheck: example.precedentCheck.answer,
    precedentCheckText: example.precedentCheck.text,
    dignityRespected: true,
    citizenTold: example.toldCitizen,
    citizenToldAt: startOfDay(dayNumber(takenAt)),
    reviewDate: clock.day(example.reviewInDays),
    preparedBy: caseFile.coordinator.id,
    takenBy: decisionMaker.id,
    takenAt,
    createdAt: preparedAt,
    updatedAt: takenAt,
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
  happened(seeding, { ...about, at: row.createdAt, by: coordinator, kind: "decision.drafted" });
  if (row.takenAt && decision) {
    const by = known(seeding.people, decision.decisionMaker);
    const details = { number: row.number, kind: row.kind };
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

async function seedConditions(
  { tx, clock, people }: Seeding,
  of: { decisionId: string; example: ExampleDecision; takenAt: number },
): Promise<void> {
  const rows = of.example.conditions.map(({ text, owner, inDays, done }, position) => {
    const dueDate = clock.day(inDays);
    // Done in time: some days before it was due, and not before the decision.
    const doneAt = Math.min(Math.max(dueDate - 3 * dayInMs, of.takenAt + dayInMs), clock.now);
    const ownerId = known(people, owner).id;
    return {
      id: exampleId(of.takenAt, `condition ${of.example.caseKey} ${position}`),
      decisionId: of.decisionId,
      text,
      ownerId,
      dueDate,
      position,
      doneAt: done ? doneAt : null,
      doneBy: done ? ownerId : null,
    };
  });
  await insertAll(tx, conditions, rows);
}

async function seedReview(
  seeding: Seeding,
  of: {
    decisionId: string;
    example: ExampleDecision;
    caseFile: SeededCase;
    decisionMaker: SeededPerson;
  },
): Promise<void> {
  const { followUp, coordinator, organisationId } = of.caseFile;
  const dueDate = seeding.clock.day(of.example.reviewInDays);
  const id = exampleId(dueDate, `review ${of.example.caseKey}`);
  const heldAt = followUp ? seeding.clock.ago(followUp.agoDays, 14) : null;
  await seeding.tx.insert(reviews).values({
    id,
    decisionId: of.decisionId,
    ownerId: coordinator.id,
    dueDate,
    heldAt,
    heldBy: followUp ? coordinator.id : null,
    helpedCitizen: followUp?.helpedCitizen ?? null,
    helpedProfessional: followUp?.helpedProfessional ?? null,
    conditionsKept: followUp?.conditionsKept ?? null,
    note: followUp?.note ?? "",
  });
  if (heldAt === null) return;
  happened(seeding, {
    at: heldAt,
    by: coordinator,
    kind: "review.held",
    subject: { type: "review", id },
    caseId: of.caseFile.id,
    organisationId,
  });
}

/** What the coordinator laid ready for the decision maker: the proposed option with the carrying arguments. */
async function seedDraft(
  seeding: Seeding,
  caseFile: SeededCase,
  { id: weighingId, item, snapshot }: SeededWeighing,
): Promise<void> {
  const createdAt = caseFile.timeline.find(({ to }) => to === "decision")?.at ?? seeding.clock.now;
  const id = exampleId(createdAt, `decision ${caseFile.caseFile.key} 1`);
  const optionId = snapshot.result.proposed[0] ?? null;
  const option = caseFile.caseFile.options[caseFile.optionIds.indexOf(optionId ?? "")];
  const present = caseFile.facts.filter(({ answer }) => answer === "yes");
  await seeding.tx.insert(decisions).values({
    id,
    organisationId: caseFile.organisationId,
    caseId: caseFile.id,
    weighingId,
    number: 1,
    kind: "initial",
    status: "draft",
    optionId,
    level: option?.level ?? null,
    ground: option?.ground ?? null,
    groundReference: option?.groundReference ?? "",
    motivation: draftMotivation(item.assessment?.arguments ?? [], item.seats),
    reasonPro: present.filter(({ direction }) => direction === "pro").map((fact) => fact.id),
    reasonCon: present.filter(({ direction }) => direction === "con").map((fact) => fact.id),
    preparedBy: caseFile.coordinator.id,
    createdAt,
    updatedAt: createdAt,
  });
  happened(seeding, {
    at: createdAt,
    by: caseFile.coordinator,
    kind: "decision.drafted",
    subject: { type: "decision", id },
    caseId: caseFile.id,
    organisationId: caseFile.organisationId,
  });
}

function draftMotivation(
  given: { assessor: string; text: string; carrying: boolean }[],
  seats: { person: SeededPerson; perspective: string }[],
): Record<string, string> {
  const motivation: Record<string, string> = {};
  for (const { assessor, text, carrying } of given) {
    const seat = seats.find(({ person }) => person.key === assessor);
    if (!carrying || !seat) continue;
    motivation[seat.perspective] = [motivation[seat.perspective], text]
      .filter(Boolean)
      .join("\n\n");
  }
  return motivation;
}
