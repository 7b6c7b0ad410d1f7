/** The line of precedents of a scope as its pages show it. */
import type { LocalText } from "#app/domain/local-text.ts";
import type { EqualTreatmentAnswer } from "#app/domain/precedent-relations.ts";
import type { PrecedentStatus } from "#app/domain/precedent-rules.ts";

export type LinePrecedent = {
  id: string;
  number: string;
  title: string;
  level: number;
  decidedAt: number;
};

export type LeadingPrecedent = LinePrecedent & {
  /** How many follow from it; equal cases count as one. */
  weight: number;
  /** Cases equal to it in facts and level. */
  equals: number;
  /** The first of those that follow. */
  followers: LinePrecedent[];
};

export type LineConflict = {
  /** The one with more relief, and the one with less. */
  high: LinePrecedent;
  low: LinePrecedent;
  /** What the first rests on and the second had too; what the second rests on and the first had too. */
  reasons: { pro: LocalText[]; con: LocalText[] };
};

/** A decision that could be revised, and in how many of the conflicts it has a part. */
export type LineRevision = LinePrecedent & { conflicts: number };

export type EndedPrecedent = LinePrecedent & { status: PrecedentStatus; until: number | null };

export type LineChangeView = {
  id: string;
  at: number;
  /** The decision with which it took effect; null for who may not see the case. */
  decision: { id: string; caseId: string } | null;
  from: LinePrecedent[];
};

/** The first rows, and how many there are in all. */
export type Part<Row> = { rows: Row[]; total: number };

export type LinePage = {
  scope: { id: string; name: string; description: string };
  now: number;
  /** Precedents that count now, and as how many different cases. */
  total: number;
  different: number;
  leading: Part<LeadingPrecedent>;
  conflicts: Part<LineConflict>;
  /**
   * The fewest decisions to revise for a consistent line, and a number below which it cannot be: equal to the total
   * unless the search had to stop. Null when there is too much to work it out.
   */
  revisions: (Part<LineRevision> & { atLeast: number }) | null;
  /** Moments of decision; `old` is how many are over five years ago. Null for an empty line. */
  age: { oldest: number; median: number; old: number } | null;
  reviews: Part<LinePrecedent & { reviewDate: number }>;
  changes: LineChangeView[];
  /** Decisions in this scope by what they answered to the comparison. */
  answers: Record<EqualTreatmentAnswer, number>;
  ended: Part<EndedPrecedent>;
};

export type ListedLine = {
  id: string;
  name: string;
  active: boolean;
  total: number;
  /** Null when that is worked out on the page of the line only. */
  conflicts: number | null;
  reviews: number;
};
