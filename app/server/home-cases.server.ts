import { and, asc, count, desc, eq, gte, lt, min, sql, sum } from "drizzle-orm";
import { caseFiles, db, decisions, environment } from "#db";
import { caseRoad, legalTerm, type CaseStatus } from "#app/domain/case-file.ts";
import { dayInMs, dayNumber, startOfDay } from "#app/domain/day.ts";
import type { OwnCase, StatusCount, Work, YearFigures } from "#app/schemas/home.ts";
import type { Access } from "./access.server.ts";
import { firstRows, shownRows } from "./home-work.server.ts";

/** The statuses on the board of open work; a term runs up to and including the decision. */
const openStatuses = caseRoad.slice(0, caseRoad.indexOf("closed"));
const termStatuses = caseRoad.slice(0, caseRoad.indexOf("follow_up"));
const termDays = 8 * 7;

/** Counting stops here: a home page is not the place to count on, and must not slow down with it. */
const mostCounted = 1000;

type Asked = {
  organisationId: string;
  status: CaseStatus;
  receivedBefore: number;
  extendedBefore: number;
};

const openCases = db.hot<Asked>()((read) => {
  const oldestFirst = read
    .select({ receivedAt: caseFiles.receivedAt, extendedUntil: caseFiles.extendedUntil })
    .from(caseFiles)
    .where(
      and(
        eq(caseFiles.organisationId, sql.placeholder("organisationId")),
        eq(caseFiles.status, sql.placeholder("status")),
      ),
    )
    .orderBy(asc(caseFiles.receivedAt))
    .limit(mostCounted + 1)
    .as("open_cases");
  // The same days as `legalTerm`, in the query so that no case leaves the database.
  const isOver = sql`${oldestFirst.receivedAt} < ${sql.placeholder("receivedBefore")}
    and coalesce(${oldestFirst.extendedUntil}, 0) < ${sql.placeholder("extendedBefore")}`;
  return read
    .select({
      cases: count().mapWith(Number),
      oldest: min(oldestFirst.receivedAt).mapWith(Number),
      overTerm: sum(sql`case when ${isOver} then 1 else 0 end`).mapWith(Number),
    })
    .from(oldestFirst);
});

/** How many cases stand where, how old the oldest is and how many are past the legal term. */
export async function listStatusCounts(access: Access<"home.read">): Promise<StatusCount[]> {
  const now = environment.now();
  const counts: StatusCount[] = [];
  for (const status of openStatuses) {
    const [row] = await openCases({ ...asked(access, now), status });
    const found = row?.cases ?? 0;
    const isTimed = found > 0 && hasTerm(status);
    counts.push({
      status,
      cases: Math.min(found, mostCounted),
      more: found > mostCounted,
      overTerm: isTimed ? Math.min(row?.overTerm ?? 0, mostCounted) : 0,
      oldestDays: isTimed ? legalTerm({ receivedAt: row?.oldest ?? now, now }).ageDays : null,
    });
  }
  return counts;
}

function asked(access: Access, now: number) {
  const today = dayNumber(now);
  return {
    organisationId: access.organisation.id,
    receivedBefore: startOfDay(today) - termDays * dayInMs,
    extendedBefore: startOfDay(today),
  };
}

function hasTerm(status: CaseStatus): boolean {
  return termStatuses.some((running) => running === status);
}

const casesOfSubmitter = db.hot<{ personId: string; organisationId: string }>()((read) =>
  read
    .select({
      id: caseFiles.id,
      number: caseFiles.number,
      title: caseFiles.title,
      status: caseFiles.status,
      updatedAt: caseFiles.updatedAt,
    })
    .from(caseFiles)
    .where(
      and(
        eq(caseFiles.submitterId, sql.placeholder("personId")),
        eq(caseFiles.organisationId, sql.placeholder("organisationId")),
      ),
    )
    .orderBy(desc(caseFiles.updatedAt), desc(caseFiles.id))
    .limit(firstRows + 1),
);

/** The cases this person submitted, the latest changed on top. */
export async function listOwnCases(access: Access<"home.read">): Promise<Work<OwnCase>> {
  const rows = await casesOfSubmitter({
    personId: access.person.id,
    organisationId: access.organisation.id,
  });
  return shownRows(rows);
}

const received = db.hot<{ organisationId: string; from: string; to: string }>()((read) =>
  read
    .select({ cases: count().mapWith(Number) })
    .from(caseFiles)
    .where(
      and(
        eq(caseFiles.organisationId, sql.placeholder("organisationId")),
        gte(caseFiles.number, sql.placeholder("from")),
        lt(caseFiles.number, sql.placeholder("to")),
      ),
    ),
);

const decided = db.hot<{ organisationId: string; since: number }>()((read) =>
  read
    .select({ cases: count().mapWith(Number) })
    .from(decisions)
    .where(
      and(
        eq(decisions.organisationId, sql.placeholder("organisationId")),
        eq(decisions.status, "taken"),
        gte(decisions.takenAt, sql.placeholder("since")),
      ),
    ),
);

/** What came in and was decided this year, and what is past the legal term now. */
export async function getYearFigures(access: Access<"home.read">): Promise<YearFigures> {
  const now = environment.now();
  const year = new Date(now).getUTCFullYear();
  const organisationId = access.organisation.id;
  // Numbers count per year, so they tell the year without reading the cases: 2026-0001 to 2026-9999.
  const [counted] = await received({ organisationId, from: `${year}-`, to: `${year}.` });
  const [taken] = await decided({ organisationId, since: Date.UTC(year, 0, 1) });
  const counts = await listStatusCounts(access);
  const followUp = counts.find(({ status }) => status === "follow_up");
  const lastPassed = asked(access, now).receivedBefore - dayInMs;
  return {
    year,
    received: counted?.cases ?? 0,
    decided: taken?.cases ?? 0,
    followUp: { cases: followUp?.cases ?? 0, more: followUp?.more ?? false },
    overTerm: counts.flatMap(({ status, overTerm }) =>
      overTerm > 0 ? [{ status, cases: overTerm }] : [],
    ),
    termPassedFor: new Date(lastPassed).toISOString().slice(0, 10),
  };
}
