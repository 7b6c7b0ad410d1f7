import { and, eq, inArray, ne } from "drizzle-orm";
import {
  agendaItems,
  db,
  environment,
  panelMembers,
  questionSets,
  sessionObservers,
  sessions,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { QuestionSetContent } from "#app/domain/question-set.ts";
import { hasRight, roles } from "#app/domain/rights.ts";
import type { SessionInput } from "#app/schemas/session.ts";
import type { Access } from "./access.server.ts";
import { forbidden, notFound } from "./http.server.ts";
import { getSession, type SessionRow } from "./session-access.server.ts";
import { newJoinCode } from "./session-door.server.ts";
import {
  addCases,
  dropCases,
  listPlannedItems,
  resetItems,
  settleStatus,
} from "./sessions-agenda.server.ts";
import { staleSession } from "./sessions-conflict.server.ts";
import { availableQuestionSets, listPeopleWith } from "./sessions-form.server.ts";

type Planner = Access<"session.lead">;

/** Plans a meeting. Weights and pass marks of its cases start from the question set. */
export async function createSession(
  access: Planner,
  input: SessionInput,
  formKey?: string,
): Promise<string> {
  return db.write(
    access.actor,
    async (tx) => {
      const content = await checkChoices(tx, access, input);
      const id = environment.newId();
      await tx.insert(sessions).values({
        id,
        organisationId: access.organisation.id,
        status: "planned",
        createdAt: environment.now(),
        joinCode: input.kind === "live" ? newJoinCode() : null,
        ...columnsOf(input),
      });
      await setObservers(tx, id, input.observerIds);
      const agenda = { sessionId: id, organisationId: access.organisation.id, content };
      await addCases(tx, agenda, input.caseIds);
      await tx.record({
        kind: "session.planned",
        subject: { type: "session", id },
        sessionId: id,
        details: {
          kind: input.kind,
          caseIds: input.caseIds,
          observerIds: input.observerIds,
        },
        content: input,
      });
      return id;
    },
    { formKey },
  );
}

/** Changes a meeting; cases whose scoring has begun, and their question set, stay. */
export async function updateSession(
  access: Planner,
  sessionId: string,
  { version, ...input }: SessionInput & { version: number },
): Promise<void> {
  const { id } = await getSession(access, sessionId);
  await db.write(access.actor, async (tx) => {
    // As it stands now: someone may have changed it since it was looked up.
    const [session = notFound()] = await tx.select().from(sessions).where(eq(sessions.id, id));
    const content = await checkChoices(tx, access, input, session);
    await saveColumns(tx, { session, version, input });
    await assertObserversFree(tx, session.id, input.observerIds);
    await setObservers(tx, session.id, input.observerIds);
    const changes = await changeAgenda(tx, { session, input, content });
    await tx.record({
      kind: "session.changed",
      subject: { type: "session", id: session.id },
      sessionId: session.id,
      details: { ...changes, observerIds: input.observerIds },
      content: input,
    });
  });
}

async function saveColumns(
  tx: Transaction,
  change: { session: SessionRow; version: number; input: SessionInput },
) {
  const { session, version, input } = change;
  const changed = await tx
    .update(sessions)
    .set({ ...columnsOf(input), version: version + 1 })
    .where(
      and(
        eq(sessions.id, session.id),
        eq(sessions.version, version),
        ne(sessions.status, "closed"),
      ),
    )
    .returning({ id: sessions.id });
  if (changed.length > 0) return;
  if (session.status === "closed") throw new DomainError("session_closed");
  throw await staleSession(tx, { theirs: session, yours: input });
}

async function changeAgenda(
  tx: Transaction,
  change: { session: SessionRow; input: SessionInput; content: QuestionSetContent },
) {
  const { session, input, content } = change;
  const items = await listPlannedItems(tx, session.id);
  const otherSet = input.questionSetId !== session.questionSetId;
  if (otherSet && items.some(({ phase }) => phase !== "prepare")) {
    throw new DomainError("item_started", { field: "questionSetId" });
  }
  const removed = await dropCases(tx, items, input.caseIds);
  const known = items.map(({ caseId }) => caseId);
  const added = input.caseIds.filter((id) => !known.includes(id));
  const agenda = { sessionId: session.id, organisationId: session.organisationId, content };
  await addCases(tx, agenda, added);
  if (otherSet) await resetItems(tx, session.id, content);
  await settleStatus(tx, session.id);
  return { added, removed };
}

/** The deputy becomes the facilitator and the other way round; the log keeps when. */
export async function takeOverSession(access: Planner, sessionId: string): Promise<void> {
  const session = await getSession(access, sessionId);
  if (session.deputyId !== access.person.id) forbidden("not_deputy");
  if (session.status === "closed") throw new DomainError("session_closed");
  await db.write(access.actor, async (tx) => {
    const changed = await tx
      .update(sessions)
      .set({
        facilitatorId: access.person.id,
        deputyId: session.facilitatorId,
        version: session.version + 1,
      })
      .where(
        and(
          eq(sessions.id, session.id),
          eq(sessions.version, session.version),
          ne(sessions.status, "closed"),
        ),
      )
      .returning({ id: sessions.id });
    if (changed.length === 0) throw new DomainError("already_done");
    await tx.record({
      kind: "session.taken-over",
      subject: { type: "session", id: session.id },
      sessionId: session.id,
      details: { from: session.facilitatorId, to: access.person.id },
    });
  });
}

function columnsOf(input: SessionInput) {
  const { title, kind, startsAt, deadline, place, questionSetId, facilitatorId, deputyId } = input;
  return { title, kind, startsAt, deadline, place, questionSetId, facilitatorId, deputyId };
}

/** Only people, sets and cases that the form offers; gives the content of the question set. */
async function checkChoices(
  tx: Transaction,
  access: Planner,
  input: SessionInput,
  before?: SessionRow,
): Promise<QuestionSetContent> {
  const organisationId = access.organisation.id;
  const leaders = await idsOf(listPeopleWith(tx, organisationId, ["coordinator"]));
  const readers = roles.filter((role) => hasRight([role], "session.read"));
  const watchers = await idsOf(listPeopleWith(tx, organisationId, readers));
  if (!leaders.has(input.facilitatorId)) refuse("facilitatorId");
  if (input.deputyId && !leaders.has(input.deputyId)) refuse("deputyId");
  if (input.observerIds.some((id) => !watchers.has(id))) refuse("observerIds");
  const same = eq(questionSets.id, input.questionSetId);
  const [set] = await tx
    .select({ content: questionSets.content })
    .from(questionSets)
    .where(
      input.questionSetId === before?.questionSetId
        ? same
        : and(same, availableQuestionSets(organisationId)),
    );
  return set?.content ?? refuse("questionSetId");
}

function refuse(field: string): never {
  throw new DomainError("unknown_option", { field });
}

async function idsOf(rows: PromiseLike<{ id: string }[]>): Promise<Set<string>> {
  return new Set((await rows).map(({ id }) => id));
}

async function assertObserversFree(tx: Transaction, sessionId: string, observerIds: string[]) {
  if (observerIds.length === 0) return;
  const sitting = await tx
    .select({ id: panelMembers.personId })
    .from(panelMembers)
    .innerJoin(agendaItems, eq(agendaItems.id, panelMembers.agendaItemId))
    .where(and(eq(agendaItems.sessionId, sessionId), inArray(panelMembers.personId, observerIds)));
  if (sitting.length > 0) throw new DomainError("observer_scores", { field: "observerIds" });
}

async function setObservers(tx: Transaction, sessionId: string, personIds: string[]) {
  await tx.delete(sessionObservers).where(eq(sessionObservers.sessionId, sessionId));
  const rows = [...new Set(personIds)].map((personId) => ({ sessionId, personId }));
  if (rows.length > 0) await tx.insert(sessionObservers).values(rows);
}
