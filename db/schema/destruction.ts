import {
  destructionStatuses,
  retentionOutcomes,
  type DestructionCounts,
} from "../../app/domain/retention.ts";
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
import { caseFiles } from "./cases.ts";
import { organisations, people } from "./people.ts";

/** How long closed cases are kept, per organisation and way they ended. */
export const retentionPeriods = table(
  "retention_periods",
  {
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    outcome: oneOf(retentionOutcomes).notNull(),
    months: whole().notNull(),
    /** The selection list or law that asks for it. */
    source: words().notNull().default(""),
    updatedAt: moment().notNull(),
    version: whole().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.outcome] }),
    allowed("retention_periods_outcome", t.outcome, retentionOutcomes),
  ],
);

/** A case that may not be destroyed for now, such as during an appeal. */
export const legalHolds = table(
  "legal_holds",
  {
    id: id().primaryKey(),
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    reason: words().notNull(),
    placedBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    placedAt: moment().notNull(),
    liftedBy: id().references(() => people.id, { onDelete: "restrict" }),
    liftedAt: moment(),
  },
  (t) => [index("legal_holds_case").on(t.caseId, t.placedAt)],
);

/**
 * The destruction of a case: proposed by one person, approved by another. Outlives the case, so it
 * names it by its id and number only.
 */
export const destructions = table(
  "destructions",
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    caseId: id().notNull(),
    caseNumber: words().notNull(),
    /** Why: a ground from a list, never free text about the case. */
    ground: words().notNull(),
    status: oneOf(destructionStatuses).notNull(),
    proposedBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    proposedAt: moment().notNull(),
    decidedBy: id().references(() => people.id, { onDelete: "restrict" }),
    decidedAt: moment(),
    /** When the last trace was gone: rows, files and key. */
    completedAt: moment(),
    /** How many rows and files went, per kind. */
    counts: json<DestructionCounts>(),
    version: whole().notNull().default(1),
  },
  (t) => [
    index("destructions_organisation").on(t.organisationId, t.status, t.proposedAt),
    index("destructions_case").on(t.caseId),
    allowed("destructions_status", t.status, destructionStatuses),
    unique("destructions_once").on(t.caseId, t.proposedAt),
  ],
);
