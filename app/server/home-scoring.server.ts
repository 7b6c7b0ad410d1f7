import { and, asc, eq, isNull, lte, not, sql } from "drizzle-orm";
import { agendaItems, caseFiles, db, panelMembers, sessions } from "#db";
import type { ToScore, Work } from "#app/schemas/home.ts";
import type { Access } from "./access.server.ts";
import { firstRows, shownRows } from "./home-work.server.ts";
import { asksOfSeat, isBegunSeat, isInterestedSeat } from "./seats.server.ts";

const openSeats = db.hot<{ personId: string; organisationId: string }>()((read) =>
  read
    .select({
      itemId: agendaItems.id,
      sessionId: sessions.id,
      sessionTitle: sessions.title,
      caseId: caseFiles.id,
      number: caseFiles.number,
      title: caseFiles.title,
      perspective: panelMembers.perspective,
      kind: sessions.kind,
      startsAt: sessions.startsAt,
      deadline: sessions.deadline,
      begun: isBegunSeat(read).mapWith(Boolean),
    })
    .from(panelMembers)
    .innerJoin(agendaItems, eq(agendaItems.id, panelMembers.agendaItemId))
    .innerJoin(sessions, eq(sessions.id, agendaItems.sessionId))
    .innerJoin(caseFiles, eq(caseFiles.id, agendaItems.caseId))
    .where(
      and(
        eq(panelMembers.personId, sql.placeholder("personId")),
        eq(sessions.organisationId, sql.placeholder("organisationId")),
        isNull(panelMembers.readyAt),
        lte(panelMembers.fromRound, agendaItems.round),
        eq(agendaItems.phase, "scoring"),
        asksOfSeat(read),
        not(isInterestedSeat(read)),
      ),
    )
    .orderBy(asc(sql`coalesce(${sessions.deadline}, ${sessions.startsAt})`), asc(agendaItems.id))
    .limit(firstRows + 1),
);

/** Cases this person has yet to score, the first deadline on top. Only the own progress is looked at. */
export async function listToScore(access: Access<"home.read">): Promise<Work<ToScore>> {
  const rows = await openSeats({
    personId: access.person.id,
    organisationId: access.organisation.id,
  });
  return shownRows(
    rows.map(({ caseId, number, title, kind, startsAt, deadline, ...row }) => ({
      ...row,
      caseFile: { id: caseId, number, title },
      deadline,
      startsAt: kind === "live" ? startsAt : null,
    })),
  );
}
