import { signalSources, signalStatuses, signalStepKinds } from "../../app/domain/signal.ts";
import {
  allowed,
  cents,
  foreignKey,
  id,
  index,
  json,
  moment,
  oneOf,
  primaryKey,
  table,
  unique,
  whole,
  words,
} from "../columns.ts";
import { caseFiles } from "./cases.ts";
import { scopes } from "./catalogue.ts";
import { organisations, people } from "./people.ts";
import { precedents } from "./precedents.ts";
import { sessions } from "./sessions.ts";

/** A structural problem and the owner of the rule that causes it. */
export const signals = table(
  "signals",
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    number: words().notNull(),
    title: words().notNull(),
    description: words().notNull().default(""),
    source: oneOf(signalSources).notNull(),
    status: oneOf(signalStatuses).notNull(),
    /** Why it has this status; asked for a rejection and a step back. */
    statusReason: words().notNull().default(""),
    scopeId: id().references(() => scopes.id, { onDelete: "restrict" }),
    /** What its cases have in common: ids of facts, and the outcome they share. */
    facts: json<string[]>().notNull(),
    level: whole(),
    /** The cluster it was raised from, so that it is raised once. */
    clusterKey: words(),
    sessionId: id().references(() => sessions.id, { onDelete: "restrict" }),
    /** The owner of the rule: an organisation and a person, here or outside. */
    ownerOrganisationId: id().references(() => organisations.id, { onDelete: "restrict" }),
    ownerOrganisation: words().notNull().default(""),
    ownerId: id().references(() => people.id, { onDelete: "restrict" }),
    ownerName: words().notNull().default(""),
    ownerContact: words().notNull().default(""),
    assignedAt: moment(),
    /** When the owner is to have answered. */
    answerBy: moment(),
    remindedAt: moment(),
    answer: words().notNull().default(""),
    answeredAt: moment(),
    /** Cost of doing nothing: cases a year times the cost of one, and what that is based on. */
    casesPerYear: whole(),
    centsPerCase: cents(),
    costBasis: words().notNull().default(""),
    mergedIntoId: id(),
    /** Empty when the product raised it. */
    raisedBy: id().references(() => people.id, { onDelete: "restrict" }),
    raisedAt: moment().notNull(),
    closedAt: moment(),
    updatedAt: moment().notNull(),
    version: whole().notNull().default(1),
  },
  (t) => [
    unique("signals_number_unique").on(t.organisationId, t.number),
    unique("signals_cluster_unique").on(t.organisationId, t.clusterKey),
    foreignKey({ columns: [t.mergedIntoId], foreignColumns: [t.id], name: "signals_merged_into" }),
    index("signals_list").on(t.organisationId, t.status, t.raisedAt, t.id),
    index("signals_owner").on(t.ownerId, t.status, t.answerBy),
    index("signals_scope").on(t.scopeId, t.status),
    index("signals_merged").on(t.mergedIntoId),
    index("signals_session").on(t.sessionId),
    allowed("signals_source", t.source, signalSources),
    allowed("signals_status", t.status, signalStatuses),
  ],
);

export const signalCases = table(
  "signal_cases",
  {
    signalId: id()
      .notNull()
      .references(() => signals.id, { onDelete: "restrict" }),
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    note: words().notNull().default(""),
    addedBy: id().references(() => people.id, { onDelete: "restrict" }),
    addedAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.signalId, t.caseId] }), index("signal_cases_case").on(t.caseId)],
);

/** Precedents that belong to it without a case here, such as those of the back catalogue. */
export const signalPrecedents = table(
  "signal_precedents",
  {
    signalId: id()
      .notNull()
      .references(() => signals.id, { onDelete: "restrict" }),
    precedentId: id()
      .notNull()
      .references(() => precedents.id, { onDelete: "restrict" }),
    addedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.signalId, t.precedentId] }),
    index("signal_precedents_precedent").on(t.precedentId),
  ],
);

/** What happened with a signal, in words, oldest first. */
export const signalSteps = table(
  "signal_steps",
  {
    id: id().primaryKey(),
    signalId: id()
      .notNull()
      .references(() => signals.id, { onDelete: "restrict" }),
    kind: oneOf(signalStepKinds).notNull(),
    status: oneOf(signalStatuses),
    text: words().notNull().default(""),
    /** Empty when the product did it. */
    personId: id().references(() => people.id, { onDelete: "restrict" }),
    at: moment().notNull(),
  },
  (t) => [
    index("signal_steps_signal").on(t.signalId, t.at, t.id),
    allowed("signal_steps_kind", t.kind, signalStepKinds),
    allowed("signal_steps_status", t.status, signalStatuses),
  ],
);

/** What a session leaves behind when it closes. */
export const reflections = table(
  "reflections",
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    sessionId: id()
      .notNull()
      .references(() => sessions.id, { onDelete: "restrict" }),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    /** The unwritten rule or system logic that was in the way. */
    unwrittenRule: words().notNull().default(""),
    /** The dilemma that should be told higher up. */
    dilemma: words().notNull().default(""),
    at: moment().notNull(),
    answer: words().notNull().default(""),
    answeredBy: id().references(() => people.id, { onDelete: "restrict" }),
    answeredAt: moment(),
    version: whole().notNull().default(1),
  },
  (t) => [
    unique("reflections_once").on(t.sessionId, t.personId),
    index("reflections_list").on(t.organisationId, t.at, t.id),
  ],
);
