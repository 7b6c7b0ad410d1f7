/** What the pages of the practice session show. Of the other assessors only what has been revealed. */
import type { LocalText } from "#app/domain/local-text.ts";
import type { PracticePage } from "#app/domain/practice/practice-pages.ts";
import type { RobustnessView } from "./robustness-view.ts";
import type { SheetCheck, SheetFile, SheetOption, SheetStep, StepState } from "./scoring-sheet.ts";
import type { DiscussionView, WeighingView, Who } from "./weighing-view.ts";

/** The page, and how far this person has come. */
export type PracticePlace = { page: PracticePage; furthest: PracticePage };

export type PracticeStart = {
  perspectives: { key: string; name: LocalText; leadingQuestion: LocalText }[];
  run: { perspective: LocalText; furthest: PracticePage } | null;
};

export type PracticeCaseFile = { file: SheetFile; options: SheetOption[]; levels: LocalText[] };

export type PracticeCasePage = PracticeCaseFile & { place: PracticePlace };

export type PracticeScoring = PracticeCaseFile & {
  place: PracticePlace;
  perspective: { name: LocalText; leadingQuestion: LocalText };
  scale: LocalText[];
  steps: { key: string; question: LocalText; state: StepState }[];
  /** Null on the last page, where everything is checked. */
  step: SheetStep | null;
  check: SheetCheck;
};

export type PracticeReveal = { place: PracticePlace; view: WeighingView };

export type PracticeDiscussion = {
  place: PracticePlace;
  cell: DiscussionView;
  /** Other cells with a difference to talk about. */
  others: number;
};

export type PracticeSecondRound = {
  place: PracticePlace;
  cell: DiscussionView;
  scale: LocalText[];
  own: { choice: string; reason: string };
  /** What was answered in this round, once it was. */
  second: { choice: string; reason: string } | null;
};

/** One person and the cell on the table: what was said in both rounds. */
export type PracticeMove = { who: Who; own: boolean; before: string; after: string; why: string };

export type PracticeWeighing = {
  place: PracticePlace;
  view: WeighingView;
  robustness: RobustnessView;
  moves: PracticeMove[];
  table: { question: LocalText; optionTitle: string };
};

export type PracticeDecision = {
  place: PracticePlace;
  view: WeighingView;
  options: SheetOption[];
  levels: LocalText[];
  own: { option: string; reason: string } | null;
};

export type PracticeFinish = {
  place: PracticePlace;
  chosen: { position: number; title: string };
  reason: string;
  /** Passes everywhere and ranks first; passes but is not first; fails a perspective. */
  verdict: "proposed" | "departs" | "fails";
  proposed: string[];
};
