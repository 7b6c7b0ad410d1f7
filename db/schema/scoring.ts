import { gateAnswers, ratingKinds } from "../../app/domain/session.ts";
import {
  allowed,
  holds,
  id,
  index,
  json,
  moment,
  oneOf,
  primaryKey,
  sql,
  table,
  unique,
  whole,
  words,
} from "../columns.ts";
import { options } from "./options.ts";
import { people } from "./people.ts";
import { agendaItems, type MissingPeople } from "./sessions.ts";

/** The second blind pass over one case: only the cells below are open in it. */
export const secondRounds = table("second_rounds", {
  agendaItemId: id()
    .primaryKey()
    .references(() => agendaItems.id, { onDelete: "restrict" }),
  openedAt: moment().notNull(),
  openedBy: id()
    .notNull()
    .references(() => people.id, { onDelete: "restrict" }),
  revealedAt: moment(),
  revealedBy: id().references(() => people.id, { onDelete: "restrict" }),
  revealReason: words().notNull().default(""),
  missing: json<MissingPeople>().notNull(),
});

/** A criterion or gate of one option that the second round asks again; fixed when it opens. */
export const secondRoundCells = table(
  "second_round_cells",
  {
    agendaItemId: id()
      .notNull()
      .references(() => secondRounds.agendaItemId, { onDelete: "restrict" }),
    perspective: words().notNull(),
    /** Key of the criterion or gate. */
    key: words().notNull(),
    optionId: id()
      .notNull()
      .references(() => options.id, { onDelete: "restrict" }),
  },
  (t) => [
    primaryKey({ columns: [t.agendaItemId, t.key, t.optionId] }),
    index("second_round_cells_option").on(t.optionId),
  ],
);

export const ratings = table(
  "ratings",
  {
    id: id().primaryKey(),
    agendaItemId: id()
      .notNull()
      .references(() => agendaItems.id, { onDelete: "restrict" }),
    round: whole().notNull(),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    perspective: words().notNull(),
    criterion: words().notNull(),
    optionId: id()
      .notNull()
      .references(() => options.id, { onDelete: "restrict" }),
    kind: oneOf(ratingKinds).notNull(),
    value: whole(),
    reason: words().notNull().default(""),
    updatedAt: moment().notNull(),
  },
  (t) => [
    unique("ratings_once").on(t.agendaItemId, t.round, t.personId, t.criterion, t.optionId),
    index("ratings_option").on(t.optionId),
    allowed("ratings_kind", t.kind, ratingKinds),
    holds(
      "ratings_value",
      sql`(${t.kind} = 'score' and ${t.value} between 1 and 5) or (${t.kind} <> 'score' and ${t.value} is null)`,
    ),
  ],
);

export const gateRatings = table(
  "gate_ratings",
  {
    id: id().primaryKey(),
    agendaItemId: id()
      .notNull()
      .references(() => agendaItems.id, { onDelete: "restrict" }),
    round: whole().notNull(),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    perspective: words().notNull(),
    gate: words().notNull(),
    optionId: id()
      .notNull()
      .references(() => options.id, { onDelete: "restrict" }),
    answer: oneOf(gateAnswers).notNull(),
    reason: words().notNull().default(""),
    updatedAt: moment().notNull(),
  },
  (t) => [
    unique("gate_ratings_once").on(t.agendaItemId, t.round, t.personId, t.gate, t.optionId),
    index("gate_ratings_option").on(t.optionId),
    allowed("gate_ratings_answer", t.answer, gateAnswers),
  ],
);
