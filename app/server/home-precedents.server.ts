import { and, asc, eq, lt, ne, sql } from "drizzle-orm";
import { db, environment, precedents } from "#db";
import { dayInMs } from "#app/domain/day.ts";
import type { PrecedentWork, Work } from "#app/schemas/home.ts";
import type { Access } from "./access.server.ts";
import { firstRows, shownRows } from "./home-work.server.ts";

/** A review that comes up within so many days stands on the home page. */
const horizonDays = 60;

const shown = {
  id: precedents.id,
  number: precedents.number,
  title: precedents.title,
  status: precedents.status,
  reviewDate: precedents.reviewDate,
};

type Asked = { personId: string; organisationId: string };

const waitingForSecond = db.hot<Asked>()((read) =>
  read
    .select(shown)
    .from(precedents)
    .where(
      and(
        eq(precedents.organisationId, sql.placeholder("organisationId")),
        eq(precedents.status, "in_review"),
        ne(precedents.editorId, sql.placeholder("personId")),
      ),
    )
    .orderBy(asc(precedents.decidedAt), asc(precedents.id))
    .limit(firstRows + 1),
);

const ownDrafts = db.hot<Asked>()((read) =>
  read
    .select(shown)
    .from(precedents)
    .where(
      and(
        eq(precedents.organisationId, sql.placeholder("organisationId")),
        eq(precedents.status, "draft"),
        eq(precedents.editorId, sql.placeholder("personId")),
      ),
    )
    .orderBy(asc(precedents.decidedAt), asc(precedents.id))
    .limit(firstRows + 1),
);

const reviewsDue = db.hot<Asked & { until: number }>()((read) =>
  read
    .select(shown)
    .from(precedents)
    .where(
      and(
        eq(precedents.ownerId, sql.placeholder("personId")),
        eq(precedents.status, "valid"),
        lt(precedents.reviewDate, sql.placeholder("until")),
        eq(precedents.organisationId, sql.placeholder("organisationId")),
      ),
    )
    .orderBy(asc(precedents.reviewDate), asc(precedents.id))
    .limit(firstRows + 1),
);

/** Precedents that wait for this person: to publish as the second one, to finish, to look at again. */
export async function listPrecedentWork(access: Access<"home.read">): Promise<Work<PrecedentWork>> {
  const asked = { personId: access.person.id, organisationId: access.organisation.id };
  const until = environment.now() + horizonDays * dayInMs;
  return shownRows([
    ...(await waitingForSecond(asked)).map((row) => ({ ...row, why: "second_person" as const })),
    ...(await ownDrafts(asked)).map((row) => ({ ...row, why: "own_draft" as const })),
    ...(await reviewsDue({ ...asked, until })).map((row) => ({
      ...row,
      why: "review_due" as const,
    })),
  ]);
}
