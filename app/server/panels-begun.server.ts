import { and, eq } from "drizzle-orm";
import { gateRatings, ratings, type Queries } from "#db";

/** Whether anyone has scored this item; the word "busy" beside a name says the same. */
export async function hasBegun(read: Queries, agendaItemId: string): Promise<boolean> {
  return hasScored(read, agendaItemId);
}

/** Whether this person (or anyone) has given a rating or answered a gate. */
export async function hasScored(
  read: Queries,
  agendaItemId: string,
  personId?: string,
): Promise<boolean> {
  const [rating] = await read
    .select({ id: ratings.id })
    .from(ratings)
    .where(
      and(
        eq(ratings.agendaItemId, agendaItemId),
        personId ? eq(ratings.personId, personId) : undefined,
      ),
    )
    .limit(1);
  if (rating) return true;
  const [gate] = await read
    .select({ id: gateRatings.id })
    .from(gateRatings)
    .where(
      and(
        eq(gateRatings.agendaItemId, agendaItemId),
        personId ? eq(gateRatings.personId, personId) : undefined,
      ),
    )
    .limit(1);
  return gate !== undefined;
}
