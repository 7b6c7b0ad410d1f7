import { id, index, moment, table, unique, words } from "../columns.ts";
import { organisations, people } from "./people.ts";

/** A search somebody keeps to do again; only the own ones are ever shown. */
export const savedSearches = table(
  "saved_searches",
  {
    id: id().primaryKey(),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    name: words().notNull(),
    words: words().notNull().default(""),
    /** The filters as they stand in an address. */
    filters: words().notNull().default(""),
    createdAt: moment().notNull(),
  },
  (t) => [
    unique("saved_searches_name_unique").on(t.personId, t.organisationId, t.name),
    index("saved_searches_organisation").on(t.organisationId),
  ],
);
