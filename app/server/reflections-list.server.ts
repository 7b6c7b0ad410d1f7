/** Reflections as those who lead an organisation read them, and their answers to dilemmas. */
import { and, desc, eq, gte, isNull, lt, ne, or, sql, type SQL } from "drizzle-orm";
import { db, environment, people, reflections, sessions } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { hasRight } from "#app/domain/rights.ts";
import { yearMoments } from "#app/domain/yearly.ts";
import { withParameters } from "#app/schemas/case-filters.ts";
import { reflectionFilters, type ReflectionFilters } from "#app/schemas/signal-filters.ts";
import type { ReflectionItem } from "#app/schemas/signal-view.ts";
import type { Access } from "./access.server.ts";
import { notFound } from "./http.server.ts";
import { refuseStale } from "./stale-version.server.ts";

const pageSize = 20;
const asksAnswer = and(ne(reflections.dilemma, ""), isNull(reflections.answeredAt));
const order = sql<number>`case when ${asksAnswer} then 0 else 1 end`;

/** Dilemmas without an answer first, then the newest. */
export async function getReflections(access: Access<"reflection.read">, url: string) {
  const filters = reflectionFilters(url);
  const found = await findReflections(access, filters, pageSize + 1);
  const items = found.slice(0, pageSize);
  const last = found.length > pageSize ? items.at(-1) : undefined;
  return {
    items,
    next: last ? withParameters(url, { na: placeOf(last) }) : null,
    session: await sessionOf(access, filters.zitting),
    only: filters.toon ?? null,
    year: filters.jaar ?? null,
    mayAnswer: hasRight(access.roles, "reflection.answer"),
    mayRaise: hasRight(access.roles, "signal.raise"),
  };
}

/** All of them, a batch at a time, for a file. */
export async function* eachReflection(access: Access<"reflection.read">, url: string) {
  const most = 200;
  const filters = reflectionFilters(url);
  for (let na: ReflectionFilters["na"]; ;) {
    const batch = await findReflections(access, { ...filters, na }, most);
    if (batch.length > 0) yield batch;
    const last = batch.at(-1);
    if (batch.length < most || !last) return;
    na = { order: orderOf(last), at: last.at, id: last.id };
  }
}

function placeOf(item: ReflectionItem): string {
  return `${orderOf(item)}.${item.at}.${item.id}`;
}

function orderOf({ dilemma, answeredAt }: ReflectionItem): number {
  return dilemma !== "" && answeredAt === null ? 0 : 1;
}

async function findReflections(
  access: Access<"reflection.read">,
  { zitting, toon, jaar, na }: ReflectionFilters,
  most: number,
): Promise<ReflectionItem[]> {
  const year = jaar === undefined ? null : yearMoments(jaar);
  return db.read
    .select({
      id: reflections.id,
      session: { id: sessions.id, title: sessions.title, startsAt: sessions.startsAt },
      ...{ unwrittenRule: reflections.unwrittenRule, dilemma: reflections.dilemma },
      ...{ at: reflections.at, answer: reflections.answer, answeredBy: people.name },
      ...{ answeredAt: reflections.answeredAt, version: reflections.version },
    })
    .from(reflections)
    .innerJoin(sessions, eq(sessions.id, reflections.sessionId))
    .leftJoin(people, eq(people.id, reflections.answeredBy))
    .where(
      and(
        eq(reflections.organisationId, access.organisation.id),
        zitting === undefined ? undefined : eq(reflections.sessionId, zitting),
        toon === "open" ? asksAnswer : toon && ne(reflections.dilemma, ""),
        year ? and(gte(reflections.at, year.from), lt(reflections.at, year.end)) : undefined,
        after(na),
      ),
    )
    .orderBy(order, desc(reflections.at), desc(reflections.id))
    .limit(most);
}

function after(place: ReflectionFilters["na"]): SQL | undefined {
  if (!place) return undefined;
  const { at, id } = place;
  const later = or(lt(reflections.at, at), and(eq(reflections.at, at), lt(reflections.id, id)));
  return or(sql`${order} > ${place.order}`, and(sql`${order} = ${place.order}`, later));
}

async function sessionOf(access: Access, id: string | undefined) {
  if (id === undefined) return null;
  const [found] = await db.read
    .select({ id: sessions.id, title: sessions.title })
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.organisationId, access.organisation.id)));
  return found ?? null;
}

/** How many dilemmas wait for an answer, up to as many as a home page tells. */
export async function countOpenDilemmas({ organisation }: Access): Promise<number> {
  const rows = await db.read
    .select({ id: reflections.id })
    .from(reflections)
    .where(and(eq(reflections.organisationId, organisation.id), asksAnswer))
    .limit(100);
  return rows.length;
}

type Answered = { id: string; version: number; answer: string };

/** Answers the dilemma that a session passed on; who wrote it sees the answer. */
export async function answerReflection(
  access: Access<"reflection.answer">,
  { id, version, answer }: Answered,
  formKey?: string,
): Promise<void> {
  await db.write(
    access.actor,
    async (tx) => {
      const [row] = await tx.select().from(reflections).where(eq(reflections.id, id));
      if (row?.organisationId !== access.organisation.id) return notFound();
      if (row.dilemma === "") throw new DomainError("signal_not_waiting");
      if (row.version !== version) {
        refuseStale({ theirs: { answer: row.answer }, yours: { answer } });
      }
      const answered = { answer, answeredBy: access.person.id, answeredAt: environment.now() };
      await tx
        .update(reflections)
        .set({ ...answered, version: version + 1 })
        .where(eq(reflections.id, id));
      await tx.record({
        kind: "reflection.answered",
        subject: { type: "reflection", id },
        sessionId: row.sessionId,
        content: answered,
      });
    },
    { formKey },
  );
}
