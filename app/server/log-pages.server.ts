import { and, desc, eq, lte, type SQL } from "drizzle-orm";
import { auditEvents, caseFiles, db, people, type Queries } from "#db";
import type { LogItem } from "#app/schemas/case-list-view.ts";
import type { LogPlace } from "#app/schemas/audit-filters.ts";
import { afterReveal } from "./blind-events.server.ts";

export type LogPage = { items: LogItem[]; next: string | null };

/** One page of a log, newest first, without what is still blind. */
export async function logPage(
  condition: SQL | undefined,
  place: LogPlace | undefined,
  size: number,
): Promise<LogPage> {
  const here = place ? lte(auditEvents.at, place.moment) : undefined;
  const found = await events(db.read)
    .where(and(condition, here, afterReveal()))
    .orderBy(desc(auditEvents.at), desc(auditEvents.sequence))
    .limit(size + 1)
    .offset(place?.shown ?? 0);
  const items = found.slice(0, size);
  return { items, next: found.length > size ? placeAfter(items, place) : null };
}

function events(read: Queries) {
  return read
    .select({
      at: auditEvents.at,
      kind: auditEvents.kind,
      person: people.name,
      roles: auditEvents.actorRoles,
      caseId: auditEvents.caseId,
      caseNumber: caseFiles.number,
      details: auditEvents.details,
    })
    .from(auditEvents)
    .leftJoin(people, eq(people.id, auditEvents.actorId))
    .leftJoin(caseFiles, eq(caseFiles.id, auditEvents.caseId));
}

function placeAfter(items: LogItem[], place: LogPlace | undefined): string {
  const last = items.at(-1)?.at ?? 0;
  const ofThatMoment = items.filter(({ at }) => at === last).length;
  const earlier = place?.moment === last ? place.shown : 0;
  return `${last}.${earlier + ofThatMoment}`;
}
