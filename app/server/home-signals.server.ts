/** Signals and reflections on the home page: what waits for an answer, what is new, and what to look back on. */
import { and, asc, desc, eq, exists, gt, inArray, isNull, not, or, sql } from "drizzle-orm";
import { db, environment, reflections, sessions, signals } from "#db";
import { dayInMs, dayNumber, startOfDay } from "#app/domain/day.ts";
import { hasRight } from "#app/domain/rights.ts";
import { isAnswerOverdue, openStatuses } from "#app/domain/signal.ts";
import type { ReflectionWork, SignalWork, Work } from "#app/schemas/home.ts";
import type { Access } from "./access.server.ts";
import { firstRows, shownRows } from "./home-work.server.ts";
import { takesPartIn } from "./session-access.server.ts";
import { ownersOf, ownerWords } from "./signal-owners.server.ts";

type Asked = { organisationId: string; personId: string; lateBefore: number; looksAfter: string };

const waiting = db.hot<Asked>()((read) => {
  const organisationId = sql.placeholder("organisationId");
  const mine = and(
    eq(signals.ownerId, sql.placeholder("personId")),
    eq(signals.ownerOrganisationId, organisationId),
    isNull(signals.answeredAt),
  );
  const late = and(
    sql`${signals.answerBy} < ${sql.placeholder("lateBefore")}`,
    isNull(signals.answeredAt),
  );
  const lookedAfter = and(
    eq(signals.organisationId, organisationId),
    sql`${sql.placeholder("looksAfter")} = 'yes'`,
    or(late, eq(signals.status, "new")),
  );
  return read
    .select()
    .from(signals)
    .where(and(inArray(signals.status, [...openStatuses]), or(mine, lookedAfter)))
    .orderBy(
      sql`case when ${signals.answeredAt} is null then coalesce(${signals.answerBy}, ${sql.raw(String(Number.MAX_SAFE_INTEGER))}) else ${sql.raw(String(Number.MAX_SAFE_INTEGER))} end`,
      desc(signals.raisedAt),
      asc(signals.id),
    )
    .limit(firstRows + 1);
});

/** Signals of which the rule is this person's, and for who looks after signals the late and the new ones. */
export async function listSignalWork(access: Access<"home.read">): Promise<Work<SignalWork>> {
  const now = environment.now();
  const rows = await waiting({
    organisationId: access.organisation.id,
    personId: access.person.id,
    lateBefore: startOfDay(dayNumber(now)),
    looksAfter: hasRight(access.roles, "signal.edit") ? "yes" : "no",
  });
  const owners = await ownersOf(rows);
  return shownRows(
    rows.map((row) => {
      const overdue = isAnswerOverdue(row, now);
      const isMine = row.ownerId === access.person.id && row.answeredAt === null;
      return {
        ...{ id: row.id, number: row.number, title: row.title, overdue },
        ...{
          owner: ownerWords(owners.get(row.id)),
          answerBy: row.answerBy,
          raisedAt: row.raisedAt,
        },
        why: isMine ? ("answer" as const) : overdue ? ("late" as const) : ("new" as const),
      };
    }),
  );
}

/** So long after a session somebody is asked to look back on it, and told of an answer. */
const askedDays = 30;

/** Closed sessions this person took part in and wrote nothing about yet, and own dilemmas that were answered. */
export async function listReflectionWork(
  access: Access<"home.read">,
): Promise<Work<ReflectionWork>> {
  const since = environment.now() - askedDays * dayInMs;
  const own = db.read
    .select({ one: sql`1` })
    .from(reflections)
    .where(and(eq(reflections.sessionId, sessions.id), eq(reflections.personId, access.person.id)));
  const named = { id: sessions.id, title: sessions.title };
  const ofOrganisation = eq(sessions.organisationId, access.organisation.id);
  const toWrite = await db.read
    .select(named)
    .from(sessions)
    .where(
      and(
        ...[ofOrganisation, eq(sessions.status, "closed"), takesPartIn(access.person.id)],
        or(gt(sessions.startsAt, since), gt(sessions.deadline, since)),
        not(exists(own)),
      ),
    )
    .orderBy(desc(sessions.startsAt), desc(sessions.id))
    .limit(firstRows + 1);
  const answered = await db.read
    .select(named)
    .from(reflections)
    .innerJoin(sessions, eq(sessions.id, reflections.sessionId))
    .where(
      and(
        ...[ofOrganisation, eq(reflections.personId, access.person.id)],
        gt(reflections.answeredAt, since),
      ),
    )
    .orderBy(desc(reflections.answeredAt), desc(reflections.id))
    .limit(firstRows);
  return shownRows([
    ...answered.map((row) => ({ ...row, why: "answered" as const })),
    ...toWrite.map((row) => ({ ...row, why: "write" as const })),
  ]);
}
