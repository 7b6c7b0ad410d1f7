import { and, eq, inArray, max, ne } from "drizzle-orm";
import {
  agendaItems,
  caseFiles,
  environment,
  panelMembers,
  sessions,
  type ItemWeights,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { QuestionSetContent } from "#app/domain/question-set.ts";
import type { ItemPhase } from "#app/domain/session.ts";
import { schedulable } from "./sessions-form.server.ts";

export type PlannedItem = { id: string; caseId: string; phase: ItemPhase };
type Agenda = { sessionId: string; organisationId: string; content: QuestionSetContent };

export async function listPlannedItems(tx: Transaction, sessionId: string): Promise<PlannedItem[]> {
  return tx
    .select({ id: agendaItems.id, caseId: agendaItems.caseId, phase: agendaItems.phase })
    .from(agendaItems)
    .where(eq(agendaItems.sessionId, sessionId));
}

/** Takes off the agenda what was not chosen again, as long as its scoring has not begun. */
export async function dropCases(
  tx: Transaction,
  items: PlannedItem[],
  chosen: string[],
): Promise<string[]> {
  const dropped = items.filter(
    ({ caseId, phase }) => phase === "prepare" && !chosen.includes(caseId),
  );
  for (const { id } of dropped) {
    await tx.delete(panelMembers).where(eq(panelMembers.agendaItemId, id));
    await tx.delete(agendaItems).where(eq(agendaItems.id, id));
  }
  return dropped.map(({ caseId }) => caseId);
}

/** Puts cases on the agenda, with the weights and pass marks of the question set. */
export async function addCases(tx: Transaction, agenda: Agenda, chosen: string[]): Promise<void> {
  const caseIds = [...new Set(chosen)];
  if (caseIds.length === 0) return;
  const free = await tx
    .select({ id: caseFiles.id })
    .from(caseFiles)
    .where(
      and(inArray(caseFiles.id, caseIds), schedulable(tx, agenda.organisationId, agenda.sessionId)),
    );
  if (free.length < caseIds.length) {
    throw new DomainError("case_not_available", { field: "caseIds" });
  }
  const [last] = await tx
    .select({ position: max(agendaItems.position) })
    .from(agendaItems)
    .where(eq(agendaItems.sessionId, agenda.sessionId));
  const from = (last?.position ?? 0) + 1;
  await tx.insert(agendaItems).values(
    caseIds.map((caseId, place) => ({
      id: environment.newId(),
      sessionId: agenda.sessionId,
      caseId,
      position: from + place,
      phase: "prepare" as const,
      weights: defaultWeights(agenda.content),
      missing: [],
    })),
  );
}

export function defaultWeights(content: QuestionSetContent): ItemWeights {
  return content.perspectives.map(({ key, weight, passMark }) => ({
    perspective: key,
    weight,
    passMark,
  }));
}

/** Another question set: its own weights, and panels of perspectives it does not have are empty. */
export async function resetItems(tx: Transaction, sessionId: string, content: QuestionSetContent) {
  const keys = content.perspectives.map(({ key }) => key);
  const items = await tx
    .update(agendaItems)
    .set({ weights: defaultWeights(content) })
    .where(eq(agendaItems.sessionId, sessionId))
    .returning({ id: agendaItems.id });
  for (const { id } of items) {
    const strange = keys.map((key) => ne(panelMembers.perspective, key));
    await tx.delete(panelMembers).where(and(eq(panelMembers.agendaItemId, id), ...strange));
  }
}

/** A session is open from its first scoring until its last case is concluded. */
export async function settleStatus(tx: Transaction, sessionId: string): Promise<void> {
  const phases = (await listPlannedItems(tx, sessionId)).map(({ phase }) => phase);
  const begun = phases.some((phase) => phase !== "prepare");
  const over = begun && phases.every((phase) => phase === "concluded");
  const status = over ? "closed" : begun ? "open" : "planned";
  await tx.update(sessions).set({ status }).where(eq(sessions.id, sessionId));
}
