/**
 * Situations as bits, for finding sets in them: per row `width` words with the facts that hold, by number from 1, and
 * the level that was decided.
 */
export type SetRows = { width: number; words: Int32Array; levels: Uint8Array };

/** Rows with room for so many situations of facts up to a number. */
export function setRowsOf(count: number, highestFact: number): SetRows {
  const width = Math.max(1, Math.ceil(highestFact / 32));
  return { width, words: new Int32Array(count * width), levels: new Uint8Array(count) };
}

/** The rows of situations that are plain lists. */
export function setRows(situations: { facts: number[]; level: number }[]): SetRows {
  const highest = situations.reduce((most, { facts }) => Math.max(most, ...facts), 1);
  const rows = setRowsOf(situations.length, highest);
  for (const [row, { facts, level }] of situations.entries()) {
    rows.levels[row] = level;
    for (const fact of facts) {
      const word = row * rows.width + ((fact - 1) >>> 5);
      rows.words[word] = (rows.words[word] ?? 0) | (1 << ((fact - 1) & 31));
    }
  }
  return rows;
}
