import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { auditEvents, db } from "#db";
import { hasRight } from "#app/domain/rights.ts";
import type { Access } from "./access.server.ts";

/**
 * What people in a session hear of while it goes on, and which part of it that is about. Of how
 * people score no more than what stands beside their names: begun, ready or not. The cells and
 * arguments here are those of the discussion, which begins at the reveal.
 */
const areaByKind = {
  "session.changed": "session",
  "session.taken-over": "session",
  "session.timer-set": "session",
  "session.timer-stopped": "session",
  "session.join-opened": "join",
  "session.join-closed": "join",
  "join.asked": "join",
  "join.answered": "session",
  "item.panels-changed": "item",
  "item.weights-changed": "item",
  "item.scoring-opened": "item",
  "item.second-round-opened": "item",
  "item.revealed": "item",
  "item.concluded": "item",
  "panel.begun": "presence",
  "panel.ready": "presence",
  "panel.ready-undone": "presence",
  "weighing.made": "results",
  "cell.flagged": "results",
  "cell.unflagged": "results",
  "cell.tabled": "table",
  "cell.untabled": "table",
  "cell.discussed": "results",
  "cell.reopened": "results",
  "argument.tagged": "results",
  "argument.untagged": "results",
  "minority.recorded": "results",
  "minority.withdrawn": "results",
} as const;

type StreamedKind = keyof typeof areaByKind;
export type SessionArea = (typeof areaByKind)[StreamedKind];
const streamedKinds = Object.keys(areaByKind) as StreamedKind[];

/** That something changed, and where; never what. */
export type SessionEvent = {
  /**
   * Counts from 1 in the session. Not the number in the audit log: gaps in that one would tell how
   * often people rate. A number of before the list above grew stands for an earlier moment now:
   * some of what a browser knew is told once more, and nothing is left out.
   */
  id: number;
  area: SessionArea;
  caseId: string | null;
};

export function isStreamed(kind: string): kind is StreamedKind {
  return Object.hasOwn(areaByKind, kind);
}

/** Who knocks is for whoever opens the door; a case for who may see it. */
export function isToldTo(
  { area, caseId }: SessionEvent,
  access: Access<"session.read">,
  seesCase: (caseId: string) => boolean,
): boolean {
  if (area === "join" && !hasRight(access.roles, "session.lead")) return false;
  return caseId === null || seesCase(caseId);
}

/** How many events the session has: what a page shows that is read after asking this. */
export async function sessionPosition(sessionId: string): Promise<number> {
  const [found] = await countOf({ sessionId });
  return found?.events ?? 0;
}

const countOf = db.hot<{ sessionId: string }>()((read) =>
  read
    .select({ events: count().mapWith(Number) })
    .from(auditEvents)
    .where(ofSession()),
);

const mostAtOnce = 500;

/** The events after a position, the first ones when there are many. */
export async function listEventsAfter(asked: {
  sessionId: string;
  position: number;
}): Promise<{ events: SessionEvent[]; more: boolean }> {
  const rows = await rowsAfter(asked);
  const events = rows.map(({ kind, caseId }, place) => ({
    id: asked.position + place + 1,
    area: areaByKind[kind as StreamedKind],
    caseId,
  }));
  return { events, more: rows.length === mostAtOnce };
}

const rowsAfter = db.hot<{ sessionId: string; position: number }>()((read) =>
  read
    .select({ kind: auditEvents.kind, caseId: auditEvents.caseId })
    .from(auditEvents)
    .where(ofSession())
    .orderBy(asc(auditEvents.sequence))
    .limit(mostAtOnce)
    .offset(sql.placeholder("position")),
);

function ofSession() {
  return and(
    eq(auditEvents.sessionId, sql.placeholder("sessionId")),
    inArray(auditEvents.kind, streamedKinds),
  );
}
