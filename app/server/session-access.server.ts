import {
  and,
  eq,
  exists,
  inArray,
  or,
  sql,
  type Column,
  type Placeholder,
  type SQL,
} from "drizzle-orm";
import { agendaItems, caseFiles, db, panelMembers, people, sessionObservers, sessions } from "#db";
import type { Right, Role } from "#app/domain/rights.ts";
import { authorized, type Access, type Authorized } from "./access.server.ts";
import { notFound } from "./http.server.ts";

/** Roles that see every session of their organisation. */
const overseers: Role[] = [
  "coordinator",
  "decision_maker",
  "policy_advisor",
  "executive",
  "auditor",
];

export type SessionRow = typeof sessions.$inferSelect;
export type ReadableSession = Authorized<SessionRow, "read">;

type Viewer<Value> = { organisationId: Value; personId: Value };

/**
 * The sessions a person may see: of the own organisation, all of them by role, or those the person
 * leads, observes, sits on a panel of or brought a case to.
 */
export function visibleSessions(access: Access<Right>): SQL | undefined {
  const viewer = { organisationId: access.organisation.id, personId: access.person.id };
  return sessionsInSight(sessionSightOf(access), viewer);
}

export type SessionSight = "all" | "own";

export function sessionSightOf(access: Access<Right>): SessionSight {
  return access.roles.some((role) => overseers.includes(role)) ? "all" : "own";
}

/** The same rule, for queries that are prepared once with placeholders for who is looking. */
function sessionsInSight(
  sight: SessionSight,
  { organisationId, personId }: Viewer<string | Placeholder | Column>,
): SQL | undefined {
  const ofOrganisation = eq(sessions.organisationId, organisationId);
  if (sight === "all") return ofOrganisation;
  const brought = exists(agendaWith(eq(caseFiles.submitterId, personId)));
  return and(ofOrganisation, or(takesPartIn(personId), brought));
}

/** Sessions in which this person leads, observes or sits on a panel. */
export function takesPartIn(personId: string | Placeholder | Column): SQL | undefined {
  return or(
    eq(sessions.facilitatorId, personId),
    eq(sessions.deputyId, personId),
    exists(observersWith(personId)),
    exists(panelsWith(personId)),
  );
}

/** The session, when this person may see it; otherwise it is not there. */
export async function getSession(
  access: Access<Right>,
  sessionId: string,
): Promise<ReadableSession> {
  const values = { sessionId, organisationId: access.organisation.id, personId: access.person.id };
  const [row] = await sessionInSight[sessionSightOf(access)](values);
  return row ? authorized<SessionRow, "read">(row) : notFound();
}

/** Of these people of one organisation, all with the same sight: those who may see the session. */
export async function listSessionViewers(
  sight: SessionSight,
  asked: { sessionId: string; organisationId: string; personIds: string[] },
): Promise<string[]> {
  const { sessionId, organisationId, personIds } = asked;
  const rows = await db.read
    .select({ id: people.id })
    .from(people)
    .innerJoin(sessions, eq(sessions.id, sessionId))
    .where(
      and(
        inArray(people.id, personIds),
        sessionsInSight(sight, { organisationId, personId: people.id }),
      ),
    );
  return rows.map(({ id }) => id);
}

const sessionInSight = { all: sessionQuery("all"), own: sessionQuery("own") };

function sessionQuery(sight: SessionSight) {
  return db.hot<Viewer<string> & { sessionId: string }>()((read) => {
    const viewer = {
      organisationId: sql.placeholder("organisationId"),
      personId: sql.placeholder("personId"),
    };
    return read
      .select()
      .from(sessions)
      .where(and(eq(sessions.id, sql.placeholder("sessionId")), sessionsInSight(sight, viewer)));
  });
}

/**
 * Whether someone belongs to the session itself: leads it, observes it or sits on the panel of this
 * case. Inside the session people go by their name, outside by their role.
 */
export async function isInsideSession(
  session: SessionRow,
  agendaItemId: string,
  personId: string,
): Promise<boolean> {
  if (session.facilitatorId === personId || session.deputyId === personId) return true;
  const observing = await db.read
    .select({ one: sessionObservers.personId })
    .from(sessionObservers)
    .where(
      and(eq(sessionObservers.sessionId, session.id), eq(sessionObservers.personId, personId)),
    );
  if (observing.length > 0) return true;
  const sitting = await db.read
    .select({ one: panelMembers.personId })
    .from(panelMembers)
    .where(and(eq(panelMembers.agendaItemId, agendaItemId), eq(panelMembers.personId, personId)));
  return sitting.length > 0;
}

function agendaWith(condition: SQL) {
  return db.read
    .select({ one: sql`1` })
    .from(agendaItems)
    .innerJoin(caseFiles, eq(caseFiles.id, agendaItems.caseId))
    .where(and(eq(agendaItems.sessionId, sessions.id), condition));
}

function panelsWith(personId: string | Placeholder | Column) {
  return db.read
    .select({ one: sql`1` })
    .from(panelMembers)
    .innerJoin(agendaItems, eq(agendaItems.id, panelMembers.agendaItemId))
    .where(and(eq(agendaItems.sessionId, sessions.id), eq(panelMembers.personId, personId)));
}

function observersWith(personId: string | Placeholder | Column) {
  return db.read
    .select({ one: sql`1` })
    .from(sessionObservers)
    .where(
      and(eq(sessionObservers.sessionId, sessions.id), eq(sessionObservers.personId, personId)),
    );
}
