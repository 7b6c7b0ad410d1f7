import type { CaseStatus } from "#app/domain/case-file.ts";
import type { DueState } from "#app/domain/follow-up.ts";
import type {
  OpenStep,
  ProceedingOutcome,
  RemedyKind,
  Timeliness,
} from "#app/domain/proceeding.ts";

/** How it is known when a decision was made known: by the letter, by what was told, or only that it was taken. */
export type MadeKnownBy = "letter" | "told" | "taken";

/** A proceeding that waits for something, in short. */
export type OpenProceeding = {
  id: string;
  kind: RemedyKind;
  owner: string;
  dueDate: number;
  daysLeft: number;
  state: DueState;
  step: OpenStep;
};

export type ProceedingView = Omit<OpenProceeding, "step"> & {
  receivedAt: number;
  extended: boolean;
  ownerId: string;
  grounds: string;
  /** Null where the term does not run from our decision. */
  timeliness: Timeliness | null;
  /** The last day of the term to object or appeal. */
  lastDay: number;
  decision: { id: string; number: number };
  outcome: ProceedingOutcome | null;
  outcomeNote: string;
  closedAt: number | null;
  closedBy: string | null;
  newDecision: { id: string; number: number } | null;
  /** Null when it is done with. */
  step: OpenStep | null;
  mayRecord: boolean;
  version: number;
};

export type ProceedingsPage = {
  caseFile: { id: string; number: string; title: string; status: CaseStatus };
  /** The decision in force, and until when one can object to it or appeal; null before there is one. */
  decision: {
    id: string;
    number: number;
    /** What comes next is the court. */
    afterObjection: boolean;
    madeKnownAt: number;
    madeKnownBy: MadeKnownBy;
    lastDay: number;
  } | null;
  open: ProceedingView[];
  done: ProceedingView[];
  /** People who can own a proceeding; empty for who only reads. */
  owners: { id: string; name: string }[];
  ownId: string;
  mayRecord: boolean;
  mayPrepare: boolean;
  /** A new version is being prepared already. */
  drafting: boolean;
  now: number;
};
