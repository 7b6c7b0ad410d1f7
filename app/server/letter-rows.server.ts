import { and, asc, desc, eq, isNotNull } from "drizzle-orm";
import { db, letters, type Queries } from "#db";
import type { LetterLine } from "#app/schemas/letter-view.ts";

export type LetterRow = typeof letters.$inferSelect;

/** The letters about a decision, newest first. */
export async function lettersOf(read: Queries, decisionId: string): Promise<LetterRow[]> {
  return read
    .select()
    .from(letters)
    .where(eq(letters.decisionId, decisionId))
    .orderBy(desc(letters.number));
}

/** The same for a list: only for who may read the decision already. */
export async function listLetters(decisionId: string): Promise<LetterLine[]> {
  return (await lettersOf(db.read, decisionId)).map(lineOf);
}

/** When a letter first made the decision known (Awb 3:41); later letters do not begin the term anew. */
export async function findMadeKnown(read: Queries, decisionId: string): Promise<number | null> {
  const [first] = await read
    .select({ sentAt: letters.sentAt })
    .from(letters)
    .where(and(eq(letters.decisionId, decisionId), isNotNull(letters.sentAt)))
    .orderBy(asc(letters.sentAt), asc(letters.number))
    .limit(1);
  return first?.sentAt ?? null;
}

/** A letter as a list names it. */
export function lineOf({ id, number, sentAt, updatedAt }: LetterRow): LetterLine {
  return { id, number, state: sentAt === null ? "draft" : "sent", sentAt, updatedAt };
}
