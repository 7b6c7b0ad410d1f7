import { factKinds } from "../../app/domain/case-file.ts";
import { precedentStatuses, precedentVisibilities } from "../../app/domain/precedent-rules.ts";
import {
  allowed,
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
import { facts, scopes } from "./catalogue.ts";
import { decisions, type Motivation } from "./decisions.ts";
import { organisations, people } from "./people.ts";

/** The edited, anonymised, reusable form of a decision. */
export const precedents = table(
  "precedents",
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    decisionId: id()
      .notNull()
      .references(() => decisions.id, { onDelete: "restrict" }),
    number: words().notNull(),
    title: words().notNull(),
    summary: words().notNull(),
    motivation: json<Motivation>().notNull(),
    lawReferences: json<string[]>().notNull(),
    lifeEvents: json<string[]>().notNull(),
    scopeId: id().references(() => scopes.id, { onDelete: "restrict" }),
    level: whole().notNull(),
    status: oneOf(precedentStatuses).notNull(),
    endReason: words().notNull().default(""),
    visibility: oneOf(precedentVisibilities).notNull(),
    ownerId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    editorId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    publisherId: id().references(() => people.id, { onDelete: "restrict" }),
    decidedAt: moment().notNull(),
    publishedAt: moment(),
    reviewDate: moment(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    version: whole().notNull().default(1),
  },
  (t) => [
    unique("precedents_decision_unique").on(t.decisionId),
    unique("precedents_number_unique").on(t.organisationId, t.number),
    index("precedents_list").on(t.organisationId, t.status, t.decidedAt, t.id),
    index("precedents_shared").on(t.visibility, t.status, t.decidedAt, t.id),
    index("precedents_scope").on(t.scopeId, t.status, t.decidedAt),
    index("precedents_owner").on(t.ownerId, t.status, t.reviewDate),
    allowed("precedents_status", t.status, precedentStatuses),
    allowed("precedents_visibility", t.visibility, precedentVisibilities),
  ],
);

/** The facts of the decided case, and which of them the reason names. */
export const precedentFacts = table(
  "precedent_facts",
  {
    precedentId: id()
      .notNull()
      .references(() => precedents.id, { onDelete: "restrict" }),
    factId: id()
      .notNull()
      .references(() => facts.id, { onDelete: "restrict" }),
    side: oneOf(factKinds).notNull(),
    inReason: whole().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.precedentId, t.factId] }),
    index("precedent_facts_fact").on(t.factId),
    allowed("precedent_facts_side", t.side, factKinds),
  ],
);

/** The precedents a decision names as found in its precedent check. */
export const decisionPrecedents = table(
  "decision_precedents",
  {
    decisionId: id()
      .notNull()
      .references(() => decisions.id, { onDelete: "restrict" }),
    precedentId: id()
      .notNull()
      .references(() => precedents.id, { onDelete: "restrict" }),
  },
  (t) => [
    primaryKey({ columns: [t.decisionId, t.precedentId] }),
    index("decision_precedents_precedent").on(t.precedentId),
  ],
);
