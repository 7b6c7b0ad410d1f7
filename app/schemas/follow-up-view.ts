import type { HelpAnswer } from "#app/domain/follow-up.ts";
/** What was agreed with a decision, as the page of the follow-up shows it. */
import type { Bearer } from "#app/domain/option.ts";
import type { CaseStatus } from "#app/domain/case-file.ts";
import type { DueState } from "#app/domain/follow-up.ts";

export type FollowUpCondition = {
  id: string;
  text: string;
  owner: string;
  dueDate: number;
  state: DueState;
  doneAt: number | null;
  doneBy: string | null;
  doneNote: string;
  mayRecord: boolean;
};

export type FollowUpReview = {
  id: string;
  owner: string;
  dueDate: number;
  state: DueState;
  heldAt: number | null;
  heldBy: string | null;
  helpedCitizen: HelpAnswer | null;
  helpedProfessional: HelpAnswer | null;
  conditionsKept: HelpAnswer | null;
  costs: Partial<Record<Bearer, number>> | null;
  note: string;
};

export type FollowUpPage = {
  caseFile: { id: string; number: string; title: string; status: CaseStatus };
  /** The decision in force; null before there is one. */
  decision: { id: string; number: number; takenAt: number | null } | null;
  conditions: FollowUpCondition[];
  reviews: FollowUpReview[];
  /** People who can own a review; empty for who only reads. */
  owners: { id: string; name: string }[];
  mayRecord: boolean;
  mayClose: boolean;
  /** What still stands in the way of closing. */
  open: { conditions: number; reviewHeld: boolean };
  now: number;
};
