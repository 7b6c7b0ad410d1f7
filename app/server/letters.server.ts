import { redirect } from "@remix-run/node";
import { and, asc, desc, eq, isNotNull } from "drizzle-orm";
import { db, environment, letters, type Queries } from "#db";
import { dayNumber, startOfDay } from "#app/domain/day.ts";
import { letterBlocks, letterTextParts } from "#app/domain/letter.ts";
import { lastDayToObject } from "#app/domain/proceeding.ts";
import { readability } from "#app/domain/readability.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { LetterLine, LetterPage, LetterView } from "#app/schemas/letter-view.ts";
import type { Access } from "./access.server.ts";
import { mayTakeAway } from "./case-access.server.ts";
import { namesOf } from "./decision-page.server.ts";
import { getDecision } from "./decisions.server.ts";
import { notFound } from "./http.server.ts";
import { recordReading } from "./readings.server.ts";

export type LetterRow = typeof letters.$inferSelect;
export type LetterPlace = { caseId: string; decisionId: string };

/** The letter about a decision that was taken: the draft, or the one that was sent last. */
export async function getLetterPage(
  access: Access<"case.read">,
  { caseId, decisionId }: LetterPlace,
  number: string | null = null,
): Promise<LetterPage> {
  const { caseFile, decision } = await getDecision(access, caseId, decisionId);
  const { status } = decision;
  if (status === "draft") throw redirect(`/casussen/${caseId}/besluit`, 303);
  await recordReading(access, caseFile, "letter");
  const rows = await lettersOf(db.read, decisionId);
  const shown = number === null ? rows[0] : rows.find((row) => String(row.number) === number);
  if (!shown && number !== null) notFound();
  const madeKnownAt = await findMadeKnown(db.read, decisionId);
  const today = startOfDay(dayNumber(environment.now()));
  const mayWrite = hasRight(access.roles, "letter.write") && status === "taken";
  return {
    caseFile: { id: caseFile.id, number: caseFile.number, title: caseFile.title },
    decision: { id: decision.id, number: decision.number, kind: decision.kind, status },
    organisation: access.organisation.name,
    letter: shown ? await viewOf(shown, today) : null,
    letters: rows.map(lineOf),
    madeKnownAt,
    until: lastDayToObject(madeKnownAt ?? today),
    today,
    may: {
      write: mayWrite && shown?.sentAt === null,
      start: mayWrite && !rows.some(({ sentAt }) => sentAt === null),
      takeAway: mayTakeAway(access, caseFile),
    },
  };
}

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

function lineOf({ id, number, sentAt, updatedAt }: LetterRow): LetterLine {
  return { id, number, state: sentAt === null ? "draft" : "sent", sentAt, updatedAt };
}

async function viewOf(row: LetterRow, today: number): Promise<LetterView> {
  const { content, version, sentAt, sentBy } = row;
  return {
    ...lineOf(row),
    content,
    blocks: letterBlocks(content),
    report: readability(letterTextParts(content)),
    version,
    sentBy: sentBy && ((await namesOf([sentBy])).get(sentBy) ?? null),
    day: sentAt ?? today,
  };
}
