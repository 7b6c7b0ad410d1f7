/** What the second round changed and what people want on record, as the pages show it. */
import type { DisagreementWord } from "#app/domain/agreement.ts";
import type { LocalText } from "#app/domain/local-text.ts";
import type { RoundMove } from "#app/domain/rounds.ts";
import type { GateOutcome } from "#app/domain/weighing.ts";
import type { Who } from "./weighing-view.ts";

export type PersonShift = {
  who: Who;
  move: RoundMove;
  /** Choices as `useChoiceText` words them; null for no answer in that round. */
  before: string | null;
  after: string | null;
  beforeReason: string;
  reason: string;
};

export type CellPicture = {
  median: number | null;
  word: DisagreementWord | null;
  /** Of a gate. */
  outcome: GateOutcome | null;
};

/** One reopened cell: who moved, who stayed, and what that did to the group. */
export type CellShift = {
  key: string;
  kind: "criterion" | "gate";
  question: LocalText;
  perspective: LocalText;
  optionId: string;
  optionTitle: string;
  people: PersonShift[];
  before: CellPicture;
  after: CellPicture;
};

export type Shifts = {
  cells: CellShift[];
  /** Answers that changed, of those that were given in both rounds. */
  moved: number;
  compared: number;
  proposedBefore: string[];
  proposedAfter: string[];
};

export type MinorityView = {
  who: Who;
  optionId: string | null;
  text: string;
  at: number;
  /** Of the reader. */
  own: boolean;
};

/** What was said in the first round about a cell that is asked again. */
export type FirstRoundCell = {
  own: { choice: string; reason: string } | null;
  reasons: { who: Who; end: "for" | "against" | "between"; text: string }[];
  answers: { who: Who; choice: string }[];
};
