/** The figures about what is no case, counted from their own tables: there are some hundreds of each a year. */
import { and, eq, gte, inArray, isNull, lt, or, type SQL } from "drizzle-orm";
import { caseFiles, db, handovers, questionnaires, signals, wrongDoors } from "#db";
import type { Figure } from "#app/domain/account-figures.ts";
import {
  citizensFigure,
  handoversFigure,
  signalsFigure,
  wrongDoorsFigure,
  type CountedHandover,
} from "#app/domain/account-lists.ts";
import { daysBefore, timeRows, type Days } from "#app/domain/account-period.ts";
import { dayInMs, startOfDay } from "#app/domain/day.ts";
import type { CountedLink } from "#app/domain/questionnaire.ts";
import { openStatuses } from "#app/domain/signal.ts";
import type { AccountAsked } from "./account-figures.server.ts";

type Asked = Pick<AccountAsked, "organisation" | "scope" | "days" | "now">;

/** Signals, handovers, wrong doors and the answers of citizens, of an organisation over a period. */
export async function listFigures(asked: Asked): Promise<Figure[]> {
  const before = { ...asked, days: daysBefore(asked.days) };
  return [
    citizensFigure(await readLinks(asked), await readLinks(before)),
    signalsFigure(await readSignals(asked), asked.now),
    handoversFigure(await readHandovers(asked), await readHandovers(before)),
    wrongDoorsFigure(await readVisits(asked), { from: asked.days.from, ...timeRows(asked.days) }),
  ];
}

type Moment = Parameters<typeof gte>[0];

/** Whether a moment is in a period; both ends of it are. */
export function withinDays(moment: Moment, { from, until }: Days): SQL | undefined {
  return and(gte(moment, startOfDay(from)), lt(moment, startOfDay(until + 1)));
}

/** Whether a moment is in the days that an address names; the end that is left out is open. */
export function withinPeriod(
  moment: Moment,
  { van, tot }: { van?: string | undefined; tot?: string | undefined },
): SQL | undefined {
  return and(
    van === undefined ? undefined : gte(moment, Date.parse(`${van}T00:00:00Z`)),
    tot === undefined ? undefined : lt(moment, Date.parse(`${tot}T00:00:00Z`) + dayInMs),
  );
}

/** The links that were made for citizens in the period, with what they answered. */
export async function readLinks({
  organisation,
  scope,
  days,
}: Omit<Asked, "now">): Promise<CountedLink[]> {
  return db.read
    .select({
      answeredAt: questionnaires.answeredAt,
      withdrawnAt: questionnaires.withdrawnAt,
      answers: questionnaires.answers,
    })
    .from(questionnaires)
    .innerJoin(caseFiles, eq(caseFiles.id, questionnaires.caseId))
    .where(
      and(
        eq(caseFiles.organisationId, organisation.id),
        scope ? eq(caseFiles.scopeId, scope.id) : undefined,
        withinDays(questionnaires.createdAt, days),
      ),
    );
}

async function readSignals({ organisation, scope }: Asked) {
  return db.read
    .select({
      status: signals.status,
      raisedAt: signals.raisedAt,
      closedAt: signals.closedAt,
      answerBy: signals.answerBy,
      answeredAt: signals.answeredAt,
    })
    .from(signals)
    .where(
      and(
        eq(signals.organisationId, organisation.id),
        inArray(signals.status, [...openStatuses]),
        scope ? eq(signals.scopeId, scope.id) : undefined,
        isNull(signals.mergedIntoId),
      ),
    );
}

/** What was sent, of cases in the scope when one is asked; what comes in has no scope here. */
async function readHandovers({ organisation, scope, days }: Asked): Promise<CountedHandover[]> {
  const { id } = organisation;
  const rows = await db.read
    .select({
      organisationId: handovers.organisationId,
      status: handovers.status,
      sentAt: handovers.sentAt,
      answeredAt: handovers.answeredAt,
    })
    .from(handovers)
    .innerJoin(caseFiles, eq(caseFiles.id, handovers.caseId))
    .where(
      and(
        scope
          ? and(eq(handovers.organisationId, id), eq(caseFiles.scopeId, scope.id))
          : or(eq(handovers.organisationId, id), eq(handovers.toOrganisationId, id)),
        withinDays(handovers.sentAt, days),
      ),
    );
  return rows.map(({ organisationId, ...row }) => ({
    ...row,
    direction: organisationId === id ? "sent" : "received",
  }));
}

/** Of a scope only the visits that belong to a case in it. */
async function readVisits({ organisation, scope, days }: Asked) {
  return db.read
    .select({ at: wrongDoors.at })
    .from(wrongDoors)
    .leftJoin(caseFiles, eq(caseFiles.id, wrongDoors.caseId))
    .where(
      and(
        eq(wrongDoors.organisationId, organisation.id),
        scope ? eq(caseFiles.scopeId, scope.id) : undefined,
        withinDays(wrongDoors.at, days),
      ),
    );
}
