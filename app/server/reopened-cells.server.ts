import { asc, eq } from "drizzle-orm";
import { secondRoundCells, type Queries } from "#db";
import type { Cell } from "#app/domain/rounds.ts";

/** Names one cell of a case: the key of the criterion or gate and the id of the option. */
export function cellKey(key: string, optionId: string): string {
  return `${key}:${optionId}`;
}

/** What the second round of an item asks again; nothing while there is none. */
export async function listReopened(read: Queries, agendaItemId: string): Promise<Cell[]> {
  return read
    .select({
      perspective: secondRoundCells.perspective,
      key: secondRoundCells.key,
      option: secondRoundCells.optionId,
    })
    .from(secondRoundCells)
    .where(eq(secondRoundCells.agendaItemId, agendaItemId))
    .orderBy(asc(secondRoundCells.key), asc(secondRoundCells.optionId));
}
