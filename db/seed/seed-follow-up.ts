import { conditions, reviews } from "#db";
import { dayInMs } from "../../app/domain/day.ts";
import { exampleId } from "./example-id.ts";
import type { ExampleDecision } from "./example/types.ts";
import { insertAll } from "./insert-all.ts";
import type { SeededCase } from "./seed-cases.ts";
import { happened, known, type Seeding } from "./seeding.ts";

type ConditionsOf = {
  decisionId: string;
  example: ExampleDecision;
  caseFile: SeededCase;
  takenAt: number;
  /** Only those still open. */
  open?: boolean;
};

export async function seedConditions(seeding: Seeding, of: ConditionsOf): Promise<void> {
  const { tx, clock, people } = seeding;
  const rows = of.example.conditions.map(({ text, owner, inDays, done }, position) => {
    const dueDate = clock.day(inDays);
    // Done in time: some days before it was due, and not before the decision.
    const doneAt = Math.min(Math.max(dueDate - 3 * dayInMs, of.takenAt + dayInMs), clock.now);
    const ownerId = known(people, owner).id;
    return {
      id: exampleId(of.takenAt, `condition ${of.decisionId} ${position}`),
      decisionId: of.decisionId,
      text,
      ownerId,
      dueDate,
      position,
      doneAt: done ? doneAt : null,
      doneBy: done ? ownerId : null,
    };
  });
  if (!of.open) noteDone(seeding, of, rows);
  const taken = of.open ? rows.filter(({ doneAt }) => doneAt === null) : rows;
  await insertAll(tx, conditions, taken);
}

function noteDone(
  seeding: Seeding,
  { decisionId, example, caseFile }: ConditionsOf,
  rows: { id: string; doneAt: number | null }[],
): void {
  for (const [position, { id, doneAt }] of rows.entries()) {
    if (doneAt === null) continue;
    happened(seeding, {
      at: doneAt,
      by: known(seeding.people, example.conditions[position]?.owner ?? ""),
      kind: "condition.done",
      subject: { type: "condition", id },
      caseId: caseFile.id,
      organisationId: caseFile.organisationId,
      details: { decision: decisionId },
    });
  }
}

export async function seedReview(
  seeding: Seeding,
  of: {
    decisionId: string;
    example: ExampleDecision;
    caseFile: SeededCase;
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
    signalTakenUp: followUp?.signalTakenUp ?? null,
    learned: followUp?.learned ?? null,
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
