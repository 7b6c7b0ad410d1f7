import { factKinds, factMeasures } from "../../app/domain/case-file.ts";
import type { LocalText } from "../../app/domain/local-text.ts";
import type { QuestionSetContent } from "../../app/domain/question-set.ts";
import {
  allowed,
  flag,
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
import { organisations } from "./people.ts";

/** Rule or domain within which cases compare. */
export const scopes = table(
  "scopes",
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    name: words().notNull(),
    description: words().notNull().default(""),
    lawReferences: json<string[]>().notNull(),
    active: flag().notNull().default(true),
    createdAt: moment().notNull(),
    version: whole().notNull().default(1),
  },
  (t) => [unique("scopes_name_unique").on(t.organisationId, t.name)],
);

/** Scopes of other organisations whose precedents are shown beside those of the own scope. They never bind. */
export const scopeLinks = table(
  "scope_links",
  {
    scopeId: id()
      .notNull()
      .references(() => scopes.id, { onDelete: "restrict" }),
    otherScopeId: id()
      .notNull()
      .references(() => scopes.id, { onDelete: "restrict" }),
  },
  (t) => [
    primaryKey({ columns: [t.scopeId, t.otherScopeId] }),
    index("scope_links_other").on(t.otherScopeId),
  ],
);

/** Catalogue of circumstances, shared by all organisations of the installation. */
export const facts = table(
  "facts",
  {
    id: id().primaryKey(),
    /** Its place in the catalogue, counting up, never reused: the packed words of precedents rest on it. */
    number: whole().notNull(),
    key: words().notNull(),
    label: json<LocalText>().notNull(),
    definition: json<LocalText>().notNull(),
    example: json<LocalText>().notNull(),
    synonyms: json<string[]>().notNull(),
    perspective: words().notNull(),
    direction: oneOf(factKinds).notNull(),
    /** Of an ordered fact, what its amount counts: more of it pleads more in its direction. */
    measure: oneOf(factMeasures),
    /** The fact that took its place; it then counts as that one everywhere. */
    mergedIntoId: id(),
    endReason: words().notNull().default(""),
    endedAt: moment(),
    active: flag().notNull().default(true),
    createdAt: moment().notNull(),
    version: whole().notNull().default(1),
  },
  (t) => [
    unique("facts_key_unique").on(t.key),
    unique("facts_number_unique").on(t.number),
    foreignKey({ columns: [t.mergedIntoId], foreignColumns: [t.id], name: "facts_merged_into" }),
    index("facts_merged").on(t.mergedIntoId),
    allowed("facts_direction", t.direction, factKinds),
    allowed("facts_measure", t.measure, factMeasures),
  ],
);

export const questionSetStatuses = ["draft", "published", "retired"] as const;

/** A version of a question set; immutable from its first use in a session. */
export const questionSets = table(
  "question_sets",
  {
    id: id().primaryKey(),
    /** Empty for a set that ships with the product. */
    organisationId: id().references(() => organisations.id, { onDelete: "restrict" }),
    key: words().notNull(),
    number: whole().notNull(),
    status: oneOf(questionSetStatuses).notNull(),
    content: json<QuestionSetContent>().notNull(),
    createdAt: moment().notNull(),
    version: whole().notNull().default(1),
  },
  (t) => [
    unique("question_sets_number_unique").on(t.organisationId, t.key, t.number),
    index("question_sets_key").on(t.key, t.number),
    allowed("question_sets_status", t.status, questionSetStatuses),
  ],
);
