import { discussedCells, weighings, type WeighingSnapshot } from "#db";
import { discussionAgenda, type DiscussionCell } from "../../app/domain/discussion.ts";
import { weighing, type WeighingInput } from "../../app/domain/weighing.ts";
import { exampleId } from "./example-id.ts";
import { insertAll } from "./insert-all.ts";
import { gateRows, ratingRows } from "./seed-ratings.ts";
import { secondRoundOf, seedSecondRound } from "./seed-second-rounds.ts";
import { seedDiscussion } from "./seed-discussions.ts";
import type { SeededItem } from "./seed-sessions.ts";
import { happened, type Seeding } from "./seeding.ts";

const minuteInMs = 60_000;

export type SeededWeighing = { id: string; item: SeededItem; snapshot: WeighingSnapshot };

/** Computes the weighing of each revealed round and stores it with all it was computed from; gives the latest. */
export async function seedWeighings(
  seeding: Seeding,
  items: SeededItem[],
): Promise<Map<string, SeededWeighing>> {
  const seeded = new Map<string, SeededWeighing>();
  for (const item of items) {
    if (item.revealedAt === null) continue;
    const first = snapshotOf(seeding, item, weighingInput(seeding, item));
    let latest = await seedWeighing(seeding, {
      item,
      round: 1,
      at: item.revealedAt,
      snapshot: first,
    });
    await seedDiscussion(seeding, item);
    const second = secondRoundOf(seeding, item, first);
    if (second) {
      await seedSecondRound(seeding, item, second);
      const snapshot = snapshotOf(seeding, item, second.input);
      latest = await seedWeighing(seeding, { item, round: 2, at: second.revealedAt, snapshot });
    }
    await seedDiscussedCells(seeding, item, [first, latest.snapshot]);
    seeded.set(item.caseFile.caseFile.key, latest);
  }
  return seeded;
}

/** At the reveal itself: the same change computes the picture. */
async function seedWeighing(
  seeding: Seeding,
  made: { item: SeededItem; round: 1 | 2; at: number; snapshot: WeighingSnapshot },
): Promise<SeededWeighing> {
  const { item, round, at, snapshot } = made;
  const about = round === 1 ? item.id : `${item.id} ${round}`;
  const id = exampleId(at, `weighing ${about}`);
  const place = { caseId: item.caseFile.id, agendaItemId: item.id, number: round, round };
  const by = { createdBy: item.facilitator.id, createdAt: at };
  await seeding.tx.insert(weighings).values({ id, ...place, snapshot, ...by });
  happened(seeding, {
    at,
    by: item.facilitator,
    kind: "weighing.made",
    subject: { type: "weighing", id },
    details: { number: round, agendaItemId: item.id, proposed: snapshot.result.proposed },
    content: snapshot,
    organisationId: item.caseFile.organisationId,
    caseId: item.caseFile.id,
    sessionId: item.sessionId,
  });
  return { id, item, snapshot };
}

function snapshotOf(seeding: Seeding, item: SeededItem, input: WeighingInput): WeighingSnapshot {
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

/** After a concluded discussion everything on the agenda was talked about; during one, the first of it. */
async function seedDiscussedCells(
  { tx, clock }: Seeding,
  item: SeededItem,
  rounds: WeighingSnapshot[],
): Promise<void> {
  const revealedAt = item.revealedAt ?? clock.now;
  const flagged = rounds
    .flatMap(({ result, input }) => discussionAgenda(result, input.perspectives))
    .filter((cell) => cell.flagged)
    .map(({ criterion, option, word }) => ({ criterion, option, word }));
  const byHand = (item.assessment?.flagged ?? []).map(({ key, option }) => ({
    ...{ criterion: key, option: item.caseFile.optionIds[option] ?? "", word: null },
  }));
  const all = [...flagged, ...byHand].filter(
    (cell, place, cells) =>
      cells.findIndex((o) => o.criterion === cell.criterion && o.option === cell.option) === place,
  );
  const discussed = item.concludedAt === null ? all.slice(0, 2) : all;
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

function noteOn({ word }: Pick<DiscussionCell, "word">): string {
  return word === "tegengesteld" ? notes.tegengesteld : notes.verschil;
}
