/** Bars in a PDF: a picture with a text that says the same, always beside a table with the figures. */
import { runsOf, widthOf } from "./pdf-fonts.server.ts";
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
  /** Values from 0 up, and the words shown behind them. */
  bars: readonly { label: string; value: number; words: string }[];
};

const look: Look = { ...body, size: 9 };
const row = 18;
const bar = { x: margin.left + textWidth * 0.36, width: textWidth * 0.52, height: 11 };
const colour = "#154273";

export async function writeBars(pen: Pen, parent: Element, { alt, bars }: PdfBars): Promise<void> {
  const height = bars.length * row + 4;
  keepTogether(pen, height);
  const { doc, y } = pen;
  const bbox = [margin.left, y, margin.left + textWidth, y + height];
  const options: ElementOptions = { alt, bbox, placement: "Block" };
  const figure = doc.struct("Figure", options);
  parent.add(figure);
  const content = doc.markStructureContent("Figure");
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  for (const [index, one] of bars.entries()) {
    drawBar(pen, { ...one, top: y + index * row, share: one.value / most });
  }
  doc.endMarkedContent();
  figure.add(content);
  figure.end();
  space(pen, height + 6);
  await pen.turn();
}

type Bar = { label: string; words: string; top: number; share: number };

function drawBar({ doc }: Pen, { label, words, top, share }: Bar): void {
  const room = bar.x - margin.left - 8;
  const [line = [], ...more] = linesOf(doc, label, { ...look, width: room });
  const shown = more.length > 0 ? [...line, ...runsOf(doc, "…", look.weight)] : line;
  const left = bar.x - 8 - Math.min(widthOf(doc, shown, look.size), room);
  const text = top + (row - lineHeight(look)) / 2;
  drawLines(doc, [shown], { look, x: left, y: text });
  const width = Math.max(bar.width * share, share > 0 ? 1 : 0);
  doc.rect(bar.x, top + (row - bar.height) / 2, width, bar.height).fill(colour);
  doc
    .moveTo(bar.x, top)
    .lineTo(bar.x, top + row)
    .lineWidth(0.6)
    .strokeColor("#4a4a4a")
    .stroke();
  drawLines(doc, [runsOf(doc, words, look.weight)], { look, x: bar.x + width + 5, y: text });
}
