import { and, eq, isNull, sql } from "drizzle-orm";
import { db, environment, letters, type Transaction } from "#db";
import { dayNumber, refuseDayAhead, startOfDay } from "#app/domain/day.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import { letterTextParts, type LetterContent } from "#app/domain/letter.ts";
import { lastDayToObject } from "#app/domain/proceeding.ts";
import { placeholdersIn } from "#app/domain/readability.ts";
import type { Access } from "./access.server.ts";
import { getDecision } from "./decisions.server.ts";
import { notFound } from "./http.server.ts";
import { draftFor } from "./letter-facts.server.ts";
import { findMadeKnown, lettersOf, type LetterRow } from "./letter-rows.server.ts";
import type { LetterPlace } from "./letters.server.ts";

type Writer = Access<"letter.write">;

/** The decision that a letter can be written about: one in force. */
async function getWritable(access: Writer, { caseId, decisionId }: LetterPlace) {
  const found = await getDecision(access, caseId, decisionId);
  if (found.decision.status !== "taken") throw new DomainError("letter_not_in_force");
  return found;
}

/** Begins a letter with a first text from the decision; a second draft beside it is refused. */
export async function startLetter(
  access: Writer,
  place: LetterPlace,
  formKey?: string,
): Promise<void> {
  const { caseFile, decision } = await getWritable(access, place);
  const now = environment.now();
  const madeKnownAt = (await findMadeKnown(db.read, decision.id)) ?? now;
  const content = await draftFor(access, { caseFile, decision, madeKnownAt });
  const id = environment.newId();
  await db.write(
    access.actor,
    async (tx) => {
      const rows = await lettersOf(tx, decision.id);
      if (rows.some(({ sentAt }) => sentAt === null)) throw new DomainError("letter_draft_exists");
      const number = (rows[0]?.number ?? 0) + 1;
      await tx.insert(letters).values({
        ...{ id, caseId: caseFile.id, decisionId: decision.id, number, content },
        ...{ updatedBy: access.person.id, createdAt: now, updatedAt: now },
      });
      await recordLetter(tx, { id, number, content, ...place }, "letter.started");
      return id;
    },
    { formKey },
  );
}

type Change = LetterPlace & { letterId: string; version: number };

/** Keeps the text of a draft. */
export async function saveLetter(
  access: Writer,
  change: Change & { content: LetterContent },
  formKey?: string,
): Promise<void> {
  await getWritable(access, change);
  const { content } = change;
  await db.write(
    access.actor,
    async (tx) => {
      const row = await updateDraft(tx, access, change, { content });
      await recordLetter(tx, { ...row, ...change, id: row.id }, "letter.saved");
    },
    { formKey },
  );
}

/**
 * Records that a draft was sent, on this day (UTC midnight): from then on it is as it is, and tells what the citizen
 * was told and when. Refused while something is to be filled in, or when it names another last day than the law gives.
 */
export async function sendLetter(
  access: Writer,
  change: Change & { sentOn: number },
  formKey?: string,
): Promise<void> {
  const { decision } = await getWritable(access, change);
  const { sentOn, letterId } = change;
  refuseDayAhead(sentOn, environment.now(), "sentOn");
  if (dayNumber(sentOn) < dayNumber(decision.takenAt ?? 0)) {
    throw new DomainError("letter_before_decision", { field: "sentOn" });
  }
  await db.write(
    access.actor,
    async (tx) => {
      const draft = await draftNow(tx, change);
      assertComplete(draft.content);
      const madeKnownAt = (await findMadeKnown(tx, decision.id)) ?? sentOn;
      assertUntil(draft.content, Math.min(madeKnownAt, sentOn));
      const sent = { sentAt: startOfDay(dayNumber(sentOn)), sentBy: access.person.id };
      const row = await updateDraft(tx, access, change, sent);
      await recordLetter(tx, { ...row, ...change, id: letterId }, "letter.sent");
    },
    { formKey },
  );
}

/** The draft as it is stored, when it is still the one on the screen. */
async function draftNow(tx: Transaction, change: Change): Promise<LetterRow> {
  const [row = notFound()] = await tx.select().from(letters).where(ofDecision(change));
  if (row.sentAt !== null) throw new DomainError("letter_sent_already");
  if (row.version !== change.version) throw new DomainError("letter_changed");
  return row;
}

function assertComplete(content: LetterContent): void {
  const parts = letterTextParts(content).map(({ text }) => text);
  const open = [content.salutation, ...parts, content.closing].flatMap(placeholdersIn);
  if (open.length === 0) return;
  const errors = { "": [`letter_to_fill_in:${[...new Set(open)].join(", ")}`] };
  throw new DomainError("letter_to_fill_in", { errors });
}

function assertUntil({ disagreeUntil }: LetterContent, madeKnownAt: number): void {
  const until = lastDayToObject(madeKnownAt);
  // Awb 3:45: a decision says until when somebody can object to it.
  if (disagreeUntil !== null && dayNumber(disagreeUntil) === dayNumber(until)) return;
  const [year = "", month = "", day = ""] = new Date(until).toISOString().slice(0, 10).split("-");
  throw new DomainError(`letter_until:${day}-${month}-${year}`, { field: "sentOn" });
}

function ofDecision({ letterId, caseId, decisionId }: Change) {
  return and(
    eq(letters.id, letterId),
    eq(letters.caseId, caseId),
    eq(letters.decisionId, decisionId),
  );
}

async function updateDraft(
  tx: Transaction,
  access: Writer,
  change: Change,
  set: Partial<LetterRow>,
): Promise<LetterRow> {
  const [row] = await tx
    .update(letters)
    .set({
      ...set,
      updatedBy: access.person.id,
      updatedAt: environment.now(),
      version: sql`${letters.version} + 1`,
    })
    .where(and(ofDecision(change), isNull(letters.sentAt), eq(letters.version, change.version)))
    .returning();
  if (row) return row;
  const [theirs = notFound()] = await tx.select().from(letters).where(ofDecision(change));
  if (theirs.sentAt !== null) throw new DomainError("letter_sent_already");
  throw new DomainError("stale_version", {
    conflict: set.content ? differences(theirs.content, set.content) : [],
  });
}

function differences(theirs: LetterContent, yours: LetterContent) {
  const [a, b] = [shownTexts(theirs), shownTexts(yours)];
  return Object.keys(b)
    .map((field) => ({ field, theirs: a[field] ?? "", yours: b[field] ?? "" }))
    .filter((both) => both.theirs !== both.yours);
}

/** The texts of a letter by the names of their fields. */
function shownTexts(content: LetterContent): Record<string, string> {
  const { salutation, outcome, reasons, duties, disagree, disagreeUntil, contact, closing } =
    content;
  const numbered = [0, 1, 2].map((place) => [`reasons.${place}`, reasons[place] ?? ""] as const);
  const until = disagreeUntil === null ? "" : new Date(disagreeUntil).toISOString().slice(0, 10);
  return {
    ...{ salutation, outcome, ...Object.fromEntries(numbered), duties: duties.join("\n") },
    ...{ disagree, disagreeUntil: until, contact, closing },
  };
}

type Recorded = LetterPlace & Pick<LetterRow, "id" | "number" | "content"> & Partial<LetterRow>;

async function recordLetter(
  tx: Transaction,
  { id, number, content, caseId, decisionId, sentAt }: Recorded,
  kind: "letter.started" | "letter.saved" | "letter.sent",
): Promise<void> {
  await tx.record({
    kind,
    subject: { type: "letter", id },
    caseId,
    details: { decision: decisionId, number },
    content: { ...content, sentAt: sentAt ?? null },
  });
}
