import { argumentSides } from "../../app/domain/session.ts";
import { allowed, flag, id, index, moment, oneOf, primaryKey, table, words } from "../columns.ts";
import { options } from "./options.ts";
import { people } from "./people.ts";
import { agendaItems } from "./sessions.ts";

/** Cells that the facilitator put on the agenda of the discussion by hand. */
export const flaggedCells = table(
  "flagged_cells",
  {
    agendaItemId: id()
      .notNull()
      .references(() => agendaItems.id, { onDelete: "restrict" }),
    /** Key of the criterion or gate. */
    key: words().notNull(),
    optionId: id()
      .notNull()
      .references(() => options.id, { onDelete: "restrict" }),
    flaggedBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    flaggedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agendaItemId, t.key, t.optionId] }),
    index("flagged_cells_option").on(t.optionId),
  ],
);

/** What somebody in a panel wants on record against the outcome of the group. */
export const minorityViews = table(
  "minority_views",
  {
    agendaItemId: id()
      .notNull()
      .references(() => agendaItems.id, { onDelete: "restrict" }),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    perspective: words().notNull(),
    /** The option preferred instead, if one. */
    optionId: id().references(() => options.id, { onDelete: "restrict" }),
    text: words().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agendaItemId, t.personId] }),
    index("minority_views_person").on(t.personId),
    index("minority_views_option").on(t.optionId),
  ],
);

/** A reason for or against an option, apart from the reasons that belong to a rating. */
export const caseArguments = table(
  "case_arguments",
  {
    id: id().primaryKey(),
    agendaItemId: id()
      .notNull()
      .references(() => agendaItems.id, { onDelete: "restrict" }),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    perspective: words().notNull(),
    optionId: id()
      .notNull()
      .references(() => options.id, { onDelete: "restrict" }),
    side: oneOf(argumentSides).notNull(),
    text: words().notNull(),
    /** Marked by the group as carrying the decision. */
    carrying: flag().notNull().default(false),
    at: moment().notNull(),
  },
  (t) => [
    index("case_arguments_item").on(t.agendaItemId, t.optionId),
    index("case_arguments_option").on(t.optionId),
    allowed("case_arguments_side", t.side, argumentSides),
  ],
);

/** Cells of the discussion list that the group has talked about. */
export const discussedCells = table(
  "discussed_cells",
  {
    agendaItemId: id()
      .notNull()
      .references(() => agendaItems.id, { onDelete: "restrict" }),
    criterion: words().notNull(),
    optionId: id()
      .notNull()
      .references(() => options.id, { onDelete: "restrict" }),
    note: words().notNull().default(""),
    discussedBy: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    discussedAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agendaItemId, t.criterion, t.optionId] }),
    index("discussed_cells_option").on(t.optionId),
  ],
);
