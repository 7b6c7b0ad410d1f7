/**
 * Documents as PDF, for eyes and for screen readers (PDF/UA-1, ISO 14289-1): a title, a language, structure, bookmarks
 * and fonts within. The same blocks give the same bytes: no clock and no chance takes part.
 */
import { setImmediate } from "node:timers/promises";
import PDFDocument from "pdfkit";
import "#app/i18n/all-languages.ts";
import type { Language } from "#app/domain/local-text.ts";
import { getTexts } from "#app/i18n/instances.ts";
import { writeBars, type PdfBars } from "./pdf-bars.server.ts";
import { registerFonts, runsOf, widthOf, type PdfDocument } from "./pdf-fonts.server.ts";
import type { Look } from "./pdf-lines.server.ts";
import {
  asArtifact,
  body,
  drawLines,
  drawTagged,
  keepTogether,
  lineHeight,
  margin,
  newPage,
  soft,
  space,
  strong,
  textWidth,
  within,
  writeText,
  type Element,
  type Pen,
} from "./pdf-pen.server.ts";
import { linesOf } from "./pdf-lines.server.ts";
import { writeTable, type PdfTable } from "./pdf-table.server.ts";
import { turns } from "./slices.server.ts";

export type PdfBlock =
  | { type: "heading"; level: 1 | 2 | 3; text: string }
  | { type: "text"; text: string; look?: "soft" | "strong" }
  | { type: "list"; items: readonly string[]; ordered?: boolean }
  | ({ type: "table" } & PdfTable)
  | ({ type: "bars" } & PdfBars);

export type PdfInput = {
  title: string;
  author: string;
  language: Language;
  /** What the document is of: not when the file was made, or no two files would be equal. */
  moment: number;
  blocks: readonly PdfBlock[];
};

const headings = {
  1: { size: 20, weight: "bold", colour: "#154273" },
  2: { size: 14, weight: "bold", colour: "#154273" },
  3: { size: 11.5, weight: "bold", colour: "#1a1a1a" },
} satisfies Record<1 | 2 | 3, Look>;

export async function pdfOf(input: PdfInput): Promise<Buffer> {
  const doc = openDocument(input);
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const written = new Promise((resolve, reject) => doc.on("end", resolve).on("error", reject));
  const root = doc.struct("Document");
  doc.addStructure(root);
  const pen: Pen = { doc, root, y: 0, turn: turns() };
  newPage(pen);
  const bookmarks: Bookmarks = [];
  for (const block of input.blocks) {
    await write(pen, block, bookmarks);
    await pen.turn();
  }
  root.end();
  writeFooters(doc, input);
  await finish(doc);
  await written;
  return Buffer.concat(chunks);
}

function openDocument({ title, author, language, moment }: PdfInput): PdfDocument {
  const date = new Date(moment);
  const info = { Title: title, Author: author, CreationDate: date, ModDate: date };
  const doc = new PDFDocument({
    ...{ pdfVersion: "1.7", subset: "PDF/UA" as never, tagged: true, displayTitle: true },
    ...{ lang: language === "nl" ? "nl-NL" : "en-GB", size: "A4", margin: 0 },
    ...{ autoFirstPage: false, bufferPages: true },
    info: { ...info, Producer: "Maatwerkplaats", Creator: "Maatwerkplaats" },
  });
  escapeMetadata(doc, [title, author]);
  registerFonts(doc);
  return doc;
}

/** Pages and fonts one by one, with other work between: `end` alone would do all of it in one go. */
async function finish(doc: PdfDocument): Promise<void> {
  const { _fontFamilies } = doc as unknown as { _fontFamilies: Record<string, OpenedFont> };
  doc.flushPages();
  for (const font of new Set(Object.values(_fontFamilies))) {
    await setImmediate();
    font.finalize();
  }
  await setImmediate();
  doc.end();
}

/** What pdfkit keeps of a font; finalized once, whoever asks. */
type OpenedFont = { finalize: () => void };

/** pdfkit puts the title into XML as it stands: an ampersand in it would spoil the document. */
function escapeMetadata(doc: PdfDocument, texts: string[]): void {
  const { metadata } = doc as unknown as { metadata: { getXML: () => string } };
  const written = metadata.getXML.bind(metadata);
  const escaped = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  metadata.getXML = () =>
    texts.reduce(
      (xml, text) => xml.replaceAll(`>${text}</`, () => `>${escaped(text)}</`),
      written(),
    );
}

type Bookmarks = { level: number; item: ReturnType<PdfDocument["outline"]["addItem"]> }[];

function write(pen: Pen, block: PdfBlock, bookmarks: Bookmarks): Promise<void> {
  switch (block.type) {
    case "heading":
      return writeHeading(pen, block, bookmarks);
    case "text":
      return writeParagraph(pen, block);
    case "list":
      return writeList(pen, block);
    case "table":
      return writeTable(pen, pen.root, block);
    case "bars":
      return writeBars(pen, pen.root, block);
  }
}

type Block<Type extends PdfBlock["type"]> = Extract<PdfBlock, { type: Type }>;

async function writeHeading(pen: Pen, { level, text }: Block<"heading">, bookmarks: Bookmarks) {
  const look = headings[level];
  if (pen.y > margin.top) space(pen, look.size * 0.8);
  keepTogether(pen, lineHeight(look) + 3 * lineHeight(body));
  while ((bookmarks.at(-1)?.level ?? 0) >= level) bookmarks.pop();
  const parent = bookmarks.at(-1)?.item ?? pen.doc.outline;
  bookmarks.push({ level, item: parent.addItem(text, { expanded: level < 3 }) });
  await within(pen, { type: `H${level}`, parent: pen.root }, (element) =>
    writeText(pen, text, { element, tag: `H${level}`, look }),
  );
  space(pen, 4);
}

async function writeParagraph(pen: Pen, { text, look }: Block<"text">) {
  // A blank line begins a new paragraph, also to who listens.
  for (const part of text.split(/\r?\n\s*\r?\n/)) {
    if (part.trim() === "") continue;
    await within(pen, { type: "P", parent: pen.root }, (element) =>
      writeText(pen, part, { element, tag: "P", look: look ? { soft, strong }[look] : body }),
    );
    space(pen, 5);
  }
}

const indent = 16;

async function writeList(pen: Pen, { items, ordered = false }: Block<"list">) {
  await within(pen, { type: "L", parent: pen.root }, async (list) => {
    for (const [index, text] of items.entries()) {
      await within(pen, { type: "LI", parent: list }, (item) =>
        writeItem(pen, item, { sign: ordered ? `${index + 1}.` : "•", text }),
      );
      space(pen, 2);
    }
  });
  space(pen, 4);
}

async function writeItem(pen: Pen, item: Element, { sign, text }: Record<"sign" | "text", string>) {
  keepTogether(pen, 2 * lineHeight(body));
  await within(pen, { type: "Lbl", parent: item }, (element) => {
    const lines = linesOf(pen.doc, sign, { ...body, width: indent });
    drawTagged(pen, lines, { element, tag: "Lbl", look: body, x: margin.left, y: pen.y });
  });
  const [x, width] = [margin.left + indent, textWidth - indent];
  await within(pen, { type: "LBody", parent: item }, (element) =>
    writeText(pen, text, { element, tag: "LBody", look: body, x, width }),
  );
}

/** Title and page under every page, for the eye only. */
function writeFooters(doc: PdfDocument, { title, language }: PdfInput): void {
  const t = getTexts(language, "report");
  const { count } = doc.bufferedPageRange();
  const [line = [], ...more] = linesOf(doc, title, { ...soft, width: textWidth * 0.75 });
  const shown = more.length > 0 ? [...line, ...runsOf(doc, "…", soft.weight)] : line;
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    const y = doc.page.height - margin.bottom + 22;
    const runs = runsOf(doc, t("pdf.page", { page: page + 1, count }), soft.weight);
    const x = margin.left + textWidth - widthOf(doc, runs, soft.size);
    asArtifact(doc, "Pagination", () => {
      drawLines(doc, [shown], { look: soft, x: margin.left, y });
      drawLines(doc, [runs], { look: soft, x, y });
    });
  }
}
