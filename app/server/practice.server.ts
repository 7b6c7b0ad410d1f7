import { redirect } from "@remix-run/node";
import { eq, sql } from "drizzle-orm";
import { db, environment, practiceRuns, type Transaction } from "#db";
import { DomainError, isDomainError } from "#app/domain/domain-error.ts";
import {
  hasReached,
  isPracticePage,
  isPracticePerspective,
  pageAfter,
  type PracticePage,
  type PracticePerspective,
} from "#app/domain/practice/practice-pages.ts";
import type { PracticeAnswers } from "#app/domain/practice/practice-run.ts";
import type { Access } from "./access.server.ts";

export type Practising = Access<"home.read">;

export type PracticeRun = {
  perspective: PracticePerspective;
  page: PracticePage;
  answers: PracticeAnswers;
  version: number;
};

export const practiceHome = "/oefenen";
const addresses: Record<PracticePage, string> = {
  case: "casus",
  score: "beoordelen",
  reveal: "onthullen",
  discuss: "bespreken",
  second_round: "tweede-ronde",
  weigh: "wegen",
  decide: "besluiten",
  finished: "klaar",
};

export function practiceAddress(page: PracticePage): string {
  return `${practiceHome}/${addresses[page]}`;
}

/** The own practice session. There is no way to ask for anybody else's. */
export async function findRun({ person }: Practising): Promise<PracticeRun | null> {
  const rows = await db.read
    .select()
    .from(practiceRuns)
    .where(eq(practiceRuns.personId, person.id));
  return asRun(rows[0]);
}

/** Null too for a row of an example that has changed since: then it begins anew. */
function asRun(row: typeof practiceRuns.$inferSelect | undefined): PracticeRun | null {
  if (!row || !isPracticePerspective(row.perspective) || !isPracticePage(row.step)) return null;
  const { perspective, step: page, answers, version } = row;
  return { perspective, page, answers, version };
}

/** Where this person goes on: the page that comes next, or the welcome. */
export async function findPlace(access: Practising): Promise<string> {
  const run = await findRun(access);
  return run ? practiceAddress(run.page) : practiceHome;
}

/** The own run when it has come to this page; who has not is led to where they are. */
export async function getRunAt(access: Practising, page: PracticePage): Promise<PracticeRun> {
  const run = await findRun(access);
  if (!run) throw redirect(practiceHome, 303);
  if (!hasReached(run.page, page)) throw redirect(practiceAddress(run.page), 303);
  return run;
}

/** Begins, or begins anew. A run that is there already stays when it is only begun once more. */
export async function startRun(
  access: Practising,
  { perspective, again }: { perspective: PracticePerspective; again: boolean },
): Promise<string> {
  const { id: personId } = access.person;
  const known = await findRun(access);
  if (known && !again) return practiceAddress(known.page);
  const now = environment.now();
  const fresh = { perspective, step: "case", answers: {}, startedAt: now, finishedAt: null };
  await db.write(access.actor, async (tx) => {
    const [before] = await tx
      .select({ version: practiceRuns.version })
      .from(practiceRuns)
      .where(eq(practiceRuns.personId, personId));
    const version = (before?.version ?? 0) + 1;
    await tx
      .insert(practiceRuns)
      .values({ ...fresh, personId, version })
      .onConflictDoUpdate({ target: practiceRuns.personId, set: { ...fresh, version } });
    await tx.record({
      kind: "practice.started",
      subject: { type: "practice", id: personId },
      details: { perspective },
    });
  });
  return practiceAddress("case");
}

/**
 * Keeps answers of the page where this person is. The same answers once more change nothing; other
 * ones for a page that was left already, in another tab, are refused.
 */
export async function keepAnswers(
  access: Practising,
  page: PracticePage,
  answers: PracticeAnswers,
): Promise<void> {
  await save(access, { page, answers, next: page });
}

/** Keeps what was answered on a page and goes on. Tells the address of the page to show now. */
export async function moveOn(
  access: Practising,
  page: PracticePage,
  answers: PracticeAnswers = {},
): Promise<string> {
  await save(access, { page, answers, next: pageAfter(page) });
  return practiceAddress(pageAfter(page));
}

type Saving = { page: PracticePage; answers: PracticeAnswers; next: PracticePage };

async function save(access: Practising, saving: Saving): Promise<void> {
  const run = await getRunAt(access, saving.page);
  if (isSaved(run, saving)) return;
  assertHere(run, saving.page);
  try {
    await write(access, saving);
  } catch (error) {
    // Two equal posts at once: the other one was first, and did the same.
    const movedOn = isDomainError(error) && error.code === "practice_moved_on";
    const current = movedOn ? await findRun(access) : null;
    if (!current || !isSaved(current, saving)) throw error;
  }
}

async function write(access: Practising, saving: Saving): Promise<void> {
  await db.write(access.actor, async (tx) => {
    await keep(tx, access.person.id, saving);
    await tx.record({
      kind: saving.next === "finished" ? "practice.finished" : "practice.saved",
      subject: { type: "practice", id: access.person.id },
      details: { step: saving.page },
      content: saving.answers,
    });
  });
}

/** Whether nothing would change: the second of two equal posts does no harm. */
function isSaved(run: PracticeRun, { answers, next }: Saving): boolean {
  const same = Object.entries(answers).every(([key, text]) => (run.answers[key] ?? "") === text);
  return same && hasReached(run.page, next);
}

function assertHere(run: PracticeRun, page: PracticePage): void {
  if (run.page !== page) throw new DomainError("practice_moved_on");
}

/** Adds to the answers that are stored now. Counting up first makes a second writer wait its turn. */
async function keep(tx: Transaction, personId: string, saving: Saving): Promise<void> {
  const { page, answers, next } = saving;
  const own = eq(practiceRuns.personId, personId);
  const rows = await tx
    .update(practiceRuns)
    .set({ version: sql`${practiceRuns.version} + 1` })
    .where(own)
    .returning();
  const current = asRun(rows[0]);
  if (!current) throw new DomainError("not_found");
  assertHere(current, page);
  const finishedAt = next === "finished" ? environment.now() : null;
  await tx
    .update(practiceRuns)
    .set({ answers: { ...current.answers, ...answers }, step: next, finishedAt })
    .where(own);
}
