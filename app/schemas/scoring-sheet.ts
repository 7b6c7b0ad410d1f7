/** What an assessor has in front while scoring: only the own answers, never somebody else's. */
import type { LocalText } from "#app/domain/local-text.ts";
import type { ItemPhase } from "#app/domain/session.ts";
import type { Choice } from "./rating-choices.ts";
import type { FirstRoundCell } from "./rounds-view.ts";

export type StepState = "todo" | "busy" | "reason" | "done";

export type SheetOption = {
  id: string;
  position: number;
  title: string;
  description: string;
  level: number;
};

export type SheetStep = {
  key: string;
  kind: "gate" | "criterion";
  question: LocalText;
  meaning: LocalText;
  source: string;
  mayNotApply: boolean;
  /** Five texts for a criterion, none for a gate. */
  anchors: LocalText[];
  cells: {
    optionId: string;
    position: number;
    title: string;
    choice: Choice | "";
    reason: string;
  }[];
};

/** A page of the round; its id is the key of the question, in the second round with the option. `option` names the one that is asked again. */
export type SheetLine = {
  id: string;
  key: string;
  question: LocalText;
  kind: "gate" | "criterion";
  option: string | null;
  state: StepState;
};

export type SheetCheck = {
  unanswered: number;
  withoutReason: number;
  rows: {
    key: string;
    question: LocalText;
    cells: { optionId: string; choice: Choice | null; reason: string; reasonMissing: boolean }[];
  }[];
};

export type SheetArgument = {
  id: string;
  optionId: string;
  side: "for" | "against";
  text: string;
  /** Given in a round that was revealed: no longer to be withdrawn. */
  revealed: boolean;
};

export type SheetFile = {
  number: string;
  title: string;
  story: string;
  citizenWish: string;
  citizenFirstNeed: string;
  ownAttempts: string;
  pinch: string;
  pinchSource: string;
  lawPurpose: string;
  unease: string;
  facts: {
    key: string;
    label: LocalText;
    direction: "pro" | "con";
    answer: "yes" | "no" | "unknown";
    note: string;
    source: string;
  }[];
};

export type ScoringSheet = {
  session: { id: string; title: string; deadline: number | null };
  caseId: string;
  /** The last event of the session that is shown. */
  position: number;
  timer: { endsAt: number; now: number } | null;
  phase: ItemPhase;
  round: number;
  ready: boolean;
  readsAlong: boolean;
  perspective: { name: LocalText; leadingQuestion: LocalText };
  scale: LocalText[];
  levels: LocalText[];
  options: SheetOption[];
  steps: SheetLine[];
  /** Null on the last page. */
  step: SheetStep | null;
  /** Names the page on the screen among the steps; null on the last page. */
  stepId: string | null;
  /** What the first round said about the cell that is asked again; null in the first round. */
  firstRound: FirstRoundCell | null;
  check: SheetCheck;
  arguments: SheetArgument[];
  file: SheetFile;
};
