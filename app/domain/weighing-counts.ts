import type { GivenCells } from "./weighing-input.ts";

/** How often 1 to 5 was given in the cells of a panel, and how many were expected and hold no number. */
export function valueCounts(
  { values, notAsked }: GivenCells,
  start: number,
  panel: number,
): { counts: number[]; missing: number } {
  const counts = [0, 0, 0, 0, 0];
  let missing = 0;
  for (let at = start; at < start + panel; at += 1) {
    const value = values[at] ?? 0;
    const count = counts[value - 1];
    if (count !== undefined) counts[value - 1] = count + 1;
    else if (value > 0 || notAsked[at] === 0) missing += 1;
  }
  return { counts, missing };
}

/** How often yes, no and unsure were given in the cells of a panel. */
export function gateAnswerCounts({ answers }: GivenCells, start: number, panel: number): number[] {
  const counts = [0, 0, 0];
  for (let at = start; at < start + panel; at += 1) {
    const code = answers[at] ?? 0;
    if (code > 0) counts[code - 1] = (counts[code - 1] ?? 0) + 1;
  }
  return counts;
}

/** The median of ratings of which is known how often each of 1 to 5 was given; null without ratings. */
export function countedMedian(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  return (valueAt(counts, (total - 1) >> 1) + valueAt(counts, total >> 1)) / 2;
}

function valueAt(counts: readonly number[], place: number): number {
  let before = 0;
  for (let index = 0; index < counts.length; index += 1) {
    before += counts[index] ?? 0;
    if (before > place) return index + 1;
  }
  return counts.length;
}
