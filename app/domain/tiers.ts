/** Scores and totals closer than this are equal; rounding in the sums stays far below it. */
export const tieTolerance = 1e-9;

/**
 * Ids grouped from the highest value to the lowest. Neighbours in that order within 1e-9 share a tier, so grouping
 * does not depend on the order of the input; inside a tier the input order is kept.
 */
export function tiers(valued: readonly { id: string; value: number }[]): string[][] {
  const places = valued.map(({ id, value }, place) => ({ id, value, place }));
  places.sort((a, b) => b.value - a.value || a.place - b.place);
  const groups: (typeof places)[] = [];
  let previous = Infinity;
  for (const entry of places) {
    const group = groups.at(-1);
    if (group && previous - entry.value <= tieTolerance) group.push(entry);
    else groups.push([entry]);
    previous = entry.value;
  }
  return groups.map((group) => group.sort((a, b) => a.place - b.place).map(({ id }) => id));
}
