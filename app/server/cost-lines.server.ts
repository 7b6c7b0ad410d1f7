import { asc, eq } from "drizzle-orm";
import { costLines, db, environment, options, type Transaction } from "#db";
import { costComparison, type OptionCost } from "#app/domain/costs.ts";
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

/** What the options of a case cost whom over 1 and 5 years, against strict application. */
export async function compareCosts(caseId: string): Promise<OptionCost[]> {
  const known = await db.read
    .select({ id: options.id, position: options.position })
    .from(options)
    .where(eq(options.caseId, caseId))
    .orderBy(asc(options.position));
  const lines = await db.read
    .select({
      optionId: costLines.optionId,
      bearer: costLines.bearer,
      recurrence: costLines.recurrence,
      certainty: costLines.certainty,
      cents: costLines.cents,
    })
    .from(costLines)
    .innerJoin(options, eq(options.id, costLines.optionId))
    .where(eq(options.caseId, caseId));
  return costComparison({ options: known, lines });
}
