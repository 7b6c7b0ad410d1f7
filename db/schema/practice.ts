import { id, json, moment, table, whole, words } from "../columns.ts";
import { people } from "./people.ts";

/** The practice session of one person: the example is part of the product, this is what they did. */
export const practiceRuns = table("practice_runs", {
  personId: id()
    .primaryKey()
    .references(() => people.id, { onDelete: "restrict" }),
  perspective: words().notNull(),
  /** The page of the practice session that comes next. */
  step: words().notNull(),
  answers: json<Record<string, string>>().notNull(),
  startedAt: moment().notNull(),
  finishedAt: moment(),
  version: whole().notNull().default(1),
});
