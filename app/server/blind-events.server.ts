import { and, eq, inArray, isNull, like, not, notExists, or, sql, type SQL } from "drizzle-orm";
import { agendaItems, auditEvents, db } from "#db";
import { scoringKinds } from "#app/domain/blind-events.ts";

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
