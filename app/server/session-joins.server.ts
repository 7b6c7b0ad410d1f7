/** People who come by the link: where they are needed, or a request to take part. */
import { and, asc, eq, ne, sql } from "drizzle-orm";
import {
  agendaItems,
  conflictsOfInterest,
  db,
  environment,
  panelMembers,
  sessionJoins,
  sessions,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { Access } from "./access.server.ts";
import { visibleCaseIds } from "./case-access.server.ts";
import { notFound } from "./http.server.ts";
import { asksOfSeat } from "./seats.server.ts";
import { takesPartIn, type SessionRow } from "./session-access.server.ts";

type Reader = Access<"session.read">;
type Answer = (typeof sessionJoins.$inferSelect)["answer"];

export type JoinPage = {
  session: { title: string; startsAt: number };
  /** Null as long as this person did not ask, or lost the part that was given. */
  answer: "waiting" | "refused" | null;
};

/** Where somebody who takes part has to be now, or the page to ask whether one may. */
export async function getJoinPage(
  access: Reader,
  code: string,
): Promise<{ to: string } | { page: JoinPage }> {
  const session = await sessionBehind(access, code);
  if (await takesPart(session.id, access.person.id)) return { to: await placeIn(access, session) };
  const { title, startsAt } = session;
  const answer = await answerTo(session.id, access.person.id);
  return { page: { session: { title, startsAt }, answer: answer === "admitted" ? null : answer } };
}

/** Asks the facilitator to be let in; asking again while one waits changes nothing. */
export async function askToJoin(access: Reader, code: string): Promise<void> {
  const session = await sessionBehind(access, code);
  const personId = access.person.id;
  if (await takesPart(session.id, personId)) return;
  if ((await answerTo(session.id, personId)) === "waiting") return;
  await db.write(access.actor, async (tx) => {
    const asked = { askedAt: environment.now(), answer: "waiting" as const };
    const kept = await tx
      .insert(sessionJoins)
      .values({ sessionId: session.id, personId, ...asked })
      .onConflictDoUpdate({
        target: [sessionJoins.sessionId, sessionJoins.personId],
        set: { ...asked, answeredBy: null, answeredAt: null },
        setWhere: ne(sessionJoins.answer, "refused"),
      })
      .returning({ personId: sessionJoins.personId });
    if (kept.length === 0) throw new DomainError("join_refused");
    await tx.record({
      kind: "join.asked",
      subject: { type: "session", id: session.id },
      sessionId: session.id,
    });
  });
}

/** The session that this link opens now: for outsiders, when closed or over it is not there. */
async function sessionBehind(access: Reader, code: string): Promise<SessionRow> {
  const [session] = await db.read
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.joinCode, code),
        eq(sessions.organisationId, access.organisation.id),
        ne(sessions.status, "closed"),
      ),
    );
  return session ?? notFound();
}

async function takesPart(sessionId: string, personId: string): Promise<boolean> {
  const rows = await db.read
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), takesPartIn(personId)));
  return rows.length > 0;
}

async function answerTo(sessionId: string, personId: string): Promise<Answer | null> {
  const [row] = await db.read
    .select({ answer: sessionJoins.answer })
    .from(sessionJoins)
    .where(and(eq(sessionJoins.sessionId, sessionId), eq(sessionJoins.personId, personId)));
  return row?.answer ?? null;
}

/** To the case that waits for this person's judgement, else to what goes on, else to the agenda. */
async function placeIn(access: Reader, session: SessionRow): Promise<string> {
  const agenda = await agendaFor(access, session.id);
  const seen = await visibleCaseIds(
    access,
    agenda.map(({ caseId }) => caseId),
  );
  const here = `/zittingen/${session.id}`;
  const items = agenda.filter(({ caseId }) => seen.includes(caseId));
  const waits = items.find(
    ({ phase, round, fromRound, readyAt, interested, asked }) =>
      phase === "scoring" && (fromRound ?? Infinity) <= round && asked && !readyAt && !interested,
  );
  if (waits && hasRight(access.roles, "session.score")) {
    return `${here}/casussen/${waits.caseId}/beoordelen`;
  }
  const current =
    items.find(({ phase }) => phase === "scoring") ??
    items.find(({ phase }) => phase === "revealed");
  return current ? `${here}/casussen/${current.caseId}` : here;
}

function agendaFor(access: Reader, sessionId: string) {
  const personId = access.person.id;
  return db.read
    .select({
      caseId: agendaItems.caseId,
      phase: agendaItems.phase,
      round: agendaItems.round,
      fromRound: panelMembers.fromRound,
      readyAt: panelMembers.readyAt,
      interested: conflictsOfInterest.personId,
      asked: sql<boolean>`${asksOfSeat(db.read)}`.mapWith(Boolean),
    })
    .from(agendaItems)
    .leftJoin(
      panelMembers,
      and(eq(panelMembers.agendaItemId, agendaItems.id), eq(panelMembers.personId, personId)),
    )
    .leftJoin(
      conflictsOfInterest,
      and(
        eq(conflictsOfInterest.caseId, agendaItems.caseId),
        eq(conflictsOfInterest.personId, personId),
      ),
    )
    .where(eq(agendaItems.sessionId, sessionId))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));
}
