/** Bars in a PDF: a picture with a text that says the same, always beside a table with the figures. */
import { runsOf, widthOf, type PdfDocument, type Run } from "./pdf-fonts.server.ts";
import { linesOf, type Look } from "./pdf-lines.server.ts";
import {
  body,
  drawLines,
  keepTogether,
  lineHeight,
  margin,
  space,
  textWidth,
  type Element,
  type ElementOptions,
  type Pen,
} from "./pdf-pen.server.ts";

export type PdfBars = {
  /** What the picture says, for who does not see it. */
  alt: string;
  /** What each number of a row stands for; named in the picture when there is more than one. */
  series: readonly string[];
  /** Whether the numbers of a row are parts of one whole, behind each other. */
  stacked: boolean;
  /** Numbers from 0 up, and the words shown behind them. */
  rows: readonly { label: string; values: readonly number[]; words: readonly string[] }[];
};

const look: Look = { ...body, size: 9 };
const line = 15;
const gap = 4;
const bar = { x: margin.left + textWidth * 0.34, width: textWidth * 0.48, height: 11 };
// Dark to light, told apart without colour too; each with a line around it.
const tints = ["#154273", "#9cb8d9", "#ffffff", "#5f7fa8", "#d9e4f1"];
const around = "#1a1a1a";

export async function writeBars(pen: Pen, parent: Element, bars: PdfBars): Promise<void> {
  const { doc } = pen;
  const lines = (row: PdfBars["rows"][number]) => (bars.stacked ? 1 : row.values.length);
  const names = bars.series.length > 1 ? placedLegend(doc, bars.series) : [];
  const legend = names.reduce((most, { top }) => Math.max(most, top + line + gap), 0);
  const height = bars.rows.reduce((sum, row) => sum + lines(row) * line + gap, legend);
  keepTogether(pen, height);
  const { y } = pen;
  const bbox = [margin.left, y, margin.left + textWidth, y + height];
  const options: ElementOptions = { alt: bars.alt, bbox, placement: "Block" };
  const figure = doc.struct("Figure", options);
  parent.add(figure);
  const content = doc.markStructureContent("Figure");
  drawLegend(doc, names, y);
  const most = Math.max(...bars.rows.map((row) => extent(row.values, bars.stacked)), 1e-9);
  let top = y + legend;
  for (const row of bars.rows) {
    drawRow(doc, row, { top, stacked: bars.stacked, scale: bar.width / most });
    top += lines(row) * line + gap;
  }
  doc.endMarkedContent();
  figure.add(content);
  figure.end();
  space(pen, height + 6);
  await pen.turn();
}

function extent(values: readonly number[], stacked: boolean): number {
  return stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);
}

type LegendName = { runs: Run[]; x: number; top: number };

/** Next to each other, and below where the line is full. */
function placedLegend(doc: PdfDocument, series: readonly string[]): LegendName[] {
  let [x, top] = [margin.left, 0];
  return series.map((name) => {
    const runs = runsOf(doc, name, look.weight);
    const width = 14 + widthOf(doc, runs, look.size);
    if (x > margin.left && x + width > margin.left + textWidth)
      [x, top] = [margin.left, top + line];
    const placed = { runs, x, top };
    x += width + 14;
    return placed;
  });
}

function drawLegend(doc: PdfDocument, names: LegendName[], start: number): void {
  for (const [place, { runs, x, top }] of names.entries()) {
    box(doc, { x, y: start + top + 2, width: 10, place });
    drawLines(doc, [runs], { look, x: x + 14, y: start + top });
  }
}

type Spot = { top: number; stacked: boolean; scale: number };

function drawRow(doc: PdfDocument, row: PdfBars["rows"][number], { top, stacked, scale }: Spot) {
  drawLabel(doc, row.label, top);
  let [x, y] = [bar.x, top];
  for (const [place, value] of row.values.entries()) {
    const width = Math.max(value * scale, 0);
    if (width > 0) box(doc, { x, y: y + 2, width, place });
    if (stacked) x += width;
    else {
      drawWords(doc, row.words[place] ?? "", { x: x + width, y });
      y += line;
    }
  }
  if (stacked) drawWords(doc, row.words.join(" / "), { x, y });
  const bottom = stacked ? top + line : y;
  doc.moveTo(bar.x, top).lineTo(bar.x, bottom).lineWidth(0.6).strokeColor(around).stroke();
}

/** To the right against its bars, cut off where it is too long: the table has it in full. */
function drawLabel(doc: PdfDocument, label: string, top: number): void {
  const room = bar.x - margin.left - 8;
  const [first = [], ...more] = linesOf(doc, label, { ...look, width: room - 8 });
  const shown = more.length > 0 ? [...first, ...runsOf(doc, "…", look.weight)] : first;
  const x = bar.x - 8 - Math.min(widthOf(doc, shown, look.size), room);
  drawLines(doc, [shown], { look, x, y: top + (line - lineHeight(look)) / 2 });
}

function drawWords(doc: PdfDocument, words: string, { x, y }: { x: number; y: number }): void {
  const runs = runsOf(doc, words, look.weight);
  drawLines(doc, [runs], { look, x: x + 5, y: y + (line - lineHeight(look)) / 2 });
}

type Box = { x: number; y: number; width: number; place: number };

function box(doc: PdfDocument, { x, y, width, place }: Box): void {
  const tint = tints[place % tints.length] ?? around;
  doc.rect(x, y, width, bar.height).lineWidth(0.5).fillAndStroke(tint, around);
}
