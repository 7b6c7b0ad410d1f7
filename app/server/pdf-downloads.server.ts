import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { latestCheckpoint } from "./checkpoints.server.ts";
import { getDecisionPage } from "./decision-page.server.ts";
import { downloadOf } from "./exports-download.server.ts";
import { forbidden } from "./http.server.ts";
import { decisionPdf } from "./pdf-decision.server.ts";
import { recordReading } from "./readings.server.ts";
import { reportPdf } from "./pdf-report.server.ts";
import { getReport } from "./report.server.ts";

/** What the page of a decision shows this person, as a PDF, for who may take it along. */
export async function downloadDecision(
  access: Access<"case.read">,
  caseId: string,
  decisionId: string,
): Promise<Response> {
  const page = await getDecisionPage(access, caseId, decisionId);
  if (!page.may.takeAway) forbidden();
  await recordReading(access, await getCase(access, caseId), "decision-pdf");
  const head = await latestCheckpoint();
  const isCovered = head !== null && head.size >= (page.taken?.event?.sequence ?? Infinity);
  const bytes = await decisionPdf(page, {
    language: access.person.language,
    ...(isCovered ? { checkpoint: head.note } : {}),
  });
  const { number } = page.caseFile;
  return downloadOf(`besluit-${number}-${page.decision.number}`, "pdf", bytes);
}

/** The yearly report of the own organisation as a PDF. */
export async function downloadReport(
  access: Access<"figures.read">,
  year: string,
): Promise<Response> {
  const page = await getReport(access, year);
  const bytes = await reportPdf(page, access.person.language);
  return downloadOf(`jaarverslag-${page.year}`, "pdf", bytes);
}
