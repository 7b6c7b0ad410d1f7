import { and, desc, eq, ne } from "drizzle-orm";
import { db, questionSets, type Queries } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { findBsn } from "#app/domain/personal-data.ts";
import { assertQuestionSet } from "#app/domain/question-set.ts";
import { questionSetDifferences } from "#app/domain/question-set-differences.ts";
import {
  fileTextOf,
  readQuestionSetFile,
  type QuestionSetFile,
} from "#app/schemas/question-set-file.ts";
import type { Imported, ImportInput, ImportPlan } from "#app/schemas/question-set-import.ts";
import type { Access } from "./access.server.ts";
import { redirectWithFlash, type Redirect } from "./http.server.ts";
import { freeKey, insertDraft } from "./question-set-versions.server.ts";
import { draftOf, visible, visibleSet } from "./question-sets.server.ts";

type Manager = Access<"question-set.manage">;

/** Shows what the file would make, or makes it and goes there. */
export async function handleImport(
  access: Manager,
  input: ImportInput,
  formKey?: string,
): Promise<Redirect | Imported> {
  if (input.intent === "check") return checkFile(access, input);
  const id = await importQuestionSet(access, input, formKey);
  return redirectWithFlash(`/beheer/vragensets/${id}`, "question_set_drafted");
}

/** Reads the file and says what it would make, or everything that is wrong with it. */
export async function checkFile(
  access: Manager,
  { file, text: typed }: { file: File | null; text: string },
): Promise<Imported> {
  const text = file ? await file.text() : typed;
  const values = { intent: "check", text: file ? "" : typed };
  if (text === "") throw new DomainError("file_required", { field: "file" });
  const reading = readQuestionSetFile(text);
  const field = file ? "file" : "text";
  if ("problems" in reading) {
    const errors = { [field]: ["question-sets:import.refused"] };
    return { errors, values, problems: reading.problems };
  }
  if (findBsn(textsIn(reading.file)).length > 0) throw new DomainError("bsn", { field });
  return { errors: {}, values, plan: await planOf(access, reading.file) };
}

function textsIn(file: QuestionSetFile): string {
  const found: string[] = [];
  JSON.stringify(file, (_, value: unknown) => {
    if (typeof value === "string") found.push(value);
    return value;
  });
  return found.join("\n");
}

async function planOf(access: Manager, file: QuestionSetFile): Promise<ImportPlan> {
  const { name, perspectives } = file.content;
  const latest = await latestVersion(db.read, access, file.key);
  return {
    text: fileTextOf(file),
    name,
    number: file.number,
    perspectives: perspectives.map(({ name: label, gates, criteria }) => ({
      name: label,
      gates: gates.length,
      criteria: criteria.length,
    })),
    known: latest && {
      number: latest.number,
      differences: questionSetDifferences(latest.content, file.content),
      draftId: await draftOf(db.read, access, file.key),
    },
  };
}

/** The newest version with this key that is no draft, of the own organisation or shipped. */
async function latestVersion(read: Queries, access: Manager, key: string) {
  const [row] = await read
    .select()
    .from(questionSets)
    .where(and(eq(questionSets.key, key), ne(questionSets.status, "draft"), visible(access)))
    .orderBy(desc(questionSets.number), desc(questionSets.id))
    .limit(1);
  return row ?? null;
}

/** Makes a draft of what the file holds: a set of its own, or the next version of the set with its key. */
export async function importQuestionSet(
  access: Manager,
  { text, as }: { text: string; as: "new" | "version" },
  formKey?: string,
): Promise<string> {
  const reading = readQuestionSetFile(text);
  if ("problems" in reading) throw new DomainError("question_set_file");
  const { key, content } = reading.file;
  assertQuestionSet(content);
  if (findBsn(textsIn(reading.file)).length > 0) throw new DomainError("bsn");
  return db.write(
    access.actor,
    async (tx) => {
      const draft = { content, from: null };
      if (as === "new") return insertDraft(tx, access, { key: await freeKey(tx, key), ...draft });
      if (!(await latestVersion(tx, access, key))) throw new DomainError("question_set_file");
      if (await draftOf(tx, access, key)) throw new DomainError("question_set_draft_exists");
      return insertDraft(tx, access, { key, ...draft });
    },
    { formKey },
  );
}

/** A version as a file that a browser saves. */
export async function downloadQuestionSet(access: Manager, id: string): Promise<Response> {
  const { key, number, content } = await visibleSet(db.read, access, id);
  return new Response(fileTextOf({ key, number, content }), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="${key}-${number}.json"`,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
}
