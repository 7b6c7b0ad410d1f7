/** What an assessor has in front while scoring: only the own answers, never somebody else's. */
import type { LocalText } from "#app/domain/local-text.ts";
import type { ItemPhase } from "#app/domain/session.ts";
import type { Choice } from "./rating-choices.ts";

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
  phase: ItemPhase;
  ready: boolean;
  readsAlong: boolean;
  perspective: { name: LocalText; leadingQuestion: LocalText };
  scale: LocalText[];
  levels: LocalText[];
  options: SheetOption[];
  steps: { key: string; question: LocalText; kind: "gate" | "criterion"; state: StepState }[];
  /** Null on the last page. */
  step: SheetStep | null;
  check: SheetCheck;
  arguments: SheetArgument[];
  file: SheetFile;
};
