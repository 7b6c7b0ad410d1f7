import { DomainError } from "./domain-error.ts";
import { tiers } from "./tiers.ts";

/** An option with one score per weight, in the order of the weights. */
export type ScoredOption = { id: string; scores: readonly number[] };

/**
 * Refuses options that cannot be compared.
 *
 * @throws DomainError `options` for an id that is there twice; `scores` for a score that is not finite, or not
 * exactly one per weight.
 */
export function assertScoredOptions(options: readonly ScoredOption[], weights: number): void {
  const seen = new Set<string>();
  for (const { id, scores } of options) {
    if (seen.has(id)) throw new DomainError("options", { id });
    seen.add(id);
    const isOdd = scores.some((score) => !Number.isFinite(score));
    if (scores.length === 0 || scores.length !== weights || isOdd) {
      throw new DomainError("scores", { id, scores, weights });
    }
  }
}

/**
 * The scores of each option, where scores on one place that are equal within 1e-9 become the lowest of them: rounding
 * never tells options apart, and all differences fit together.
 */
function settledScores(options: readonly ScoredOption[]): number[][] {
  const settled = options.map(({ scores }) => [...scores]);
  for (const place of options[0]?.scores.keys() ?? []) {
    const column = settled.map((scores, index) => ({
      id: String(index),
      value: scores[place] ?? 0,
    }));
    for (const tier of tiers(column)) {
      const low = Math.min(...tier.map((index) => column[Number(index)]?.value ?? 0));
      for (const index of tier) settled[Number(index)]?.splice(place, 1, low);
    }
  }
  return settled;
}

/**
 * Options grouped by equal (settled) scores; `members` are their places. Groups are ordered by their scores: what is
 * computed from them does not depend on the order of the options.
 */
export function scoreGroups(
  options: readonly ScoredOption[],
): { scores: number[]; members: number[] }[] {
  const groups: { scores: number[]; members: number[] }[] = [];
  const order = settledScores(options).map((scores, index) => ({ scores, index }));
  order.sort((a, b) => compareScores(a.scores, b.scores) || a.index - b.index);
  for (const { scores, index } of order) {
    const last = groups.at(-1);
    if (last && compareScores(last.scores, scores) === 0) last.members.push(index);
    else groups.push({ scores, members: [index] });
  }
  return groups;
}

function compareScores(a: number[], b: number[]): number {
  for (const [place, score] of a.entries()) {
    const difference = score - (b[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
