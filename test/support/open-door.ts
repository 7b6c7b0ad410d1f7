import { and, asc, eq } from "drizzle-orm";
import { db, sessions } from "#db";
import { arrange } from "./database.ts";

export const joinCode = "a-door-that-is-open-now";

/** A session that people can come into by a link. */
export async function openDoor(organisationId: string): Promise<void> {
  const [session] = await db.read
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.organisationId, organisationId), eq(sessions.status, "open")))
    .orderBy(asc(sessions.id))
    .limit(1);
  if (!session) throw new Error("The example data has no open session");
  await arrange(async (tx) => {
    await tx.update(sessions).set({ joinCode }).where(eq(sessions.id, session.id));
  });
}
