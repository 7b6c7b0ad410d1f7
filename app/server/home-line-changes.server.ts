import { and, asc, eq, exists, gt, or, sql, type SQL } from "drizzle-orm";
import { caseFiles, db, environment, lineChanges, people, precedents, scopes } from "#db";
import { dayInMs } from "#app/domain/day.ts";
import type { LineChangeStatus } from "#app/domain/precedent-relations.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { LineChangeWork, Work } from "#app/schemas/home.ts";
import type { Access } from "./access.server.ts";
import { visibleCaseIds } from "./case-access.server.ts";
import { firstRows, shownRows } from "./home-work.server.ts";

/** What was answered or took effect stays so many days on the home page of whom it is about. */
const newsDays = 14;

type Asked = { organisationId: string; personId: string; decides: string; since: number };

const waiting = db.hot<Asked>()((read) =>
  read
    .select({
      id: lineChanges.id,
      scope: scopes.name,
      caseId: lineChanges.caseId,
      caseNumber: caseFiles.number,
      proposedBy: people.name,
      proposedAt: lineChanges.proposedAt,
      decidedAt: lineChanges.decidedAt,
      effectiveFrom: lineChanges.effectiveFrom,
      status: lineChanges.status,
    })
    .from(lineChanges)
    .innerJoin(scopes, eq(scopes.id, lineChanges.scopeId))
    .innerJoin(caseFiles, eq(caseFiles.id, lineChanges.caseId))
    .innerJoin(people, eq(people.id, lineChanges.proposedBy))
    .where(
      and(
        eq(lineChanges.organisationId, sql.placeholder("organisationId")),
        or(toDecide(), ownAnswered(), endedOwnPrecedent()),
      ),
    )
    .orderBy(asc(lineChanges.proposedAt), asc(lineChanges.id))
    .limit(firstRows + 1),
);

function toDecide(): SQL | undefined {
  const decides = eq(lineChanges.status, sql.placeholder("decides"));
  return and(eq(lineChanges.status, "proposed"), decides);
}

function ownAnswered(): SQL | undefined {
  const lately = gt(lineChanges.decidedAt, sql.placeholder("since"));
  return and(
    eq(lineChanges.proposedBy, sql.placeholder("personId")),
    or(eq(lineChanges.status, "approved"), and(eq(lineChanges.status, "rejected"), lately)),
  );
}

function endedOwnPrecedent(): SQL | undefined {
  const own = db.read
    .select({ one: sql`1` })
    .from(precedents)
    .where(
      and(
        eq(precedents.lineChangeId, lineChanges.id),
        eq(precedents.ownerId, sql.placeholder("personId")),
      ),
    );
  const lately = gt(lineChanges.effectiveFrom, sql.placeholder("since"));
  return and(eq(lineChanges.status, "effected"), lately, exists(own));
}

const whyByStatus = {
  proposed: "to_decide",
  approved: "approved",
  rejected: "rejected",
  effected: "ended",
  withdrawn: "rejected",
} as const satisfies Record<LineChangeStatus, LineChangeWork["why"]>;

/** Changes of line that this person decides about or asked for, or that ended a precedent of theirs. */
export async function listLineChangeWork(
  access: Access<"home.read">,
): Promise<Work<LineChangeWork>> {
  const rows = await waiting({
    organisationId: access.organisation.id,
    personId: access.person.id,
    decides: hasRight(access.roles, "line.change") ? "proposed" : "",
    since: environment.now() - newsDays * dayInMs,
  });
  // Who decides about the line need not see the case it was asked for.
  const readable = await visibleCaseIds(
    access,
    rows.map(({ caseId }) => caseId),
  );
  return shownRows(
    rows.map(({ status, proposedAt, decidedAt, effectiveFrom, caseId, caseNumber, ...row }) => ({
      ...row,
      caseNumber: readable.includes(caseId) ? caseNumber : null,
      at: effectiveFrom ?? decidedAt ?? proposedAt,
      why: whyByStatus[status],
    })),
  );
}
