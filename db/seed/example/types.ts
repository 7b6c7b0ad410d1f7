/**
 * The example data as plain content: people, cases, scores, decisions and precedents refer to each other by key.
 * There are no ids and no moments: every time is a whole number of days before (`agoDays`) or after (`inDays`) the
 * moment of seeding, so that the same content always gives the same database. Arrays of ratings follow the order of
 * the criteria in the question set `perspectiefcirkel-nl`, version 1.
 */
import type {
  CaseStatus,
  FactAnswer,
  LifeEvent,
  PinchPlace,
  ProceedingKind,
  UrgencyKind,
} from "../../../app/domain/case-file.ts";
import type {
  Bearer,
  Certainty,
  GroundKey,
  OutcomeLevel,
  Recurrence,
} from "../../../app/domain/option.ts";
import type { LetterContent } from "../../../app/domain/letter.ts";
import type { ProceedingOutcome, RemedyKind } from "../../../app/domain/proceeding.ts";
import type { CitizenAnswers, QuestionnaireMoment } from "../../../app/domain/questionnaire.ts";
import type { SignalSource, SignalStatus } from "../../../app/domain/signal.ts";

export type RoleKey =
  | "coordinator"
  | "submitter"
  | "assessor"
  | "decision_maker"
  | "policy_advisor"
  | "executive"
  | "auditor"
  | "administrator"
  | "privacy_officer";

export type PerspectiveKey = "legal" | "financial" | "societal";
export type OrganisationKey = "lud" | "waterrijk";

export type ExampleOrganisation = {
  key: OrganisationKey;
  name: string;
  kind: "national_agency" | "municipality";
};

export type ExamplePerson = {
  key: string;
  name: string;
  email: string;
  organisation: OrganisationKey;
  roles: RoleKey[];
  /** Only for assessors. */
  perspective?: PerspectiveKey;
};

export type ExampleScope = {
  key: string;
  name: string;
  organisation: OrganisationKey;
  description: string;
  /** BWB ids, JCI 1.3 references or ECLIs. */
  lawReferences: string[];
};

export type ExampleFact = {
  /** A key of `app/domain/fact-catalogue.ts`. */
  key: string;
  value: FactAnswer;
  note: string;
  source: string;
};

export type ExampleClaim = { label: string; cents: number };

export type ExampleOption = {
  title: string;
  description: string;
  level: OutcomeLevel;
  /** Absent for option 0, strict application, only. */
  ground?: GroundKey;
  groundReference?: string;
};

export type ExampleCost = {
  /** Index in `options`. */
  option: number;
  post: string;
  bearer: Bearer;
  recurrence: Recurrence;
  certainty: Certainty;
  source: string;
  /** Positive is a cost, negative a gain, for the bearer. */
  cents: number;
};

export type ExampleCaseAnswers = {
  incident_or_structural: string;
  frequency: string;
  rule_owner: string;
  human_dignity: string;
  data_question: string;
};

export type ExampleCase = {
  key: string;
  organisation: OrganisationKey;
  submitter: string;
  coordinator: string;
  stage: CaseStatus;
  registeredAgoDays: number;
  /** Why the case left the main road: for standard_route, referred and withdrawn only. */
  exit?: { reason: string; agoDays: number };
  title: string;
  story: string;
  pinch: string;
  pinchPlace: PinchPlace;
  pinchSource: string;
  lawPurpose: string;
  citizenWish: string;
  citizenFirstNeed: string;
  citizenHeard: boolean;
  ownAttempts: string;
  unease: string;
  urgency: { kind: UrgencyKind; inDays: number; note: string } | null;
  proceeding: { kind: Exclude<ProceedingKind, "none">; deadlineInDays: number } | null;
  lifeEvents: LifeEvent[];
  scope: string;
  lawReferences: string[];
  organisationsInvolved: string;
  contactPerson: string;
  representative: { role: string; mandate: string; untilInDays: number | null } | null;
  consent: string;
  special: { health: boolean; criminal: boolean };
  facts: ExampleFact[];
  claims: ExampleClaim[];
  options: ExampleOption[];
  costs: ExampleCost[];
  caseAnswers: ExampleCaseAnswers;
};

/** 1 to 5; null is no judgement; "nvt" (not applicable) exists for J3 only and has a reason under "J3". */
export type RatingValue = 1 | 2 | 3 | 4 | 5 | null | "nvt";
export type GateAnswer = "yes" | "no" | "unsure";

export type ExampleRating = {
  assessor: string;
  /** Index in `options`. */
  option: number;
  /** J1..J7, F1..F7 or M1..M7, by the perspective of the assessor. */
  values: RatingValue[];
  /** J-G1..J-G3, F-G1 or M-G1. */
  gates: GateAnswer[];
  /** By criterion or gate key ("J4", "J-G1"): one for each 1, 2 and "nvt", and for each gate "no" or "unsure". */
  reasons: Record<string, string>;
};

export type ExampleArgument = {
  assessor: string;
  option: number;
  side: "for" | "against";
  text: string;
  /** Marked by the group in the discussion as carrying the decision. */
  carrying: boolean;
};

/** A criterion or gate of one option. */
export type ExampleCell = { key: string; option: number };

/** Another answer in the second round, with why; whoever is asked something and not named here stays. */
export type ExampleChange = ExampleCell & {
  assessor: string;
  value: RatingValue | GateAnswer;
  reason: string;
};

export type ExampleMinorityView = { assessor: string; option: number | null; text: string };

/** The blind rounds on one case. Its perspective follows from each assessor. */
export type ExampleAssessment = {
  caseKey: string;
  /** Person keys; the facilitator is the coordinator of the case. */
  panels: Record<PerspectiveKey, string[]>;
  openedAgoDays: number;
  /** Null while the scoring is open. */
  revealedAgoDays: number | null;
  /** Assessors who said they were ready; after the reveal everyone who scored. */
  ready: string[];
  ratings: ExampleRating[];
  arguments: ExampleArgument[];
  /** Put on the agenda of the discussion by hand. */
  flagged?: ExampleCell[];
  /** What lies on the table now. */
  tabled?: ExampleCell;
  /** What changed in the second round, when there was one. */
  secondRound?: ExampleChange[];
  minorityViews?: ExampleMinorityView[];
};

export type ExampleCondition = {
  text: string;
  owner: string;
  /** Negative with `done: false` is overdue. */
  inDays: number;
  done: boolean;
};

export type ExampleDecision = {
  caseKey: string;
  decisionMaker: string;
  /** Index in `options`. */
  option: number;
  groundReference: string;
  motivation: Record<PerspectiveKey, string>;
  /** Fact keys of the case: U and V of the precedent model. */
  reasonPro: string[];
  reasonCon: string[];
  minorityView: string;
  conditions: ExampleCondition[];
  /** Why this departs from the proposed option, or null when it does not. */
  departure: string | null;
  /** `precedents` holds the case keys of the precedents that were compared with. */
  precedentCheck: {
    answer: "found" | "not_found" | "different";
    text: string;
    precedents: string[];
  };
  toldCitizen: string;
  reviewInDays: number;
  agoDays: number;
};

export type HelpAnswer = "yes" | "partly" | "no" | "unknown";

/** For closed cases that were decided. */
export type ExampleFollowUp = {
  caseKey: string;
  helpedCitizen: HelpAnswer;
  helpedProfessional: HelpAnswer;
  conditionsKept: HelpAnswer;
  signalTakenUp?: HelpAnswer;
  learned?: string;
  note: string;
  agoDays: number;
};

export type ExamplePrecedent = {
  caseKey: string;
  title: string;
  summary: string;
  motivation: Record<PerspectiveKey, string>;
  level: OutcomeLevel;
  status: "draft" | "in_review" | "valid" | "outdated" | "withdrawn";
  /** Why it ended: for outdated and withdrawn only. */
  endReason?: string;
  visibility: "organisation" | "network" | "public";
  editor: string;
  /** Another person than the editor; null while draft or in review. */
  publisher: string | null;
  publishedAgoDays: number | null;
};

/** A precedent from before this product was used, as it came in with a file. */
export type ExampleBackCatalogueEntry = {
  externalId: string;
  title: string;
  summary: string;
  motivation: Record<PerspectiveKey, string>;
  level: OutcomeLevel;
  /** Fact keys. */
  pro: string[];
  con: string[];
  reason: string[];
  decidedAgoDays: number;
  /** Whether the change of line of the example ended it. */
  departedFrom: boolean;
};

/** An import of earlier decisions on one scope, and the decision that changed their line later. */
export type ExampleBackCatalogue = {
  scope: string;
  lawReferences: string[];
  fileName: string;
  uploader: string;
  approver: string;
  importedAgoDays: number;
  entries: ExampleBackCatalogueEntry[];
  lineChange: {
    caseKey: string;
    proposer: string;
    decider: string;
    motivation: string;
    answer: string;
  };
};

/** A structural problem behind cases. */
export type ExampleSignal = {
  key: string;
  organisation: OrganisationKey;
  title: string;
  description: string;
  source: SignalSource;
  /** A case of the session it comes from. */
  session?: string;
  scope: string;
  level: OutcomeLevel | null;
  facts: string[];
  /** Case keys. */
  cases: string[];
  raisedBy: string;
  raisedAgoDays: number;
  /** Who owns the rule: somebody here, or outside. */
  owner: { answerInDays: number } & (
    { person: string } | { outside: string; name: string; contact: string }
  );
  answer?: { text: string; agoDays: number };
  status: Exclude<SignalStatus, "merged">;
  statusReason: string;
  closedAgoDays?: number;
  cost?: { casesPerYear: number; centsPerCase: number; basis: string };
};

/** What somebody left behind when a session closed. */
export type ExampleReflection = {
  /** A case of the session. */
  session: string;
  person: string;
  unwrittenRule: string;
  dilemma: string;
  answer?: { by: string; text: string };
};

/** In force when it was adopted, a draft otherwise. */
export type ExampleRule = {
  key: string;
  organisation: OrganisationKey;
  signal: string;
  title: string;
  text: string;
  explanation: string;
  scope: string;
  lawReferences: string[];
  mustHold: string[];
  mustNotHold: string[];
  level: OutcomeLevel;
  preparedBy: string;
  preparedAgoDays: number;
  adoptedBy?: string;
  adoptedAgoDays?: number;
  /** Cases that it settled, at the moment they left the road. */
  settles?: { case: string; by: string }[];
};

export type ExampleProceeding = {
  caseKey: string;
  kind: RemedyKind;
  owner: string;
  receivedAgoDays: number;
  dueInDays: number;
  grounds: string;
  outcome?: { result: ProceedingOutcome; note: string; agoDays: number };
};

export type ExampleHandover = {
  caseKey: string;
  /** An organisation of the example, or the name of one outside. */
  to: string;
  contact: { name: string; reach: string };
  question: string;
  consent: string;
  parts: ("story" | "wish" | "urgency")[];
  sentBy: string;
  sentAgoDays: number;
  answerInDays: number;
  answer?: { status: "accepted" | "returned"; text: string; by: string; agoDays: number };
};

export type ExampleWrongDoor = {
  organisation: OrganisationKey;
  question: string;
  rightDoor: string;
  helpedHow: string;
  recordedBy: string;
  agoDays: number;
};

export type ExampleQuestionnaire = {
  caseKey: string;
  moment: QuestionnaireMoment;
  by: string;
  sentAgoDays: number;
  answers?: CitizenAnswers;
  answeredAgoDays?: number;
};

export type ExampleLetter = {
  caseKey: string;
  by: string;
  sentAgoDays: number;
  content: Omit<LetterContent, "disagreeUntil">;
};

export type ExampleData = {
  organisations: ExampleOrganisation[];
  people: ExamplePerson[];
  scopes: ExampleScope[];
  cases: ExampleCase[];
  assessments: ExampleAssessment[];
  decisions: ExampleDecision[];
  followUps: ExampleFollowUp[];
  precedents: ExamplePrecedent[];
  backCatalogue: ExampleBackCatalogue;
  signals: ExampleSignal[];
  reflections: ExampleReflection[];
  rules: ExampleRule[];
  proceedings: ExampleProceeding[];
  handovers: ExampleHandover[];
  wrongDoors: ExampleWrongDoor[];
  questionnaires: ExampleQuestionnaire[];
  letters: ExampleLetter[];
};
