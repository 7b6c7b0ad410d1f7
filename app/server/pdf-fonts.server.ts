/** The letters of a PDF: which font has them, and how wide they are. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export type PdfDocument = PDFKit.PDFDocument;

// Noto Sans comes in parts by script; a text takes each letter from the first part that has it.
const parts = ["latin", "latin-ext", "greek", "cyrillic", "cyrillic-ext", "vietnamese"] as const;
const weights = { regular: 400, bold: 700 } as const;
export type Weight = keyof typeof weights;

/** Letters of one font in a row; `actual` is what was typed where no font has the letter. */
export type Run = { font: string; text: string; actual?: string };

const files = new Map<string, Buffer>();
const place = createRequire(import.meta.url);

function fontFile(part: string, weight: Weight): Buffer {
  const name = `noto-sans-${part}-${weights[weight]}-normal.woff`;
  const file =
    files.get(name) ?? readFileSync(place.resolve(`@fontsource/noto-sans/files/${name}`));
  files.set(name, file);
  return file;
}

/** Makes the fonts known to a document; one is opened when a text needs it. */
export function registerFonts(doc: PdfDocument): void {
  for (const weight of Object.keys(weights) as Weight[]) {
    for (const part of parts) doc.registerFont(`${part}-${weight}`, fontFile(part, weight));
  }
}

/** A sign that stands for a letter in no font. */
const unknownSign = "\ufffd";
// Ordinary text, most of what there is, needs no looking up.
const plain = /^[\x20-\x7e\xa0-\xff\u2018\u2019\u201c\u201d\u20ac\u2013\u2014\u2026]*$/u;

/** A text as runs, each in one font. */
export function runsOf(doc: PdfDocument, text: string, weight: Weight): Run[] {
  if (plain.test(text)) return text === "" ? [] : [{ font: `latin-${weight}`, text }];
  const runs: Run[] = [];
  for (const letter of text) {
    const font = fontWith(doc, letter, weight);
    const last = runs.at(-1);
    if (font === null) {
      runs.push({ font: `latin-${weight}`, text: unknownSign, actual: letter });
    } else if (last && last.font === font && last.actual === undefined) {
      last.text += letter;
    } else {
      runs.push({ font, text: letter });
    }
  }
  return runs;
}

/** What pdfkit keeps of a font that it opened; its types do not say so. */
type OpenFont = { _font: { font: { hasGlyphForCodePoint: (code: number) => boolean } } };

function fontWith(doc: PdfDocument, letter: string, weight: Weight): string | null {
  const code = letter.codePointAt(0) ?? 0;
  for (const part of parts) {
    const font = `${part}-${weight}`;
    const { _font } = doc.font(font) as unknown as OpenFont;
    if (_font.font.hasGlyphForCodePoint(code)) return font;
  }
  return null;
}

export function widthOf(doc: PdfDocument, runs: readonly Run[], size: number): number {
  let width = 0;
  for (const { font, text } of runs) width += doc.font(font, size).widthOfString(text);
  return width;
}
