/** A decision as a PDF: what its page prints, part by part in the same order. */
import type { Language } from "#app/domain/local-text.ts";
import { formatFor } from "#app/i18n/format.ts";
import { getTexts } from "#app/i18n/instances.ts";
import type { DecisionPage } from "#app/schemas/decision-view.ts";
import { heading, paragraphs, type DecisionPen } from "./pdf-decision-blocks.server.ts";
import {
  agreedBlocks,
  citizenBlocks,
  takenBlocks,
  versionBlocks,
} from "./pdf-decision-ending.server.ts";
import { factBlocks, groundBlocks, precedentBlocks } from "./pdf-decision-grounds.server.ts";
import {
  decidedBlocks,
  headBlocks,
  motivationBlocks,
  weighingBlocks,
} from "./pdf-decision-outcome.server.ts";
import { pdfOf, type PdfBlock } from "./pdf.server.ts";

/** How a decision file says where in the log it stands: lines of a checkpoint, as text. */
export type DecisionPdfOptions = { language: Language; checkpoint?: string };

/** The same page gives the same bytes: the document is of the moment the decision was taken. */
export async function decisionPdf(
  page: DecisionPage,
  { language, checkpoint }: DecisionPdfOptions,
): Promise<Buffer> {
  const pen = { page, language, format: formatFor(language) };
  const { caseFile, organisation, taken } = page;
  const t = getTexts(language, "decisions");
  return pdfOf({
    title: `${caseFile.number}: ${t("page.title", { title: caseFile.title })}`,
    author: organisation,
    language,
    moment: taken?.at ?? 0,
    blocks: [...decisionBlocks(pen), ...checkpointBlocks(language, checkpoint)],
  });
}

function decisionBlocks(pen: DecisionPen): PdfBlock[] {
  const always = [...headBlocks(pen), ...decidedBlocks(pen), ...motivationBlocks(pen)];
  const ending = [...citizenBlocks(pen), ...takenBlocks(pen), ...versionBlocks(pen)];
  if (pen.page.decision.kind === "withdrawal") return [...always, ...ending];
  return [
    ...always,
    ...groundBlocks(pen),
    ...factBlocks(pen),
    ...weighingBlocks(pen),
    ...precedentBlocks(pen),
    ...agreedBlocks(pen),
    ...ending,
  ];
}

function checkpointBlocks(language: Language, checkpoint: string | undefined): PdfBlock[] {
  if (checkpoint === undefined) return [];
  const t = getTexts(language, "report");
  return [
    heading(2, t("pdf.checkpoint")),
    ...paragraphs(t("pdf.checkpointText")),
    { type: "text", text: checkpoint.trim(), look: "soft" },
  ];
}
