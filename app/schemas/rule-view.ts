/** Policy rules as the pages show them. */
import type { FactKind, FactMeasure } from "#app/domain/case-file.ts";
import type { LawReference } from "#app/domain/law-reference.ts";
import type { LocalText } from "#app/domain/local-text.ts";
import type { RuleStanding } from "#app/domain/policy-rule-life.ts";
import type { RuleTryOut } from "#app/domain/policy-rule.ts";
import type { RowsResult } from "./form-rows.ts";
import type { Named } from "./precedent-view.ts";
import type { TryOutView } from "./rule-try-out.ts";
import type { RuleFilters } from "./rule-filters.ts";

/** A rule in force that covers a case; `if`: when the facts in `unknown` turn out as it asks. */
export type CoveringRule = {
  id: string;
  number: string;
  title: string;
  level: number;
  settles: "yes" | "if";
  unknown: LocalText[];
};

export type RuleFact = {
  id: string;
  label: LocalText;
  perspective: string;
  direction: FactKind;
  measure: FactMeasure | null;
};

/** A fact to choose from, with what it means. */
export type RuleFactChoice = RuleFact & { definition: LocalText };

/** What a rule asks and gives, to be told in words. */
export type RuleInWords = {
  scope: string;
  mustHold: RuleFact[];
  mustNotHold: RuleFact[];
  bounds: { fact: RuleFact; least: number | null; most: number | null }[];
  level: number;
};

export type ListedRule = {
  id: string;
  number: string;
  edition: number;
  title: string;
  scope: string;
  level: number;
  standing: RuleStanding;
  validFrom: number | null;
  validUntil: number | null;
  updatedAt: number;
  /** Cases that it settled. */
  settled: number;
};

export type RuleListPage = {
  rules: ListedRule[];
  next: string | null;
  filters: RuleFilters;
  scopes: Named[];
  mayEdit: boolean;
};

/** The signal that asked for a rule. */
export type SignalOfRule = { id: string; number: string; title: string };

/** What a form of a rule starts with, by field. */
export type RuleValues = {
  version: number;
  signalId: string;
  title: string;
  scopeId: string;
  lawReferences: string;
  text: string;
  explanation: string;
  validFrom: number | null;
  validUntil: number | null;
  level: string;
  facts: Record<string, "must" | "must_not">;
  bounds: Record<string, { least: string; most: string }>;
};

/** A rule in words with what it would have done: what stands beside the form. */
export type Trial = { inWords: RuleInWords; tried: TryOutView };

/** Conditions that were suggested, and how many situations with another outcome they cannot keep out. */
export type Suggested = {
  mustHold: RuleFact[];
  mustNotHold: RuleFact[];
  bounded: RuleFact[];
  cannotExclude: number;
  /** False when there may be fewer conditions that do as much. */
  isSmallest: boolean;
};

/** What the editing screen gives back when it is asked to try or to suggest: the form as typed, and the answer. */
export type TriedResult = RowsResult & { trial: Trial | null; suggested: Suggested | null };

export type RuleEditor = {
  rule: { id: string; number: string; edition: number; title: string } | null;
  values: RuleValues;
  facts: RuleFactChoice[];
  scopes: Named[];
  signal: SignalOfRule | null;
  suggested: Suggested | null;
  /** With what the form starts with; null while there is nothing to try. */
  trial: Trial | null;
};

export type SettledCase = {
  /** Null for who may not see the case. */
  caseFile: { id: string; number: string; title: string } | null;
  at: number;
};

export type RulePage = {
  rule: {
    id: string;
    number: string;
    edition: number;
    title: string;
    text: string;
    explanation: string;
    standing: RuleStanding;
    validFrom: number | null;
    validUntil: number | null;
    disagreementReason: string;
    endReason: string;
    adoptedAt: number | null;
    endedAt: number | null;
    version: number;
  };
  inWords: RuleInWords;
  lawReferences: LawReference[];
  preparedBy: string;
  adoptedBy: string | null;
  endedBy: string | null;
  /** As it was adopted; null for a draft. */
  adoptedNumbers: RuleTryOut | null;
  /** A draft as it would be now. */
  tried: TryOutView | null;
  signal: SignalOfRule | null;
  editions: { id: string; edition: number; standing: RuleStanding; from: number | null }[];
  history: { sequence: number; at: number; event: RuleEvent; by: string | null }[];
  settled: { count: number; cases: SettledCase[] };
  replaced: { count: number; precedents: { id: string; number: string; title: string }[] };
  hasConditions: boolean;
  may: { edit: boolean; adopt: boolean; revise: boolean; end: boolean; discard: boolean };
  today: number;
};

export const ruleEvents = [
  "drafted",
  "changed",
  "adopted",
  "revised",
  "ended",
  "discarded",
  "settled_case",
] as const;
export type RuleEvent = (typeof ruleEvents)[number];

/** The page on which a case is settled by a rule. */
export type SettlePage = {
  caseFile: { id: string; number: string; title: string };
  rules: (CoveringRule & { text: string })[];
  /** Why no rule can settle it now; null when one can. */
  hindrance: "rule_case_decided" | "rule_case_scoring" | "rule_case_ended" | null;
  settledBy: { id: string; number: string; title: string; at: number } | null;
};

/** What one rule settles and the other does not, and which conditions of the other make that. */
export type OnlyHere = {
  count: number;
  because: { kind: "mustFact" | "mustNotFact" | "boundFact"; fact: RuleFact; keepsOut: number }[];
};

export type ComparedRule = Trial & {
  id: string;
  number: string;
  edition: number;
  title: string;
  standing: RuleStanding;
  /** Null when the two are about different scopes. */
  only: OnlyHere | null;
};

export type RuleComparison = {
  choices: { id: string; number: string; edition: number; title: string; standing: RuleStanding }[];
  chosen: { a: string; b: string };
  /** The two beside each other; null while two different ones were not chosen. */
  compared: { a: ComparedRule; b: ComparedRule; both: number | null } | null;
};
