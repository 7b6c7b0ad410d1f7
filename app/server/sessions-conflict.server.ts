import { eq, inArray } from "drizzle-orm";
import { people, sessionObservers, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { dutchTime } from "#app/schemas/dutch-time.ts";
import type { SessionInput } from "#app/schemas/session.ts";
import type { SessionRow } from "./session-access.server.ts";

/** Somebody else was first: what is stored now beside what was typed. */
export async function staleSession(
  tx: Transaction,
  { theirs, yours }: { theirs: SessionRow; yours: SessionInput },
): Promise<DomainError> {
  const watching = await tx
    .select({ id: sessionObservers.personId })
    .from(sessionObservers)
    .where(eq(sessionObservers.sessionId, theirs.id));
  const moment = (value: number | null) =>
    value === null ? "" : dutchTime(value).replace("T", " ");
  const texts = (session: SessionRow | SessionInput) => ({
    title: session.title,
    place: session.place,
    startsAt: moment(session.startsAt),
    deadline: moment(session.deadline),
  });
  const stored = {
    ...texts(theirs),
    observerIds: await namesIn(
      tx,
      watching.map(({ id }) => id),
    ),
  };
  const typed = { ...texts(yours), observerIds: await namesIn(tx, yours.observerIds) };
  const differing = (Object.keys(stored) as (keyof typeof stored)[]).filter(
    (field) => stored[field] !== typed[field],
  );
  return new DomainError("stale_version", {
    conflict: differing.map((field) => ({ field, theirs: stored[field], yours: typed[field] })),
  });
}

async function namesIn(tx: Transaction, ids: string[]): Promise<string> {
  const rows = await tx
    .select({ name: people.name })
    .from(people)
    .where(inArray(people.id, ids))
    .orderBy(people.name, people.id);
  return rows.map(({ name }) => name).join(", ");
}
