import { eq } from "drizzle-orm";
import { sessions, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { authorized, type Access, type Authorized } from "./access.server.ts";
import { notFound } from "./http.server.ts";
import { getSession, type SessionRow } from "./session-access.server.ts";

/** Proof that the person leads the session. */
export type LedSession = Authorized<SessionRow, "lead">;

/** The session, for the facilitator only: the deputy first takes over. */
export async function getLedSession(
  access: Access<"session.lead">,
  sessionId: string,
): Promise<LedSession> {
  const session = await getSession(access, sessionId);
  if (session.facilitatorId !== access.person.id) throw new DomainError("not_leading");
  return authorized<SessionRow, "lead">(session);
}

/** Changes of the meeting itself, by whoever leads it until the last case is concluded. */
export async function changeLedSession(
  tx: Transaction,
  session: LedSession,
  changes: Partial<Pick<SessionRow, "timerEndsAt" | "joinCode">>,
): Promise<void> {
  await assertLeading(tx, session);
  await tx.update(sessions).set(changes).where(eq(sessions.id, session.id));
}

/** Within a change: somebody may just have taken over, or the last case may be concluded. */
export async function assertLeading(
  tx: Transaction,
  { id, facilitatorId }: LedSession,
): Promise<void> {
  const [now = notFound()] = await tx.select().from(sessions).where(eq(sessions.id, id));
  if (now.facilitatorId !== facilitatorId) throw new DomainError("not_leading");
  if (now.status === "closed") throw new DomainError("session_closed");
}
