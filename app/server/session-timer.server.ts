import { eq } from "drizzle-orm";
import { db, environment, sessions, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { Access } from "./access.server.ts";
import { changeLedSession, getLedSession, type LedSession } from "./session-leading.server.ts";

type Leader = Access<"session.lead">;

const minuteMs = 60_000;
/** Twelve hours from now: longer is not a timer. */
const longestMs = 720 * minuteMs;
/** A timer that ran out longer ago says nothing about what goes on now. */
const forgottenAfterMs = 60 * minuteMs;

export type Timer = { endsAt: number; now: number };

/** The timer as everyone sees it, with the clock of the server: those of browsers differ. */
export function timerOf({ timerEndsAt }: { timerEndsAt: number | null }): Timer | null {
  const now = environment.now();
  if (timerEndsAt === null || now - timerEndsAt > forgottenAfterMs) return null;
  return { endsAt: timerEndsAt, now };
}

/** Starts the timer of the meeting anew. It tells when, and never moves anything by itself. */
export async function setTimer(access: Leader, sessionId: string, minutes: number): Promise<void> {
  const session = await getLedSession(access, sessionId);
  await db.write(access.actor, async (tx) => {
    const endsAt = environment.now() + minutes * minuteMs;
    await changeLedSession(tx, session, { timerEndsAt: endsAt });
    await recordTimer(tx, session, minutes);
  });
}

/** Some minutes more: after the end that was set, or from now on when that has passed. */
export async function addToTimer(
  access: Leader,
  sessionId: string,
  { minutes, formKey }: { minutes: number; formKey?: string | undefined },
): Promise<void> {
  const session = await getLedSession(access, sessionId);
  await db.write(
    access.actor,
    async (tx) => {
      const now = environment.now();
      const [stored] = await tx
        .select({ endsAt: sessions.timerEndsAt })
        .from(sessions)
        .where(eq(sessions.id, session.id));
      const endsAt = Math.max(now, stored?.endsAt ?? now) + minutes * minuteMs;
      if (endsAt - now > longestMs) throw new DomainError("timer_too_long");
      await changeLedSession(tx, session, { timerEndsAt: endsAt });
      await recordTimer(tx, session, minutes);
    },
    { formKey },
  );
}

export async function stopTimer(access: Leader, sessionId: string): Promise<void> {
  const session = await getLedSession(access, sessionId);
  await db.write(access.actor, async (tx) => {
    await changeLedSession(tx, session, { timerEndsAt: null });
    await tx.record({
      kind: "session.timer-stopped",
      subject: { type: "session", id: session.id },
      sessionId: session.id,
    });
  });
}

async function recordTimer(tx: Transaction, session: LedSession, minutes: number): Promise<void> {
  await tx.record({
    kind: "session.timer-set",
    subject: { type: "session", id: session.id },
    sessionId: session.id,
    details: { minutes },
  });
}
