import { and, asc, eq, exists, isNull, lte, or, sql } from "drizzle-orm";
import { agendaItems, caseFiles, db, gateRatings, panelMembers, ratings, sessions } from "#db";
import type { Queries } from "#db";
import type { ToScore, Work } from "#app/schemas/home.ts";
import type { Access } from "./access.server.ts";
import { firstRows, shownRows } from "./home-work.server.ts";
import { asksOfSeat } from "./reopened-cells.server.ts";

const openSeats = db.hot<{ personId: string; organisationId: string }>()((read) => {
  const begun = sql<boolean>`${or(exists(ownRatings(read)), exists(ownGates(read)))}`;
  return read
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
      begun: begun.mapWith(Boolean),
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
      ),
    )
    .orderBy(asc(sql`coalesce(${sessions.deadline}, ${sessions.startsAt})`), asc(agendaItems.id))
    .limit(firstRows + 1);
});

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

function ownRatings(read: Queries) {
  return read
    .select({ one: sql`1` })
    .from(ratings)
    .where(
      and(
        eq(ratings.agendaItemId, agendaItems.id),
        eq(ratings.round, agendaItems.round),
        eq(ratings.personId, panelMembers.personId),
      ),
    );
}

function ownGates(read: Queries) {
  return read
    .select({ one: sql`1` })
    .from(gateRatings)
    .where(
      and(
        eq(gateRatings.agendaItemId, agendaItems.id),
        eq(gateRatings.round, agendaItems.round),
        eq(gateRatings.personId, panelMembers.personId),
      ),
    );
}
