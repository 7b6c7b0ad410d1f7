import { eq } from "drizzle-orm";
import { agendaItems, caseFiles, db, sessions } from "#db";

/** Everything of a session, its agenda and its case that others see. */
export async function itemsOf({ sessionId, caseId }: { sessionId: string; caseId: string }) {
  return {
    session: await db.read.select().from(sessions).where(eq(sessions.id, sessionId)),
    items: await db.read.select().from(agendaItems).where(eq(agendaItems.sessionId, sessionId)),
    caseFile: await db.read.select().from(caseFiles).where(eq(caseFiles.id, caseId)),
  };
}
