import { and, asc, count, desc, eq, inArray, isNotNull, lt, lte, ne, or } from "drizzle-orm";
import { caseFiles, db, decisions, environment, precedents, scopes } from "#db";
import { equalTreatmentAnswers } from "#app/domain/precedent-relations.ts";
import { reviewHorizon } from "#app/domain/precedent-rules.ts";
import type { LinePage, ListedLine } from "#app/schemas/line-view.ts";
import type { Access } from "./access.server.ts";
import { notFound } from "./http.server.ts";
import { countsNow } from "./precedent-access.server.ts";
import { lineChangesOf } from "./precedent-line-changes.server.ts";
import { conflictsOf, leadingOf, revisionsOf } from "./precedent-line-parts.server.ts";
import { isQuick, scannedLine, type ScannedLine } from "./precedent-line-scan.server.ts";

const mostShown = 20;
const fiveYears = 5 * 365.25 * 86_400_000;

/** The line of a scope of the own organisation: what leads, what contradicts, what is due, what changed. */
export async function getLinePage(
  access: Access<"precedent.read">,
  scopeId: string,
): Promise<LinePage> {
  const [scope = notFound()] = await db.read
    .select({ id: scopes.id, name: scopes.name, description: scopes.description })
    .from(scopes)
    .where(and(eq(scopes.id, scopeId), eq(scopes.organisationId, access.organisation.id)));
  const now = environment.now();
  const line = await scannedLine(scopeId);
  return {
    scope,
    now,
    total: line.total,
    different: line.groups.length,
    leading: await leadingOf(line),
    conflicts: await conflictsOf(line),
    revisions: await revisionsOf(line),
    age: ageOf(line, now),
    reviews: await reviewsOf(scopeId, now),
    changes: await lineChangesOf(access, scopeId),
    answers: await answersIn(scopeId),
    ended: await endedIn(scopeId, now),
  };
}

function ageOf({ decidedAt }: ScannedLine, now: number): LinePage["age"] {
  const [oldest, middle] = [decidedAt[0], decidedAt[Math.floor(decidedAt.length / 2)]];
  if (oldest === undefined || middle === undefined) return null;
  const before = decidedAt[Math.floor((decidedAt.length - 1) / 2)] ?? middle;
  const old = decidedAt.filter((at) => at < now - fiveYears).length;
  return { oldest, median: (before + middle) / 2, old };
}

const shown = {
  id: precedents.id,
  number: precedents.number,
  title: precedents.title,
  level: precedents.level,
  decidedAt: precedents.decidedAt,
};

async function reviewsOf(scopeId: string, now: number): Promise<LinePage["reviews"]> {
  const due = and(
    eq(precedents.scopeId, scopeId),
    countsNow(now),
    lt(precedents.reviewDate, now + reviewHorizon),
  );
  const rows = await db.read
    .select({ ...shown, reviewDate: precedents.reviewDate })
    .from(precedents)
    .where(due)
    .orderBy(asc(precedents.reviewDate), asc(precedents.id))
    .limit(mostShown);
  return {
    rows: rows.flatMap(({ reviewDate, ...row }) => (reviewDate ? [{ ...row, reviewDate }] : [])),
    total: rows.length < mostShown ? rows.length : await countIn(due),
  };
}

/** Those that counted once: ended, or past their term. */
async function endedIn(scopeId: string, now: number): Promise<LinePage["ended"]> {
  const over = and(
    eq(precedents.scopeId, scopeId),
    isNotNull(precedents.publishedAt),
    or(ne(precedents.status, "valid"), lte(precedents.validUntil, now)),
  );
  const rows = await db.read
    .select({
      ...shown,
      status: precedents.status,
      endedAt: precedents.endedAt,
      validUntil: precedents.validUntil,
    })
    .from(precedents)
    .where(over)
    .orderBy(desc(precedents.decidedAt), desc(precedents.id))
    .limit(mostShown);
  return {
    rows: rows.map(({ endedAt, validUntil, ...row }) => ({ ...row, until: endedAt ?? validUntil })),
    total: rows.length < mostShown ? rows.length : await countIn(over),
  };
}

async function countIn(which: ReturnType<typeof and>): Promise<number> {
  const [row] = await db.read.select({ total: count() }).from(precedents).where(which);
  return row?.total ?? 0;
}

/** What the decisions in this scope answered when they were compared with the line. */
async function answersIn(scopeId: string): Promise<LinePage["answers"]> {
  const rows = await db.read
    .select({ answer: decisions.equalTreatmentAnswer, total: count() })
    .from(decisions)
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .where(and(eq(caseFiles.scopeId, scopeId), eq(decisions.status, "taken")))
    .groupBy(decisions.equalTreatmentAnswer);
  const totals = new Map(rows.map(({ answer, total }) => [answer, total]));
  const entries = equalTreatmentAnswers.map((answer) => [answer, totals.get(answer) ?? 0]);
  return Object.fromEntries(entries) as LinePage["answers"];
}

/** The scopes of the own organisation, each with how its line stands. */
export async function listLines(access: Access<"precedent.read">): Promise<ListedLine[]> {
  const rows = await db.read
    .select({ id: scopes.id, name: scopes.name, active: scopes.active })
    .from(scopes)
    .where(eq(scopes.organisationId, access.organisation.id))
    .orderBy(asc(scopes.name), asc(scopes.id));
  const now = environment.now();
  const ids = rows.map(({ id }) => id);
  const totals = await countsByScope(ids, countsNow(now));
  const due = and(countsNow(now), lt(precedents.reviewDate, now + reviewHorizon));
  const reviews = await countsByScope(ids, due);
  const lines: ListedLine[] = [];
  for (const row of rows) {
    const total = totals.get(row.id) ?? 0;
    if (!row.active && total === 0) continue;
    const line = isQuick(row.id, total) ? await scannedLine(row.id) : null;
    const conflicts = line && line.conflictCount;
    lines.push({ ...row, total, conflicts, reviews: reviews.get(row.id) ?? 0 });
  }
  return lines;
}

async function countsByScope(ids: string[], which: ReturnType<typeof and>) {
  if (ids.length === 0) return new Map<string, number>();
  const rows = await db.read
    .select({ id: precedents.scopeId, total: count() })
    .from(precedents)
    .where(and(inArray(precedents.scopeId, ids), which))
    .groupBy(precedents.scopeId);
  return new Map(rows.flatMap(({ id, total }) => (id === null ? [] : [[id, total] as const])));
}
