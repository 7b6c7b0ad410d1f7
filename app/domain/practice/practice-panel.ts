import type { LocalText } from "../local-text.ts";
import { financialPanel } from "./panel-financial.ts";
import { legalPanel } from "./panel-legal.ts";
import { societalPanel } from "./panel-societal.ts";
import type { PracticePerspective } from "./practice-pages.ts";

export type GivenAnswer = "yes" | "no" | "unsure";
export type GivenScore = 1 | 2 | 3 | 4 | 5;
export type Given<Choice> = { choice: Choice; why?: LocalText };
/** One for each option, in their order. */
export type PerOption<Choice> = readonly [Given<Choice>, Given<Choice>, Given<Choice>];

export type PracticeAssessor = {
  id: string;
  name: string;
  gates: Record<string, PerOption<GivenAnswer>>;
  criteria: Record<string, PerOption<GivenScore>>;
  /** What this assessor says about the cell on the table in round 2. */
  second: { choice: GivenScore; why: LocalText };
};

export type PracticePanel = {
  /** The cell that comes on the table: the two assessors stand at opposite ends of it. */
  table: { criterion: string; option: 0 | 1 | 2 };
  assessors: readonly [PracticeAssessor, PracticeAssessor];
};

/** The other assessors of each perspective, and the cell they disagree on. */
export const practicePanels: Record<PracticePerspective, PracticePanel> = {
  legal: legalPanel,
  financial: financialPanel,
  societal: societalPanel,
};
