import type {
  CaseStatus,
  CaseStep,
  FactAnswer,
  FactKind,
  FactMeasure,
  StatusMove,
} from "#app/domain/case-file.ts";
import type { Bearer, Certainty, GroundKey, Recurrence } from "#app/domain/option.ts";
import type { PersonalDataKind } from "#app/domain/personal-data.ts";
import type { HighlightPart } from "#app/domain/search-highlight.ts";
import type { ComparableNow } from "./comparing-page.ts";
import type { CoveringRule } from "./rule-view.ts";

export type CaseHeading = { id: string; number: string; title: string };
export type Claim = { id: string; label: string; cents: number | null };
export type CaseQuestion = { key: string; question: string; meaning: string };

/** A text that seems to hold personal data: where it stands and what kind. */
export type Warning = {
  step: CaseStep;
  /** Name of the field, or of the kind of thing the text belongs to. */
  field: string;
  /** Words of the case itself that tell which one, such as the label of a fact. */
  label: string;
  kinds: PersonalDataKind[];
};

/** A circumstance of the catalogue, with what was established in a case. */
export type CatalogueFact = {
  id: string;
  label: string;
  definition: string;
  example: string;
  perspective: string;
  direction: FactKind;
  /** Of an ordered fact, what its amount counts. */
  measure: FactMeasure | null;
  answer: FactAnswer | "";
  note: string;
  source: string;
  /** Other facts that count as this one since they were merged, and that this case has. */
  mergedFrom: string[];
  /** What the text of the case seems to say of it; only while nobody has answered. */
  suggested: SuggestedFact | null;
};

/** Where the text of a case may hold a fact: the field, and the piece of text with the words that tell. */
export type SuggestedFact = { field: string; evidence: HighlightPart[] };

export type OptionSummary = {
  id: string;
  position: number;
  title: string;
  level: number;
  ground: GroundKey | null;
  locked: boolean;
};

type StepValue = string | number | boolean | null | readonly string[];
/** What a step holds, by the names of the fields of its form. */
export type StepValues = Record<string, StepValue>;

/** Whether a case can still be changed; 409 is the answer when its time is over. */
export type Openness = { closed: boolean; status: 200 | 409 };

export type StepPage = Openness & {
  caseFile: CaseHeading & { version: number; savedSteps: string[] };
  step: CaseStep;
  base: string;
  values: StepValues;
  scopes: { id: string; name: string }[];
  facts: CatalogueFact[];
  claims: Claim[];
  options: OptionSummary[];
  questions: CaseQuestion[];
  warnings: Warning[];
  mayExtendTerm: boolean;
  /** On the steps that settle what compares. */
  comparable: ComparableNow | null;
  /** On the last step: the rules that settle the case as it is stored. */
  rules: CoveringRule[];
};

export type CostLine = {
  id: string;
  optionId: string;
  post: string;
  bearer: Bearer;
  recurrence: Recurrence;
  certainty: Certainty;
  source: string;
  cents: number;
};

export type OptionPage = Openness & {
  caseFile: CaseHeading;
  option: {
    id: string;
    position: number;
    title: string;
    description: string;
    level: number;
    ground: GroundKey | null;
    groundReference: string;
    version: number;
  } | null;
  locked: boolean;
  onTheTable: boolean;
  lines: CostLine[];
  claims: Claim[];
  claimLevels: { claimId: string; level: number; note: string }[];
  levels: string[];
};

export type StatusPage = {
  caseFile: CaseHeading & { status: CaseStatus };
  next: { to: CaseStatus; move: StatusMove }[];
  changes: {
    id: string;
    from: CaseStatus | null;
    to: CaseStatus;
    reason: string;
    person: string;
    at: number;
  }[];
};
