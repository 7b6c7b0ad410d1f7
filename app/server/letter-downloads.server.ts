import {
  draftMark,
  letterBlocks,
  letterHead,
  letterTitle,
  type LetterBlock,
} from "#app/domain/letter.ts";
import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { downloadOf } from "./exports-download.server.ts";
import { forbidden, notFound } from "./http.server.ts";
import { letterDocx, type LetterPaper } from "./letter-docx.server.ts";
import { getLetterPage, type LetterPlace } from "./letters.server.ts";
import { pdfOf, type PdfBlock } from "./pdf.server.ts";
import { recordReading } from "./readings.server.ts";

type Asked = LetterPlace & { number: string | null };

/** The letter as a document to go on with in a word processor, for who may take it along. */
export async function downloadLetterDocx(
  access: Access<"case.read">,
  asked: Asked,
): Promise<Response> {
  const { paper, name } = await paperOf(access, asked);
  return downloadOf(name, "docx", await letterDocx(paper));
}

/** The letter as a PDF, for who may take it along. */
export async function downloadLetterPdf(
  access: Access<"case.read">,
  asked: Asked,
): Promise<Response> {
  const { paper, name } = await paperOf(access, asked);
  return downloadOf(name, "pdf", await letterPdf(paper));
}

async function paperOf(access: Access<"case.read">, { number, ...place }: Asked) {
  const page = await getLetterPage(access, place, number);
  if (!page.letter) notFound();
  if (!page.may.takeAway) forbidden();
  await recordReading(access, await getCase(access, place.caseId), "letter-copy");
  const { caseFile, organisation, letter, decision } = page;
  const { content, day } = letter;
  const isDraft = letter.sentAt === null;
  const paper: LetterPaper = { content, organisation, number: caseFile.number, day, isDraft };
  const name = `brief-${caseFile.number}-${decision.number}-${letter.number}`;
  return { paper, name: isDraft ? `${name}-concept` : name };
}

/** Dutch always: it is for the citizen, whatever the language of who asks. */
export async function letterPdf(paper: LetterPaper): Promise<Buffer> {
  const { content, organisation, number, day, isDraft } = paper;
  const [from = "", ...about] = letterHead(paper);
  return pdfOf({
    title: `${letterTitle} (${number})`,
    author: organisation,
    language: "nl",
    moment: day,
    blocks: [
      ...(isDraft ? [{ type: "text", text: draftMark, look: "strong" } as const] : []),
      { type: "text", text: from, look: "strong" },
      { type: "text", text: about.join("\n"), look: "soft" },
      { type: "heading", level: 1, text: letterTitle },
      ...letterBlocks(content).map(written),
    ],
  });
}

function written(block: LetterBlock): PdfBlock {
  return block.type === "heading" ? { ...block, type: "heading", level: 2 } : block;
}
