/** A weighing as the pages show it: what was kept, with people called as this reader may know them. */
import type { DisagreementWord } from "#app/domain/agreement.ts";
import type { LocalText } from "#app/domain/local-text.ts";
import type { GateOutcome } from "#app/domain/weighing.ts";
import type { WeightMethod } from "#app/domain/weights.ts";

/** A name inside the session; outside it only the seat on the panel. */
export type Who = { name: string | null; seat: number; perspective: LocalText };

export type GivenValue = { who: Who; value: number | null };
export type GivenAnswer = { who: Who; answer: "yes" | "no" | "unsure" };

export type CriterionCell = {
  key: string;
  median: number | null;
  count: number;
  missing: number;
  word: DisagreementWord | null;
  values: GivenValue[];
};

export type GateCell = { key: string; outcome: GateOutcome; answers: GivenAnswer[] };

export type PerspectiveOutcome = {
  key: string;
  score: number | null;
  coverage: number;
  passes: boolean;
  /** Below the pass mark, or without any score. */
  belowPassMark: boolean;
  gates: GateCell[];
  criteria: CriterionCell[];
};

export type OptionOutcome = {
  id: string;
  position: number;
  title: string;
  level: LocalText | null;
  total: number | null;
  passes: boolean;
  proposed: boolean;
  /** Place among the options that pass, ties sharing the best; null for one that does not pass. */
  rank: number | null;
  perspectives: PerspectiveOutcome[];
};

export type WeighedPerspectiveView = {
  key: string;
  name: LocalText;
  weight: number;
  passMark: number;
  assessors: Who[];
  gates: { key: string; question: LocalText }[];
  criteria: { key: string; question: LocalText; weight: number }[];
};

/** How weights came about: points of swing weighing, or places of a ranking, per perspective. */
export type WeightsOrigin = { method: WeightMethod; answers: Record<string, number> | null };

export type WeighingView = {
  questionSet: { name: LocalText; key: string; number: number };
  margin: number;
  /** Null in weighings that were made before this was kept. */
  weighed: WeightsOrigin | null;
  perspectives: WeighedPerspectiveView[];
  options: OptionOutcome[];
  proposed: string[];
  noClearDifference: boolean;
};

/** A reason that belongs to a rating or to the answer at a gate. */
export type ReasonView = {
  ratingId: string;
  who: Who;
  choice: string;
  text: string;
  /** The group marked it as carrying the decision. */
  carrying: boolean;
};

export type ArgumentView = {
  id: string;
  who: Who;
  perspective: string;
  optionId: string;
  side: "for" | "against";
  text: string;
  carrying: boolean;
};

/** One cell to talk about: what was given, and the reasons at both ends. */
export type DiscussionView = {
  /** Key of the criterion or gate. */
  criterion: string;
  kind: "criterion" | "gate";
  question: LocalText;
  perspective: LocalText;
  optionId: string;
  optionTitle: string;
  median: number | null;
  word: DisagreementWord | null;
  values: GivenValue[];
  /** Of a gate, with what came out. */
  answers: GivenAnswer[];
  outcome: GateOutcome | null;
  reasons: ReasonView[];
  /** By the figures; `byHand` names who put it on the agenda besides. */
  flagged: boolean;
  byHand: string | null;
  tabled: boolean;
  discussed: { note: string; by: string; at: number } | null;
};
