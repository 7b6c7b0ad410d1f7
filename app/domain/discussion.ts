import type { DisagreementWord } from "./agreement.ts";
import { kendallW } from "./agreement.ts";
import { DomainError } from "./domain-error.ts";
import { tiers } from "./tiers.ts";
import type { Weighing, WeighedPerspective } from "./weighing.ts";

export type DiscussionCell = {
  perspective: string;
  criterion: string;
  option: string;
  median: number | null;
  count: number;
  missing: number;
  range: number | null;
  consensus: number | null;
  word: DisagreementWord | null;
  /** Weight of the perspective times the share of the criterion in it, 0 to 1. */
  weight: number;
  /** On the table: a range of 2 or more, or opposite ends. */
  flagged: boolean;
};

export type PerspectiveRanking = {
  perspective: string;
  /** Options with a score, best first, ties (1e-9) together; passing plays no part. */
  tiers: string[][];
  first: string[];
  /** In the order of the options; equal scores share the best place (1, 1, 3), null without a score. */
  ranks: { option: string; rank: number | null; score: number | null; passes: boolean }[];
};

type Weights = { id: string; weight: number; criteria: { id: string; weight: number }[] }[];

/**
 * Every rated cell in the order in which to talk about it: lowest consensus first, then the heaviest, then by
 * position (perspective, criterion, option). Cells nobody rated close the list, they have no consensus.
 * Source: domain.md section 5.
 *
 * @throws DomainError `perspectives` or `criteria` when the weights miss one that was weighed.
 */
export function discussionAgenda(result: Weighing, weights: Weights): DiscussionCell[] {
  const perspectives = result.options[0]?.perspectives ?? [];
  const cells = perspectives.flatMap((perspective, p) =>
    perspective.criteria.flatMap((criterion, c) => {
      const weight = cellWeight(weights, perspective.id, criterion.id);
      return result.options.flatMap((option) => {
        const cell = option.perspectives[p]?.criteria[c];
        if (!cell) return [];
        const { id, ...figures } = cell;
        const flagged = (cell.range ?? 0) >= 2;
        const place = { perspective: perspective.id, criterion: id, option: option.id };
        return [{ ...place, ...figures, weight, flagged }];
      });
    }),
  );
  return cells.sort((a, b) => (a.consensus ?? 2) - (b.consensus ?? 2) || b.weight - a.weight);
}

function cellWeight(weights: Weights, perspectiveId: string, criterionId: string): number {
  const perspective = weights.find(({ id }) => id === perspectiveId);
  if (!perspective) throw new DomainError("perspectives", { perspective: perspectiveId });
  const criterion = perspective.criteria.find(({ id }) => id === criterionId);
  if (!criterion) throw new DomainError("criteria", { criterion: criterionId });
  const all = perspective.criteria.reduce((total, { weight }) => total + weight, 0);
  return all === 0 ? 0 : (perspective.weight * criterion.weight) / all;
}

/** First choices and ranks of every perspective, over all options that have a score in it. */
export function perspectiveRankings(result: Weighing): PerspectiveRanking[] {
  const perspectives = result.options[0]?.perspectives ?? [];
  return perspectives.map(({ id }, index) => {
    const own = result.options.flatMap((option) => {
      const perspective = option.perspectives[index];
      return perspective ? [{ option: option.id, perspective }] : [];
    });
    return perspectiveRanking(id, own);
  });
}

function perspectiveRanking(
  perspective: string,
  own: { option: string; perspective: WeighedPerspective }[],
): PerspectiveRanking {
  const scored = own.flatMap(({ option, perspective: { score } }) =>
    score === null ? [] : [{ id: option, value: score }],
  );
  const groups = tiers(scored);
  const ranks = own.map(({ option, perspective: { score, passes } }) => {
    const tier = groups.findIndex((group) => group.includes(option));
    const rank = tier < 0 ? null : groups.slice(0, tier).flat().length + 1;
    return { option, rank, score, passes };
  });
  return { perspective, tiers: groups, first: groups[0] ?? [], ranks };
}

/**
 * Kendall's W between the perspectives over the options that have a score in each of them. Null under four such
 * options: with fewer the number says nothing, the table of ranks does. Source: domain.md section 5.
 */
export function perspectiveConcordance(
  result: Weighing,
): { w: number; chi2: number; df: number } | null {
  const complete = result.options.filter(({ perspectives }) =>
    perspectives.every(({ score }) => score !== null),
  );
  if (complete.length < 4) return null;
  const perspectives = complete[0]?.perspectives ?? [];
  // Ranks and not scores: scores that are equal within rounding must count as a tie.
  const rows = perspectives.map((_, index) => {
    const scored = complete.map(({ id, perspectives: own }) => ({
      id,
      value: own[index]?.score ?? 0,
    }));
    const groups = tiers(scored);
    return scored.map(({ id }) => groups.findIndex((group) => group.includes(id)));
  });
  return kendallW(rows);
}
