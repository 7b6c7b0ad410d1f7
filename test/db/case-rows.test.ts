import { getTableColumns, getTableName, is } from "drizzle-orm";
import { getTableConfig as postgresConfig, PgTable, type AnyPgTable } from "drizzle-orm/pg-core";
import { getTableConfig as sqliteConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { expect, test } from "vitest";
import * as schema from "#db/schema.ts";
import { caseRows, stayingTables } from "#db/case-rows.ts";

type Reference = { from: string; to: string };

function allTables(): SQLiteTable[] {
  return Object.values(schema).filter(
    (value): value is typeof value & SQLiteTable => is(value, SQLiteTable) || is(value, PgTable),
  );
}

function referencesOf(table: SQLiteTable): Reference[] {
  const found: unknown = table;
  const { foreignKeys } = is(found, PgTable)
    ? postgresConfig(found as AnyPgTable)
    : sqliteConfig(table);
  return foreignKeys.map((key) => {
    return { from: getTableName(table), to: getTableName(key.reference().foreignTable) };
  });
}

test("every table that hangs on a case, by whatever road, goes with it or says why it stays", () => {
  const references = allTables().flatMap(referencesOf);
  const reached = new Set(["case_files"]);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const { from, to } of references) if (reached.has(to)) reached.add(from);
  }
  // Also what names a case without a foreign key.
  for (const table of allTables()) {
    if ("caseId" in getTableColumns(table)) reached.add(getTableName(table));
  }
  const known = [...caseRows.map(({ name }) => name), ...Object.keys(stayingTables)];
  expect(known.sort()).toEqual([...reached].sort());
});

test("rows go before the rows they refer to", () => {
  const place = new Map(caseRows.map(({ name }, index) => [name, index]));
  const wrong = caseRows
    .flatMap(({ table }) => referencesOf(table))
    .filter(({ from, to }) => from !== to)
    .filter(({ from, to }) => (place.get(to) ?? Infinity) < (place.get(from) ?? -1));
  expect(wrong).toEqual([]);
});
