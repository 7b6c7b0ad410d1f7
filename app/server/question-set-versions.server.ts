import { and, eq, max } from "drizzle-orm";
import { db, environment, questionSets, sessions, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { assertQuestionSet, type QuestionSetContent } from "#app/domain/question-set.ts";
import { questionSetProblems } from "#app/domain/question-set-problems.ts";
import type { QuestionSetAct } from "#app/schemas/question-set.ts";
import type { Access } from "./access.server.ts";
import { redirectWithFlash, type Redirect } from "./http.server.ts";
import { folded } from "./people.server.ts";
import { draftOf, visible, visibleSet, type QuestionSetRow } from "./question-sets.server.ts";
import { refuseStale } from "./stale-version.server.ts";

type Manager = Access<"question-set.manage">;
type Version = { id: string; version: number };

type Act = { input: QuestionSetAct; formKey: string | undefined };

/** Makes the change of the form that was sent, and goes to the page that shows it. */
export async function changeQuestionSet(
  access: Manager,
  id: string,
  { input, formKey }: Act,
): Promise<Redirect> {
  const page = (setId: string) => `/beheer/vragensets/${setId}`;
  switch (input.intent) {
    case "new-version": {
      const draftId = await createVersion(access, id, formKey);
      return redirectWithFlash(page(draftId), "question_set_drafted");
    }
    case "copy": {
      const copyId = await copyQuestionSet(access, { sourceId: id, name: input.name }, formKey);
      return redirectWithFlash(page(copyId), "question_set_drafted");
    }
    case "publish":
      await publishQuestionSet(access, { id, version: input.version });
      return redirectWithFlash(page(id), "question_set_published");
    case "retire":
      await retireQuestionSet(access, { id, version: input.version });
      return redirectWithFlash(page(id), "question_set_retired");
    case "delete":
      await deleteDraft(access, { id, version: input.version });
      return redirectWithFlash("/beheer/vragensets", "removed");
  }
}

/** A draft of the next version for the own organisation, or the one that is being made already. */
export async function createVersion(
  access: Manager,
  sourceId: string,
  formKey?: string,
): Promise<string> {
  return db.write(
    access.actor,
    async (tx) => {
      const source = await visibleSet(tx, access, sourceId);
      const draft = await draftOf(tx, access, source.key);
      if (draft) throw new DomainError("question_set_draft_exists");
      return insertDraft(tx, access, { key: source.key, content: source.content, from: source.id });
    },
    { formKey },
  );
}

/** A set of the organisation's own, starting as this one under another name. */
export async function copyQuestionSet(
  access: Manager,
  { sourceId, name }: { sourceId: string; name: string },
  formKey?: string,
): Promise<string> {
  return db.write(
    access.actor,
    async (tx) => {
      const source = await visibleSet(tx, access, sourceId);
      const content = { ...source.content, name: { nl: name, en: name } };
      return insertDraft(tx, access, { key: await freeKey(tx, name), content, from: source.id });
    },
    { formKey },
  );
}

type Draft = { key: string; content: QuestionSetContent; from: string | null };

/** The next version under a key; `from` is the version it starts as, null when that came from a file. */
export async function insertDraft(
  tx: Transaction,
  access: Manager,
  { key, content, from }: Draft,
): Promise<string> {
  const [highest] = await tx
    .select({ number: max(questionSets.number) })
    .from(questionSets)
    .where(and(eq(questionSets.key, key), visible(access)));
  const row = {
    id: environment.newId(),
    organisationId: access.organisation.id,
    key,
    number: (highest?.number ?? 0) + 1,
    status: "draft" as const,
    content,
    createdAt: environment.now(),
  };
  await tx.insert(questionSets).values(row);
  await tx.record({
    kind: "question-set.created",
    subject: { type: "question-set", id: row.id },
    details: { key, number: row.number, from },
    content: row,
  });
  return row.id;
}

/** Keys are unique over the installation, so that a name elsewhere never makes two sets one. */
export async function freeKey(tx: Transaction, name: string): Promise<string> {
  const base =
    folded(name)
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-+|-+$/g, "")
      .slice(0, 60) || "vragenset";
  const rows = await tx.selectDistinct({ key: questionSets.key }).from(questionSets);
  const taken = new Set(rows.map(({ key }) => key));
  if (!taken.has(base)) return base;
  let count = 2;
  while (taken.has(`${base}-${count}`)) count += 1;
  return `${base}-${count}`;
}

/** From now on sessions can be held with it, and nothing in it changes any more. */
export async function publishQuestionSet(access: Manager, target: Version): Promise<void> {
  await db.write(access.actor, async (tx) => {
    const row = await ownSet(tx, access, target);
    if (row.status !== "draft") throw new DomainError("question_set_fixed");
    if (questionSetProblems(row.content).length > 0)
      throw new DomainError("question_set_unfinished");
    assertQuestionSet(row.content);
    await setStatus(tx, row, "published");
  });
}

/** No new sessions with it; sessions that have it keep it. */
export async function retireQuestionSet(access: Manager, target: Version): Promise<void> {
  await db.write(access.actor, async (tx) => {
    const row = await ownSet(tx, access, target);
    if (row.status !== "published") throw new DomainError("question_set_fixed");
    await setStatus(tx, row, "retired");
  });
}

export async function deleteDraft(access: Manager, target: Version): Promise<void> {
  await db.write(access.actor, async (tx) => {
    const row = await ownSet(tx, access, target);
    if (row.status !== "draft") throw new DomainError("question_set_fixed");
    const [session] = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(eq(sessions.questionSetId, row.id))
      .limit(1);
    if (session) throw new DomainError("question_set_fixed");
    await tx.delete(questionSets).where(eq(questionSets.id, row.id));
    await tx.record({
      kind: "question-set.deleted",
      subject: { type: "question-set", id: row.id },
      details: { key: row.key, number: row.number },
      content: row,
    });
  });
}

/** Sets that ship with the product belong to everybody: they are copied, not changed. */
export async function ownSet(
  tx: Transaction,
  access: Manager,
  { id, version }: Version,
): Promise<QuestionSetRow> {
  const row = await visibleSet(tx, access, id);
  if (row.organisationId === null) throw new DomainError("question_set_fixed");
  if (row.version !== version) refuseStale({ theirs: {}, yours: {} });
  return row;
}

async function setStatus(tx: Transaction, row: QuestionSetRow, status: "published" | "retired") {
  await tx
    .update(questionSets)
    .set({ status, version: row.version + 1 })
    .where(eq(questionSets.id, row.id));
  await tx.record({
    kind: `question-set.${status}`,
    subject: { type: "question-set", id: row.id },
    details: { key: row.key, number: row.number },
    content: row.content,
  });
}
