import { db, environment, gateRatings, ratings, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { gateAnswers } from "#app/domain/session.ts";
import { ratingOf, type RatingInput, type SentRating } from "#app/schemas/rating.ts";
import type { Access } from "./access.server.ts";
import type { ItemAddress } from "./agenda-items.server.ts";
import { recordedOn } from "./agenda-items-moves.server.ts";
import {
  isReasonMissing,
  listOwnBefore,
  listOwnCells,
  settled,
  type OwnCells,
} from "./ratings-own.server.ts";
import { cellKey } from "./reopened-cells.server.ts";
import {
  assertRound,
  assertScoring,
  assertScoringPhase,
  getScorer,
  isAskedCell,
  type PanelScorer,
} from "./scoring-access.server.ts";

export type Recorded = { at: number; reasonMissing: boolean };

/**
 * Keeps one cell: the same cell again changes the same row, so that retries and a second tab do no
 * harm. A reason may still be missing here; nobody gets to ready without it.
 */
export async function recordRating(
  access: Access<"session.score">,
  address: ItemAddress,
  input: SentRating & { round?: number | undefined },
): Promise<Recorded> {
  const scorer = await getScorer(access, address);
  const { round, ...sent } = input;
  assertRound(scorer, round);
  const before = await listOwnBefore(scorer);
  const cell = settled(sent, before);
  const at = await recordCells(access, scorer, [cell]);
  const first = before.get(cellKey(cell.key, cell.optionId))?.choice ?? null;
  return { at, reasonMissing: isReasonMissing(cell, first) };
}

/** Keeps some cells in one change; those that are stored already are left alone. */
export async function recordCells(
  access: Access<"session.score">,
  scorer: PanelScorer,
  cells: RatingInput[],
): Promise<number> {
  for (const cell of cells) assertCell(scorer, cell);
  const at = environment.now();
  const before = await listOwnCells(db.read, scorer);
  const changed = cells.filter((cell) => !isStored(before, cell));
  if (changed.length === 0) {
    assertOpen(scorer);
    const [first] = cells;
    return (first && before.get(cellKey(first.key, first.optionId))?.at) ?? at;
  }
  await db.write(access.actor, async (tx) => {
    const round = await assertScoring(tx, scorer);
    if (before.size === 0) await noteBegun(tx, scorer);
    for (const cell of changed) await keepCell(tx, scorer, { ...cell, round, at });
    return null;
  });
  return at;
}

/** An answer that is stored already is refused as well once it is too late to give it. */
function assertOpen({ item, member }: PanelScorer): void {
  assertScoringPhase(item.row.phase);
  if (member.readyAt !== null) throw new DomainError("is_ready");
}

/** The first answer of this person in this round: from not started to busy. */
async function noteBegun(tx: Transaction, scorer: PanelScorer): Promise<void> {
  if ((await listOwnCells(tx, scorer)).size > 0) return;
  await tx.record({ ...recordedOn(scorer.item), kind: "panel.begun" });
}

function isStored(before: OwnCells, { key, optionId, choice, reason }: RatingInput): boolean {
  const stored = before.get(cellKey(key, optionId));
  return stored?.choice === choice && stored.reason === reason;
}

/** Only questions of the own perspective, options of this case and answers that fit the question. */
function assertCell(scorer: PanelScorer, { key, optionId, choice }: RatingInput): void {
  const { perspective, options, item } = scorer;
  const criterion = perspective.criteria.find((known) => known.key === key);
  const gate = perspective.gates.find((known) => known.key === key);
  if (!criterion && !gate) {
    const elsewhere = item.questionSet.content.perspectives.some(({ criteria, gates }) =>
      [...criteria, ...gates].some((known) => known.key === key),
    );
    throw new DomainError(elsewhere ? "wrong_perspective" : "unknown_criterion", { key });
  }
  if (!options.some(({ id }) => id === optionId)) throw new DomainError("unknown_option");
  const isOpen = item.row.phase !== "scoring" || isAskedCell(scorer, key, optionId);
  if (!isOpen) throw new DomainError("cell_not_open", { key });
  const isAnswer = gateAnswers.some((answer) => answer === choice);
  if (isAnswer !== (gate !== undefined)) throw new DomainError("rating_value");
  if (choice === "not_applicable" && !criterion?.mayNotApply) {
    throw new DomainError("rating_not_applicable");
  }
}

type KeptCell = RatingInput & { round: number; at: number };

async function keepCell(tx: Transaction, scorer: PanelScorer, cell: KeptCell): Promise<void> {
  const { key, optionId } = cell;
  const answer = gateAnswers.find((known) => known === cell.choice);
  if (answer) await keepGateAnswer(tx, scorer, { ...cell, answer });
  else await keepScore(tx, scorer, cell);
  await tx.record({
    ...recordedOn(scorer.item),
    kind: answer ? "gate.recorded" : "rating.recorded",
    details: { agendaItemId: scorer.item.row.id, key, optionId },
    content: { ...cell, personId: scorer.member.personId, agendaItemId: scorer.item.row.id },
  });
}

async function keepScore(tx: Transaction, scorer: PanelScorer, cell: KeptCell): Promise<void> {
  const { round, key, optionId, reason, at } = cell;
  const answer = { ...ratingOf(cell.choice), reason, updatedAt: at };
  await tx
    .insert(ratings)
    .values({ ...placeOf(scorer), round, criterion: key, optionId, ...answer })
    .onConflictDoUpdate({
      target: [
        ratings.agendaItemId,
        ratings.round,
        ratings.personId,
        ratings.criterion,
        ratings.optionId,
      ],
      set: answer,
    });
}

async function keepGateAnswer(
  tx: Transaction,
  scorer: PanelScorer,
  cell: KeptCell & { answer: (typeof gateAnswers)[number] },
): Promise<void> {
  const { round, key, optionId, reason, at } = cell;
  const answer = { answer: cell.answer, reason, updatedAt: at };
  await tx
    .insert(gateRatings)
    .values({ ...placeOf(scorer), round, gate: key, optionId, ...answer })
    .onConflictDoUpdate({
      target: [
        gateRatings.agendaItemId,
        gateRatings.round,
        gateRatings.personId,
        gateRatings.gate,
        gateRatings.optionId,
      ],
      set: answer,
    });
}

function placeOf({ item, member, perspective }: PanelScorer) {
  return {
    id: environment.newId(),
    agendaItemId: item.row.id,
    personId: member.personId,
    perspective: perspective.key,
  };
}
