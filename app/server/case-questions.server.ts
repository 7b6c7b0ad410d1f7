import { and, desc, eq, isNull, or } from "drizzle-orm";
import { db, questionSets } from "#db";
import { textIn } from "#app/domain/local-text.ts";
import type { QuestionSetContent } from "#app/domain/question-set.ts";
import type { CaseQuestion } from "#app/schemas/case-step-view.ts";
import type { Access } from "./access.server.ts";

const defaultSet = "perspectiefcirkel-nl";

// A published set never changes, so what was read once holds.
const contents = new Map<string, QuestionSetContent>();

/** The content of the default question set: the own organisation's newest, or the one that ships. */
export async function getDefaultSet(access: Access): Promise<QuestionSetContent | null> {
  const ofUs = eq(questionSets.organisationId, access.organisation.id);
  const published = await db.read
    .select({ id: questionSets.id, organisationId: questionSets.organisationId })
    .from(questionSets)
    .where(
      and(
        eq(questionSets.key, defaultSet),
        eq(questionSets.status, "published"),
        or(ofUs, isNull(questionSets.organisationId)),
      ),
    )
    .orderBy(desc(questionSets.number));
  const chosen = published.find(({ organisationId }) => organisationId !== null) ?? published[0];
  return chosen ? contentOf(chosen.id) : null;
}

async function contentOf(id: string): Promise<QuestionSetContent | null> {
  const known = contents.get(id);
  if (known) return known;
  const [row] = await db.read
    .select({ content: questionSets.content })
    .from(questionSets)
    .where(eq(questionSets.id, id));
  if (row) contents.set(id, row.content);
  return row?.content ?? null;
}

/** What is asked once per case, in words and never scored. */
export async function listCaseQuestions(access: Access): Promise<CaseQuestion[]> {
  const content = await getDefaultSet(access);
  const { language } = access.person;
  return (content?.caseQuestions ?? []).map(({ key, question, meaning }) => ({
    key,
    question: textIn(question, language),
    meaning: textIn(meaning, language),
  }));
}

/** Words for the outcome levels, lowest first. */
export async function listLevels(access: Access): Promise<string[]> {
  const content = await getDefaultSet(access);
  return (content?.levels ?? []).map((level) => textIn(level, access.person.language));
}
