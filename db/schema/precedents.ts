import { factKinds } from "../../app/domain/case-file.ts";
import { precedentRelations, precedentSources } from "../../app/domain/precedent-relations.ts";
import { precedentStatuses, precedentVisibilities } from "../../app/domain/precedent-rules.ts";
import {
  allowed,
  cents,
  id,
  index,
  json,
  moment,
  oneOf,
  primaryKey,
  table,
  unique,
  uniqueIndex,
  whole,
  words,
  type AnyColumn,
} from "../columns.ts";
import { facts, scopes } from "./catalogue.ts";
import { decisions, type Motivation } from "./decisions.ts";
import { lineChanges } from "./lines.ts";
import { organisations, people } from "./people.ts";
import { precedentImports } from "./precedent-imports.ts";
import { policyRules } from "./rules.ts";

/** The edited, anonymised, reusable form of a decision. */
export const precedents = table(
  "precedents",
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    /** The decision it was made from; empty for one from the back catalogue. */
    decisionId: id().references(() => decisions.id, { onDelete: "restrict" }),
    source: oneOf(precedentSources).notNull().default("decision"),
    importId: id().references((): AnyColumn => precedentImports.id, { onDelete: "restrict" }),
    /** The name an imported precedent had where it came from; of one organisation each once. */
    externalId: words(),
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
    /** The law, ruling or policy rule that took its place. */
    endReference: words().notNull().default(""),
    endedAt: moment(),
    /** The first moment at which it no longer counts; empty while no end is known. */
    validUntil: moment(),
    /** The change of line that ended it. */
    lineChangeId: id().references((): AnyColumn => lineChanges.id, { onDelete: "restrict" }),
    /** The policy rule that took its place. */
    policyRuleId: id().references((): AnyColumn => policyRules.id, { onDelete: "restrict" }),
    /** How many facts the catalogue had when this was judged: later ones were not looked at. */
    catalogueSize: whole().notNull().default(0),
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
    reviewedAt: moment(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    version: whole().notNull().default(1),
  },
  (t) => [
    unique("precedents_decision_unique").on(t.decisionId),
    unique("precedents_number_unique").on(t.organisationId, t.number),
    unique("precedents_external_unique").on(t.organisationId, t.externalId),
    index("precedents_list").on(t.organisationId, t.status, t.decidedAt, t.id),
    // Counting what the filters of the list can choose reads this index only.
    index("precedents_counts").on(
      t.organisationId,
      t.visibility,
      t.status,
      t.publishedAt,
      t.scopeId,
      t.level,
      t.validUntil,
      t.source,
    ),
    index("precedents_shared").on(t.visibility, t.status, t.decidedAt, t.id),
    index("precedents_scope").on(t.scopeId, t.status, t.decidedAt),
    index("precedents_owner").on(t.ownerId, t.status, t.reviewDate),
    index("precedents_import").on(t.importId),
    index("precedents_line_change").on(t.lineChangeId),
    index("precedents_policy_rule").on(t.policyRuleId),
    allowed("precedents_source", t.source, precedentSources),
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
    /** Of an ordered fact, how much: in its measure. */
    amount: cents(),
  },
  (t) => [
    primaryKey({ columns: [t.precedentId, t.factId] }),
    index("precedent_facts_fact").on(t.factId),
    allowed("precedent_facts_side", t.side, factKinds),
  ],
);

/**
 * The facts of a precedent that counts now, packed for comparing many at once: bits by the number of the fact. A row
 * is written with every change of what it holds; `changed` counts up over all rows, so that whoever keeps a copy in
 * memory asks for what is newer. A precedent that no longer counts keeps its row, without words.
 */
export const precedentWords = table(
  "precedent_words",
  {
    precedentId: id()
      .primaryKey()
      .references(() => precedents.id, { onDelete: "restrict" }),
    changed: whole().notNull(),
    scopeId: id()
      .notNull()
      .references(() => scopes.id, { onDelete: "restrict" }),
    visibility: oneOf(precedentVisibilities).notNull(),
    level: whole().notNull(),
    decidedAt: moment().notNull(),
    validUntil: moment(),
    catalogueSize: whole().notNull(),
    /** Base64 of 32-bit words, little end first: the facts, then those of the reason. Empty: counts no more. */
    packed: words().notNull(),
    /** Amounts of ordered facts by number of the fact. */
    amounts: json<Record<string, number>>(),
  },
  (t) => [
    uniqueIndex("precedent_words_changed").on(t.changed),
    index("precedent_words_scope").on(t.scopeId),
    allowed("precedent_words_visibility", t.visibility, precedentVisibilities),
  ],
);

/** The precedents a decision names, and how it treats them. */
export const decisionPrecedents = table(
  "decision_precedents",
  {
    decisionId: id()
      .notNull()
      .references(() => decisions.id, { onDelete: "restrict" }),
    precedentId: id()
      .notNull()
      .references(() => precedents.id, { onDelete: "restrict" }),
    relation: oneOf(precedentRelations).notNull().default("followed"),
    /** Facts on which this decision differs from it, as they were when it was taken. */
    differences: json<string[]>(),
  },
  (t) => [
    primaryKey({ columns: [t.decisionId, t.precedentId] }),
    index("decision_precedents_precedent").on(t.precedentId, t.relation),
    allowed("decision_precedents_relation", t.relation, precedentRelations),
  ],
);
