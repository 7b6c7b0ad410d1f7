import type { FactAnswer, FactKind, FactMeasure, PinchPlace } from "./case-file.ts";
import type { DecisionKind, PrecedentCheckAnswer } from "./decision.ts";
import type { LawReferenceKind } from "./law-reference.ts";
import type { LocalText } from "./local-text.ts";
import type { Bearer, Certainty, GroundKey, Recurrence } from "./option.ts";
import type {
  AdoptionChoice,
  EqualTreatmentAnswer,
  PrecedentRelation,
} from "./precedent-relations.ts";
import type { QuestionSetContent } from "./question-set.ts";
import type { Cell } from "./rounds.ts";
import type { GateAnswer, RatingKind } from "./session.ts";
import type { Weighing } from "./weighing.ts";
import type { WeighingRobustness } from "./weighing-robustness.ts";
import type { WeightMethod } from "./weights.ts";

export const dossierFormat = "maatwerkplaats-besluitdossier";
export const dossierVersion = 1;

/**
 * All that a decision rests on, so that anybody can recompute it: what the log commits to when the decision is taken.
 * Moments are UTC milliseconds, money is in cents. People have names of this file only (`legal-1`, `person-2`): who
 * judged must be free to judge, and the file leaves the building. Named are only those whom the decision itself names: who
 * took it and answers for it, and who keeps a condition. Whom to call, and for whom, is left out: nothing rests on it.
 */
export type Dossier = {
  format: typeof dossierFormat;
  version: typeof dossierVersion;
  made: {
    at: number;
    /** `afterwards`: of a decision from before the log kept dossiers; texts are as they were at `at`. */
    moment: "decision" | "afterwards";
  };
  organisation: { id: string; name: string; tooiUri: string | null };
  case: DossierCase;
  people: DossierPerson[];
  decision: DossierDecision;
  /** Every version that was taken up to then, the first on top. */
  versions: DossierVersion[];
  precedentCheck: DossierPrecedentCheck;
  facts: DossierFact[];
  claims: { id: string; label: string; cents: number | null }[];
  options: DossierOption[];
  questionSet: { id: string; key: string; number: number; content: QuestionSetContent } | null;
  /** Null for a decision without a weighing; what follows is then empty. */
  weighing: DossierWeighing | null;
  panel: DossierSeat[];
  rounds: DossierRound[];
  ratings: DossierRating[];
  gateAnswers: DossierGateAnswer[];
  arguments: (DossierOpinion & { optionId: string; side: "for" | "against"; carrying: boolean })[];
  /** Cells of the agenda of disagreement that were talked about. */
  discussed: { criterion: string; optionId: string; note: string }[];
  minorityViews: (DossierOpinion & { optionId: string | null })[];
};

export type DossierPerson = {
  id: string;
  /** Null for everybody the decision does not name. */
  name: string | null;
};

type DossierOpinion = { person: string; perspective: string; text: string };

export type DossierCase = {
  id: string;
  number: string;
  title: string;
  receivedAt: number;
  extendedUntil: number | null;
  scope: { id: string; name: string } | null;
  story: string;
  citizenWish: string;
  citizenFirstNeed: string;
  citizenHeardAt: number | null;
  ownAttempts: string;
  unease: string;
  urgency: { kind: string | null; date: number | null; note: string };
  lifeEvents: string[];
  pinch: string;
  pinchPlace: PinchPlace | null;
  pinchSource: string;
  lawPurpose: string;
  lawReferences: { kind: LawReferenceKind; value: string }[];
  proceeding: { kind: string; deadline: number | null };
  organisationsInvolved: string;
  special: { health: boolean; criminal: boolean };
  /** Answers to the questions that a set asks once per case, by key. */
  answers: Record<string, string>;
};

export type DossierVersion = {
  id: string;
  number: number;
  kind: DecisionKind;
  status: "taken" | "replaced";
  previousId: string | null;
  versionReason: string;
  takenAt: number | null;
};

export type DossierDecision = DossierVersion & {
  weighingId: string | null;
  /** The option chosen for everything; null where claims are treated differently. */
  optionId: string | null;
  choices: { claimId: string; optionId: string }[];
  level: number | null;
  ground: GroundKey | null;
  groundReference: string;
  legalAdvice: string;
  policyOwner: string;
  /** By key of the perspective. */
  motivation: Record<string, string>;
  /** Ids of the facts it rests on, and that held it back. */
  reasonPro: string[];
  reasonCon: string[];
  departure: string;
  coverageReason: string;
  undiscussedReason: string;
  minorityView: string;
  dignityRespected: boolean;
  citizenTold: string;
  citizenToldAt: number | null;
  reviewDate: number | null;
  conditions: { id: string; text: string; owner: string; dueDate: number }[];
  preparedBy: string;
  takenBy: string | null;
  /** The roles in which it was taken. */
  takenRoles: string[];
  createdAt: number;
};

export type DossierPrecedentCheck = {
  answer: PrecedentCheckAnswer | null;
  text: string;
  equalTreatment: EqualTreatmentAnswer | null;
  /** The band that valid precedents set, and what the decision adds to it. Ids are those of `precedents`. */
  report: {
    level: number;
    levels: number;
    lower: number;
    upper: number;
    lowerBy: string[];
    upperBy: string[];
    conflict: boolean;
    added: { precedentId: string; because: "atLeast" | "atMost" }[];
    reasons: { precedentId: string; factIds: string[] }[];
    lineChangeId: string | null;
  } | null;
  lineChange: { id: string; level: number; motivation: string; answer: string } | null;
  precedents: { id: string; number: string; level: number; decidedAt: number }[];
  /** How the decision treats those it names or contradicts. */
  treatments: { precedentId: string; relation: PrecedentRelation; differences: string[] }[];
  adoptions: {
    precedentId: string;
    perspective: string;
    choice: AdoptionChoice;
    original: string;
    text: string;
  }[];
};

export type DossierFact = {
  id: string;
  key: string;
  label: LocalText;
  perspective: string;
  kind: FactKind;
  measure: FactMeasure | null;
  /** Null for a fact that was not established in the case and is named by a comparison. */
  answer: FactAnswer | null;
  amount: number | null;
  note: string;
  source: string;
};

export type DossierOption = {
  id: string;
  position: number;
  title: string;
  description: string;
  level: number;
  ground: GroundKey | null;
  groundReference: string;
  claims: { claimId: string; level: number; note: string }[];
  costs: {
    post: string;
    bearer: Bearer;
    recurrence: Recurrence;
    certainty: Certainty;
    source: string;
    cents: number;
  }[];
};

export type DossierWeighing = {
  id: string;
  number: number;
  /** The last round that counts in it. */
  round: number;
  reason: string;
  createdAt: number;
  createdBy: string;
  /** How the weights came about; null in weighings of the first releases. */
  weighed: { method: WeightMethod; answers: Record<string, number> | null } | null;
  weights: { perspective: string; weight: number; passMark: number }[];
  margin: number;
  /** The options as they were weighed. */
  options: { id: string; position: number; title: string; level: number }[];
  result: Weighing;
  robustness: WeighingRobustness;
};

export type DossierSeat = {
  person: string;
  perspective: string;
  /** The first round in which this person scores. */
  fromRound: number;
  /** False for who left the panel, as by an interest in the case: their ratings are there and count for nothing. */
  counts: boolean;
};

export type DossierRound = {
  round: number;
  openedAt: number | null;
  revealedAt: number | null;
  revealedBy: string | null;
  revealReason: string;
  missing: { person: string; perspective: string }[];
  /** What the second round asked again; null for the first, which asks everything. */
  cells: Cell[] | null;
};

export type DossierGiven = {
  round: number;
  person: string;
  perspective: string;
  optionId: string;
  reason: string;
};
export type DossierRating = DossierGiven & {
  criterion: string;
  kind: RatingKind;
  value: number | null;
};
export type DossierGateAnswer = DossierGiven & { gate: string; answer: GateAnswer };
