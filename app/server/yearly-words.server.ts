/** What people wrote in a year: dilemmas, what they learned, why they departed. Words of a case only to who may read it. */
import { and, desc, eq, gte, isNotNull, lt, ne, type SQL } from "drizzle-orm";
import { caseFiles, db, decisions, people, reflections, reviews } from "#db";
import { hasRight } from "#app/domain/rights.ts";
import type { Year } from "#app/domain/yearly.ts";
import type { YearlyOwn, YearlyWords } from "#app/schemas/yearly.ts";
import type { Access } from "./access.server.ts";
import { visibleCases } from "./case-access.server.ts";

type Reader = Access<"figures.read">;
const mostShown = 20;

/** Dilemmas that sessions passed on, with the answers of executives; null for who may not read them. */
export async function listDilemmas(
  access: Reader,
  { from, end }: Year,
): Promise<YearlyOwn["dilemmas"]> {
  if (!hasRight(access.roles, "reflection.read")) return null;
  const rows = await db.read
    .select({ row: reflections, answeredBy: people.name })
    .from(reflections)
    .leftJoin(people, eq(people.id, reflections.answeredBy))
    .where(
      and(
        eq(reflections.organisationId, access.organisation.id),
        gte(reflections.at, from),
        lt(reflections.at, end),
        ne(reflections.dilemma, ""),
      ),
    )
    .orderBy(desc(reflections.at), desc(reflections.id));
  const shown = rows.slice(0, mostShown).map(({ row, answeredBy }) => ({
    ...{ id: row.id, text: row.dilemma, unwrittenRule: row.unwrittenRule, at: row.at },
    ...{ answer: row.answer, answeredAt: row.answeredAt, answeredBy },
  }));
  const open = rows.filter(({ row }) => row.answeredAt === null).length;
  return { shown, more: rows.length - shown.length, open };
}

/** What looks back taught; all of them when the whole list is asked. */
export async function listLearned(
  access: Reader,
  { from, end }: Year,
  whole: boolean,
): Promise<YearlyOwn["learned"]> {
  const rows = await db.read
    .select({
      ...{ id: reviews.id, text: reviews.learned, at: reviews.heldAt },
      ...{ helped: reviews.helpedCitizen, caseId: caseFiles.id },
      ...{ number: caseFiles.number, title: caseFiles.title },
    })
    .from(reviews)
    .innerJoin(decisions, eq(decisions.id, reviews.decisionId))
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .where(
      and(
        visibleCases(access),
        gte(reviews.heldAt, from),
        lt(reviews.heldAt, end),
        isNotNull(reviews.learned),
        ne(reviews.learned, ""),
      ),
    )
    .orderBy(desc(reviews.heldAt), desc(reviews.id));
  const found = rows.map((row) => ({ ...row, decisionId: null }));
  return someOf(found, whole);
}

/** Why decisions in force depart from what was proposed; all of them when the whole list is asked. */
export async function listDepartureWords(
  access: Reader,
  { from, end }: Year,
  whole: boolean,
): Promise<YearlyOwn["departures"]> {
  const takenIn: SQL[] = [gte(decisions.takenAt, from), lt(decisions.takenAt, end)];
  const rows = await db.read
    .select({
      ...{ id: decisions.id, text: decisions.departure, at: decisions.takenAt },
      ...{ caseId: caseFiles.id, number: caseFiles.number, title: caseFiles.title },
    })
    .from(decisions)
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .where(
      and(
        visibleCases(access),
        eq(decisions.organisationId, access.organisation.id),
        eq(decisions.status, "taken"),
        ne(decisions.departure, ""),
        ...takenIn,
      ),
    )
    .orderBy(desc(decisions.takenAt), desc(decisions.id));
  const found = rows.map((row) => ({ ...row, helped: null, decisionId: row.id }));
  return someOf(found, whole);
}

type Row = Pick<YearlyWords, "id" | "helped" | "decisionId"> & {
  text: string | null;
  at: number | null;
  caseId: string;
  number: string;
  title: string;
};

function someOf(rows: Row[], whole: boolean): YearlyOwn["learned"] {
  const kept = whole ? rows : rows.slice(0, mostShown);
  const shown = kept.map(({ caseId, number, title, text, at, ...row }) => ({
    ...{ ...row, text: text ?? "", at: at ?? 0 },
    caseFile: { id: caseId, number, title },
  }));
  return { shown, more: rows.length - shown.length };
}
