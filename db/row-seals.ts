/** Seals of the rows that a change touched: a keyed hash of each row as it is after the change. */
import { createHmac, type KeyObject } from "node:crypto";
import { and, asc, eq, getTableColumns, gt, gte, inArray, or, sql, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { canonicalJson } from "../app/domain/canonical-json.ts";
import type { Preparable, Touched } from "./engine.ts";
import { preparedOnce } from "./prepared.ts";
import type { RowSeals } from "./schema/audit.ts";
import { sealedTables, type SealedTable } from "./sealed-tables.ts";
import { wellFormed } from "./well-formed.ts";
import type { Queries } from "./sqlite/connection.ts";

export type SealedRow = Record<string, unknown>;

/** Half of the hash says enough: whoever forges a row would have to know the key first. */
const sealBytes = 16;
const rowsAtOnce = 500;

/** Empty columns are left out, so that a column that is added later changes no seal. */
export function sealOf(table: string, row: SealedRow, key: KeyObject): string {
  const filled = Object.entries(row).filter(([, value]) => value !== null);
  const text = canonicalJson(wellFormed([table, Object.fromEntries(filled)]));
  const mac = createHmac("sha256", key).update(text).digest();
  return mac.subarray(0, sealBytes).toString("base64url");
}

/** The primary key of a row as it stands in the log. */
export function keyOfRow({ key }: SealedTable, row: SealedRow): string {
  return JSON.stringify(key.map(({ property }) => String(row[property])));
}

/** The seals of these rows as they are now; of one that is gone, empty. */
export async function sealsOf(
  read: Queries,
  touched: Touched[],
  key: KeyObject,
): Promise<RowSeals["rows"]> {
  const seals: RowSeals["rows"] = [];
  for (const sealed of sealedTables) {
    const keys = touched.filter(({ table }) => table === sealed.name).map(({ key }) => key);
    for (let start = 0; start < keys.length; start += rowsAtOnce) {
      const some = keys.slice(start, start + rowsAtOnce);
      const rows = await (some.length === 1 ? rowWith : rowsWith)(read, sealed, some);
      const found = new Map(rows.map((row) => [keyOfRow(sealed, row), row]));
      for (const rowKey of some) {
        const row = found.get(rowKey);
        seals.push([sealed.name, rowKey, row ? sealOf(sealed.name, row, key) : null]);
      }
    }
  }
  return seals;
}

const rowByKey = new Map(
  sealedTables.map((sealed) => [
    sealed.name,
    preparedOnce(`seal_${sealed.name}`, oneRowOf(sealed)),
  ]),
);

function oneRowOf({ table, key }: SealedTable) {
  return (queries: Queries) => {
    const columns = getTableColumns(table);
    const same = key.map(({ property }) =>
      eq(columnNamed(columns, property), sql.placeholder(property)),
    );
    return queries
      .select()
      .from(table)
      .where(and(...same)) as unknown as Preparable<SealedRow>;
  };
}

/** The one row that most changes touch. */
async function rowWith(read: Queries, { name, table, key }: SealedTable, [text = ""]: string[]) {
  const columns = getTableColumns(table);
  const parts = JSON.parse(text) as string[];
  const values: Record<string, unknown> = {};
  for (const [place, { property }] of key.entries())
    values[property] = valueFor(columnNamed(columns, property), parts[place]);
  return (await rowByKey.get(name)?.(read, values)) ?? [];
}

function rowsWith(read: Queries, { table, key }: SealedTable, keys: string[]) {
  const columns = getTableColumns(table);
  const parts = key.map(({ property }) => columnNamed(columns, property));
  const values = keys.map((text) => JSON.parse(text) as string[]);
  const [only] = parts;
  const condition =
    parts.length === 1 && only
      ? inArray(
          only,
          values.map(([value]) => valueFor(only, value)),
        )
      : or(...values.map((value) => sameKey(parts, value)));
  return read.select().from(table).where(condition) as Promise<SealedRow[]>;
}

function sameKey(parts: SQLiteColumn[], values: string[]): SQL | undefined {
  return and(...parts.map((part, place) => eq(part, valueFor(part, values[place]))));
}

function columnNamed(columns: Record<string, SQLiteColumn>, name: string): SQLiteColumn {
  const column = columns[name];
  if (!column) throw new Error(`There is no column ${name}`);
  return column;
}

function valueFor(column: SQLiteColumn, value: string | undefined): string | number {
  return column.dataType === "number" ? Number(value) : (value ?? "");
}

/** All rows of a table, a batch at a time, in the order of their primary key. */
export async function* rowsOfTable(
  read: Queries,
  { table, key }: SealedTable,
): AsyncGenerator<SealedRow[]> {
  const columns = getTableColumns(table);
  const parts = key.map(({ property }) => columnNamed(columns, property));
  for (let last: SealedRow | undefined; ;) {
    const rows = (await read
      .select()
      .from(table)
      .where(
        last &&
          after(
            parts,
            key.map(({ property }) => last?.[property]),
          ),
      )
      .orderBy(...parts.map((part) => asc(part)))
      .limit(rowsAtOnce)) as SealedRow[];
    yield rows;
    last = rows.at(-1);
    if (rows.length < rowsAtOnce) return;
  }
}

function after(parts: SQLiteColumn[], values: unknown[]): SQL | undefined {
  const [first] = parts;
  const ways = parts.map((part, place) =>
    and(
      ...parts.slice(0, place).map((earlier, index) => eq(earlier, values[index])),
      gt(part, values[place]),
    ),
  );
  // The first condition says nothing new: it lets the database begin in the right place.
  return and(first && gte(first, values[0]), or(...ways));
}
