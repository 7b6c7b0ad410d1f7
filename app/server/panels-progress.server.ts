import { and, asc, eq, not, sql } from "drizzle-orm";
import { agendaItems, db, panelMembers, people } from "#db";
import { progressStatus, type ProgressStatus } from "#app/domain/session.ts";
import { asksOfSeat, isBegunSeat, isInterestedSeat } from "./seats.server.ts";

export type MemberProgress = {
  personId: string;
  /** Null for a reader outside the session, who goes by the seat. */
  name: string | null;
  /** Counts from 1 within the perspective. */
  seat: number;
  perspective: string;
  /** Joined after the scoring had begun: reads along until the next round. */
  readsAlong: boolean;
  /** The second round reopened nothing of this perspective: no need to get ready. */
  nothingToDo: boolean;
  status: ProgressStatus;
};

/**
 * Who sits on the panels of these items and how far each is. This is all that anyone may know of
 * another person's scoring before the reveal: no counts and no times leave this query.
 */
export async function listProgress(itemIds: string[]): Promise<Map<string, MemberProgress[]>> {
  const members = await Promise.all(itemIds.map(membersOf));
  return new Map(itemIds.map((id, place) => [id, members[place] ?? []]));
}

async function membersOf(itemId: string): Promise<MemberProgress[]> {
  const members: MemberProgress[] = [];
  for (const { personId, name, perspective, ...row } of await seatsOf({ itemId })) {
    const seat = 1 + members.filter((member) => member.perspective === perspective).length;
    members.push({
      personId,
      name,
      seat,
      perspective,
      readsAlong: row.fromRound > row.round,
      nothingToDo: !row.asked,
      status: progressStatus({ given: row.started ? 1 : 0, ready: row.readyAt !== null }),
    });
  }
  return members;
}

// Prepared: at a reveal the page of everyone in the session asks this at once.
const seatsOf = db.hot<{ itemId: string }>()((read) => {
  const asked = sql<boolean>`${asksOfSeat(read)}`;
  return read
    .select({
      personId: panelMembers.personId,
      name: people.name,
      perspective: panelMembers.perspective,
      fromRound: panelMembers.fromRound,
      round: agendaItems.round,
      readyAt: panelMembers.readyAt,
      started: isBegunSeat(read).mapWith(Boolean),
      asked: asked.mapWith(Boolean),
    })
    .from(panelMembers)
    .innerJoin(agendaItems, eq(agendaItems.id, panelMembers.agendaItemId))
    .innerJoin(people, eq(people.id, panelMembers.personId))
    .where(
      and(eq(panelMembers.agendaItemId, sql.placeholder("itemId")), not(isInterestedSeat(read))),
    )
    .orderBy(asc(people.name), asc(people.id));
});

/** The same people for a reader who takes no part in the session: by seat instead of by name. */
export function withoutNames(members: MemberProgress[]): MemberProgress[] {
  return members.map((member) => ({ ...member, personId: "", name: null }));
}
