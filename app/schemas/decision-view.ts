/** Decisions as the pages show them: the form, and the file of one that was taken. */
import type { CaseStatus, FactAnswer, FactKind, FactMeasure } from "#app/domain/case-file.ts";
import type { DecisionKind, PrecedentCheckAnswer } from "#app/domain/decision.ts";
import type { LawReference } from "#app/domain/law-reference.ts";
import type { LocalText } from "#app/domain/local-text.ts";
import type { GroundKey } from "#app/domain/option.ts";
import type { PrecedentRelation } from "#app/domain/precedent-relations.ts";
import type { PrecedentStatus } from "#app/domain/precedent-rules.ts";
import type { Role } from "#app/domain/rights.ts";
import type { EqualTreatmentView, TakenTreatment } from "./equal-treatment-view.ts";
import type { LetterLine } from "./letter-view.ts";
import type { ComparablePrecedent, Named } from "./precedent-view.ts";
import type { OpenProceeding } from "./proceeding-view.ts";

export type DecisionStatus = "draft" | "taken" | "replaced";

export type DecisionOption = {
  id: string;
  position: number;
  title: string;
  description: string;
  level: number;
  ground: GroundKey | null;
  groundReference: string;
  /** First by the weighing, and passing in every perspective. */
  proposed: boolean;
  passes: boolean;
  total: number | null;
  /** Perspectives in which it does not pass. */
  failing: string[];
};

export type DecisionFact = {
  id: string;
  kind: FactKind;
  answer: FactAnswer;
  label: LocalText;
  note: string;
};

export type DecisionPerspective = {
  key: string;
  name: LocalText;
  passMark: number;
  people: number;
  /** The lowest share of expected ratings over the options, 0 to 1. */
  coverage: number;
  thin: boolean;
};

/** All that is known about a case when a decision is prepared. */
export type DecisionKnown = {
  options: DecisionOption[];
  claims: { id: string; label: string; cents: number | null }[];
  perspectives: DecisionPerspective[];
  facts: DecisionFact[];
  undiscussed: { key: string; question: LocalText; option: string }[];
};

/** What the fields of the form start with, by name. */
export type DecisionValues = Record<string, unknown> & {
  option: string;
  reasonPro: string[];
  reasonCon: string[];
  precedents: string[];
  choices: Record<string, string>;
  motivation: Record<string, string>;
  conditions: { text: string; ownerId: string; dueDate: number }[];
};

export type DecisionFormPage = {
  caseFile: { id: string; number: string; title: string; status: CaseStatus };
  /** What stands in force: with it and no draft, a new version starts from its page. */
  inForce: { id: string; number: number } | null;
  draft: {
    id: string;
    number: number;
    kind: DecisionKind;
    versionReason: string;
    version: number;
  } | null;
  mayTake: boolean;
  /** The person at the screen scored this case, and so cannot take the decision. */
  isAssessor: boolean;
  work: DecisionWork | null;
};

/** What the form is filled in with; null while nothing was weighed. */
export type DecisionWork = DecisionKnown & {
  weighingId: string;
  noClearDifference: boolean;
  levels: LocalText[];
  arguments: { perspective: string; optionId: string; side: "for" | "against"; text: string }[];
  owners: Named[];
  defaultOwnerId: string;
  defaultDueDate: number;
  precedents: ComparablePrecedent[];
  /** Null for a withdrawal, which is compared with nothing. */
  treatment: EqualTreatmentView | null;
  values: DecisionValues;
};

export type WeighingWords = {
  questionSet: { name: LocalText; number: number };
  proposed: string[];
  noClearDifference: boolean;
  options: {
    id: string;
    title: string;
    total: number | null;
    passes: boolean;
    failing: LocalText[];
  }[];
  perspectives: {
    key: string;
    name: LocalText;
    people: number;
    missing: number;
    coverage: number;
  }[];
};

export type DecisionVersion = {
  id: string;
  number: number;
  kind: DecisionKind;
  status: DecisionStatus;
  versionReason: string;
  takenAt: number | null;
  takenBy: string | null;
};

export type ChosenOption = {
  claim: { id: string; label: string; cents: number | null } | null;
  option: { id: string; title: string; description: string; level: number };
};

export type DecisionFactWords = {
  id: string;
  label: LocalText;
  measure: FactMeasure | null;
  amount: number | null;
  note: string;
};

export type DecisionPage = {
  caseFile: { id: string; number: string; title: string };
  organisation: string;
  decision: {
    id: string;
    number: number;
    kind: DecisionKind;
    status: DecisionStatus;
    versionReason: string;
    weighingId: string | null;
    level: number | null;
    ground: GroundKey | null;
    groundReference: string;
    legalAdvice: string;
    policyOwner: string;
    departure: string;
    minorityView: string;
    coverageReason: string;
    undiscussedReason: string;
    precedentCheck: PrecedentCheckAnswer | null;
    precedentCheckText: string;
    dignityRespected: boolean;
    citizenTold: string;
    citizenToldAt: number | null;
  };
  levels: LocalText[] | null;
  choices: ChosenOption[];
  perspectives: { key: string; name: LocalText; text: string }[];
  lawReferences: LawReference[];
  factsFor: DecisionFactWords[];
  factsAgainst: DecisionFactWords[];
  weighing: WeighingWords | null;
  conditions: { id: string; text: string; owner: string; dueDate: number; doneAt: number | null }[];
  reviewDates: { id: string; dueDate: number; heldAt: number | null }[];
  /** Against this or another version, as long as they wait for something. */
  proceedings: OpenProceeding[];
  /** Those it named, as far as the reader may see them. */
  precedents: {
    id: string;
    number: string;
    title: string;
    level: number;
    relation: PrecedentRelation;
    differences: LocalText[];
  }[];
  treatment: TakenTreatment;
  ownPrecedent: { id: string; number: string; status: PrecedentStatus } | null;
  /** Newest first. */
  letters: LetterLine[];
  taken: {
    name: string;
    at: number;
    roles: Role[];
    event: {
      sequence: number;
      contentHash: string;
      /** The first lines of a head of the log with it in; null while none was published. */
      checkpoint: string | null;
    } | null;
  } | null;
  versions: DecisionVersion[];
  may: { startVersion: boolean; makePrecedent: boolean; takeAway: boolean };
};
