import type { DiscussionCell } from "./discussion.ts";

/** One question, a criterion or a gate, about one option. */
export type Cell = { perspective: string; key: string; option: string };

/** What somebody answered in one of the rounds; `key` is that of the criterion or gate. */
export type RoundAnswer = Cell & { assessor: string; round: number };

/**
 * What counts after the latest round: per person and cell the answer of the highest round, so that who said nothing
 * more keeps what was said before. Keeps the order of the answers given; changes none of them.
 */
export function effectiveAnswers<Answer extends RoundAnswer>(answers: readonly Answer[]): Answer[] {
  const latest = new Map<string, number>();
  for (const answer of answers) {
    const key = answerKey(answer);
    latest.set(key, Math.max(latest.get(key) ?? 0, answer.round));
  }
  return answers.filter((answer) => latest.get(answerKey(answer)) === answer.round);
}

/**
 * What the second round asks again: the cells on which people differ and those put on the agenda by hand, each once,
 * in the order of the discussion. Source: domain.md section 4.
 */
export function reopenedCells(agenda: readonly DiscussionCell[], byHand: readonly Cell[]): Cell[] {
  const differing = agenda
    .filter(({ flagged }) => flagged)
    .map(({ perspective, criterion, option }) => ({ perspective, key: criterion, option }));
  const known = new Set(differing.map(cellOf));
  return [...differing, ...byHand.filter((cell) => !known.has(cellOf(cell)))];
}

/** Whether a round asks something of this person: all of it in the first, reopened cells after that. */
export function isAsked(
  member: { perspective: string; fromRound: number },
  current: { round: number; reopened: readonly Pick<Cell, "perspective">[] },
): boolean {
  if (member.fromRound > current.round) return false;
  if (current.round === 1) return true;
  return current.reopened.some(({ perspective }) => perspective === member.perspective);
}

/**
 * The criteria that were never asked of who joined after the first round: they are no gap in what was given.
 *
 * @returns every cell of the own perspective that was not reopened, per person.
 */
export function cellsNotAsked(about: {
  members: readonly { id: string; perspective: string; fromRound: number }[];
  perspectives: readonly { id: string; criteria: readonly { id: string }[] }[];
  options: readonly { id: string }[];
  reopened: readonly Cell[];
}): { assessor: string; perspective: string; criterion: string; option: string }[] {
  const asked = new Set(about.reopened.map(cellOf));
  const late = about.members.filter(({ fromRound }) => fromRound > 1);
  return late.flatMap(({ id: assessor, perspective }) => {
    const criteria = about.perspectives.find(({ id }) => id === perspective)?.criteria ?? [];
    return criteria.flatMap(({ id: criterion }) =>
      about.options
        .filter(({ id }) => !asked.has(cellOf({ perspective, key: criterion, option: id })))
        .map(({ id: option }) => ({ assessor, perspective, criterion, option })),
    );
  });
}

/** Whether another answer than in the first round asks why; who answers for the first time changes nothing. */
export function changeNeedsReason(before: string | null, after: string): boolean {
  return before !== null && before !== after;
}

export const roundMoves = ["moved", "stayed", "first", "silent"] as const;
export type RoundMove = (typeof roundMoves)[number];

/**
 * What one person did between the rounds: gave another answer, the same, one for the first time, or none in the second
 * round, so that the first stands. Null for who answered in neither.
 */
export function roundMove(before: string | null, after: string | null): RoundMove | null {
  if (after === null) return before === null ? null : "silent";
  if (before === null) return "first";
  return before === after ? "stayed" : "moved";
}

function answerKey(answer: RoundAnswer): string {
  return JSON.stringify([answer.assessor, cellOf(answer)]);
}

function cellOf({ perspective, key, option }: Cell): string {
  return JSON.stringify([perspective, key, option]);
}
