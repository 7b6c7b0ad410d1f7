import { and, asc, eq, gt, isNull, lt, notExists, or, sql, type SQL } from "drizzle-orm";
import {
  caseFiles,
  db,
  destructions,
  environment,
  legalHolds,
  retentionPeriods,
  statusChanges,
  type Queries,
} from "#db";
import {
  closedBefore,
  defaultRetention,
  destroyFrom,
  retentionOutcome,
  retentionOutcomes,
  statusesOf,
  type RetentionOutcome,
} from "#app/domain/retention.ts";
import type { OverdueCase, PeriodView, RetentionInput } from "#app/schemas/retention.ts";
import type { Right } from "#app/domain/rights.ts";
import type { Access } from "./access.server.ts";
import { refuseStale } from "./stale-version.server.ts";

const perPage = 25;

/** How long an organisation keeps cases, per way they ended; version 0 where it chose nothing yet. */
export async function listPeriods(read: Queries, organisationId: string): Promise<PeriodView[]> {
  const rows = await read
    .select()
    .from(retentionPeriods)
    .where(eq(retentionPeriods.organisationId, organisationId))
    .orderBy(asc(retentionPeriods.outcome));
  return retentionOutcomes.map((outcome) => {
    const row = rows.find((each) => each.outcome === outcome);
    const { months = defaultRetention[outcome], source = "", version = 0 } = row ?? {};
    return { outcome, months, source, version };
  });
}

/** Sets how long cases that ended in one way are kept, and on what ground. */
export async function changePeriod(
  access: Access<"retention.manage">,
  { outcome, months, source, version }: RetentionInput,
): Promise<void> {
  const organisationId = access.organisation.id;
  await db.write(access.actor, async (tx) => {
    const stored = (await listPeriods(tx, organisationId)).find((row) => row.outcome === outcome);
    if (stored && stored.version !== version) {
      refuseStale({
        theirs: { months: String(stored.months), source: stored.source },
        yours: { months: String(months), source },
      });
    }
    const set = { months, source, updatedAt: environment.now(), version: version + 1 };
    await tx
      .insert(retentionPeriods)
      .values({ organisationId, outcome, ...set })
      .onConflictDoUpdate({
        target: [retentionPeriods.organisationId, retentionPeriods.outcome],
        set,
      });
    await tx.record({
      kind: "retention.changed",
      subject: { type: "retention", id: organisationId },
      details: { outcome, months },
      content: { outcome, months, source },
    });
  });
}

/** When a case ended: the newest change to the status it has. */
const closedAt = sql<number>`coalesce((select max(${statusChanges.at}) from ${statusChanges}
  where ${statusChanges.caseId} = ${caseFiles.id} and ${statusChanges.toStatus} = ${caseFiles.status}),
  ${caseFiles.updatedAt})`.mapWith(Number);

export type Ending = { closedAt: number; destroyFrom: number; outcome: RetentionOutcome };

/** When a case ended and from when it may be destroyed; null while it has not ended. */
export async function endingOf(read: Queries, caseId: string): Promise<Ending | null> {
  const [row] = await read
    .select({
      status: caseFiles.status,
      organisationId: caseFiles.organisationId,
      closedAt,
    })
    .from(caseFiles)
    .where(eq(caseFiles.id, caseId));
  const outcome = row ? retentionOutcome(row.status) : null;
  if (!row || outcome === null) return null;
  const periods = await listPeriods(read, row.organisationId);
  const months = periods.find((period) => period.outcome === outcome)?.months;
  const from = destroyFrom(row.closedAt, months ?? defaultRetention[outcome]);
  return { closedAt: row.closedAt, destroyFrom: from, outcome };
}

export type Overdue = { cases: OverdueCase[]; next: string | null };

/** Cases whose period is over and about which nothing is proposed, in the order in which they came in. */
export async function listOverdue(access: Access<Right>, after: string | null): Promise<Overdue> {
  const organisationId = access.organisation.id;
  const periods = await listPeriods(db.read, organisationId);
  const asked = { organisationId, now: environment.now(), later: await laterThan(after) };
  const found: (OverdueCase & { receivedAt: number })[] = [];
  for (const period of periods) found.push(...(await overdueOf(period, asked)));
  found.sort((a, b) => a.receivedAt - b.receivedAt || (a.id < b.id ? -1 : 1));
  const page = found.slice(0, perPage);
  const cases = page.map(({ id, number, outcome, closedAt: ended }) => ({
    ...{ id, number, outcome, closedAt: ended },
  }));
  return { cases, next: found.length > perPage ? (cases.at(-1)?.id ?? null) : null };
}

type Asked = { organisationId: string; now: number; later: SQL | undefined };

/** The first of those that ended in one way: by status, so that an index has them in order. */
async function overdueOf({ outcome, months }: PeriodView, { organisationId, now, later }: Asked) {
  const before = closedBefore(now, months);
  const found: (OverdueCase & { receivedAt: number })[] = [];
  for (const status of statusesOf(outcome)) {
    const { id, number, receivedAt } = caseFiles;
    const rows = await db.read
      .select({ id, number, receivedAt, closedAt })
      .from(caseFiles)
      .where(
        and(
          eq(caseFiles.organisationId, organisationId),
          eq(caseFiles.status, status),
          // A case is received before it ends.
          lt(receivedAt, before),
          lt(closedAt, before),
          isLoose(db.read),
          later,
        ),
      )
      .orderBy(asc(receivedAt), asc(id))
      .limit(perPage + 1);
    found.push(...rows.map((row) => ({ ...row, outcome })));
  }
  return found;
}

/** Not held, and nothing proposed. */
function isLoose(read: Queries): SQL | undefined {
  const one = { one: sql`1` };
  const held = read
    .select(one)
    .from(legalHolds)
    .where(and(eq(legalHolds.caseId, caseFiles.id), isNull(legalHolds.liftedAt)));
  const proposed = read
    .select(one)
    .from(destructions)
    .where(and(eq(destructions.caseId, caseFiles.id), eq(destructions.status, "proposed")));
  return and(notExists(held), notExists(proposed));
}

async function laterThan(after: string | null): Promise<SQL | undefined> {
  if (after === null) return undefined;
  const { id, receivedAt } = caseFiles;
  const [last] = await db.read.select({ id, receivedAt }).from(caseFiles).where(eq(id, after));
  if (!last) return undefined;
  const { receivedAt: at } = last;
  return or(gt(receivedAt, at), and(eq(receivedAt, at), gt(id, last.id)));
}
