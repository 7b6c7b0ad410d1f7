import type {
  CaseStatus,
  FactAnswer,
  FactKind,
  FactMeasure,
  LegalTerm,
  PinchPlace,
  ProceedingKind,
  UrgencyKind,
} from "#app/domain/case-file.ts";
import type { OptionCost } from "#app/domain/costs.ts";
import type { DecisionKind } from "#app/domain/decision.ts";
import type { LawReference } from "#app/domain/law-reference.ts";
import type { GroundKey } from "#app/domain/option.ts";
import type { PrecedentStatus } from "#app/domain/precedent-rules.ts";
import type { ItemPhase } from "#app/domain/session.ts";
import type { CaseHeading, Claim, CostLine, Warning } from "./case-step-view.ts";
import type { ComparableOfCase } from "./comparing-page.ts";

/** The words of a case as people typed them. */
export type CaseTexts = {
  story: string;
  citizenWish: string;
  citizenFirstNeed: string;
  ownAttempts: string;
  unease: string;
  urgencyNote: string;
  pinch: string;
  pinchSource: string;
  lawPurpose: string;
  organisationsInvolved: string;
  contactPerson: string;
  representativeRole: string;
  representativeMandate: string;
  sharingConsent: string;
};

export type CaseShown = CaseHeading &
  CaseTexts & {
    status: CaseStatus;
    receivedAt: number;
    extendedUntil: number | null;
    citizenHeardAt: number | null;
    urgencyKind: UrgencyKind | null;
    urgencyDate: number | null;
    lifeEvents: string[];
    pinchPlace: PinchPlace | null;
    proceedingKind: ProceedingKind;
    proceedingDeadline: number | null;
    representativeUntil: number | null;
    specialHealth: boolean;
    specialCriminal: boolean;
  };

export type CaseFact = {
  id: string;
  label: string;
  definition: string;
  perspective: string;
  direction: FactKind;
  measure: FactMeasure | null;
  answer: FactAnswer;
  amount: number | null;
  note: string;
  source: string;
  /** What it was established as, when that fact was merged into this one. */
  mergedFrom: string[];
};

export type CaseOption = {
  id: string;
  position: number;
  title: string;
  description: string;
  level: number;
  ground: GroundKey | null;
  groundReference: string;
};

export type CaseContent = {
  facts: CaseFact[];
  lawReferences: LawReference[];
  claims: Claim[];
  options: CaseOption[];
  costLines: CostLine[];
  optionClaims: { optionId: string; claimId: string; level: number; note: string }[];
  costs: OptionCost[];
};

export type CaseNames = { scope: string | null; submitter: string; coordinator: string | null };

/** What the latest weighing proposes. */
export type Proposed = { titles: string[]; noClearDifference: boolean };

export type CaseProgress = {
  sessions: {
    sessionId: string;
    title: string;
    startsAt: number;
    deadline: number | null;
    phase: ItemPhase;
  }[];
  weighings: { id: string; number: number; reason: string; createdAt: number }[];
  proposed: Proposed | null;
  decisions: {
    id: string;
    number: number;
    kind: DecisionKind;
    status: "draft" | "taken" | "replaced";
    takenAt: number | null;
    reviewDate: number | null;
    option: string | null;
    level: number | null;
  }[];
  precedents: { id: string; number: string; title: string; status: PrecedentStatus }[];
  documents: { id: string; name: string; size: number }[];
};

/** The page of a case: all of it that this person may see. */
export type CasePage = CaseContent &
  CaseNames &
  CaseProgress & {
    caseFile: CaseShown;
    now: number;
    term: LegalTerm;
    answers: { key: string; question: string; answer: string }[];
    warnings: Warning[];
    /** Null once the case has ended, and for who may not read precedents. */
    comparable: ComparableOfCase | null;
    /** The policy rule that settled it, so that it needed no session. */
    settledBy: { id: string; number: string; title: string; at: number } | null;
    may: {
      edit: boolean;
      changeStatus: boolean;
      prepareDecision: boolean;
      planSession: boolean;
    };
  };
