/** Text of a PDF in lines of a width. */
import { runsOf, widthOf, type PdfDocument, type Run, type Weight } from "./pdf-fonts.server.ts";

export type Look = { size: number; weight: Weight; colour: string };
export type Line = Run[];

/** Words are kept whole; one that is wider than the line goes on on the next. */
export function linesOf(doc: PdfDocument, text: string, look: Look & { width: number }): Line[] {
  return cleaned(text)
    .split("\n")
    .flatMap((paragraph) => broken(doc, paragraph, look));
}

/** Without what has no place on paper: control signs, invisible marks, halves of letters. */
function cleaned(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll("\t", " ")
    .replaceAll(
      /(?!\n)[\p{Cc}\p{Cs}\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]/gu,
      "",
    );
}

function broken(doc: PdfDocument, paragraph: string, look: Look & { width: number }): Line[] {
  const measure = (text: string) => widthOf(doc, runsOf(doc, text, look.weight), look.size);
  const lines: string[] = [];
  let line = "";
  let used = 0;
  // Each word with the space after it; that space may stick out, and keeps words apart when read aloud.
  for (const word of paragraph.match(/[^ ]* +|[^ ]+$/g) ?? []) {
    const bare = measure(word.trimEnd());
    if (line !== "" && used + bare > look.width) {
      lines.push(line);
      [line, used] = ["", 0];
    }
    const pieces = bare > look.width ? cut(word, look.width, measure) : [word];
    lines.push(...pieces.slice(0, -1));
    const last = pieces.at(-1) ?? "";
    line += last;
    used += measure(last);
  }
  return [...lines, line].map((words) => runsOf(doc, words, look.weight));
}

/** A word in pieces that each fit the line. */
function cut(word: string, width: number, measure: (text: string) => number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && measure(piece + letter) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...pieces, piece];
}
