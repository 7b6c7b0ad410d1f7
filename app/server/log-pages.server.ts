import { desc, eq, inArray } from "drizzle-orm";
import { auditEvents, caseFiles, db, people } from "#db";
import type { LogPlace } from "#app/schemas/audit-filters.ts";
import { blindSince, findEvents, type LogSearch } from "./log-search.server.ts";

export type LogEvent = Awaited<ReturnType<typeof eventsAt>>[number] & {
  /** The number again, unless one could count from it what is still blind. */
  number: number | null;
};
export type LogPage = { items: LogEvent[]; next: string | null };

/** One page of a log, newest first, without what is still blind. */
export async function logPage(
  search: LogSearch,
  place: LogPlace | undefined,
  size: number,
): Promise<LogPage> {
  const [found, blind] = await Promise.all([findEvents(search, place, size + 1), blindSince()]);
  const shown = found.slice(0, size).map(({ sequence }) => sequence);
  const items = (await eventsAt(shown)).map((event) => ({
    ...event,
    number: blind === null || event.at < blind ? event.sequence : null,
  }));
  return { items, next: found.length > size ? placeAfter(items, place) : null };
}

async function eventsAt(sequences: number[]) {
  if (sequences.length === 0) return [];
  const rows = await db.read
    .select({
      sequence: auditEvents.sequence,
      at: auditEvents.at,
      kind: auditEvents.kind,
      person: people.name,
      roles: auditEvents.actorRoles,
      subjectType: auditEvents.subjectType,
      subjectId: auditEvents.subjectId,
      caseId: auditEvents.caseId,
      caseNumber: caseFiles.number,
      sessionId: auditEvents.sessionId,
      details: auditEvents.details,
    })
    .from(auditEvents)
    .leftJoin(people, eq(people.id, auditEvents.actorId))
    .leftJoin(caseFiles, eq(caseFiles.id, auditEvents.caseId))
    .where(inArray(auditEvents.sequence, sequences))
    .orderBy(desc(auditEvents.sequence));
  const order = new Map(sequences.map((sequence, index) => [sequence, index]));
  return rows.sort((a, b) => (order.get(a.sequence) ?? 0) - (order.get(b.sequence) ?? 0));
}

function placeAfter(items: LogEvent[], place: LogPlace | undefined): string {
  const last = items.at(-1);
  if (!last) return "v0";
  if (last.number !== null) return `v${last.number}`;
  const moment = last.at;
  const ofThatMoment = items.filter(({ at }) => at === moment).length;
  const earlier = place && "moment" in place && place.moment === moment ? place.shown : 0;
  return `${moment}.${earlier + ofThatMoment}`;
}
