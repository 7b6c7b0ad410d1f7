import type { FactAnswer, FactKind, FactMeasure } from "./case-file.ts";
import { DomainError } from "./domain-error.ts";

export type MergeableFact = { id: string; mergedIntoId: string | null };

/**
 * For every fact the one it counts as: itself, or the last one of the chain it was merged into (A into B into C is C).
 * A fact that names one not in the list stays itself from there on.
 */
export function resolvedFacts(facts: readonly MergeableFact[]): Map<string, string> {
  const targets = new Map(facts.map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  return new Map(facts.map(({ id }) => [id, endOfChain(id, targets)]));
}

function endOfChain(id: string, targets: Map<string, string | null>): string {
  const passed = new Set<string>();
  let current = id;
  for (let next = targets.get(id); next && targets.has(next); next = targets.get(next)) {
    // A circle is refused when facts are merged; should one be there, reading goes on.
    if (passed.has(next)) break;
    passed.add(next);
    current = next;
  }
  return current;
}

export type AnsweredFact = { factId: string; answer: FactAnswer; amount: number | null };

const strength: Record<FactAnswer, number> = { yes: 2, unknown: 1, no: 0 };

/**
 * The answers of one case (or the facts of one precedent) with merged facts counted as the one they became. When
 * several answers come together: yes wins over unknown over no; of the amounts that go with the winning answer the
 * highest. Sorted by fact.
 */
export function resolvedAnswers(
  answers: readonly AnsweredFact[],
  resolved: ReadonlyMap<string, string>,
): AnsweredFact[] {
  const merged = new Map<string, AnsweredFact>();
  for (const { factId: own, answer, amount } of answers) {
    const factId = resolved.get(own) ?? own;
    const known = merged.get(factId);
    const difference = known ? strength[answer] - strength[known.answer] : 1;
    if (known && difference === 0) known.amount = highestAmount(known.amount, amount);
    else if (difference > 0) merged.set(factId, { factId, answer, amount });
  }
  return [...merged.values()].sort((a, b) => (a.factId < b.factId ? -1 : 1));
}

/** Of two amounts that come together by a merge the highest; null is not known. */
export function highestAmount(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

export type MergeCandidate = MergeableFact & {
  direction: FactKind;
  measure: FactMeasure | null;
  active: boolean;
};

/**
 * Refuses a merge that would change what earlier decisions mean: into itself, in a circle, of opposite directions, or
 * of an ordered fact into one that counts something else.
 *
 * @throws DomainError `fact_merge_circle`, `fact_merge_direction`, `fact_merge_measure`, `fact_merge_retired` when the
 *   target is no longer offered, or `fact_merged_already`.
 */
export function assertMergeable(
  from: MergeCandidate,
  into: MergeCandidate,
  facts: readonly MergeableFact[],
): void {
  if (from.mergedIntoId !== null) throw new DomainError("fact_merged_already");
  if (resolvedFacts(facts).get(into.id) === from.id) throw new DomainError("fact_merge_circle");
  if (from.direction !== into.direction) throw new DomainError("fact_merge_direction");
  const losesAmounts = from.measure !== null && from.measure !== into.measure;
  if (losesAmounts) throw new DomainError("fact_merge_measure");
  if (!into.active && into.mergedIntoId === null) throw new DomainError("fact_merge_retired");
}
