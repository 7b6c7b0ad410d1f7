import { and, asc, eq, gt, inArray, isNull, lt, notExists, or, sql, type SQL } from "drizzle-orm";
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
import { endedStatuses } from "#app/domain/case-file.ts";
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

/** Cases whose period is over and about which nothing is proposed, in the order in which they ended. */
export async function listOverdue(access: Access<Right>, after: string | null): Promise<Overdue> {
  const organisationId = access.organisation.id;
  const periods = await listPeriods(db.read, organisationId);
  const now = environment.now();
  const over = periods.map(({ outcome, months }) =>
    and(inArray(caseFiles.status, statusesOf(outcome)), lt(closedAt, closedBefore(now, months))),
  );
  const rows = await db.read
    .select({ id: caseFiles.id, number: caseFiles.number, status: caseFiles.status, closedAt })
    .from(caseFiles)
    .where(
      and(
        eq(caseFiles.organisationId, organisationId),
        inArray(caseFiles.status, [...endedStatuses]),
        or(...over),
        isLoose(db.read),
        await laterThan(after),
      ),
    )
    .orderBy(asc(closedAt), asc(caseFiles.id))
    .limit(perPage + 1);
  const cases = rows.slice(0, perPage).map(({ id, number, status, closedAt: ended }) => ({
    ...{ id, number, closedAt: ended },
    outcome: retentionOutcome(status) ?? "decided",
  }));
  return { cases, next: rows.length > perPage ? (cases.at(-1)?.id ?? null) : null };
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
  const [last] = await db.read
    .select({ id: caseFiles.id, closedAt })
    .from(caseFiles)
    .where(eq(caseFiles.id, after));
  if (!last) return undefined;
  return or(
    gt(closedAt, last.closedAt),
    and(eq(closedAt, last.closedAt), gt(caseFiles.id, last.id)),
  );
}
