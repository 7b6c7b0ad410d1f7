import type { LocalText } from "#app/domain/local-text.ts";
import type { RuleStanding } from "#app/domain/policy-rule-life.ts";
import type { SignalSource, SignalStatus, SignalStepKind } from "#app/domain/signal.ts";

export type Named = { id: string; name: string };

/** What the cases of a signal say about cost; `centsPerCase` over the `known` ones, null without any. */
export type CasesCost = {
  cases: number;
  lastYear: number;
  known: number;
  /** With costs of strict application or of what was decided, not of both. */
  halfKnown: number;
  centsPerCase: number | null;
};

/** As a list shows it. */
export type SignalItem = {
  id: string;
  number: string;
  title: string;
  source: SignalSource;
  status: SignalStatus;
  scope: string | null;
  /** The owner of the rule in words, with the organisation; null while there is none. */
  owner: string | null;
  cases: number;
  raisedAt: number;
  ageDays: number;
  answerBy: number | null;
  answeredAt: number | null;
  overdue: boolean;
  /** Cents a year; null while not known. */
  costPerYear: number | null;
  /** Of another organisation: this person is asked for an answer. */
  elsewhere: boolean;
};

export type SignalStep = {
  id: string;
  kind: SignalStepKind;
  status: SignalStatus | null;
  text: string;
  /** By name, elsewhere by organisation; null when the product did it. */
  person: string | null;
  at: number;
};

export type SignalCase = {
  id: string;
  number: string;
  title: string;
  status: string;
  note: string;
  addedAt: number;
};

export type SignalPrecedent = { id: string; number: string; title: string };

export type SignalRule = { id: string; number: string; title: string; standing: RuleStanding };

export type SignalOwnerChoice = { organisationId: string; organisation: string; people: Named[] };

export type SignalPage = {
  now: number;
  /** Of another organisation: this person is asked for an answer and sees no cases. */
  elsewhere: boolean;
  signal: {
    id: string;
    number: string;
    title: string;
    description: string;
    source: SignalSource;
    status: SignalStatus;
    statusReason: string;
    scopeId: string | null;
    scope: string | null;
    facts: LocalText[];
    level: number | null;
    /** The session it was raised from, for who may see it. */
    session: { id: string; title: string } | null;
    organisation: string;
    /** By name, elsewhere by organisation; null when the product did it. */
    raisedBy: string | null;
    raisedAt: number;
    ageDays: number;
    version: number;
  };
  owner: {
    id: string | null;
    organisationId: string | null;
    organisation: string;
    name: string;
    contact: string;
    assignedAt: number | null;
    answerBy: number | null;
    remindedAt: number | null;
    answer: string;
    answeredAt: number | null;
    overdue: boolean;
  } | null;
  cost: {
    casesPerYear: number | null;
    centsPerCase: number | null;
    perYear: number | null;
    /** Words somebody wrote; empty while the amounts follow the cases. */
    basis: string;
    /** Null for an owner elsewhere. */
    fromCases: CasesCost | null;
  };
  cases: SignalCase[];
  /** How many cases there are that this person may not see. */
  hiddenCases: number;
  precedents: SignalPrecedent[];
  rules: SignalRule[];
  steps: SignalStep[];
  mergedInto: { id: string; number: string; title: string } | null;
  mergedFrom: { id: string; number: string; title: string }[];
  moves: SignalStatus[];
  may: {
    edit: boolean;
    answer: boolean;
    remind: boolean;
    draftRule: boolean;
    readRules: boolean;
  };
  /** For the forms of who edits; empty for others. */
  owners: SignalOwnerChoice[];
  scopes: Named[];
  others: { id: string; number: string; title: string }[];
};

/** What a new signal is raised from, and what there is to choose. */
export type NewSignalPage = {
  from: {
    caseId: string | null;
    sessionId: string | null;
    doorId: string | null;
    /** Words of that source, for the eye: they are not taken along by themselves. */
    about: { label: "case" | "session" | "wrong_door" | null; title: string; text: string };
  };
  sources: SignalSource[];
  scopeId: string | null;
  scopes: Named[];
  cases: { id: string; number: string; title: string }[];
};

export type PatternCase = { id: string; number: string; title: string };

/** A cluster of decided cases as it is now. */
export type PatternItem = {
  key: string;
  kind: "leading" | "closed_set";
  level: number;
  facts: LocalText[];
  cases: PatternCase[];
  hiddenCases: number;
  precedents: SignalPrecedent[];
  /** More of them than are named. */
  morePrecedents: number;
  signal: { id: string; number: string; status: SignalStatus } | null;
};

export type PatternsPage = {
  scopes: Named[];
  scopeId: string | null;
  state: "none" | "busy" | "failed" | "done";
  /** 0 to 1. */
  progress: number;
  foundAt: number | null;
  now: number;
  patterns: PatternItem[];
  /** The address of the next ones. */
  next: string | null;
  total: number;
  mayRaise: boolean;
};

/** As who leads an organisation reads it: of which session, and not by whom. */
export type ReflectionItem = {
  id: string;
  session: { id: string; title: string; startsAt: number };
  unwrittenRule: string;
  dilemma: string;
  at: number;
  answer: string;
  answeredBy: string | null;
  answeredAt: number | null;
  version: number;
};

/** One's own, with the answer to it. */
export type OwnReflection = Omit<ReflectionItem, "session" | "id">;

export type ReflectionPage = {
  session: { id: string; title: string; startsAt: number };
  /** Nobody looks back on a session that goes on. */
  closed: boolean;
  reflection: OwnReflection | null;
};
