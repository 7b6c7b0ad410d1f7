/** The letter about a decision, as its page shows it. */
import type { DecisionKind } from "#app/domain/decision.ts";
import type { LetterBlock, LetterContent } from "#app/domain/letter.ts";
import type { Readability } from "#app/domain/readability.ts";

export type LetterState = "draft" | "sent";

/** A letter about a decision in a list: which one, and where it stands. */
export type LetterLine = {
  id: string;
  number: number;
  state: LetterState;
  sentAt: number | null;
  updatedAt: number;
};

export type LetterView = LetterLine & {
  content: LetterContent;
  /** Stands above a draft. */
  mark: string | null;
  /** The letter as it is read: what stands above it, its title and its parts. */
  head: string[];
  title: string;
  blocks: LetterBlock[];
  report: Readability;
  version: number;
  updatedBy: string;
  sentBy: string | null;
  /** The day the letter bears: on which it was sent, or today. */
  day: number;
};

export type LetterPage = {
  caseFile: { id: string; number: string; title: string };
  decision: { id: string; number: number; kind: DecisionKind; status: "taken" | "replaced" };
  /** It was taken on an objection, or corrects one that was: the court is next. */
  afterObjection: boolean;
  /** What was agreed with the decision, by whomever it is to be done. */
  conditions: { text: string; dueDate: number }[];
  organisation: string;
  /** The one to read or write: the draft, or else the last one sent; null while there is none. */
  letter: LetterView | null;
  /** All letters about the decision, newest first. */
  letters: LetterLine[];
  /** When the decision was made known by a letter before; the term to object runs from then. */
  madeKnownAt: number | null;
  /** The last day to object when it is made known today, or was before. */
  until: number;
  today: number;
  may: { write: boolean; start: boolean; takeAway: boolean };
};
