import { and, eq } from "drizzle-orm";
import {
  agendaItems,
  gateRatings,
  panelMembers,
  ratings,
  secondRoundCells,
  secondRounds,
  type WeighingSnapshot,
} from "#db";
import { discussionAgenda } from "../../app/domain/discussion.ts";
import { effectiveAnswers, reopenedCells, type Cell } from "../../app/domain/rounds.ts";
import type { WeighingInput } from "../../app/domain/weighing.ts";
import { exampleId } from "./example-id.ts";
import type { ExampleChange, RatingValue } from "./example/types.ts";
import { insertAll } from "./insert-all.ts";
import { noteEvent } from "./seed-discussions.ts";
import { gateRows, kindAndValue, noteAnswers, ratingRows } from "./seed-ratings.ts";
import type { SeededItem } from "./seed-sessions.ts";
import type { Seeding } from "./seeding.ts";

const minuteInMs = 60_000;

type RatingRow = typeof ratings.$inferInsert;
type GateRow = typeof gateRatings.$inferInsert;

export type SeededRound = {
  openedAt: number;
  revealedAt: number;
  cells: Cell[];
  ratings: RatingRow[];
  gates: GateRow[];
  /** What the second weighing is computed from. */
  input: WeighingInput;
};

/** The second round of an item, from what the first left on the agenda; null when there was none. */
export function secondRoundOf(
  seeding: Seeding,
  item: SeededItem,
  first: WeighingSnapshot,
): SeededRound | null {
  const changes = item.assessment?.secondRound;
  if (!changes || item.revealedAt === null) return null;
  const cells = reopenedCells(
    discussionAgenda(first.result, first.input.perspectives),
    byHand(seeding, item),
  );
  const isOpen = (key: string | undefined, option: string) =>
    cells.some((cell) => cell.key === key && cell.option === option);
  const again = { changes, item, at: item.revealedAt + 60 * minuteInMs };
  const given = ratingRows(seeding, item)
    .filter((row) => isOpen(row.criterion, row.optionId))
    .map((row) => answeredAgain(row, row.criterion, again));
  const answered = gateRows(seeding, item)
    .filter((row) => isOpen(row.gate, row.optionId))
    .map((row) => answeredAgain(row, row.gate, again));
  const round = { cells, ratings: given, gates: answered };
  return {
    ...round,
    openedAt: item.revealedAt + 40 * minuteInMs,
    revealedAt: item.revealedAt + 90 * minuteInMs,
    input: secondInput(first.input, round),
  };
}

function byHand({ questionSet }: Seeding, item: SeededItem): Cell[] {
  return (item.assessment?.flagged ?? []).flatMap(({ key, option }) => {
    const perspective = questionSet.content.perspectives.find(({ criteria, gates }) =>
      [...criteria, ...gates].some((question) => question.key === key),
    );
    const id = item.caseFile.optionIds[option] ?? "";
    return perspective ? [{ perspective: perspective.key, key, option: id }] : [];
  });
}

/** The same answer a second time, or another one with why. */
function answeredAgain<Row extends RatingRow | GateRow>(
  row: Row,
  key: string,
  again: { changes: ExampleChange[]; item: SeededItem; at: number },
): Row {
  const { changes, item, at } = again;
  const seat = item.seats.find(({ person }) => person.id === row.personId);
  const change = changes.find(
    (own) =>
      own.assessor === seat?.person.key &&
      own.key === key &&
      item.caseFile.optionIds[own.option] === row.optionId,
  );
  const id = exampleId(at, `again ${row.id}`);
  const kept = { ...row, id, round: 2, updatedAt: at };
  if (!change) return kept;
  const { value, reason } = change;
  const answer = "answer" in row ? { answer: value } : kindAndValue(value as RatingValue);
  return { ...kept, ...answer, reason };
}

function secondInput(
  first: WeighingInput,
  round: Pick<SeededRound, "ratings" | "gates">,
): WeighingInput {
  const scores = [
    ...first.ratings.map((row) => ({ ...row, key: row.criterion, round: 1 })),
    ...round.ratings.map((row) => ({
      ...{ assessor: row.personId, perspective: row.perspective, criterion: row.criterion },
      ...{ key: row.criterion, option: row.optionId, round: 2 },
      value: (row.value ?? null) as WeighingInput["ratings"][number]["value"],
    })),
  ];
  const answers = [
    ...first.gateAnswers.map((row) => ({ ...row, key: row.gate, round: 1 })),
    ...round.gates.map((row) => ({
      ...{ assessor: row.personId, perspective: row.perspective, gate: row.gate },
      ...{ key: row.gate, option: row.optionId, round: 2, answer: row.answer },
    })),
  ];
  return {
    ...first,
    ratings: effectiveAnswers(scores).map(({ key: _, round: __, ...row }) => row),
    gateAnswers: effectiveAnswers(answers).map(({ key: _, round: __, ...row }) => row),
  };
}

/** Puts a second round in the database: everyone who was asked something answered and was ready. */
export async function seedSecondRound(
  seeding: Seeding,
  item: SeededItem,
  round: SeededRound,
): Promise<void> {
  const { tx } = seeding;
  const { openedAt, revealedAt, cells } = round;
  const by = item.facilitator.id;
  await tx.update(agendaItems).set({ round: 2 }).where(eq(agendaItems.id, item.id));
  await tx.insert(secondRounds).values({
    ...{ agendaItemId: item.id, openedAt, openedBy: by, revealedAt, revealedBy: by, missing: [] },
  });
  const rows = cells.map(({ perspective, key, option }) => ({
    ...{ agendaItemId: item.id, perspective, key, optionId: option },
  }));
  await insertAll(tx, secondRoundCells, rows);
  await insertAll(tx, ratings, round.ratings);
  await insertAll(tx, gateRatings, round.gates);
  noteAnswers(seeding, item, { scores: round.ratings, gates: round.gates });
  noteEvent(seeding, item, {
    ...{ kind: "item.second-round-opened", at: openedAt, details: { cells: cells.length } },
  });
  for (const [place, { person, perspective }] of item.seats.entries()) {
    const isAsked = cells.some((cell) => cell.perspective === perspective);
    const readyAt = isAsked ? openedAt + (25 + place) * minuteInMs : null;
    await tx
      .update(panelMembers)
      .set({ readyAt })
      .where(and(eq(panelMembers.agendaItemId, item.id), eq(panelMembers.personId, person.id)));
    if (readyAt !== null)
      noteEvent(seeding, item, { kind: "panel.ready", at: readyAt, by: person });
  }
  const details = { round: 2, missing: [], reasonGiven: false };
  noteEvent(seeding, item, { kind: "item.revealed", at: revealedAt, details });
}
