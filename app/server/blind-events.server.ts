import { and, eq, inArray, isNull, like, not, notExists, or, sql, type SQL } from "drizzle-orm";
import { agendaItems, auditEvents, db } from "#db";

/** Kinds of events that tell how scoring goes: who rated, when, how often, who is ready. */
const scoringKinds = [
  "rating%",
  "gate%",
  "argument%",
  "cell%",
  "ready%",
  "scoring%",
  "%.ready%",
  "%.rated%",
  "%.begun%",
  "%-ready%",
  "%unready%",
  "%.rating%",
  "%.gate%",
  "%.progress%",
];

/**
 * Leaves out of a log what nobody may know before the reveal. Events about scoring are gone without
 * a trace while the case on that agenda is blind, also while its second round is.
 */
export function afterReveal(): SQL | undefined {
  const aboutScoring = or(...scoringKinds.map((kind) => like(auditEvents.kind, kind)));
  const blind = db.read
    .select({ one: sql`1` })
    .from(agendaItems)
    .where(
      and(
        eq(agendaItems.caseId, auditEvents.caseId),
        or(isNull(auditEvents.sessionId), eq(agendaItems.sessionId, auditEvents.sessionId)),
        inArray(agendaItems.phase, ["prepare", "scoring"]),
      ),
    );
  const revealed = and(sql`${auditEvents.caseId} is not null`, notExists(blind));
  return or(not(aboutScoring ?? sql`false`), revealed);
}

/** Whether an event tells how someone scored. */
export function isAboutScoring(kind: string): boolean {
  return scoringKinds.some((pattern) => matches(kind, pattern));
}

function matches(kind: string, pattern: string): boolean {
  const part = pattern.replaceAll("%", "");
  return pattern.startsWith("%") ? kind.includes(part) : kind.startsWith(part);
}
