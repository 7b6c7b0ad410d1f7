import { db, environment, people, questionSets, systemActor } from "#db";
import { reindexCase } from "./case-search-index.server.ts";
import { keepTryOuts } from "./example-rules.server.ts";
import { hashPassword } from "./passwords.server.ts";
import { reindexPrecedent } from "./precedent-index.server.ts";
import { repackPrecedents } from "./precedent-words.server.ts";
import { settings } from "./settings.server.ts";
import { shipCatalogue } from "./shipped-data.server.ts";

export type ExampleDataOptions = {
  /** One password for all example people; without it they cannot sign in with a password. */
  password?: string;
};

/**
 * Adds the example organisations, people and cases, with the catalogue that ships with the product
 * when it is not there yet.
 */
export async function loadExampleData({ password }: ExampleDataOptions = {}): Promise<void> {
  // A chunk of its own: an installation without examples never reads their texts.
  const { seedExample } = await import("#db/seed/seed-example.ts");
  const passwordHash = password === undefined ? null : await hashPassword(password);
  await db.write(systemActor, async (tx) => {
    const [shipped] = await tx.select({ id: questionSets.id }).from(questionSets).limit(1);
    if (!shipped) await shipCatalogue(tx);
    const guests = await tx.select({ id: people.id }).from(people);
    const seeded = await seedExample(tx, {
      now: environment.now(),
      passwordHash,
      documentsDir: settings().documentsDir,
      guests: guests.map(({ id }) => id),
    });
    for (const caseId of seeded.caseIds) await reindexCase(tx, caseId);
    for (const id of seeded.precedentIds) await reindexPrecedent(tx, id);
    await repackPrecedents(tx, seeded.precedentIds);
    await keepTryOuts(tx, seeded.organisationIds);
    const [organisationId = ""] = seeded.organisationIds;
    await tx.record({
      kind: "example-data.loaded",
      subject: { type: "organisation", id: organisationId },
      organisationId,
      details: { cases: seeded.caseIds.length },
      content: seeded,
    });
  });
}
