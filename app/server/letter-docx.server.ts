/** The letter as a document that a word processor opens: real headings and lists, in Dutch, on A4. */
import type * as docxCode from "docx";
import type { IParagraphOptions, IRunOptions } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import {
  draftMark,
  letterBlocks,
  letterHead,
  letterTitle,
  type LetterBlock,
  type LetterContent,
} from "#app/domain/letter.ts";

export type LetterPaper = {
  content: LetterContent;
  organisation: string;
  /** Of the case. */
  number: string;
  /** The day the letter bears, in UTC milliseconds. */
  day: number;
  isDraft: boolean;
};

type Docx = typeof docxCode;

const language = { value: "nl-NL" };
/** Twentieths of a point; sizes of letters are in half points. */
const a4 = { width: 11_906, height: 16_838 };
const margins = { top: 1134, bottom: 1134, left: 1361, right: 1361 };
const strong = { run: { bold: true }, spacing: { after: 240 } };
const black = "1A1A1A";

export async function letterDocx(paper: LetterPaper): Promise<Buffer> {
  // Only who asks for a document waits for the code that writes it.
  const docx = await import("docx");
  const { Document, HeadingLevel, Packer } = docx;
  const { organisation, number, content, isDraft } = paper;
  const [from = "", ...about] = letterHead(paper);
  const document = new Document({
    title: `${letterTitle} (${number})`,
    creator: organisation,
    lastModifiedBy: organisation,
    description: letterTitle,
    styles: { default: styles() },
    numbering: { config: numbering(docx) },
    sections: [
      {
        properties: { page: { size: a4, margin: margins } },
        children: [
          ...(isDraft ? [paragraph(docx, draftMark, strong)] : []),
          paragraph(docx, from, strong),
          ...about.map((line) => paragraph(docx, line, { spacing: { after: 0 } })),
          paragraph(docx, letterTitle, {
            heading: HeadingLevel.HEADING_1,
            spacing: { before: 360, after: 200 },
          }),
          ...letterBlocks(content).flatMap((block) => written(docx, block)),
        ],
      },
    ],
  });
  return bearing(await Packer.toBuffer(document), paper.day);
}

/** With the day of the letter for every moment in the file: the same letter is the same file, whenever it is asked for. */
function bearing(made: Uint8Array, day: number): Buffer {
  const files = unzipSync(made);
  const core = files["docProps/core.xml"];
  if (core) {
    const stamped = strFromU8(core).replaceAll(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
      `$1${new Date(day).toISOString()}`,
    );
    files["docProps/core.xml"] = strToU8(stamped);
  }
  return Buffer.from(zipSync(files, { mtime: day }));
}

function styles() {
  const heading = (size: number) => ({
    run: { size, bold: true, color: black, font: "Arial", language },
    paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
  });
  return {
    document: { run: { font: "Arial", size: 22, color: black, language } },
    heading1: heading(32),
    heading2: heading(24),
    listParagraph: { run: { language } },
  };
}

function numbering({ AlignmentType, LevelFormat }: Docx) {
  const level = (reference: "reasons" | "duties", format: "decimal" | "bullet", text: string) => ({
    reference,
    levels: [
      {
        ...{ level: 0, format: LevelFormat[format === "bullet" ? "BULLET" : "DECIMAL"], text },
        alignment: AlignmentType.LEFT,
        style: { paragraph: { indent: { left: 425, hanging: 425 } } },
      },
    ],
  });
  return [level("reasons", "decimal", "%1."), level("duties", "bullet", "•")];
}

function written(docx: Docx, block: LetterBlock) {
  switch (block.type) {
    case "heading":
      return [paragraph(docx, block.text, { heading: docx.HeadingLevel.HEADING_2 })];
    case "text":
      return [paragraph(docx, block.text, { spacing: { after: 140 } })];
    case "list":
      return block.items.map((item) =>
        paragraph(docx, item, {
          numbering: { reference: block.ordered ? "reasons" : "duties", level: 0 },
          spacing: { after: 80 },
        }),
      );
  }
}

type Shape = Omit<IParagraphOptions, "run"> & { run?: IRunOptions };

/** A paragraph; a line end in the text is one on paper. */
function paragraph({ Paragraph, TextRun }: Docx, text: string, { run, ...options }: Shape) {
  const children = text
    .split("\n")
    .map(
      (line, place) =>
        new TextRun({ ...run, text: line, language, ...(place > 0 ? { break: 1 } : {}) }),
    );
  return new Paragraph({ ...options, children });
}
