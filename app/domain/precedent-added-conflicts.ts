import {
  binds,
  contradicts,
  type Direction,
  type Precedent,
  type Proposal,
} from "./precedent-binding.ts";
import { conflicts, type Conflict } from "./precedent.ts";

/** A conflict that the line already holds, and the precedents that decided the case the way the proposal does. */
export type ConflictInLine = Conflict & { with: string[] };

/**
 * The conflicts of a proposal, split in those it would add and those that the precedents already have among
 * themselves. Only added ones warn.
 *
 * A conflict with precedent c is already in the line when another precedent d binds this very case to the side of the
 * proposal (to at most its level when c binds to more, to at least its level when c binds to less), and d and c are at
 * odds: c binds this case too, or d contradicts c. Then the proposal follows d, and what stands between d and c is not
 * of its making. Without recorded reasons this comes down to the band: where the precedents agree on a case (`lower` up
 * to `upper`) every conflict is an added one; where they do not, every level from `upper` up to `lower` adds none.
 *
 * @throws DomainError `ordered` when an ordered value is not a finite number.
 */
export function addedConflicts(
  proposal: Proposal,
  precedents: Precedent[],
): { added: Conflict[]; alreadyInLine: ConflictInLine[] } {
  const below = precedents.filter(
    (precedent) =>
      precedent.level <= proposal.level &&
      binds({ situation: proposal, precedent, direction: "atMost" }),
  );
  const above = precedents.filter(
    (precedent) =>
      precedent.level >= proposal.level &&
      binds({ situation: proposal, precedent, direction: "atLeast" }),
  );
  const byId = new Map(precedents.map((precedent) => [precedent.id, precedent]));
  const judged = conflicts(proposal, precedents).map((conflict): ConflictInLine => {
    const precedent = byId.get(conflict.id);
    const followed = conflict.because === "atLeast" ? below : above;
    const others = followed.filter(
      (other) => precedent && areAtOdds({ other, precedent, proposal }, conflict.because),
    );
    return { ...conflict, with: others.map(({ id }) => id).sort() };
  });
  return {
    added: judged
      .filter((conflict) => conflict.with.length === 0)
      .map(({ id, because }) => ({ id, because })),
    alreadyInLine: judged.filter((conflict) => conflict.with.length > 0),
  };
}

function areAtOdds(
  { other, precedent, proposal }: Record<"other" | "precedent", Precedent> & { proposal: Proposal },
  direction: Direction,
): boolean {
  return (
    binds({ situation: proposal, precedent, direction }) || contradicts(other, precedent, direction)
  );
}
