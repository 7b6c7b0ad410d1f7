import { and, eq } from "drizzle-orm";
import { db, gateRatings, ratings, type Queries } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { changeNeedsReason } from "#app/domain/rounds.ts";
import { gateAnswers, gateNeedsReason, ratingNeedsReason } from "#app/domain/session.ts";
import type { Choice } from "#app/schemas/rating-choices.ts";
import { ratingOf, type RatingInput, type SentRating } from "#app/schemas/rating.ts";
import { cellKey } from "./reopened-cells.server.ts";
import type { PanelScorer } from "./scoring-access.server.ts";

export type OwnCell = { choice: Choice; reason: string; at: number };
/** Own answers by `cellKey`. */
export type OwnCells = Map<string, OwnCell>;

/** The answers this person gave in this round. Nobody else's leave the database here. */
export async function listOwnCells(read: Queries, scorer: PanelScorer): Promise<OwnCells> {
  return ownCellsOf(read, scorer, scorer.item.row.round);
}

/** The own answers of the first round beside those of the second; none while it is the first. */
export async function listOwnBefore(scorer: PanelScorer): Promise<OwnCells> {
  return scorer.reopened === null ? new Map() : ownCellsOf(db.read, scorer, 1);
}

async function ownCellsOf(
  read: Queries,
  { item, member }: PanelScorer,
  round: number,
): Promise<OwnCells> {
  const given = await read
    .select()
    .from(ratings)
    .where(
      and(
        eq(ratings.agendaItemId, item.row.id),
        eq(ratings.round, round),
        eq(ratings.personId, member.personId),
      ),
    );
  const answered = await read
    .select()
    .from(gateRatings)
    .where(
      and(
        eq(gateRatings.agendaItemId, item.row.id),
        eq(gateRatings.round, round),
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

/**
 * An answer as it is kept. Staying with the first round, by the button or by choosing the same,
 * takes its reason over unless another one was typed.
 */
export function settled({ choice, ...sent }: SentRating, before: OwnCells): RatingInput {
  const own = before.get(cellKey(sent.key, sent.optionId));
  if (choice === "stay" && !own) throw new DomainError("rating_value");
  if (!own || (choice !== "stay" && choice !== own.choice)) {
    return { ...sent, choice: choice as Choice };
  }
  return {
    ...sent,
    choice: own.choice,
    reason: sent.reason.trim() === "" ? own.reason : sent.reason,
  };
}

/** Whether this answer still needs its own argument; `before` is that of the first round. */
export function isReasonMissing(
  { choice, reason }: Pick<RatingInput, "choice" | "reason">,
  before: Choice | null,
): boolean {
  if (reason.trim() !== "") return false;
  const answer = gateAnswers.find((known) => known === choice);
  const needed = answer ? gateNeedsReason(answer) : ratingNeedsReason(ratingOf(choice));
  return needed || changeNeedsReason(before, choice);
}
