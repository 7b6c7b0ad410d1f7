import { redirect } from "@remix-run/node";
import { db, environment } from "#db";
import { dayNumber, startOfDay } from "#app/domain/day.ts";
import {
  draftMark,
  letterBlocks,
  letterHead,
  letterTextParts,
  letterTitle,
} from "#app/domain/letter.ts";
import { lastDayToObject } from "#app/domain/proceeding.ts";
import { readability } from "#app/domain/readability.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { LetterPage, LetterView } from "#app/schemas/letter-view.ts";
import type { Access } from "./access.server.ts";
import { mayTakeAway } from "./case-access.server.ts";
import { namesOf } from "./decision-page.server.ts";
import { decisionParts, getDecision } from "./decisions.server.ts";
import { notFound } from "./http.server.ts";
import { comesAfterObjection } from "./letter-facts.server.ts";
import { findMadeKnown, lettersOf, lineOf, type LetterRow } from "./letter-rows.server.ts";
import { recordReading } from "./readings.server.ts";

export type LetterPlace = { caseId: string; decisionId: string };

/** The letter about a decision that was taken: the draft, or the one that was sent last. */
export async function getLetterPage(
  access: Access<"case.read">,
  { caseId, decisionId }: LetterPlace,
  asked: string | null = null,
): Promise<LetterPage> {
  const { caseFile, decision } = await getDecision(access, caseId, decisionId);
  const { status } = decision;
  if (status === "draft") throw redirect(`/casussen/${caseId}/besluit`, 303);
  await recordReading(access, caseFile, "letter");
  const rows = await lettersOf(db.read, decisionId);
  const shown = asked === null ? rows[0] : rows.find(({ number }) => String(number) === asked);
  if (!shown && asked !== null) notFound();
  const madeKnownAt = await findMadeKnown(db.read, decisionId);
  const today = startOfDay(dayNumber(environment.now()));
  const organisation = access.organisation.name;
  const { conditions } = await decisionParts(db.read, decisionId);
  const mayWrite = hasRight(access.roles, "letter.write") && status === "taken";
  return {
    caseFile: { id: caseFile.id, number: caseFile.number, title: caseFile.title },
    decision: { id: decision.id, number: decision.number, kind: decision.kind, status },
    afterObjection: await comesAfterObjection(decision),
    conditions: conditions.map(({ text, dueDate }) => ({ text, dueDate })),
    organisation,
    letter: shown ? await viewOf(shown, { organisation, number: caseFile.number, today }) : null,
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

type From = { organisation: string; number: string; today: number };

async function viewOf(row: LetterRow, from: From): Promise<LetterView> {
  const { content, version, sentAt, sentBy, updatedBy } = row;
  const day = sentAt ?? from.today;
  const names = await namesOf([updatedBy, ...(sentBy ? [sentBy] : [])]);
  return {
    ...lineOf(row),
    content,
    mark: sentAt === null ? draftMark : null,
    head: letterHead({ ...from, day }),
    title: letterTitle,
    blocks: letterBlocks(content),
    report: readability(letterTextParts(content)),
    version,
    updatedBy: names.get(updatedBy) ?? "",
    sentBy: sentBy && (names.get(sentBy) ?? null),
    day,
  };
}
