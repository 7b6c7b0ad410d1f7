import type { CaseFigures } from "../../app/domain/case-figures.ts";
import { id, index, json, moment, primaryKey, table, whole, words } from "../columns.ts";
import { organisations, people } from "./people.ts";

/**
 * What the dashboards count of each case, worked out from its rows. Derived: follows the audit log
 * up to the event in `figures_progress`, and can be made anew at any time.
 */
export const caseFigures = table(
  "case_figures",
  {
    caseId: id().primaryKey(),
    organisationId: id().notNull(),
    /** Newest audit event that is in it; counts up, so that what is newer can be asked for. */
    sequence: whole().notNull(),
    figures: json<CaseFigures>().notNull(),
  },
  (t) => [
    index("case_figures_sequence").on(t.sequence, t.caseId),
    index("case_figures_organisation").on(t.organisationId, t.caseId),
  ],
);

/** Up to which audit event the figures are made. One row. */
export const figuresProgress = table("figures_progress", {
  id: whole().primaryKey(),
  sequence: whole().notNull(),
});

/** What people write in the yearly report, per section. */
export const reportTexts = table(
  "report_texts",
  {
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    year: whole().notNull(),
    section: words().notNull(),
    text: words().notNull(),
    updatedBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    updatedAt: moment().notNull(),
    version: whole().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.year, t.section] })],
);
