import { and, asc, desc, eq, inArray, isNull, lt, ne, or } from "drizzle-orm";
import { db, questionSets, sessions, type Queries } from "#db";
import { textIn } from "#app/domain/local-text.ts";
import { questionSetDifferences } from "#app/domain/question-set-differences.ts";
import { questionSetProblems } from "#app/domain/question-set-problems.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { Access } from "./access.server.ts";
import { notFound } from "./http.server.ts";

export type QuestionSetRow = typeof questionSets.$inferSelect;

/** The sets that ship with the product and those of the own organisation, newest version first. */
export async function listQuestionSets(access: Access<"administration.read">) {
  const rows = await db.read
    .select()
    .from(questionSets)
    .where(visible(access))
    .orderBy(asc(questionSets.key), desc(questionSets.number), asc(questionSets.id));
  const used = await usedSets(
    access,
    rows.map(({ id }) => id),
  );
  return rows.map(({ content, organisationId, ...row }) => ({
    ...row,
    name: content.name,
    perspectives: content.perspectives.map(({ name }) => name),
    isShipped: organisationId === null,
    isUsed: used.has(row.id),
  }));
}

/** One version as it reads, with what may be done with it. */
export async function getQuestionSet(access: Access<"administration.read">, id: string) {
  const row = await visibleSet(db.read, access, id);
  const isOwn = row.organisationId !== null;
  const isDraft = row.status === "draft";
  const used = await usedSets(access, [id]);
  const mayManage = hasRight(access.roles, "question-set.manage");
  return {
    id,
    number: row.number,
    status: row.status,
    version: row.version,
    content: row.content,
    isShipped: !isOwn,
    isUsed: used.has(id),
    mayManage,
    mayEdit: mayManage && isOwn && isDraft,
    mayRetire: mayManage && isOwn && row.status === "published",
    problems: isDraft ? questionSetProblems(row.content) : [],
    changes: await changesOf(access, row),
    draftId: isDraft ? null : await draftOf(db.read, access, row.key),
    copyName: `${textIn(row.content.name, access.person.language)} (2)`,
  };
}

/** What is not as it was in the version before; null for a first version. */
async function changesOf(access: Access, row: QuestionSetRow) {
  const [previous] = await db.read
    .select()
    .from(questionSets)
    .where(
      and(
        eq(questionSets.key, row.key),
        lt(questionSets.number, row.number),
        ne(questionSets.status, "draft"),
        visible(access),
      ),
    )
    .orderBy(desc(questionSets.number), desc(questionSets.id))
    .limit(1);
  if (!previous) return null;
  const differences = questionSetDifferences(previous.content, row.content);
  return { previous: previous.number, differences };
}

/** The draft of the next version that the organisation is making, if there is one. */
export async function draftOf(read: Queries, access: Access, key: string): Promise<string | null> {
  const [draft] = await read
    .select({ id: questionSets.id })
    .from(questionSets)
    .where(
      and(
        eq(questionSets.organisationId, access.organisation.id),
        eq(questionSets.key, key),
        eq(questionSets.status, "draft"),
      ),
    );
  return draft?.id ?? null;
}

/** Another organisation's sets are not there. */
export async function visibleSet(
  read: Queries,
  access: Access,
  id: string,
): Promise<QuestionSetRow> {
  const [row] = await read
    .select()
    .from(questionSets)
    .where(and(eq(questionSets.id, id), visible(access)));
  return row ?? notFound();
}

/** Condition: ships with the product, or belongs to the own organisation. */
export function visible(access: Access) {
  return or(
    isNull(questionSets.organisationId),
    eq(questionSets.organisationId, access.organisation.id),
  );
}

async function usedSets(access: Access, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db.read
    .selectDistinct({ id: sessions.questionSetId })
    .from(sessions)
    .where(
      and(
        eq(sessions.organisationId, access.organisation.id),
        inArray(sessions.questionSetId, ids),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
