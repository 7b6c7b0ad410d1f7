/** What was agreed with a decision, as the page of the follow-up shows it. */
import type { CaseStatus } from "#app/domain/case-file.ts";
import type { ComparedCost, DueState, HelpAnswer, RealisedCost } from "#app/domain/follow-up.ts";
import type { Bearer } from "#app/domain/option.ts";
import type { OpenProceeding } from "./proceeding-view.ts";

export type FollowUpCondition = {
  id: string;
  text: string;
  owner: string;
  dueDate: number;
  state: DueState;
  doneAt: number | null;
  doneBy: string | null;
  doneNote: string;
  /** The document that shows it; one that was removed since cannot be opened. */
  proof: { id: string; name: string; removed: boolean } | null;
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
  signalTakenUp: HelpAnswer | null;
  costs: Partial<Record<Bearer, number>> | null;
  /** What was expected beside what it was; null when only sums per bearer are known, or nothing. */
  compared: ComparedCost[] | null;
  note: string;
  learned: string;
};

export type FollowUpPage = {
  caseFile: { id: string; number: string; title: string; status: CaseStatus };
  /** The decision in force; null before there is one. */
  decision: { id: string; number: number; takenAt: number | null } | null;
  conditions: FollowUpCondition[];
  reviews: FollowUpReview[];
  proceedings: OpenProceeding[];
  /** All proceedings there were, also those that are done with. */
  proceedingCount: number;
  signals: { id: string; number: string; title: string }[];
  /** What can be proof, newest first; empty for who only reads. */
  documents: { id: string; name: string }[];
  /** What the cost lines of a review start with. */
  startLines: RealisedCost[];
  /** Whether those are what was expected, and not what an earlier review found. */
  startsFromEstimate: boolean;
  /** People who can own a review; empty for who only reads. */
  owners: { id: string; name: string }[];
  mayRecord: boolean;
  mayClose: boolean;
  /** What still stands in the way of closing. */
  open: { conditions: number; reviewHeld: boolean; proceedings: number };
  now: number;
};
