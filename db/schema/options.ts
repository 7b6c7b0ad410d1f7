import { bearers, certainties, groundKeys, recurrences } from "../../app/domain/option.ts";
import {
  allowed,
  cents,
  holds,
  id,
  index,
  oneOf,
  primaryKey,
  sql,
  table,
  unique,
  whole,
  words,
} from "../columns.ts";
import { caseFiles } from "./cases.ts";

export const claims = table(
  "claims",
  {
    id: id().primaryKey(),
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    label: words().notNull(),
    cents: cents(),
    position: whole().notNull(),
  },
  (t) => [index("claims_case").on(t.caseId, t.position)],
);

/** Conceivable solutions; position 0 is strict application. */
export const options = table(
  "options",
  {
    id: id().primaryKey(),
    caseId: id()
      .notNull()
      .references(() => caseFiles.id, { onDelete: "restrict" }),
    position: whole().notNull(),
    title: words().notNull(),
    description: words().notNull().default(""),
    level: whole().notNull(),
    ground: oneOf(groundKeys),
    groundReference: words().notNull().default(""),
    version: whole().notNull().default(1),
  },
  (t) => [
    unique("options_position_unique").on(t.caseId, t.position),
    allowed("options_ground", t.ground, groundKeys),
    holds("options_strict_application", sql`${t.position} > 0 or ${t.level} = 0`),
  ],
);

/** What an option does with one claim, where it treats several claims differently. */
export const optionClaims = table(
  "option_claims",
  {
    optionId: id()
      .notNull()
      .references(() => options.id, { onDelete: "restrict" }),
    claimId: id()
      .notNull()
      .references(() => claims.id, { onDelete: "restrict" }),
    level: whole().notNull(),
    note: words().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.optionId, t.claimId] }),
    index("option_claims_claim").on(t.claimId),
  ],
);

export const costLines = table(
  "cost_lines",
  {
    id: id().primaryKey(),
    optionId: id()
      .notNull()
      .references(() => options.id, { onDelete: "restrict" }),
    post: words().notNull(),
    bearer: oneOf(bearers).notNull(),
    recurrence: oneOf(recurrences).notNull(),
    certainty: oneOf(certainties).notNull(),
    source: words().notNull().default(""),
    /** Positive is a cost for the bearer, negative a gain. */
    cents: cents().notNull(),
    position: whole().notNull(),
  },
  (t) => [
    index("cost_lines_option").on(t.optionId, t.position),
    allowed("cost_lines_bearer", t.bearer, bearers),
    allowed("cost_lines_recurrence", t.recurrence, recurrences),
    allowed("cost_lines_certainty", t.certainty, certainties),
  ],
);
