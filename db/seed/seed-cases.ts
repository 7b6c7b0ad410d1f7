import {
  caseFacts,
  caseFiles,
  caseLawReferences,
  claims,
  costLines,
  optionClaims,
  options,
  statusChanges,
} from "#db";
import { caseSteps, changeStatus, type CaseStep } from "../../app/domain/case-file.ts";
import { parseLawReference } from "../../app/domain/law-reference.ts";
import { caseTimeline, type CaseCourse, type TimelineStep } from "./case-timeline.ts";
import { claimLevels } from "./example-extras.ts";
import { exampleId } from "./example-id.ts";
import type { ExampleCase } from "./example/types.ts";
import { insertAll } from "./insert-all.ts";
import { happened, known, type SeededFact, type SeededPerson, type Seeding } from "./seeding.ts";

export type SeededCase = CaseCourse & {
  id: string;
  number: string;
  organisationId: string;
  submitter: SeededPerson;
  coordinator: SeededPerson;
  timeline: TimelineStep[];
  updatedAt: number;
  optionIds: string[];
  claimIds: string[];
  facts: (SeededFact & { answer: "yes" | "no" | "unknown" })[];
  lawReferences: string[];
};

/** Puts a case in the database with all that belongs to its file. */
export async function seedCase(
  seeding: Seeding,
  course: CaseCourse,
  number: string,
): Promise<SeededCase> {
  const seeded = seededCase(seeding, course, number);
  await seeding.tx.insert(caseFiles).values(caseRow(seeding, seeded));
  await seedStatusChanges(seeding, seeded);
  noteSteps(seeding, seeded);
  await insertAll(seeding.tx, caseFacts, factRows(seeding, seeded));
  await insertAll(seeding.tx, caseLawReferences, lawReferenceRows(seeded));
  await insertAll(seeding.tx, claims, claimRows(seeded));
  await insertAll(seeding.tx, options, optionRows(seeded));
  await insertAll(seeding.tx, optionClaims, optionClaimRows(seeded));
  await insertAll(seeding.tx, costLines, costRows(seeded));
  return seeded;
}

function seededCase(seeding: Seeding, course: CaseCourse, number: string): SeededCase {
  const { caseFile } = course;
  const { key } = caseFile;
  const timeline = caseTimeline(course, seeding.clock);
  const receivedAt = timeline[0]?.at ?? seeding.clock.now;
  return {
    ...course,
    id: exampleId(receivedAt, `case ${key}`),
    number,
    organisationId: known(seeding.organisationIds, caseFile.organisation),
    submitter: known(seeding.people, caseFile.submitter),
    coordinator: known(seeding.people, caseFile.coordinator),
    timeline,
    updatedAt: timeline.at(-1)?.at ?? receivedAt,
    optionIds: caseFile.options.map((_, position) =>
      exampleId(receivedAt, `option ${key} ${position}`),
    ),
    claimIds: caseFile.claims.map((_, position) =>
      exampleId(receivedAt, `claim ${key} ${position}`),
    ),
    facts: caseFile.facts.map((fact) => ({
      ...known(seeding.facts, fact.key),
      answer: fact.value,
    })),
    lawReferences: caseFile.lawReferences.map((text) => lawReference(text).value),
  };
}

function caseRow({ clock, scopeIds }: Seeding, seeded: SeededCase): typeof caseFiles.$inferInsert {
  const { caseFile, timeline, coordinator } = seeded;
  const receivedAt = timeline[0]?.at ?? clock.now;
  const { urgency, proceeding, representative } = caseFile;
  const dayOr = (inDays: number | null | undefined) =>
    inDays === null || inDays === undefined ? null : clock.day(inDays);
  return {
    ...plainTexts(caseFile),
    id: seeded.id,
    organisationId: seeded.organisationId,
    number: seeded.number,
    status: caseFile.stage,
    submitterId: seeded.submitter.id,
    coordinatorId: caseFile.stage === "registered" ? null : coordinator.id,
    receivedAt,
    citizenHeardAt: caseFile.citizenHeard ? heardAt(receivedAt, clock.now) : null,
    urgencyKind: urgency?.kind ?? null,
    urgencyDate: dayOr(urgency?.inDays),
    urgencyNote: urgency?.note ?? "",
    scopeId: known(scopeIds, caseFile.scope),
    proceedingKind: proceeding?.kind ?? "none",
    proceedingDeadline: dayOr(proceeding?.deadlineInDays),
    representativeRole: representative?.role ?? "",
    representativeMandate: representative?.mandate ?? "",
    representativeUntil: dayOr(representative?.untilInDays),
    sharingConsent: caseFile.consent,
    specialHealth: caseFile.special.health,
    specialCriminal: caseFile.special.criminal,
    answers: { ...caseFile.caseAnswers },
    savedSteps: savedSteps(seeded),
    createdAt: receivedAt,
    updatedAt: seeded.updatedAt,
  };
}

function savedSteps({ caseFile }: SeededCase): CaseStep[] {
  return caseFile.stage === "registered" ? ["situation", "law"] : [...caseSteps];
}

/** The form was filled in step by step: the submitter began, the coordinator completed it. */
function noteSteps(seeding: Seeding, seeded: SeededCase): void {
  const { id, organisationId, timeline, submitter, coordinator } = seeded;
  const [registered, intake] = timeline;
  for (const [place, step] of savedSteps(seeded).entries()) {
    const isFirst = place < 2;
    const start = (isFirst ? registered : intake)?.at ?? seeding.clock.now;
    happened(seeding, {
      at: Math.min(start + (place + 1) * 7 * 60_000, seeding.clock.now),
      by: isFirst ? submitter : coordinator,
      kind: "case.step_saved",
      subject: { type: "case", id },
      caseId: id,
      organisationId,
      details: { step },
    });
  }
}

function plainTexts({ title, story, pinch, pinchPlace, pinchSource, ...caseFile }: ExampleCase) {
  const { lawPurpose, citizenWish, citizenFirstNeed, ownAttempts, unease, lifeEvents } = caseFile;
  const { organisationsInvolved, contactPerson } = caseFile;
  return {
    title,
    story,
    pinch,
    pinchPlace,
    pinchSource,
    lawPurpose,
    citizenWish,
    citizenFirstNeed,
    ownAttempts,
    unease,
    lifeEvents: [...lifeEvents],
    organisationsInvolved,
    contactPerson,
  };
}

function heardAt(receivedAt: number, now: number): number {
  const day = Math.min(receivedAt + 3 * 86_400_000, now);
  return day - (day % 86_400_000);
}

async function seedStatusChanges(seeding: Seeding, seeded: SeededCase): Promise<void> {
  const { id, organisationId, timeline } = seeded;
  const rows = timeline.map(({ from, to, at, reason }) => ({
    id: exampleId(at, `status ${seeded.caseFile.key} ${to}`),
    caseId: id,
    fromStatus: from,
    toStatus: to,
    reason,
    personId: moverOf(seeding, seeded, to).id,
    at,
  }));
  await insertAll(seeding.tx, statusChanges, rows);
  for (const { from, to, at } of timeline) {
    const event = { at, by: moverOf(seeding, seeded, to), caseId: id, organisationId };
    const subject = { type: "case", id };
    if (from === null) {
      const details = { number: seeded.number };
      happened(seeding, { ...event, kind: "case.created", subject, details });
    } else {
      const move = changeStatus({ from, to, reason: seeded.caseFile.exit?.reason ?? "" });
      const details = { from, to, move };
      happened(seeding, { ...event, kind: "case.status_changed", subject, details });
    }
  }
}

function moverOf({ people }: Seeding, seeded: SeededCase, to: TimelineStep["to"]): SeededPerson {
  if (to === "registered") return seeded.submitter;
  if (to === "follow_up" && seeded.decision) return known(people, seeded.decision.decisionMaker);
  return seeded.coordinator;
}

function factRows({ facts }: Seeding, { id, caseFile }: SeededCase) {
  return caseFile.facts.map(({ key, value, note, source }) => ({
    caseId: id,
    factId: known(facts, key).id,
    answer: value,
    note,
    source,
  }));
}

function lawReference(text: string) {
  const reference = parseLawReference(text);
  if (!reference) throw new Error(`"${text}" is not a law reference`);
  return reference;
}

function lawReferenceRows({ id, caseFile, timeline }: SeededCase) {
  return caseFile.lawReferences.map((text, position) => {
    const { kind, value } = lawReference(text);
    const at = timeline[0]?.at ?? 0;
    return { id: exampleId(at, `law ${caseFile.key} ${value}`), caseId: id, kind, value, position };
  });
}

function claimRows({ id, caseFile, claimIds }: SeededCase) {
  return caseFile.claims.map(({ label, cents }, position) => ({
    id: claimIds[position] ?? "",
    caseId: id,
    label,
    cents,
    position,
  }));
}

function optionRows({ id, caseFile, optionIds }: SeededCase) {
  return caseFile.options.map(
    ({ title, description, level, ground, groundReference }, position) => ({
      id: optionIds[position] ?? "",
      caseId: id,
      position,
      title,
      description,
      level,
      ground: ground ?? null,
      groundReference: groundReference ?? "",
    }),
  );
}

function optionClaimRows({ caseFile, optionIds, claimIds }: SeededCase) {
  return claimLevels
    .filter(({ caseKey }) => caseKey === caseFile.key)
    .map(({ option, claim, level, note }) => ({
      optionId: optionIds[option] ?? "",
      claimId: claimIds[claim] ?? "",
      level,
      note,
    }));
}

function costRows({ caseFile, optionIds, timeline }: SeededCase) {
  return caseFile.costs.map(({ option, ...line }, position) => ({
    ...line,
    id: exampleId(timeline[0]?.at ?? 0, `cost ${caseFile.key} ${position}`),
    optionId: optionIds[option] ?? "",
    position,
  }));
}
