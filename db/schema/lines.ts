import { adoptionChoices, lineChangeStatuses } from "../../app/domain/precedent-relations.ts";
import { allowed, id, index, moment, oneOf, primaryKey, table, whole, words } from "../columns.ts";
import { caseFiles } from "./cases.ts";
import { scopes } from "./catalogue.ts";
import { decisions } from "./decisions.ts";
import { organisations, people } from "./people.ts";
import { precedents } from "./precedents.ts";

/** A deliberate change of line: asked for with a decision, decided by someone with that right. */
export const lineChanges = table(
  "line_changes",
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    scopeId: id()
      .notNull()
      .references(() => scopes.id, { onDelete: "restrict" }),
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    /** The level of the decision for which it was asked: it allows no other. */
    level: whole().notNull(),
    status: oneOf(lineChangeStatuses).notNull(),
    motivation: words().notNull(),
    proposedBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    proposedAt: moment().notNull(),
    decidedBy: id().references(() => people.id, { onDelete: "restrict" }),
    decidedAt: moment(),
    answer: words().notNull().default(""),
    /** The decision with which it took effect, and from when. */
    decisionId: id().references(() => decisions.id, { onDelete: "restrict" }),
    effectiveFrom: moment(),
    version: whole().notNull().default(1),
  },
  (t) => [
    index("line_changes_waiting").on(t.organisationId, t.status, t.proposedAt),
    index("line_changes_scope").on(t.scopeId, t.status, t.effectiveFrom),
    index("line_changes_case").on(t.caseId, t.status),
    index("line_changes_decision").on(t.decisionId),
    allowed("line_changes_status", t.status, lineChangeStatuses),
  ],
);

/** The precedents a change of line departs from. */
export const lineChangePrecedents = table(
  "line_change_precedents",
  {
    lineChangeId: id()
      .notNull()
      .references(() => lineChanges.id, { onDelete: "restrict" }),
    precedentId: id()
      .notNull()
      .references(() => precedents.id, { onDelete: "restrict" }),
  },
  (t) => [
    primaryKey({ columns: [t.lineChangeId, t.precedentId] }),
    index("line_change_precedents_precedent").on(t.precedentId),
  ],
);

/** What a case does with the reasons of a precedent, per perspective; the original stays as it was read. */
export const precedentAdoptions = table(
  "precedent_adoptions",
  {
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    precedentId: id()
      .notNull()
      .references(() => precedents.id, { onDelete: "restrict" }),
    perspective: words().notNull(),
    choice: oneOf(adoptionChoices).notNull(),
    original: words().notNull(),
    /** The own words: of what is adapted or departed from. */
    text: words().notNull().default(""),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    at: moment().notNull(),
    version: whole().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.precedentId, t.perspective] }),
    index("precedent_adoptions_precedent").on(t.precedentId),
    index("precedent_adoptions_person").on(t.personId),
    allowed("precedent_adoptions_choice", t.choice, adoptionChoices),
  ],
);
