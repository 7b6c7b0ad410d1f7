import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { auditEvents, db } from "#db";
import type { Access } from "./access.server.ts";
import { findCase } from "./case-access.server.ts";

/**
 * What people in a session hear of while it goes on, and which part of it that is about. How people
 * score is not among it: of what happens before the reveal nothing that tells who rated when. The
 * cells and arguments here are those of the discussion, which begins at the reveal.
 */
const areaByKind = {
  "session.changed": "session",
  "session.taken-over": "session",
  "item.panels-changed": "item",
  "item.weights-changed": "item",
  "item.scoring-opened": "item",
  "item.revealed": "item",
  "item.concluded": "item",
  "weighing.made": "results",
  "cell.discussed": "results",
  "cell.reopened": "results",
  "argument.tagged": "results",
  "argument.untagged": "results",
} as const;

type StreamedKind = keyof typeof areaByKind;
const streamedKinds = Object.keys(areaByKind);

/** That something changed, and where; never what. */
export type SessionEvent = {
  /**
   * Counts from 1 in the session. Not the number in the audit log: gaps in that one would tell how
   * often people rate.
   */
  id: number;
  area: (typeof areaByKind)[StreamedKind];
  caseId: string | null;
};

export function isStreamed(kind: string): kind is StreamedKind {
  return Object.hasOwn(areaByKind, kind);
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

/** The events after a position, as far as they are about cases this person may see. */
export async function listEventsAfter(
  access: Access<"session.read">,
  { sessionId, position }: { sessionId: string; position: number },
): Promise<{ events: SessionEvent[]; position: number }> {
  const rows = await rowsAfter({ sessionId, position });
  const caseIds = [...new Set(rows.flatMap(({ caseId }) => caseId ?? []))];
  const seen = await Promise.all(caseIds.map((caseId) => findCase(access, caseId)));
  const visible = seen.flatMap((caseFile) => caseFile?.id ?? []);
  const events = rows
    .map(({ kind, caseId }, place) => ({ id: position + place + 1, kind, caseId }))
    .filter(({ caseId }) => caseId === null || visible.includes(caseId))
    .map(({ id, kind, caseId }) => ({ id, area: areaByKind[kind as StreamedKind], caseId }));
  return { events, position: position + rows.length };
}

const mostAtOnce = 500;

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
