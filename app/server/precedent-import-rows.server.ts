/** The rows of an import while it is under way. */
import { and, asc, count, eq, inArray } from "drizzle-orm";
import { db, precedentImportRows, type Queries } from "#db";
import type { CheckedRow } from "./precedent-import-check.server.ts";
import type { ImportRow } from "./precedent-import-staging.server.ts";

export async function rowsWith(owner: ImportRow, status: "waiting" | "good", limit: number) {
  return db.read
    .select({
      row: precedentImportRows.row,
      data: precedentImportRows.data,
      errors: precedentImportRows.errors,
    })
    .from(precedentImportRows)
    .where(and(eq(precedentImportRows.importId, owner.id), eq(precedentImportRows.status, status)))
    .orderBy(asc(precedentImportRows.row))
    .limit(limit);
}

/** What became of each row; of good ones together, of broken ones with what is wrong. */
export async function keepOutcomes(
  tx: Queries,
  owner: ImportRow,
  checked: CheckedRow[],
  good: "good" | "imported" = "good",
): Promise<void> {
  const these = (rows: CheckedRow[]) =>
    and(
      eq(precedentImportRows.importId, owner.id),
      inArray(
        precedentImportRows.row,
        rows.map(({ row }) => row),
      ),
    );
  for (const status of ["good", "known"] as const) {
    const rows = checked.filter((row) => row.status === status);
    const kept = status === "good" ? good : status;
    if (rows.length > 0) {
      await tx.update(precedentImportRows).set({ status: kept }).where(these(rows));
    }
  }
  for (const row of checked.filter(({ status }) => status === "broken")) {
    const { status, data, errors } = row;
    await tx
      .update(precedentImportRows)
      .set({ status, data, errors })
      .where(these([row]));
  }
}

/** Good ones are those that may come in and those that are in already. */
export async function countRows(read: Queries, importId: string) {
  const rows = await read
    .select({ status: precedentImportRows.status, total: count() })
    .from(precedentImportRows)
    .where(eq(precedentImportRows.importId, importId))
    .groupBy(precedentImportRows.status);
  const totalOf = (...statuses: string[]) =>
    rows.reduce((sum, { status, total }) => sum + (statuses.includes(status) ? total : 0), 0);
  return {
    good: totalOf("good", "imported"),
    broken: totalOf("broken"),
    known: totalOf("known"),
  };
}

/** Some more rows forgotten; false when none are left. */
export async function forgetRows(tx: Queries, importId: string): Promise<boolean> {
  const some = tx
    .select({ row: precedentImportRows.row })
    .from(precedentImportRows)
    .where(eq(precedentImportRows.importId, importId))
    .orderBy(asc(precedentImportRows.row))
    .limit(500);
  const gone = await tx
    .delete(precedentImportRows)
    .where(and(eq(precedentImportRows.importId, importId), inArray(precedentImportRows.row, some)))
    .returning({ row: precedentImportRows.row });
  return gone.length > 0;
}
