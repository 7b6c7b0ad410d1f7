import { and, asc, eq, exists, or, sql, type SQL } from "drizzle-orm";
import { agendaItems, panelMembers, secondRoundCells, type Queries } from "#db";
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

/**
 * Whether the round at hand asks anything of a seat: the first asks everything, the second only who
 * has a reopened cell in the own perspective. For queries over `agendaItems` and `panelMembers`.
 */
export function asksOfSeat(read: Queries): SQL | undefined {
  const reopened = read
    .select({ one: sql`1` })
    .from(secondRoundCells)
    .where(
      and(
        eq(secondRoundCells.agendaItemId, agendaItems.id),
        eq(secondRoundCells.perspective, panelMembers.perspective),
      ),
    );
  return or(eq(agendaItems.round, 1), exists(reopened));
}
