/** The link and the QR code by which people come into a session, and who waits before it. */
import { and, asc, eq } from "drizzle-orm";
import { db, environment, people, roleAssignments, sessionJoins, type Transaction } from "#db";
import { hasRight } from "#app/domain/rights.ts";
import type { Access } from "./access.server.ts";
import { qrCodeOf, type QrCode } from "./qr-codes.server.ts";
import type { SessionRow } from "./session-access.server.ts";
import { changeLedSession, getLedSession, type LedSession } from "./session-leading.server.ts";
import { settings } from "./settings.server.ts";

type Leader = Access<"session.lead">;

/** 132 bits: not to be guessed. */
const codeLength = 22;

export type Door = {
  /** Null while it is closed. */
  open: { address: string; shown: string; qr: QrCode } | null;
  waiting: JoinRequest[];
};
export type JoinRequest = {
  personId: string;
  name: string;
  askedAt: number;
  /** Holds the role of assessor; others can only observe. */
  assesses: boolean;
  usual: string | null;
};

export function newJoinCode(): string {
  return environment.randomToken().slice(0, codeLength);
}

/** What the facilitator sees of the door. */
export async function getDoor(session: SessionRow): Promise<Door> {
  return {
    open: session.joinCode === null ? null : wayIn(session.joinCode),
    waiting: await listWaiting(session),
  };
}

function wayIn(code: string) {
  const address = `${settings().origin}/meedoen/${code}`;
  return { address, shown: address.replace(/^https?:\/\//, ""), qr: qrCodeOf(address) };
}

/** A new link; the old one leads nowhere from now on. */
export async function openDoor(access: Leader, sessionId: string): Promise<void> {
  await changeDoor(access, sessionId, "session.join-opened");
}

export async function closeDoor(access: Leader, sessionId: string): Promise<void> {
  await changeDoor(access, sessionId, "session.join-closed");
}

async function changeDoor(
  access: Leader,
  sessionId: string,
  kind: "session.join-opened" | "session.join-closed",
): Promise<void> {
  const session = await getLedSession(access, sessionId);
  await db.write(access.actor, async (tx) => {
    const joinCode = kind === "session.join-opened" ? newJoinCode() : null;
    await changeLedSession(tx, session, { joinCode });
    await recordDoor(tx, session, kind);
  });
}

async function recordDoor(tx: Transaction, session: LedSession, kind: string): Promise<void> {
  const subject = { type: "session", id: session.id };
  await tx.record({ kind, subject, sessionId: session.id });
}

async function listWaiting(session: SessionRow): Promise<JoinRequest[]> {
  const rows = await db.read
    .select({
      personId: people.id,
      name: people.name,
      askedAt: sessionJoins.askedAt,
      role: roleAssignments.role,
      usual: roleAssignments.perspective,
    })
    .from(sessionJoins)
    .innerJoin(people, eq(people.id, sessionJoins.personId))
    .innerJoin(
      roleAssignments,
      and(
        eq(roleAssignments.personId, people.id),
        eq(roleAssignments.organisationId, session.organisationId),
      ),
    )
    .where(
      and(
        eq(sessionJoins.sessionId, session.id),
        eq(sessionJoins.answer, "waiting"),
        eq(people.active, true),
      ),
    )
    .orderBy(asc(sessionJoins.askedAt), asc(people.id), asc(roleAssignments.role));
  const waiting = new Map<string, JoinRequest>();
  for (const { role, usual, ...row } of rows) {
    const known = waiting.get(row.personId) ?? { ...row, assesses: false, usual: null };
    if (!hasRight([role], "session.score")) waiting.set(row.personId, known);
    else waiting.set(row.personId, { ...known, assesses: true, usual });
  }
  return [...waiting.values()];
}
