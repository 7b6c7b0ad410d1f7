/** The facilitator's answer to who asks to take part. */
import { and, eq, ne, sql } from "drizzle-orm";
import {
  agendaItems,
  caseFiles,
  db,
  environment,
  panelMembers,
  sessionJoins,
  sessionObservers,
  sessions,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { hasRight, roles } from "#app/domain/rights.ts";
import type { Access } from "./access.server.ts";
import { getUsedQuestionSet } from "./agenda-items.server.ts";
import { addSeat } from "./panels-changes.server.ts";
import { listCandidates, seatsOpen } from "./panels.server.ts";
import { listPeopleWith } from "./sessions-form.server.ts";
import { assertLeading, getLedSession, type LedSession } from "./session-leading.server.ts";

type Leader = Access<"session.lead">;
export type JoinAnswer =
  | { part: "assessor"; personId: string; perspective: string }
  | { part: "observer" | "none"; personId: string };

/** Gives somebody who waits a part in the session, or none. */
export async function answerJoin(
  access: Leader,
  sessionId: string,
  answer: JoinAnswer,
): Promise<void> {
  const session = await getLedSession(access, sessionId);
  await db.write(access.actor, async (tx) => {
    await assertLeading(tx, session);
    const answered = await tx
      .update(sessionJoins)
      .set({
        answer: answer.part === "none" ? "refused" : "admitted",
        answeredBy: access.person.id,
        answeredAt: environment.now(),
      })
      .where(
        and(
          eq(sessionJoins.sessionId, session.id),
          eq(sessionJoins.personId, answer.personId),
          eq(sessionJoins.answer, "waiting"),
        ),
      )
      .returning({ personId: sessionJoins.personId });
    if (answered.length === 0) throw new DomainError("already_done");
    if (answer.part === "observer") await addObserver(tx, session, answer.personId);
    if (answer.part === "assessor") await seatEverywhere(tx, session, answer);
    await tx.record({
      kind: "join.answered",
      subject: { type: "session", id: session.id },
      sessionId: session.id,
      details: { personId: answer.personId, part: answer.part },
    });
  });
}

async function addObserver(tx: Transaction, session: LedSession, personId: string): Promise<void> {
  const readers = roles.filter((role) => hasRight([role], "session.read"));
  const allowed = await listPeopleWith(tx, session.organisationId, readers);
  if (!allowed.some(({ id }) => id === personId)) throw new DomainError("unknown_option");
  const sitting = await tx
    .select({ id: panelMembers.personId })
    .from(panelMembers)
    .innerJoin(agendaItems, eq(agendaItems.id, panelMembers.agendaItemId))
    .where(and(eq(agendaItems.sessionId, session.id), eq(panelMembers.personId, personId)));
  if (sitting.length > 0) throw new DomainError("observer_scores");
  await tx
    .insert(sessionObservers)
    .values({ sessionId: session.id, personId })
    .onConflictDoNothing();
  // Whoever has the form of the session open must not take the newcomer out again unseen.
  await tx
    .update(sessions)
    .set({ version: sql`${sessions.version} + 1` })
    .where(eq(sessions.id, session.id));
}

type Newcomer = { personId: string; perspective: string };

/** On the panel of every case that is not over, but for those this person may not judge. */
async function seatEverywhere(
  tx: Transaction,
  session: LedSession,
  { personId, perspective }: Newcomer,
): Promise<void> {
  const { content } = await getUsedQuestionSet(session.questionSetId);
  if (!content.perspectives.some(({ key }) => key === perspective)) {
    throw new DomainError("unknown_option", { field: "perspective" });
  }
  const items = await tx
    .select({ row: agendaItems, submitterId: caseFiles.submitterId })
    .from(agendaItems)
    .innerJoin(caseFiles, eq(caseFiles.id, agendaItems.caseId))
    .where(and(eq(agendaItems.sessionId, session.id), ne(agendaItems.phase, "concluded")))
    .orderBy(agendaItems.position, agendaItems.id);
  const obstacles: string[] = [];
  let seated = 0;
  for (const { row, submitterId } of items.filter((item) => seatsOpen(item.row) !== "none")) {
    const caseFile = { id: row.caseId, submitterId };
    const candidates = await listCandidates(tx, { row, session, caseFile });
    const candidate = candidates.find(({ id }) => id === personId);
    if (!candidate) throw new DomainError("not_an_assessor");
    if (candidate.blocked) obstacles.push(`panel_${candidate.blocked}`);
    if (candidate.blocked || candidate.perspective !== null) continue;
    await addSeat(tx, row, { personId, perspective });
    seated += 1;
  }
  if (seated === 0) throw new DomainError(obstacles[0] ?? "join_no_seat");
}
