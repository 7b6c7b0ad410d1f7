import { and, asc, count, desc, eq, gt, inArray, lt, or, type SQL } from "drizzle-orm";
import { agendaItems, caseFiles, db, people, questionSets, sessionObservers, sessions } from "#db";
import type { Access } from "./access.server.ts";
import { visibleCaseIds } from "./case-access.server.ts";
import { listProgress, withoutNames, type MemberProgress } from "./panels-progress.server.ts";
import { reflectionOnSession } from "./reflections.server.ts";
import { sessionPosition } from "./session-events.server.ts";
import {
  getSession,
  takesPartIn,
  visibleSessions,
  type SessionRow,
} from "./session-access.server.ts";
import { getDoor } from "./session-door.server.ts";
import { timerOf } from "./session-timer.server.ts";

const pageSize = 25;
/** Named one by one, so that the index leads past the many that are over. */
const isCurrent = inArray(sessions.status, ["planned", "open"]);

export type SessionSummary = Pick<
  SessionRow,
  "id" | "title" | "kind" | "status" | "startsAt" | "deadline" | "place"
> & { facilitator: string; cases: number };

export type SessionView = "current" | "past";
export type SessionPage = { view: SessionView; rows: SessionSummary[]; next: string | null };

/** Sessions planned and under way, the first on top; or those that are over, the last on top. */
export async function listSessions(
  access: Access<"session.read">,
  asked: { view: SessionView; after: string | null },
): Promise<SessionPage> {
  const { view } = asked;
  const past = view === "past";
  const rows = await summaries(
    and(
      visibleSessions(access),
      past ? eq(sessions.status, "closed") : isCurrent,
      beyond(asked.after, past),
    ),
    { past, limit: pageSize + 1 },
  );
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return {
    view,
    rows: await withCaseCounts(page),
    next: last ? `${last.startsAt}.${last.id}` : null,
  };
}

/** The sessions planned or under way in which this person has a part, the first on top. */
export async function listSessionsFor(access: Access): Promise<SessionSummary[]> {
  const mine = and(
    eq(sessions.organisationId, access.organisation.id),
    isCurrent,
    takesPartIn(access.person.id),
  );
  return withCaseCounts(await summaries(mine, { past: false, limit: 10 }));
}

async function summaries(where: SQL | undefined, order: { past: boolean; limit: number }) {
  const direction = order.past ? desc : asc;
  return db.read
    .select({
      id: sessions.id,
      title: sessions.title,
      kind: sessions.kind,
      status: sessions.status,
      startsAt: sessions.startsAt,
      deadline: sessions.deadline,
      place: sessions.place,
      facilitator: people.name,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.facilitatorId))
    .where(where)
    .orderBy(direction(sessions.startsAt), direction(sessions.id))
    .limit(order.limit);
}

function beyond(after: string | null, past: boolean): SQL | undefined {
  const [, startsAt, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(after ?? "") ?? [];
  if (startsAt === undefined || id === undefined) return undefined;
  const further = past ? lt : gt;
  return or(
    further(sessions.startsAt, Number(startsAt)),
    and(eq(sessions.startsAt, Number(startsAt)), further(sessions.id, id)),
  );
}

async function withCaseCounts<Row extends { id: string }>(rows: Row[]) {
  if (rows.length === 0) return [];
  const counts = await db.read
    .select({ sessionId: agendaItems.sessionId, cases: count().mapWith(Number) })
    .from(agendaItems)
    .where(
      inArray(
        agendaItems.sessionId,
        rows.map(({ id }) => id),
      ),
    )
    .groupBy(agendaItems.sessionId);
  const byId = new Map(counts.map(({ sessionId, cases }) => [sessionId, cases]));
  return rows.map((row) => ({ ...row, cases: byId.get(row.id) ?? 0 }));
}

export type AgendaRow = {
  caseId: string;
  number: string;
  title: string;
  phase: (typeof agendaItems.$inferSelect)["phase"];
  round: number;
  members: MemberProgress[];
};

/** A session with its agenda, as far as this person may see the cases on it. */
export async function getSessionPage(access: Access<"session.read">, sessionId: string) {
  // Before anything is read: what happens meanwhile is then heard of.
  const position = await sessionPosition(sessionId);
  const session = await getSession(access, sessionId);
  const [questionSet] = await db.read
    .select({ number: questionSets.number, content: questionSets.content })
    .from(questionSets)
    .where(eq(questionSets.id, session.questionSetId));
  const meeting = await getMeeting(access, session);
  const takesPart =
    access.roles.includes("coordinator") ||
    [session.facilitatorId, session.deputyId].includes(access.person.id) ||
    meeting.observers.some(({ id }) => id === access.person.id);
  const { rows, hidden } = await listAgenda(access, session.id, takesPart);
  // Not the whole row: the link to join is for whoever leads.
  const { id, title, kind, status, startsAt, deadline, place } = session;
  return {
    ...meeting,
    session: { id, title, kind, status, startsAt, deadline, place },
    position,
    questionSet: questionSet && {
      name: questionSet.content.name,
      number: questionSet.number,
      perspectives: questionSet.content.perspectives.map(({ key, name }) => ({ key, name })),
    },
    observers: meeting.observers.map(({ name }) => name),
    agenda: rows,
    hidden,
    plans: access.roles.includes("coordinator"),
    reflection: await reflectionOnSession(access, session),
  };
}

/** What the pages of a session show of the meeting itself, whichever case is on the table. */
export async function getMeeting(access: Access<"session.read">, session: SessionRow) {
  const { facilitatorId, deputyId, status } = session;
  const names = await namesOf([facilitatorId, deputyId].flatMap((id) => id ?? []));
  const coordinates = access.roles.includes("coordinator") && status !== "closed";
  const leads = coordinates && facilitatorId === access.person.id;
  return {
    facilitator: names.get(facilitatorId) ?? "",
    deputy: deputyId === null ? null : (names.get(deputyId) ?? ""),
    observers: await listObservers(session.id),
    timer: timerOf(session),
    leads,
    deputises: coordinates && deputyId === access.person.id,
    door: leads ? await getDoor(session) : null,
  };
}

async function listAgenda(access: Access<"session.read">, sessionId: string, takesPart: boolean) {
  const rows = await db.read
    .select({
      itemId: agendaItems.id,
      caseId: caseFiles.id,
      number: caseFiles.number,
      title: caseFiles.title,
      phase: agendaItems.phase,
      round: agendaItems.round,
    })
    .from(agendaItems)
    .innerJoin(caseFiles, eq(caseFiles.id, agendaItems.caseId))
    .where(eq(agendaItems.sessionId, sessionId))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));
  const visible = await visibleCaseIds(
    access,
    rows.map(({ caseId }) => caseId),
  );
  const shown = rows.filter(({ caseId }) => visible.includes(caseId));
  const progress = await listProgress(shown.map(({ itemId }) => itemId));
  const agenda = shown.map(({ itemId, ...row }): AgendaRow => {
    const members = progress.get(itemId) ?? [];
    const sits = members.some(({ personId }) => personId === access.person.id);
    return { ...row, members: takesPart || sits ? members : withoutNames(members) };
  });
  return { rows: agenda, hidden: rows.length - shown.length };
}

export async function namesOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.read
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function listObservers(sessionId: string): Promise<{ id: string; name: string }[]> {
  return db.read
    .select({ id: people.id, name: people.name })
    .from(sessionObservers)
    .innerJoin(people, eq(people.id, sessionObservers.personId))
    .where(eq(sessionObservers.sessionId, sessionId))
    .orderBy(asc(people.name), asc(people.id));
}
