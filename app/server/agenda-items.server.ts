import { and, eq } from "drizzle-orm";
import { agendaItems, db, questionSets, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { QuestionSetContent } from "#app/domain/question-set.ts";
import type { Right } from "#app/domain/rights.ts";
import type { ItemPhase } from "#app/domain/session.ts";
import { authorized, type Access, type Authorized } from "./access.server.ts";
import { getCase, type ReadableCase } from "./case-access.server.ts";
import { notFound } from "./http.server.ts";
import { getSession, type ReadableSession } from "./session-access.server.ts";

export type ItemAddress = { sessionId: string; caseId: string };
export type ItemRow = typeof agendaItems.$inferSelect;

export type UsedQuestionSet = {
  id: string;
  key: string;
  number: number;
  content: QuestionSetContent;
};

/** One case on one agenda with everything it hangs on. */
export type AgendaItem = {
  row: ItemRow;
  session: ReadableSession;
  caseFile: ReadableCase;
  questionSet: UsedQuestionSet;
};
export type ReadableItem = Authorized<AgendaItem, "read">;
/** Proof that the person leads the session. */
export type LedItem = Authorized<AgendaItem, "lead">;

/** The case on the agenda, when this person may see both session and case. */
export async function getItem(access: Access<Right>, address: ItemAddress): Promise<ReadableItem> {
  const session = await getSession(access, address.sessionId);
  const caseFile = await getCase(access, address.caseId);
  const [row] = await db.read
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.sessionId, session.id), eq(agendaItems.caseId, caseFile.id)));
  if (!row) notFound();
  const questionSet = await getUsedQuestionSet(session.questionSetId);
  return authorized<AgendaItem, "read">({ row, session, caseFile, questionSet });
}

/** The same, for the facilitator only: the deputy first takes over. */
export async function getLedItem(
  access: Access<"session.lead">,
  address: ItemAddress,
): Promise<LedItem> {
  const item = await getItem(access, address);
  // Not a page of its own: whoever was taken over from keeps what was typed.
  if (item.session.facilitatorId !== access.person.id) throw new DomainError("not_leading");
  return authorized<AgendaItem, "lead">(item);
}

export async function getUsedQuestionSet(questionSetId: string): Promise<UsedQuestionSet> {
  const [row] = await db.read
    .select({
      id: questionSets.id,
      key: questionSets.key,
      number: questionSets.number,
      content: questionSets.content,
    })
    .from(questionSets)
    .where(eq(questionSets.id, questionSetId));
  return row ?? notFound();
}

/** The item as it stands within a change. */
export async function currentItem(tx: Transaction, itemId: string): Promise<ItemRow> {
  const [row] = await tx.select().from(agendaItems).where(eq(agendaItems.id, itemId));
  return row ?? notFound();
}

/** Brings an item from one phase to the next, once: whoever comes second is told so. */
export async function advanceItem(
  tx: Transaction,
  itemId: string,
  from: ItemPhase,
  changes: Partial<ItemRow> & { phase: ItemPhase },
): Promise<void> {
  const changed = await tx
    .update(agendaItems)
    .set(changes)
    .where(and(eq(agendaItems.id, itemId), eq(agendaItems.phase, from)))
    .returning({ id: agendaItems.id });
  if (changed.length === 0) throw new DomainError("phase_not_allowed", { to: changes.phase });
}

/** The address of an item from the parts of a path. */
export function itemAddress(params: Readonly<Record<string, string | undefined>>): ItemAddress {
  const { sessionId, caseId } = params;
  return sessionId && caseId ? { sessionId, caseId } : notFound();
}
