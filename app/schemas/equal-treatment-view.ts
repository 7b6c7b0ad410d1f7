/** What the decision form and the page of a decision say of earlier decisions. */
import type { LocalText } from "#app/domain/local-text.ts";
import type { EqualTreatmentAnswer, LineChangeStatus } from "#app/domain/precedent-relations.ts";
import type { FormResult } from "./form-result.ts";

export type EarlierDecision = {
  id: string;
  number: string;
  title: string;
  level: number;
  decidedAt: number;
};

export type NamedFact = { id: string; label: LocalText };

/** The first of the precedents that set one side of the band, and how many more there are. */
export type BandSide = { level: number; by: EarlierDecision[]; more: number };

export type TreatmentWarning = {
  precedent: EarlierDecision;
  because: "atLeast" | "atMost";
  /** Facts that nobody could answer yet and that would make a difference. */
  toFindOut: NamedFact[];
  /** Whether some fact of this case makes a difference. */
  hasDifference: boolean;
};

/** A fact of the case that makes a difference when the reason names it. */
export type DifferenceChoice = NamedFact & {
  named: boolean;
  /** Numbers of the precedents it distinguishes the case from. */
  from: string[];
};

export type EqualTreatmentView = {
  hasScope: boolean;
  /** Of the option chosen now; null while none is. */
  level: number | null;
  conflict: boolean;
  /** Null when nothing binds from that side. */
  atLeast: BandSide | null;
  atMost: BandSide | null;
  warnings: TreatmentWarning[];
  moreWarnings: number;
  /** Conflicts that the line holds already: not of this decision's making. */
  inLine: { precedent: EarlierDecision; following: EarlierDecision[] }[];
  /** What the reason may name, for the precedents warned of now and before on this screen. */
  differences: DifferenceChoice[];
  /** Precedents that would bind, but for a fact that the reason names. */
  cleared: { precedent: EarlierDecision; facts: NamedFact[] }[];
  /** Departed from by a change of line that was approved for this level. */
  departing: EarlierDecision[];
  lineChange: { id: string; status: LineChangeStatus; level: number; answer: string } | null;
  mayChangeLine: boolean;
  /** Whether this person may add to the facts of the case. */
  mayEditFacts: boolean;
};

/** How a decision that was taken relates to earlier ones. */
export type TakenTreatment = {
  answer: EqualTreatmentAnswer | null;
  atLeast: number | null;
  atMost: number | null;
  conflict: boolean;
  warnings: number;
  lineChange: { id: string; motivation: string; decidedBy: string | null } | null;
};

/** A form that the screen gets back as it was typed, with how that compares. */
export type ComparedResult = FormResult & { treatment?: EqualTreatmentView | null };
