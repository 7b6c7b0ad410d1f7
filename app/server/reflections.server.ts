/** What a session leaves behind with who took part: an unwritten rule that was in the way, a dilemma to pass on. */
import { and, eq } from "drizzle-orm";
import { db, environment, people, reflections, sessions, type Queries } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { ReflectionInput } from "#app/schemas/signal.ts";
import type { OwnReflection, ReflectionPage } from "#app/schemas/signal-view.ts";
import type { Access } from "./access.server.ts";
import { notFound } from "./http.server.ts";
import { takesPartIn, type SessionRow } from "./session-access.server.ts";
import { refuseStale } from "./stale-version.server.ts";

type Writer = Access<"reflection.write">;

/** The page to look back on a session, for who took part in it; for others it is not there. */
export async function getReflectionPage(
  access: Writer,
  sessionId: string,
): Promise<ReflectionPage> {
  const { id, title, startsAt, status } = await ownSession(db.read, access, sessionId);
  return {
    session: { id, title, startsAt },
    closed: status === "closed",
    reflection: await ownReflection(access, id),
  };
}

async function ownSession(
  read: Queries,
  { organisation, person }: Access,
  sessionId: string,
): Promise<SessionRow> {
  const [row] = await read
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.organisationId, organisation.id),
        takesPartIn(person.id),
      ),
    );
  return row ?? notFound();
}

/** What this person wrote about a session, with the answer to it. */
async function ownReflection(access: Access, sessionId: string): Promise<OwnReflection | null> {
  const [row] = await db.read
    .select({
      ...{ unwrittenRule: reflections.unwrittenRule, dilemma: reflections.dilemma },
      ...{ at: reflections.at, answer: reflections.answer, answeredBy: people.name },
      ...{ answeredAt: reflections.answeredAt, version: reflections.version },
    })
    .from(reflections)
    .leftJoin(people, eq(people.id, reflections.answeredBy))
    .where(and(eq(reflections.sessionId, sessionId), eq(reflections.personId, access.person.id)));
  return row ?? null;
}

/** For the page of a closed session: whether this person was there and has written; null for who was not. */
export async function reflectionOnSession(
  access: Access,
  { id, status }: Pick<SessionRow, "id" | "status">,
): Promise<{ written: boolean; answered: boolean } | null> {
  if (status !== "closed" || !hasRight(access.roles, "reflection.write")) return null;
  const [takesPart] = await db.read
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, id), takesPartIn(access.person.id)));
  if (!takesPart) return null;
  const own = await ownReflection(access, id);
  return { written: own !== null, answered: own !== null && own.answeredAt !== null };
}

/** Writes what somebody took from a closed session, or changes it: one per person. */
export async function writeReflection(
  access: Writer,
  { sessionId, version, ...words }: ReflectionInput & { sessionId: string },
  formKey?: string,
): Promise<void> {
  await db.write(
    access.actor,
    async (tx) => {
      const session = await ownSession(tx, access, sessionId);
      if (session.status !== "closed") throw new DomainError("reflection_not_open");
      const [before] = await tx
        .select()
        .from(reflections)
        .where(
          and(eq(reflections.sessionId, sessionId), eq(reflections.personId, access.person.id)),
        );
      const { unwrittenRule, dilemma } = words;
      if (before && before.version !== version) {
        refuseStale({ theirs: before as unknown as Record<string, string>, yours: words });
      }
      const id = before?.id ?? environment.newId();
      const row = {
        ...{ organisationId: access.organisation.id, sessionId, personId: access.person.id },
        ...{ unwrittenRule, dilemma, at: environment.now(), version: (before?.version ?? 0) + 1 },
        // Another dilemma asks for another answer.
        ...(before?.dilemma === dilemma ? {} : { answer: "", answeredBy: null, answeredAt: null }),
      };
      if (before) await tx.update(reflections).set(row).where(eq(reflections.id, id));
      else await tx.insert(reflections).values({ id, ...row });
      await tx.record({
        kind: before ? "reflection.changed" : "reflection.written",
        subject: { type: "reflection", id },
        sessionId,
        content: words,
      });
    },
    { formKey },
  );
}
