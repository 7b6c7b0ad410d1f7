import { eq } from "drizzle-orm";
import { db, questionSets } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { QuestionSetContent } from "#app/domain/question-set.ts";
import { questionSetProblems } from "#app/domain/question-set-problems.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { arranged } from "#app/schemas/question-set-arranging.ts";
import type { DraftInput } from "#app/schemas/question-set.ts";
import { formOf } from "#app/schemas/question-set-fields.ts";
import { flatValues, type QuestionSetForm } from "#app/schemas/question-set-form.ts";
import type { Access } from "./access.server.ts";
import { conflict, redirectWithFlash, type Redirect } from "./http.server.ts";
import { visibleSet } from "./question-sets.server.ts";
import { refuseStale } from "./stale-version.server.ts";

type Manager = Access<"question-set.manage">;

/** A draft to edit. A version that was published, or that ships with the product, stays as it is. */
export async function getDraft(access: Manager, id: string) {
  const row = await visibleSet(db.read, access, id);
  if (row.organisationId === null || row.status !== "draft") conflict("question_set_fixed");
  return {
    id,
    number: row.number,
    name: row.content.name,
    form: formOf(row.content, row.version),
    problems: questionSetProblems(row.content),
  };
}

type Posted =
  | { arrange: string; form: QuestionSetForm }
  | { arrange?: undefined; draft: DraftInput; form: QuestionSetForm };

/** Gives the form back arranged, or stores the draft and stays there. */
export async function handleDraft(
  access: Manager,
  id: string,
  posted: Posted,
): Promise<Redirect | FormResult> {
  if (posted.arrange !== undefined) return arrangedDraft(posted.form, posted.arrange);
  await saveDraft(access, id, posted);
  return redirectWithFlash(`/beheer/vragensets/${id}/bewerken`, "saved");
}

/** The typed form with a row added, moved or removed, and what was asked. Nothing is stored. */
export function arrangedDraft(form: QuestionSetForm, asked: string): FormResult {
  return { errors: {}, values: { ...flatValues(arranged(form, asked)), arrange: asked } };
}

/** Stores a draft, finished or not: only publishing asks for every text. */
export async function saveDraft(
  access: Manager,
  id: string,
  { draft, form }: { draft: DraftInput; form: QuestionSetForm },
): Promise<void> {
  await db.write(access.actor, async (tx) => {
    const row = await visibleSet(tx, access, id);
    if (row.organisationId === null || row.status !== "draft") {
      throw new DomainError("question_set_fixed");
    }
    if (row.version !== draft.version) {
      const theirs = formOf(row.content, draft.version);
      refuseStale({ theirs: flatValues(theirs), yours: flatValues(form) });
    }
    const content = contentOf(draft);
    await tx
      .update(questionSets)
      .set({ content, version: row.version + 1 })
      .where(eq(questionSets.id, id));
    await tx.record({
      kind: "question-set.changed",
      subject: { type: "question-set", id },
      details: { key: row.key, number: row.number },
      content,
    });
  });
}

function contentOf({ version: _, ...draft }: DraftInput): QuestionSetContent {
  const perspectives = sharesOf(draft.perspectives).map((perspective) => ({
    ...perspective,
    criteria: sharesOf(perspective.criteria),
  }));
  return { ...draft, perspectives };
}

/** Percentages as shares that sum to exactly 1; the schema has refused sums far from 100. */
function sharesOf<T extends { weight: number }>(rows: T[]): T[] {
  const sum = rows.reduce((total, { weight }) => total + weight, 0);
  return rows.map((row) => ({ ...row, weight: row.weight / sum }));
}
