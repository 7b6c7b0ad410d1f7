/**
 * The words of a text in at most so many lines of at most so many letters, because text in an SVG does not wrap. What
 * does not fit ends in an ellipsis: the whole text stands beside the picture.
 */
export function wrapped(text: string, letters: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  const kept = lines.slice(0, most);
  const cut = lines.length > most;
  return kept.map((line, place) =>
    shortened(cut && place === most - 1 ? `${line}…` : line, letters),
  );
}

export function shortened(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}
