/** What can be asked of a seat on a panel, for queries over `agendaItems` and `panelMembers`. */
import { and, eq, exists, or, sql, type SQL } from "drizzle-orm";
import {
  agendaItems,
  conflictsOfInterest,
  gateRatings,
  panelMembers,
  ratings,
  secondRoundCells,
  type Queries,
} from "#db";

/**
 * Whether the round at hand asks anything of a seat: the first asks everything, the second only who
 * has a reopened cell in the own perspective.
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

/** Whether who sits there declared an interest in the case, and so is out of the panel. */
export function isInterestedSeat(read: Queries): SQL {
  return exists(
    read
      .select({ one: sql`1` })
      .from(conflictsOfInterest)
      .where(
        and(
          eq(conflictsOfInterest.caseId, agendaItems.caseId),
          eq(conflictsOfInterest.personId, panelMembers.personId),
        ),
      ),
  );
}

/** Whether anything was answered from the seat in the round at hand. */
export function isBegunSeat(read: Queries): SQL<boolean> {
  const rated = read
    .select({ one: sql`1` })
    .from(ratings)
    .where(
      and(
        eq(ratings.agendaItemId, panelMembers.agendaItemId),
        eq(ratings.round, agendaItems.round),
        eq(ratings.personId, panelMembers.personId),
      ),
    );
  const answered = read
    .select({ one: sql`1` })
    .from(gateRatings)
    .where(
      and(
        eq(gateRatings.agendaItemId, panelMembers.agendaItemId),
        eq(gateRatings.round, agendaItems.round),
        eq(gateRatings.personId, panelMembers.personId),
      ),
    );
  return sql<boolean>`${or(exists(rated), exists(answered))}`;
}
