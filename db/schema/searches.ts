import { allowed, id, index, moment, oneOf, table, unique, words } from "../columns.ts";
import { searchKinds } from "../search-document.ts";
import { facts } from "./catalogue.ts";
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

/** What of the search index is to be made anew, in steps: of one fact, or of everything when no fact is named. */
export const reindexing = table(
  "reindexing",
  {
    id: id().primaryKey(),
    kind: oneOf(searchKinds).notNull(),
    factId: id().references(() => facts.id, { onDelete: "restrict" }),
    /** Documents up to this id are done. */
    afterId: words().notNull().default(""),
    createdAt: moment().notNull(),
  },
  (t) => [
    index("reindexing_order").on(t.createdAt, t.id),
    index("reindexing_fact").on(t.factId),
    allowed("reindexing_kind", t.kind, searchKinds),
  ],
);
