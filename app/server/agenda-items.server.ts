import { and, eq, sql } from "drizzle-orm";
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
  const [row] = await itemAt({ sessionId: session.id, caseId: caseFile.id });
  if (!row) notFound();
  const questionSet = await getUsedQuestionSet(session.questionSetId);
  return authorized<AgendaItem, "read">({ row, session, caseFile, questionSet });
}

const itemAt = db.hot<ItemAddress>()((read) =>
  read
    .select()
    .from(agendaItems)
    .where(
      and(
        eq(agendaItems.sessionId, sql.placeholder("sessionId")),
        eq(agendaItems.caseId, sql.placeholder("caseId")),
      ),
    ),
);

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

/**
 * Published sets by id. They never change again, and they are by far the largest thing that every
 * page of a session reads.
 */
const publishedSets = new Map<string, UsedQuestionSet>();
const mostKept = 50;

export async function getUsedQuestionSet(questionSetId: string): Promise<UsedQuestionSet> {
  const kept = publishedSets.get(questionSetId);
  if (kept) return kept;
  const [row] = await db.read
    .select({
      id: questionSets.id,
      key: questionSets.key,
      number: questionSets.number,
      content: questionSets.content,
      status: questionSets.status,
    })
    .from(questionSets)
    .where(eq(questionSets.id, questionSetId));
  if (!row) notFound();
  const { status, ...set } = row;
  if (status === "draft") return set;
  if (publishedSets.size >= mostKept) publishedSets.clear();
  publishedSets.set(questionSetId, frozen(set));
  return set;
}

/** Shared by everyone who asks: whoever changes something in it is to hear so. */
function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
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
