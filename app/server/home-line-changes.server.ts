import { and, asc, eq, gt, or, sql } from "drizzle-orm";
import { caseFiles, db, environment, lineChanges, people, scopes } from "#db";
import { dayInMs } from "#app/domain/day.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { LineChangeWork, Work } from "#app/schemas/home.ts";
import type { Access } from "./access.server.ts";
import { firstRows, shownRows } from "./home-work.server.ts";

/** A refusal stays so many days on the home page of who asked. */
const refusedDays = 14;

const waiting = db.hot<{
  organisationId: string;
  personId: string;
  decides: string;
  since: number;
}>()((read) =>
  read
    .select({
      id: lineChanges.id,
      scope: scopes.name,
      caseNumber: caseFiles.number,
      proposedBy: people.name,
      proposedAt: lineChanges.proposedAt,
      decidedAt: lineChanges.decidedAt,
      status: lineChanges.status,
    })
    .from(lineChanges)
    .innerJoin(scopes, eq(scopes.id, lineChanges.scopeId))
    .innerJoin(caseFiles, eq(caseFiles.id, lineChanges.caseId))
    .innerJoin(people, eq(people.id, lineChanges.proposedBy))
    .where(
      and(
        eq(lineChanges.organisationId, sql.placeholder("organisationId")),
        or(
          and(
            eq(lineChanges.status, "proposed"),
            eq(lineChanges.status, sql.placeholder("decides")),
          ),
          and(
            eq(lineChanges.proposedBy, sql.placeholder("personId")),
            or(
              eq(lineChanges.status, "approved"),
              and(
                eq(lineChanges.status, "rejected"),
                gt(lineChanges.decidedAt, sql.placeholder("since")),
              ),
            ),
          ),
        ),
      ),
    )
    .orderBy(asc(lineChanges.proposedAt), asc(lineChanges.id))
    .limit(firstRows + 1),
);

/** Changes of line that wait for this person: to decide about, or answered. */
export async function listLineChangeWork(
  access: Access<"home.read">,
): Promise<Work<LineChangeWork>> {
  const rows = await waiting({
    organisationId: access.organisation.id,
    personId: access.person.id,
    decides: hasRight(access.roles, "line.change") ? "proposed" : "",
    since: environment.now() - refusedDays * dayInMs,
  });
  return shownRows(
    rows.map(({ status, proposedAt, decidedAt, ...row }) => {
      const why = status === "approved" || status === "rejected" ? status : "to_decide";
      return { ...row, at: decidedAt ?? proposedAt, why };
    }),
  );
}
