import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import { caseFiles, conditions, db, decisions, environment, proceedings, reviews } from "#db";
import { dayInMs } from "#app/domain/day.ts";
import { dueState } from "#app/domain/follow-up.ts";
import type { DueWork, Work } from "#app/schemas/home.ts";
import type { Access } from "./access.server.ts";
import { visibleCaseIds } from "./case-access.server.ts";
import { firstRows, shownRows } from "./home-work.server.ts";
import { stillOpen } from "./proceeding-rows.server.ts";

/** What is due within so many days stands on the home page. */
const horizonDays = 30;

type Asked = { ownerId: string; organisationId: string; until: number };

const openConditions = db.hot<Asked>()((read) =>
  read
    .select({
      id: conditions.id,
      caseId: decisions.caseId,
      caseNumber: caseFiles.number,
      caseTitle: caseFiles.title,
      text: conditions.text,
      dueDate: conditions.dueDate,
    })
    .from(conditions)
    .innerJoin(decisions, eq(decisions.id, conditions.decisionId))
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .where(
      and(
        eq(conditions.ownerId, sql.placeholder("ownerId")),
        isNull(conditions.doneAt),
        lt(conditions.dueDate, sql.placeholder("until")),
        eq(decisions.organisationId, sql.placeholder("organisationId")),
        eq(decisions.status, "taken"),
      ),
    )
    .orderBy(asc(conditions.dueDate), asc(conditions.id))
    .limit(firstRows + 1),
);

const openReviews = db.hot<Asked>()((read) =>
  read
    .select({
      id: reviews.id,
      caseId: decisions.caseId,
      caseNumber: caseFiles.number,
      caseTitle: caseFiles.title,
      dueDate: reviews.dueDate,
    })
    .from(reviews)
    .innerJoin(decisions, eq(decisions.id, reviews.decisionId))
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .where(
      and(
        eq(reviews.ownerId, sql.placeholder("ownerId")),
        isNull(reviews.heldAt),
        lt(reviews.dueDate, sql.placeholder("until")),
        eq(decisions.organisationId, sql.placeholder("organisationId")),
        eq(decisions.status, "taken"),
      ),
    )
    .orderBy(asc(reviews.dueDate), asc(reviews.id))
    .limit(firstRows + 1),
);

const openProceedings = db.hot<Asked>()((read) =>
  read
    .select({
      id: proceedings.id,
      caseId: proceedings.caseId,
      caseNumber: caseFiles.number,
      caseTitle: caseFiles.title,
      remedy: proceedings.kind,
      dueDate: proceedings.dueDate,
    })
    .from(proceedings)
    .innerJoin(caseFiles, eq(caseFiles.id, proceedings.caseId))
    .where(
      and(
        eq(proceedings.ownerId, sql.placeholder("ownerId")),
        stillOpen(),
        lt(proceedings.dueDate, sql.placeholder("until")),
        eq(caseFiles.organisationId, sql.placeholder("organisationId")),
      ),
    )
    .orderBy(asc(proceedings.dueDate), asc(proceedings.id))
    .limit(firstRows + 1),
);

/** Conditions, reviews and proceedings of this person that are overdue or due soon, the longest overdue on top. */
export async function listDue(access: Access<"home.read">): Promise<Work<DueWork>> {
  const now = environment.now();
  const asked = {
    ownerId: access.person.id,
    organisationId: access.organisation.id,
    until: now + horizonDays * dayInMs,
  };
  const none = { text: "", remedy: null };
  const rows = [
    ...(await openConditions(asked)).map((row) => ({
      ...none,
      ...row,
      kind: "condition" as const,
    })),
    ...(await openReviews(asked)).map((row) => ({ ...none, ...row, kind: "review" as const })),
    ...(await openProceedings(asked)).map((row) => ({
      ...none,
      ...row,
      kind: "proceeding" as const,
    })),
  ].sort((a, b) => a.dueDate - b.dueDate);
  const readable = await visibleCaseIds(
    access,
    rows.map(({ caseId }) => caseId),
  );
  return shownRows(
    rows.map((row) => ({
      ...row,
      caseTitle: readable.includes(row.caseId) ? row.caseTitle : null,
      state: dueState({ dueDate: row.dueDate, now }),
    })),
  );
}
