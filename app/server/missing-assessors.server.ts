import { and, asc, eq, exists, isNull, lte, ne, not, or, sql, type SQL } from "drizzle-orm";
import {
  agendaItems,
  caseFiles,
  db,
  panelMembers,
  people,
  roleAssignments,
  secondRounds,
  sessions,
  type Queries,
} from "#db";
import { asksOfSeat, isInterestedSeat } from "./seats.server.ts";

export type MissingSeat = {
  itemId: string;
  personId: string;
  caseId: string;
  sessionId: string;
  organisationId: string;
  round: number;
  /** When this round was opened. */
  openedAt: number;
  deadline: number | null;
  /** The deadline, or the start of a live meeting. */
  dueAt: number | null;
};

/**
 * Who still has something to score in the round that is open: not ready, not reading along, free of
 * interest and able to come in. Looks at no rating: whether somebody has begun makes no difference.
 */
export async function listMissing(
  read: Queries,
  condition: SQL | undefined,
): Promise<MissingSeat[]> {
  const rows = await read
    .select({
      itemId: agendaItems.id,
      personId: panelMembers.personId,
      caseId: agendaItems.caseId,
      sessionId: sessions.id,
      organisationId: sessions.organisationId,
      round: agendaItems.round,
      firstOpenedAt: agendaItems.openedAt,
      secondOpenedAt: secondRounds.openedAt,
      kind: sessions.kind,
      startsAt: sessions.startsAt,
      deadline: sessions.deadline,
    })
    .from(panelMembers)
    .innerJoin(agendaItems, eq(agendaItems.id, panelMembers.agendaItemId))
    .innerJoin(sessions, eq(sessions.id, agendaItems.sessionId))
    .innerJoin(caseFiles, eq(caseFiles.id, agendaItems.caseId))
    .innerJoin(people, eq(people.id, panelMembers.personId))
    .leftJoin(secondRounds, eq(secondRounds.agendaItemId, agendaItems.id))
    .where(and(condition, stillToScore(), mayScore()))
    .orderBy(asc(agendaItems.id), asc(panelMembers.personId));
  return rows.map(({ firstOpenedAt, secondOpenedAt, kind, startsAt, ...seat }) => ({
    ...seat,
    openedAt: (seat.round > 1 ? secondOpenedAt : firstOpenedAt) ?? startsAt,
    dueAt: seat.deadline ?? (kind === "live" ? startsAt : null),
  }));
}

function stillToScore() {
  return and(
    eq(agendaItems.phase, "scoring"),
    isNull(panelMembers.readyAt),
    lte(panelMembers.fromRound, agendaItems.round),
    asksOfSeat(db.read),
  );
}

function mayScore() {
  const role = db.read
    .select({ one: sql`1` })
    .from(roleAssignments)
    .where(
      and(
        eq(roleAssignments.personId, panelMembers.personId),
        eq(roleAssignments.organisationId, sessions.organisationId),
        eq(roleAssignments.role, "assessor"),
      ),
    );
  return and(
    eq(people.active, true),
    exists(role),
    or(isNull(caseFiles.submitterId), ne(caseFiles.submitterId, panelMembers.personId)),
    not(isInterestedSeat(db.read)),
  );
}
