import type { Figure } from "#app/domain/account-figures.ts";
import type { HelpAnswer } from "#app/domain/follow-up.ts";
import type { SignalStatus } from "#app/domain/signal.ts";

/** One signal of the year, with where it stands now. */
export type YearlySignal = {
  id: string;
  number: string;
  title: string;
  status: SignalStatus;
  statusReason: string;
  owner: string | null;
  cases: number;
  /** Cents a year of leaving the rule as it is; null when not known. */
  costPerYear: number | null;
  costBasis: string;
  ageDays: number;
  /** The owner of the rule is late with an answer. */
  overdue: boolean;
};

export type YearlySignals = {
  total: number;
  raised: number;
  adopted: number;
  rejected: number;
  /** Still open at the end of the year, or now while it lasts. */
  open: number;
  /** Those that cost most first. */
  top: YearlySignal[];
  more: number;
};

/** What happened to a rule in the year; `applied`: it was adopted before and settled cases. */
export const ruleChanges = ["adopted", "revised", "ended", "applied"] as const;
export type RuleChange = (typeof ruleChanges)[number];

export type YearlyRule = {
  id: string;
  number: string;
  edition: number;
  title: string;
  change: RuleChange;
  at: number | null;
  scope: string;
  level: number;
  signal: { id: string; number: string } | null;
  /** Cases it settled since it was adopted, and in this year. */
  settled: number;
  settledInYear: number;
  /** The newest of those that this reader may open, and how many this reader may not. */
  cases: { id: string; number: string; title: string; settledAt: number }[];
  hidden: number;
  precedentsReplaced: number;
};

export type YearlyDilemma = {
  id: string;
  text: string;
  unwrittenRule: string;
  at: number;
  answer: string;
  answeredBy: string | null;
  answeredAt: number | null;
};

/** Words that belong to a case this reader may open. */
export type YearlyWords = {
  id: string;
  text: string;
  at: number;
  caseFile: { id: string; number: string; title: string };
  /** Of a look back: whether it helped, by the citizen. */
  helped: HelpAnswer | null;
  /** Of a departure: the decision. */
  decisionId: string | null;
};

export type YearlyPage = {
  year: number;
  isOver: boolean;
  isOwn: boolean;
  at: number;
  organisation: { id: string; name: string };
  organisations: { id: string; name: string }[];
  years: number[];
  figures: Record<"settled" | "helped" | "citizens" | "departures", Figure | null>;
  /** Null: of another organisation, totals are all there is. */
  own: YearlyOwn | null;
};

export type YearlyOwn = {
  signals: YearlySignals;
  rules: YearlyRule[];
  /** Null: this reader may not read what sessions leave behind. `open` of all of them wait for an answer. */
  dilemmas: { shown: YearlyDilemma[]; more: number; open: number } | null;
  learned: { shown: YearlyWords[]; more: number };
  departures: { shown: YearlyWords[]; more: number };
};
