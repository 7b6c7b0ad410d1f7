/** Parts that the document of a decision is written with. */
import { textIn, type Language, type LocalText } from "#app/domain/local-text.ts";
import type { Format } from "#app/i18n/format.ts";
import type { DecisionPage } from "#app/schemas/decision-view.ts";
import type { PdfBlock } from "./pdf.server.ts";

/** What every part of the document is written with. */
export type DecisionPen = { page: DecisionPage; language: Language; format: Format };

export function heading(level: 2 | 3, text: string): PdfBlock {
  return { type: "heading", level, text };
}

/** Texts as paragraphs; what is blank is left out. */
export function paragraphs(...texts: string[]): PdfBlock[] {
  return texts
    .filter((text) => text.trim() !== "")
    .map((text) => ({ type: "text", text }) as const);
}

/** A text under a heading of its own, or nothing. */
export function titled(title: string, text: string): PdfBlock[] {
  return text.trim() === "" ? [] : [heading(3, title), ...paragraphs(text)];
}

/** Items under a heading of their own, or nothing. */
export function listed(title: string, items: string[]): PdfBlock[] {
  return items.length === 0 ? [] : [heading(3, title), { type: "list", items }];
}

/** A level in the words of the question set; its number where those are not there. */
export function levelWords(
  levels: readonly LocalText[] | null,
  level: number,
  language: Language,
): string {
  const name = levels?.[level];
  return name ? textIn(name, language) : String(level);
}
