import { and, asc, eq, lt, sql } from "drizzle-orm";
import { db, environment, handovers, organisations } from "#db";
import { dayNumber, startOfDay } from "#app/domain/day.ts";
import { daysToAnswer } from "#app/domain/handover.ts";
import type { HandoverWork } from "#app/schemas/handover-view.ts";
import type { Work } from "#app/schemas/home.ts";
import type { Access } from "./access.server.ts";
import { firstRows, shownRows } from "./home-work.server.ts";

const receivedOpen = db.hot<{ organisationId: string }>()((read) =>
  read
    .select({ id: handovers.id, other: organisations.name, answerBy: handovers.answerBy })
    .from(handovers)
    .innerJoin(organisations, eq(organisations.id, handovers.organisationId))
    .where(
      and(
        eq(handovers.toOrganisationId, sql.placeholder("organisationId")),
        eq(handovers.status, "sent"),
      ),
    )
    .orderBy(asc(handovers.answerBy), asc(handovers.id))
    .limit(firstRows + 1),
);

const sentOverdue = db.hot<{ organisationId: string; today: number }>()((read) =>
  read
    .select({ id: handovers.id, other: handovers.toName, answerBy: handovers.answerBy })
    .from(handovers)
    .where(
      and(
        eq(handovers.organisationId, sql.placeholder("organisationId")),
        eq(handovers.status, "sent"),
        lt(handovers.answerBy, sql.placeholder("today")),
      ),
    )
    .orderBy(asc(handovers.answerBy), asc(handovers.id))
    .limit(firstRows + 1),
);

/** For coordinators: what waits for an answer of theirs, and what was not answered in time */
export async function listHandoverWork(access: Access<"home.read">): Promise<Work<HandoverWork>> {
  const now = environment.now();
  const organisationId = access.organisation.id;
  const today = startOfDay(dayNumber(now));
  const [received, sent] = await Promise.all([
    receivedOpen({ organisationId }),
    sentOverdue({ organisationId, today }),
  ]);
  const rows = [
    ...received.map((row) => ({ ...row, side: "received" as const })),
    ...sent.map((row) => ({ ...row, side: "sent" as const })),
  ]
    .sort((a, b) => a.answerBy - b.answerBy)
    .map(({ answerBy, ...row }) => ({ ...row, daysLeft: daysToAnswer({ answerBy, now }) }));
  return shownRows(rows);
}
