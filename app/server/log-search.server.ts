import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  lt,
  lte,
  notInArray,
  or,
  sql,
  type SQL,
} from "drizzle-orm";
import { agendaItems, auditEvents, db, organisations, secondRounds, sessions } from "#db";
import { dayInMs } from "#app/domain/day.ts";
import type { LogPlace } from "#app/schemas/audit-filters.ts";
import { afterReveal } from "./blind-events.server.ts";

/** What to look for in the log of one organisation; what is left out makes no difference. */
export type LogSearch = {
  organisationId: string;
  kinds?: readonly string[] | undefined;
  withoutKinds?: readonly string[] | undefined;
  actorId?: string | undefined;
  caseId?: string | undefined;
  sessionId?: string | undefined;
  /** Moments, the second one not included. */
  from?: number | undefined;
  until?: number | undefined;
};

export type FoundEvent = { sequence: number; at: number };

/**
 * The events that come after a place, newest first, without what is still blind. Each way of looking has an
 * index that gives them in order, so that a page takes as long in a log of a million as in one of a hundred.
 */
export async function findEvents(
  search: LogSearch,
  place: LogPlace | undefined,
  count: number,
): Promise<FoundEvent[]> {
  const { kinds, actorId, caseId, sessionId } = search;
  const skipped = place && "shown" in place ? place.shown : 0;
  const about = caseId ?? sessionId ?? actorId;
  if (kinds?.length === 0) return [];
  if (about === undefined && kinds === undefined) {
    return newestOf(search, place, { skipped, count });
  }
  const range = await rangeOf(search, place);
  if (range === null) return [];
  const asked = { search, range, count: skipped + count };
  const found = await (about === undefined
    ? Promise.all((kinds ?? []).map((kind) => ofKind(asked, kind)))
    : Promise.all([aboutOne(asked)]));
  return found
    .flat()
    .sort((a, b) => b.sequence - a.sequence)
    .slice(skipped, skipped + count);
}

const place = { sequence: auditEvents.sequence, at: auditEvents.at };

/** By moment: every kind of everyone. */
async function newestOf(
  search: LogSearch,
  from: LogPlace | undefined,
  { skipped, count }: { skipped: number; count: number },
): Promise<FoundEvent[]> {
  const here = await hereOrEarlier(from);
  return db.read
    .select(place)
    .from(auditEvents)
    .where(and(eq(auditEvents.organisationId, search.organisationId), here, rest(search)))
    .orderBy(desc(auditEvents.at), desc(auditEvents.sequence))
    .limit(count)
    .offset(skipped);
}

async function hereOrEarlier(from: LogPlace | undefined): Promise<SQL | undefined> {
  if (from === undefined) return undefined;
  if ("moment" in from) return lte(auditEvents.at, from.moment);
  const [event] = await db.read
    .select({ at: auditEvents.at })
    .from(auditEvents)
    .where(lte(auditEvents.sequence, from.before))
    .orderBy(desc(auditEvents.sequence))
    .limit(1);
  const at = event?.at ?? 0;
  return and(
    lte(auditEvents.at, at),
    or(lt(auditEvents.at, at), lt(auditEvents.sequence, from.before)),
  );
}

type Asked = { search: LogSearch; range: SQL | undefined; count: number };

async function ofKind({ search, range, count }: Asked, kind: string): Promise<FoundEvent[]> {
  const here = and(
    eq(auditEvents.organisationId, search.organisationId),
    eq(auditEvents.kind, kind),
  );
  return inOrder(and(here, range, rest(search)), count);
}

/** Of one case, session or person: the narrowest of these leads. */
async function aboutOne({ search, range, count }: Asked): Promise<FoundEvent[]> {
  const { organisationId, caseId, sessionId, actorId, kinds } = search;
  const [first, ...others] = [
    { column: auditEvents.caseId, value: caseId },
    { column: auditEvents.sessionId, value: sessionId },
    { column: auditEvents.actorId, value: actorId },
    { column: auditEvents.organisationId, value: organisationId },
  ].flatMap(({ column, value }) => (value === undefined ? [] : { column, value }));
  // The others not as bare columns: an engine that took their index would have to sort all that is in it.
  const leading = first && eq(first.column, first.value);
  return inOrder(
    and(
      leading,
      ...others.map(({ column, value }) => sql`coalesce(${column}, '') = ${value}`),
      kinds && inArray(sql`coalesce(${auditEvents.kind}, '')`, [...kinds]),
      range,
      rest(search),
    ),
    count,
  );
}

function inOrder(condition: SQL | undefined, count: number): Promise<FoundEvent[]> {
  return db.read
    .select(place)
    .from(auditEvents)
    .where(condition)
    .orderBy(desc(auditEvents.sequence))
    .limit(count);
}

/** What no index is needed for. */
function rest({ withoutKinds, from, until }: LogSearch): SQL | undefined {
  return and(
    withoutKinds?.length ? notInArray(auditEvents.kind, [...withoutKinds]) : undefined,
    from === undefined ? undefined : gte(auditEvents.at, from),
    until === undefined ? undefined : lt(auditEvents.at, until),
    afterReveal(),
  );
}

/**
 * The numbers between which the events must be; null when there are none. Time runs with the numbers, so
 * that a period is a range of them; a day on both sides for logs of before time was held to that.
 */
async function rangeOf(search: LogSearch, from: LogPlace | undefined) {
  const { organisationId, until } = search;
  const own = eq(auditEvents.organisationId, organisationId);
  const bounds: (SQL | undefined)[] = [];
  if (from && "before" in from) bounds.push(lt(auditEvents.sequence, from.before));
  if (from && "moment" in from) {
    const last = await edge(and(own, lte(auditEvents.at, from.moment)), "last");
    if (last === null) return null;
    bounds.push(lte(auditEvents.sequence, last));
  }
  if (until !== undefined) {
    const last = await edge(and(own, lt(auditEvents.at, until + dayInMs)), "last");
    if (last === null) return null;
    bounds.push(lte(auditEvents.sequence, last));
  }
  if (search.from !== undefined) {
    const first = await edge(and(own, gte(auditEvents.at, search.from - dayInMs)), "first");
    if (first === null) return null;
    bounds.push(gte(auditEvents.sequence, first));
  }
  return and(...bounds) ?? sql`true`;
}

async function edge(condition: SQL | undefined, side: "first" | "last"): Promise<number | null> {
  const order = side === "first" ? asc : desc;
  const [row] = await db.read
    .select({ sequence: auditEvents.sequence })
    .from(auditEvents)
    .where(condition)
    .orderBy(order(auditEvents.at), order(auditEvents.sequence))
    .limit(1);
  return row?.sequence ?? null;
}

/**
 * From when on numbers of events are kept back: since scoring began of the oldest round, in any
 * organisation, that is not revealed yet. Null when nobody is blind.
 */
export async function blindSince(): Promise<number | null> {
  const [row] = await db.read
    .select({
      since: sql<
        number | null
      >`min(coalesce(${secondRounds.openedAt}, ${agendaItems.openedAt}, 0))`,
    })
    .from(organisations)
    .innerJoin(
      sessions,
      and(
        eq(sessions.organisationId, organisations.id),
        inArray(sessions.status, ["planned", "open"]),
      ),
    )
    .innerJoin(agendaItems, eq(agendaItems.sessionId, sessions.id))
    .leftJoin(
      secondRounds,
      and(eq(secondRounds.agendaItemId, agendaItems.id), eq(agendaItems.round, 2)),
    )
    .where(eq(agendaItems.phase, "scoring"));
  const since = row?.since ?? null;
  return since === null ? null : Number(since);
}
