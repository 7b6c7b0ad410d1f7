import { asc, eq } from "drizzle-orm";
import { costLines, db, environment, type Transaction } from "#db";
import type { CostLineInput } from "#app/schemas/option.ts";

export type CostLineRow = typeof costLines.$inferSelect;

export async function listCostLines(optionId: string): Promise<CostLineRow[]> {
  return db.read
    .select()
    .from(costLines)
    .where(eq(costLines.optionId, optionId))
    .orderBy(asc(costLines.position));
}

/** Puts these lines in the place of the ones there were. */
export async function saveCostLines(
  tx: Transaction,
  optionId: string,
  lines: CostLineInput[],
): Promise<void> {
  await tx.delete(costLines).where(eq(costLines.optionId, optionId));
  if (lines.length === 0) return;
  const rows = lines.map((line, position) => ({
    id: environment.newId(),
    optionId,
    position,
    ...line,
  }));
  await tx.insert(costLines).values(rows);
}
