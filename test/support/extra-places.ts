import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { db, environment, oneTimeTokens, people, questionSets, systemActor } from "#db";
import { openDoor } from "./open-door.ts";

export const resetToken = "a-token-that-works-once";

/** Makes what the example data has no page for: a draft question set, and a link to choose a password. */
export async function openExtraPlaces(organisationId: string): Promise<void> {
  await openDraft(organisationId);
  await openDoor(organisationId);
  const [person] = await db.read.select({ id: people.id }).from(people).limit(1);
  await db.maintain(async (tx) => {
    await tx.insert(oneTimeTokens).values({
      secretHash: createHash("sha256").update(resetToken).digest("hex"),
      purpose: "password_reset",
      personId: person?.id ?? null,
      expiresAt: environment.now() + 3_600_000,
    });
  });
}

async function openDraft(organisationId: string): Promise<string> {
  const [published] = await db.read
    .select()
    .from(questionSets)
    .where(and(eq(questionSets.key, "perspectiefcirkel-nl"), eq(questionSets.status, "published")));
  if (!published) throw new Error("No question set was shipped");
  const id = environment.newId();
  return db.write(systemActor, async (tx) => {
    await tx
      .insert(questionSets)
      .values({ ...published, id, organisationId, key: "proefset", number: 1, status: "draft" });
    await tx.record({ kind: "question-set.drafted", subject: { type: "question-set", id } });
    return id;
  });
}
