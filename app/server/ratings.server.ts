import { and, eq } from "drizzle-orm";
import { db, environment, gateRatings, ratings, type Queries, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { gateAnswers, gateNeedsReason, ratingNeedsReason } from "#app/domain/session.ts";
import type { Choice } from "#app/schemas/rating-choices.ts";
import { ratingOf, type RatingInput } from "#app/schemas/rating.ts";
import type { Access } from "./access.server.ts";
import type { ItemAddress } from "./agenda-items.server.ts";
import { recordedOn } from "./agenda-items-moves.server.ts";
import {
  assertScoring,
  assertScoringPhase,
  getScorer,
  type PanelScorer,
} from "./scoring-access.server.ts";

export type OwnCell = { choice: Choice; reason: string; at: number };
/** Own answers by `cellKey`. */
export type OwnCells = Map<string, OwnCell>;

export type Recorded = { at: number; reasonMissing: boolean };

/**
 * Keeps one cell: the same cell again changes the same row, so that retries and a second tab do no
 * harm. A reason may still be missing here; nobody gets to ready without it.
 */
export async function recordRating(
  access: Access<"session.score">,
  address: ItemAddress,
  input: RatingInput,
): Promise<Recorded> {
  const scorer = await getScorer(access, address);
  const at = await recordCells(access, scorer, [input]);
  return { at, reasonMissing: isReasonMissing(input) };
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

/** Whether this answer still needs its own argument. */
export function isReasonMissing({ choice, reason }: Pick<RatingInput, "choice" | "reason">) {
  const answer = gateAnswers.find((known) => known === choice);
  const needed = answer ? gateNeedsReason(answer) : ratingNeedsReason(ratingOf(choice));
  return needed && reason.trim() === "";
}

export function cellKey(key: string, optionId: string): string {
  return `${key}:${optionId}`;
}

/** The answers this person gave in this round. Nobody else's leave the database here. */
export async function listOwnCells(read: Queries, scorer: PanelScorer): Promise<OwnCells> {
  const { item, member } = scorer;
  const given = await read
    .select()
    .from(ratings)
    .where(
      and(
        eq(ratings.agendaItemId, item.row.id),
        eq(ratings.round, item.row.round),
        eq(ratings.personId, member.personId),
      ),
    );
  const answered = await read
    .select()
    .from(gateRatings)
    .where(
      and(
        eq(gateRatings.agendaItemId, item.row.id),
        eq(gateRatings.round, item.row.round),
        eq(gateRatings.personId, member.personId),
      ),
    );
  const cells: OwnCells = new Map();
  for (const { criterion, optionId, kind, value, reason, updatedAt } of given) {
    const choice = kind === "score" ? (String(value) as Choice) : kind;
    cells.set(cellKey(criterion, optionId), { choice, reason, at: updatedAt });
  }
  for (const { gate, optionId, answer, reason, updatedAt } of answered) {
    cells.set(cellKey(gate, optionId), { choice: answer, reason, at: updatedAt });
  }
  return cells;
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
