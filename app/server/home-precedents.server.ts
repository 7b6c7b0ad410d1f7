import { and, asc, eq, gt, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import { db, environment, people, precedents } from "#db";
import { reviewHorizon } from "#app/domain/precedent-rules.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { PrecedentWork, Work } from "#app/schemas/home.ts";
import type { Access } from "./access.server.ts";
import { firstRows, shownRows } from "./home-work.server.ts";
import { countsNow } from "./precedent-access.server.ts";

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
        // Others are on their way in with an import.
        eq(precedents.source, "decision"),
        eq(precedents.editorId, sql.placeholder("personId")),
      ),
    )
    .orderBy(asc(precedents.decidedAt), asc(precedents.id))
    .limit(firstRows + 1),
);

const reviewsDue = db.hot<Asked & { now: number; until: number }>()((read) =>
  read
    .select(shown)
    .from(precedents)
    .where(
      and(
        eq(precedents.ownerId, sql.placeholder("personId")),
        eq(precedents.status, "valid"),
        or(isNull(precedents.validUntil), gt(precedents.validUntil, sql.placeholder("now"))),
        lt(precedents.reviewDate, sql.placeholder("until")),
        eq(precedents.organisationId, sql.placeholder("organisationId")),
      ),
    )
    .orderBy(asc(precedents.reviewDate), asc(precedents.id))
    .limit(firstRows + 1),
);

/** Reviews of those whose owner left: they fall to whoever in the organisation may do them. */
async function reviewsLeftBehind(
  access: Access<"home.read">,
  { now, until }: { now: number; until: number },
) {
  if (!hasRight(access.roles, "precedent.edit")) return [];
  // Two steps, so that the index on the owner is used however many precedents there are.
  const left = await db.read
    .select({ id: people.id })
    .from(people)
    .where(eq(people.active, false))
    .orderBy(asc(people.id));
  if (left.length === 0) return [];
  return db.read
    .select(shown)
    .from(precedents)
    .where(
      and(
        inArray(
          precedents.ownerId,
          left.map(({ id }) => id),
        ),
        countsNow(now),
        lt(precedents.reviewDate, until),
        eq(precedents.organisationId, access.organisation.id),
      ),
    )
    .orderBy(asc(precedents.reviewDate), asc(precedents.id))
    .limit(firstRows + 1);
}

/** Precedents that wait for this person: to publish as the second one, to finish, to look at again. */
export async function listPrecedentWork(access: Access<"home.read">): Promise<Work<PrecedentWork>> {
  const asked = { personId: access.person.id, organisationId: access.organisation.id };
  const now = environment.now();
  const until = now + reviewHorizon;
  const own = await reviewsDue({ ...asked, now, until });
  const leftBehind = await reviewsLeftBehind(access, { now, until });
  return shownRows([
    ...(await waitingForSecond(asked)).map((row) => ({ ...row, why: "second_person" as const })),
    ...(await ownDrafts(asked)).map((row) => ({ ...row, why: "own_draft" as const })),
    ...own.map((row) => ({ ...row, why: "review_due" as const })),
    ...leftBehind.map((row) => ({ ...row, why: "review_left_behind" as const })),
  ]);
}
