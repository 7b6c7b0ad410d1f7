import { discussedCells, weighings, type WeighingSnapshot } from "#db";
import { discussionAgenda, type DiscussionCell } from "../../app/domain/discussion.ts";
import { weighing, type WeighingInput } from "../../app/domain/weighing.ts";
import { exampleId } from "./example-id.ts";
import { insertAll } from "./insert-all.ts";
import { gateRows, ratingRows } from "./seed-ratings.ts";
import type { SeededItem } from "./seed-sessions.ts";
import { happened, type Seeding } from "./seeding.ts";

const minuteInMs = 60_000;

export type SeededWeighing = { id: string; item: SeededItem; snapshot: WeighingSnapshot };

/** Computes the weighing of each revealed item and stores it with all it was computed from. */
export async function seedWeighings(
  seeding: Seeding,
  items: SeededItem[],
): Promise<Map<string, SeededWeighing>> {
  const seeded = new Map<string, SeededWeighing>();
  for (const item of items) {
    if (item.revealedAt === null) continue;
    const snapshot = snapshotOf(seeding, item);
    // At the reveal itself: the same change computes the picture.
    const id = exampleId(item.revealedAt, `weighing ${item.id}`);
    await seeding.tx.insert(weighings).values({
      id,
      caseId: item.caseFile.id,
      agendaItemId: item.id,
      number: 1,
      round: 1,
      snapshot,
      createdBy: item.facilitator.id,
      createdAt: item.revealedAt,
    });
    happened(seeding, {
      at: item.revealedAt,
      by: item.facilitator,
      kind: "weighing.made",
      subject: { type: "weighing", id },
      details: { number: 1, agendaItemId: item.id, proposed: snapshot.result.proposed },
      content: snapshot,
      organisationId: item.caseFile.organisationId,
      caseId: item.caseFile.id,
      sessionId: item.sessionId,
    });
    await seedDiscussedCells(seeding, item, snapshot);
    seeded.set(item.caseFile.caseFile.key, { id, item, snapshot });
  }
  return seeded;
}

function snapshotOf(seeding: Seeding, item: SeededItem): WeighingSnapshot {
  const input = weighingInput(seeding, item);
  return {
    input,
    result: weighing(input),
    questionSet: seeding.questionSet,
    options: item.caseFile.caseFile.options.map(({ title, level }, position) => ({
      id: item.caseFile.optionIds[position] ?? "",
      position,
      title,
      level,
    })),
    people: item.seats.map(({ person, perspective }) => ({
      id: person.id,
      name: person.name,
      perspective,
    })),
  };
}

function weighingInput(seeding: Seeding, item: SeededItem): WeighingInput {
  const { content } = seeding.questionSet;
  const weighed = ratingRows(seeding, item).map((row) => ({
    assessor: row.personId,
    perspective: row.perspective,
    criterion: row.criterion,
    option: row.optionId,
    value: row.value as WeighingInput["ratings"][number]["value"],
  }));
  const answered = gateRows(seeding, item).map((row) => ({
    assessor: row.personId,
    perspective: row.perspective,
    gate: row.gate,
    option: row.optionId,
    answer: row.answer,
  }));
  return {
    perspectives: content.perspectives.map(({ key, weight, passMark, criteria, gates }) => ({
      id: key,
      weight,
      passMark,
      criteria: criteria.map((criterion) => ({ id: criterion.key, weight: criterion.weight })),
      gates: gates.map((gate) => ({ id: gate.key })),
      assessors: item.seats
        .filter(({ perspective }) => perspective === key)
        .map(({ person }) => person.id),
    })),
    options: item.caseFile.optionIds.map((id) => ({ id })),
    ratings: weighed,
    gateAnswers: answered,
    margin: content.margin,
  };
}

const notes = {
  tegengesteld: "Besproken: de groep hoorde beide kanten. Ieder blijft bij het eigen oordeel.",
  verschil: "Besproken: het verschil zat in de uitleg van de vraag, niet in de feiten.",
};

/** After a concluded discussion every flagged cell was on the table; during one, the first of them. */
async function seedDiscussedCells(
  { tx, clock }: Seeding,
  item: SeededItem,
  snapshot: WeighingSnapshot,
): Promise<void> {
  const revealedAt = item.revealedAt ?? clock.now;
  const flagged = discussionAgenda(snapshot.result, snapshot.input.perspectives).filter(
    (cell) => cell.flagged,
  );
  const discussed = item.concludedAt === null ? flagged.slice(0, 2) : flagged;
  const rows = discussed.map((cell, place) => ({
    agendaItemId: item.id,
    criterion: cell.criterion,
    optionId: cell.option,
    note: noteOn(cell),
    discussedBy: item.facilitator.id,
    discussedAt: Math.min(revealedAt + (place + 1) * 5 * minuteInMs, item.concludedAt ?? clock.now),
  }));
  await insertAll(tx, discussedCells, rows);
}

function noteOn({ word }: DiscussionCell): string {
  return word === "tegengesteld" ? notes.tegengesteld : notes.verschil;
}
