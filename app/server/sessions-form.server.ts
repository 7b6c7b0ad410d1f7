import { and, asc, desc, eq, inArray, isNull, ne, notExists, or, sql } from "drizzle-orm";
import {
  agendaItems,
  caseFiles,
  db,
  people,
  questionSets,
  roleAssignments,
  sessionObservers,
  type Queries,
} from "#db";
import type { LocalText } from "#app/domain/local-text.ts";
import { roles, hasRight, type Role } from "#app/domain/rights.ts";
import type { Access } from "./access.server.ts";
import { getSession } from "./session-access.server.ts";

const casesOffered = 100;

/** Statuses in which a case can be put on an agenda. */
export const openableStatuses = ["intake", "facts_and_options"] as const;

export type Person = { id: string; name: string };
export type CaseChoice = { id: string; number: string; title: string };
export type QuestionSetChoice = { id: string; name: LocalText; number: number };

export type SessionForm = {
  questionSets: QuestionSetChoice[];
  coordinators: Person[];
  observers: Person[];
  cases: CaseChoice[];
  /** More cases wait than the list offers. */
  moreCases: boolean;
};

/** What can be chosen when planning. A case named by the page before is always among the choices. */
export async function getSessionForm(
  access: Access<"session.lead">,
  chosen: { sessionId: string | null; caseIds: string[] },
): Promise<SessionForm> {
  const organisationId = access.organisation.id;
  const cases = await listCasesFor(organisationId, chosen);
  return {
    questionSets: await listQuestionSets(organisationId),
    coordinators: await listPeopleWith(db.read, organisationId, ["coordinator"]),
    observers: await listPeopleWith(
      db.read,
      organisationId,
      roles.filter((role) => hasRight([role], "session.read")),
    ),
    cases: cases.slice(0, casesOffered),
    moreCases: cases.length > casesOffered,
  };
}

/** A session to be changed, with what was chosen before. */
export async function getSessionEdit(access: Access<"session.lead">, sessionId: string) {
  const session = await getSession(access, sessionId);
  const items = await listItems(session.id);
  const observers = await db.read
    .select({ id: sessionObservers.personId })
    .from(sessionObservers)
    .where(eq(sessionObservers.sessionId, session.id));
  const movable = items.filter(({ phase }) => phase === "prepare");
  const form = await getSessionForm(access, {
    sessionId: session.id,
    caseIds: movable.map(({ caseId }) => caseId),
  });
  return {
    // The link to join is for whoever leads.
    session: { ...session, joinCode: null },
    form: withCurrent(form, await getQuestionSetChoice(session.questionSetId)),
    observerIds: observers.map(({ id }) => id),
    caseIds: movable.map(({ caseId }) => caseId),
    /** Cases whose scoring has begun: they stay on the agenda, and so does the question set. */
    started: items.filter(({ phase }) => phase !== "prepare"),
  };
}

function withCurrent(form: SessionForm, current: QuestionSetChoice | undefined): SessionForm {
  const known = form.questionSets.some(({ id }) => id === current?.id);
  return known || !current ? form : { ...form, questionSets: [...form.questionSets, current] };
}

function listItems(sessionId: string) {
  return db.read
    .select({
      caseId: caseFiles.id,
      number: caseFiles.number,
      title: caseFiles.title,
      phase: agendaItems.phase,
    })
    .from(agendaItems)
    .innerJoin(caseFiles, eq(caseFiles.id, agendaItems.caseId))
    .where(eq(agendaItems.sessionId, sessionId))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id));
}

/** Published sets of the own organisation and those that ship with the product. */
export function availableQuestionSets(organisationId: string) {
  return and(
    eq(questionSets.status, "published"),
    or(isNull(questionSets.organisationId), eq(questionSets.organisationId, organisationId)),
  );
}

async function listQuestionSets(organisationId: string): Promise<QuestionSetChoice[]> {
  const rows = await db.read
    .select({ id: questionSets.id, number: questionSets.number, content: questionSets.content })
    .from(questionSets)
    .where(availableQuestionSets(organisationId))
    .orderBy(asc(questionSets.createdAt), asc(questionSets.id));
  return rows.map(({ id, number, content }) => ({ id, number, name: content.name }));
}

async function getQuestionSetChoice(id: string): Promise<QuestionSetChoice | undefined> {
  const [row] = await db.read
    .select({ id: questionSets.id, number: questionSets.number, content: questionSets.content })
    .from(questionSets)
    .where(eq(questionSets.id, id));
  return row && { id: row.id, number: row.number, name: row.content.name };
}

/** Active people with one of these roles in the organisation, by name. */
export function listPeopleWith(read: Queries, organisationId: string, asked: Role[]) {
  return read
    .selectDistinct({ id: people.id, name: people.name })
    .from(roleAssignments)
    .innerJoin(people, eq(people.id, roleAssignments.personId))
    .where(
      and(
        eq(roleAssignments.organisationId, organisationId),
        inArray(roleAssignments.role, asked),
        eq(people.active, true),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
}

/** Cases that may go on this agenda: not past their preparation and on no other open agenda. */
export function schedulable(read: Queries, organisationId: string, sessionId: string | null) {
  const elsewhere = read
    .select({ one: sql`1` })
    .from(agendaItems)
    .where(
      and(
        eq(agendaItems.caseId, caseFiles.id),
        ne(agendaItems.phase, "concluded"),
        sessionId ? ne(agendaItems.sessionId, sessionId) : undefined,
      ),
    );
  return and(
    eq(caseFiles.organisationId, organisationId),
    inArray(caseFiles.status, [...openableStatuses]),
    notExists(elsewhere),
  );
}

async function listCasesFor(
  organisationId: string,
  chosen: { sessionId: string | null; caseIds: string[] },
): Promise<CaseChoice[]> {
  const columns = { id: caseFiles.id, number: caseFiles.number, title: caseFiles.title };
  const allowed = schedulable(db.read, organisationId, chosen.sessionId);
  const named = chosen.caseIds.slice(0, casesOffered);
  const first =
    named.length === 0
      ? []
      : await db.read
          .select(columns)
          .from(caseFiles)
          .where(and(allowed, inArray(caseFiles.id, named)));
  const recent = await db.read
    .select(columns)
    .from(caseFiles)
    .where(allowed)
    .orderBy(desc(caseFiles.updatedAt), desc(caseFiles.id))
    .limit(casesOffered + 1);
  return [...first, ...recent.filter(({ id }) => !named.includes(id))];
}
