import {
  importFormats,
  importRowStatuses,
  importStatuses,
} from "../../app/domain/precedent-relations.ts";
import { precedentVisibilities } from "../../app/domain/precedent-rules.ts";
import {
  allowed,
  id,
  index,
  json,
  moment,
  oneOf,
  primaryKey,
  table,
  whole,
  words,
} from "../columns.ts";
import { organisations, people } from "./people.ts";

/** A file with precedents an agency brings along. */
export const precedentImports = table(
  "precedent_imports",
  {
    id: id().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id, { onDelete: "restrict" }),
    personId: id()
      .notNull()
      .references(() => people.id, { onDelete: "restrict" }),
    approvedBy: id().references(() => people.id, { onDelete: "restrict" }),
    fileName: words().notNull(),
    format: oneOf(importFormats).notNull(),
    sha256: words().notNull(),
    status: oneOf(importStatuses).notNull(),
    rows: whole().notNull().default(0),
    good: whole().notNull().default(0),
    broken: whole().notNull().default(0),
    known: whole().notNull().default(0),
    /** Rows looked at or brought in so far, for whoever waits and for going on after a stop. */
    done: whole().notNull().default(0),
    visibility: oneOf(precedentVisibilities).notNull(),
    problem: words().notNull().default(""),
    createdAt: moment().notNull(),
    importedAt: moment(),
    version: whole().notNull().default(1),
  },
  (t) => [
    index("precedent_imports_list").on(t.organisationId, t.createdAt),
    index("precedent_imports_status").on(t.status),
    allowed("precedent_imports_format", t.format, importFormats),
    allowed("precedent_imports_status", t.status, importStatuses),
    allowed("precedent_imports_visibility", t.visibility, precedentVisibilities),
  ],
);

/** A row of such a file, as it was read; emptied when the import is done or given up. */
export const precedentImportRows = table(
  "precedent_import_rows",
  {
    importId: id()
      .notNull()
      .references(() => precedentImports.id, { onDelete: "restrict" }),
    row: whole().notNull(),
    status: oneOf(importRowStatuses).notNull(),
    data: json<Record<string, unknown>>().notNull(),
    /** What is wrong, by column. */
    errors: json<Record<string, string[]>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.row] }),
    index("precedent_import_rows_status").on(t.importId, t.status, t.row),
    allowed("precedent_import_rows_status", t.status, importRowStatuses),
  ],
);
