/** A table in a PDF, read aloud as a table: captions, headers with their direction, rows. */
import { runsOf, widthOf } from "./pdf-fonts.server.ts";
import { linesOf, type Line, type Look } from "./pdf-lines.server.ts";
import {
  asArtifact,
  body,
  drawLines,
  drawTagged,
  keepTogether,
  lineHeight,
  margin,
  newPage,
  roomLeft,
  soft,
  space,
  strong,
  textWidth,
  within,
  writeText,
  type Element,
  type ElementOptions,
  type Pen,
} from "./pdf-pen.server.ts";

export type PdfTable = {
  caption: string;
  columns: readonly { label: string; numeric?: boolean; rowHeader?: boolean }[];
  rows: readonly (readonly string[])[];
};

const padding = { x: 4, y: 3 };
const small: Look = { ...body, size: 9.5 };
const header: Look = { ...small, weight: "bold" };
const rowLine = "#c8c8c8";

type Column = PdfTable["columns"][number] & { x: number; width: number };

export async function writeTable(pen: Pen, parent: Element, table: PdfTable): Promise<void> {
  keepTogether(pen, lineHeight(strong) + 4 * lineHeight(small));
  const columns = await placedColumns(pen, table);
  await within(pen, { type: "Table", parent }, async (element) => {
    await within(pen, { type: "Caption", parent: element }, (caption) =>
      writeText(pen, table.caption, { element: caption, tag: "Caption", look: soft }),
    );
    space(pen, 2);
    const heads = columns.map((column) => linesIn(pen, column.label, column, header));
    await within(pen, { type: "THead", parent: element }, (head) =>
      writeRow(pen, { parent: head, columns, cells: heads, heads: null }),
    );
    await within(pen, { type: "TBody", parent: element }, async (rows) => {
      for (const row of table.rows) {
        const cells = columns.map((column, index) =>
          linesIn(pen, row[index] ?? "", column, column.rowHeader ? header : small),
        );
        await writeRow(pen, { parent: rows, columns, cells, heads });
        await pen.turn();
      }
    });
  });
  space(pen, lineHeight(body));
}

function linesIn(pen: Pen, text: string, { width }: Column, look: Look): Line[] {
  return linesOf(pen.doc, text, { ...look, width: width - 2 * padding.x });
}

type Row = {
  parent: Element;
  columns: Column[];
  cells: Line[][];
  /** Repeated on each new page; null for the row of headers itself. */
  heads: Line[][] | null;
};

async function writeRow(pen: Pen, { parent, columns, cells, heads }: Row): Promise<void> {
  await within(pen, { type: "TR", parent }, (row) => {
    const elements = columns.map(({ rowHeader }) => cellElement(pen, row, { heads, rowHeader }));
    const lines = Math.max(1, ...cells.map((cell) => cell.length));
    const step = lineHeight(small);
    // A row of a few lines stays whole; a longer one goes on on the next page.
    if (roomLeft(pen) < Math.min(lines, 8) * step + 2 * padding.y) turnPage(pen, columns, heads);
    for (let from = 0; from < lines;) {
      const fitting = Math.max(1, Math.floor((roomLeft(pen) - 2 * padding.y) / step));
      const part = cells.map((cell) => cell.slice(from, from + fitting));
      drawCells(pen, { columns, cells: part, elements, bold: heads === null });
      from += fitting;
      if (from < lines) turnPage(pen, columns, heads);
    }
    for (const element of elements) element.end();
  });
}

function cellElement(
  pen: Pen,
  row: Element,
  { heads, rowHeader }: { heads: Line[][] | null; rowHeader: boolean | undefined },
): Element {
  const isHeader = heads === null || rowHeader === true;
  const direction: ElementOptions = { scope: heads === null ? "Column" : "Row" };
  const element = isHeader ? pen.doc.struct("TH", direction) : pen.doc.struct("TD");
  row.add(element);
  return element;
}

function turnPage(pen: Pen, columns: Column[], heads: Line[][] | null): void {
  newPage(pen);
  if (heads) drawCells(pen, { columns, cells: heads, elements: null, bold: true });
}

type Cells = { columns: Column[]; cells: Line[][]; elements: Element[] | null; bold: boolean };

function drawCells(pen: Pen, { columns, cells, elements, bold }: Cells): void {
  const { doc, y } = pen;
  const height =
    Math.max(1, ...cells.map((cell) => cell.length)) * lineHeight(small) + 2 * padding.y;
  for (const [index, column] of columns.entries()) {
    const lines = cells[index] ?? [];
    const look = bold || column.rowHeader ? header : small;
    for (const [at, line] of lines.entries()) {
      const spot = { look, x: startOf(pen, line, column, look), y: y + padding.y };
      const place = { ...spot, y: spot.y + at * lineHeight(small) };
      const element = elements?.[index];
      if (element) drawTagged(pen, [line], { ...place, element, tag: bold ? "TH" : "TD" });
      else asArtifact(doc, "Pagination", () => drawLines(doc, [line], place));
    }
  }
  pen.y += height;
  asArtifact(doc, "Layout", () => {
    const colour = bold ? "#1a1a1a" : rowLine;
    doc.moveTo(margin.left, pen.y).lineTo(margin.left + textWidth, pen.y);
    doc.lineWidth(0.6).strokeColor(colour).stroke();
  });
}

/** Figures stand to the right, under each other. */
function startOf(pen: Pen, line: Line, { x, width, numeric }: Column, look: Look): number {
  if (!numeric) return x + padding.x;
  const trimmed = line.map((run, index) =>
    index === line.length - 1 ? { ...run, text: run.text.trimEnd() } : run,
  );
  return x + width - padding.x - widthOf(pen.doc, trimmed, look.size);
}

/** As wide as their texts where that fits; otherwise shared out, no column narrower than its longest word. */
async function placedColumns(pen: Pen, { columns, rows }: PdfTable): Promise<Column[]> {
  const sizes = columns.map(() => ({ least: 24, natural: 24 }));
  const look = (index: number) => (columns[index]?.rowHeader ? header : small);
  const texts = [columns.map(({ label }) => label), ...rows.slice(0, 200)];
  for (const [place, row] of texts.entries()) {
    for (const [index, size] of sizes.entries()) {
      const text = row[index] ?? "";
      const { weight } = place === 0 ? header : look(index);
      const measure = (one: string) =>
        widthOf(pen.doc, runsOf(pen.doc, one, weight), small.size) + 2 * padding.x + 1;
      const lines = text.split("\n");
      const words = columns[index]?.numeric && place > 0 ? lines : text.split(/[ \n]/);
      size.least = Math.max(size.least, Math.min(measure(longestOf(words)), textWidth / 3));
      size.natural = Math.max(size.natural, Math.min(measure(longestOf(lines)), textWidth));
    }
    await pen.turn();
  }
  return placed(columns, widthsOf(sizes));
}

function longestOf(texts: string[]): string {
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), "");
}

function placed(columns: PdfTable["columns"], widths: number[]): Column[] {
  let x = margin.left;
  return columns.map((column, index) => {
    const width = widths[index] ?? 0;
    const left = x;
    x += width;
    return { ...column, x: left, width };
  });
}

function widthsOf(sizes: { least: number; natural: number }[]): number[] {
  const total = (of: "least" | "natural") => sizes.reduce((sum, size) => sum + size[of], 0);
  const [least, natural] = [total("least"), total("natural")];
  if (least >= textWidth) return sizes.map((size) => (size.least * textWidth) / least);
  if (natural <= textWidth) {
    const share = (textWidth - natural) / sizes.length;
    return sizes.map((size) => size.natural + share);
  }
  const growth = natural - least;
  const spare = textWidth - least;
  return sizes.map((size) => size.least + (spare * (size.natural - size.least)) / growth);
}
