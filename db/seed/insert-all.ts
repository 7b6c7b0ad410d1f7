import { getTableColumns, type Table } from "drizzle-orm";
import type { Transaction } from "#db";

/** Values one statement may carry; SQLite and PostgreSQL both take at least this many. */
const mostValues = 30_000;

/** Inserts rows in as few statements as the database allows. */
export async function insertAll<T extends Parameters<Transaction["insert"]>[0]>(
  tx: Pick<Transaction, "insert">,
  table: T,
  rows: T["$inferInsert"][],
): Promise<void> {
  const perStatement = Math.floor(mostValues / Object.keys(getTableColumns(table as Table)).length);
  for (let start = 0; start < rows.length; start += perStatement) {
    await tx.insert(table).values(rows.slice(start, start + perStatement));
  }
}
