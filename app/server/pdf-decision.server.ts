import type { Language } from "#app/domain/local-text.ts";
import type { DecisionPage } from "#app/schemas/decision-view.ts";

/** How a decision file says where in the log it stands: lines of a checkpoint, as text. */
export type DecisionPdfOptions = { language: Language; checkpoint?: string };

/** A decision as a PDF: what its page prints. The same page gives the same bytes. */
export function decisionPdf(page: DecisionPage, options: DecisionPdfOptions): Promise<Buffer> {
  return Promise.reject(new Error(`Not written yet: ${page.decision.id} ${options.language}`));
}
