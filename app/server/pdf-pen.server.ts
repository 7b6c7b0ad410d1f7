/** Writing on the pages of a PDF: where the next line comes, and what it is to a screen reader. */
import type { PdfDocument } from "./pdf-fonts.server.ts";
import { linesOf, type Line, type Look } from "./pdf-lines.server.ts";

export type Element = ReturnType<PdfDocument["struct"]>;
/** With what pdfkit knows and its types do not. */
export type ElementOptions = NonNullable<Parameters<PdfDocument["struct"]>[1]> & {
  scope?: "Row" | "Column";
  bbox?: number[];
  placement?: "Block";
};
/** What lets other work go between, see slices.server.ts. */
type Turn = () => Promise<void> | undefined;
export type Pen = { doc: PdfDocument; root: Element; y: number; turn: Turn };

export const margin = { left: 56, right: 56, top: 56, bottom: 64 };
const page = { width: 595.28, height: 841.89 };
export const textWidth = page.width - margin.left - margin.right;
const bottom = page.height - margin.bottom;

export const body: Look = { size: 10.5, weight: "regular", colour: "#1a1a1a" };
export const soft: Look = { size: 9, weight: "regular", colour: "#4a4a4a" };
export const strong: Look = { ...body, weight: "bold" };

export function lineHeight({ size }: Look): number {
  return size * 1.4;
}

export function newPage(pen: Pen): void {
  pen.doc.addPage();
  pen.y = margin.top;
}

export function roomLeft(pen: Pen): number {
  return bottom - pen.y;
}

/** Goes to a new page when less than this is left, so that what belongs together stays so. */
export function keepTogether(pen: Pen, height: number): void {
  if (roomLeft(pen) < Math.min(height, bottom - margin.top)) newPage(pen);
}

export function space(pen: Pen, height: number): void {
  pen.y += height;
}

/** An element under another one, closed when `write` is done. */
export async function within(
  pen: Pen,
  { type, parent }: { type: string; parent: Element },
  write: (element: Element) => Promise<void> | void,
): Promise<void> {
  const element = pen.doc.struct(type);
  parent.add(element);
  await write(element);
  element.end();
}

type Place = { element: Element; tag: string; look: Look; x?: number; width?: number };

/** Lines of text as content of an element, over as many pages as they need. */
export async function writeText(pen: Pen, text: string, place: Place): Promise<void> {
  const { look, x = margin.left, width = textWidth } = place;
  let rest = linesOf(pen.doc, text, { ...look, width });
  while (rest.length > 0) {
    const fitting = Math.floor(roomLeft(pen) / lineHeight(look));
    if (fitting < 1) newPage(pen);
    else {
      drawTagged(pen, rest.slice(0, fitting), { ...place, x, y: pen.y });
      pen.y += Math.min(fitting, rest.length) * lineHeight(look);
      rest = rest.slice(fitting);
    }
    await pen.turn();
  }
}

type Spot = { element: Element; tag: string; look: Look; x: number; y: number };

/** Lines at a place on this page, as content of an element. */
export function drawTagged(pen: Pen, lines: Line[], { element, tag, ...spot }: Spot): void {
  const content = pen.doc.markStructureContent(tag);
  drawLines(pen.doc, lines, spot);
  pen.doc.endMarkedContent();
  element.add(content);
}

export function drawLines(
  doc: PdfDocument,
  lines: Line[],
  { look, x, y }: Pick<Spot, "look" | "x" | "y">,
): void {
  doc.fillColor(look.colour);
  for (const [index, line] of lines.entries()) {
    let left = x;
    for (const { font, text, actual } of line) {
      doc.font(font, look.size);
      if (actual !== undefined) doc.markContent("Span", { actual });
      doc.text(text, left, y + index * lineHeight(look), { lineBreak: false });
      if (actual !== undefined) doc.endMarkedContent();
      left += doc.widthOfString(text);
    }
  }
}

/** What is on the page for the eye only. */
export function asArtifact(
  doc: PdfDocument,
  type: "Layout" | "Pagination",
  draw: () => void,
): void {
  doc.markContent("Artifact", { type });
  draw();
  doc.endMarkedContent();
}
