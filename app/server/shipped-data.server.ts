import { environment, facts, questionSets, type Transaction } from "#db";
import { factCatalogue } from "#app/domain/fact-catalogue.ts";
import { shippedQuestionSets } from "#app/domain/question-sets/index.ts";

/** Puts the question sets and the facts catalogue that ship with the product in an empty database. */
export async function shipCatalogue(tx: Pick<Transaction, "insert">): Promise<void> {
  const createdAt = environment.now();
  for (const { key, version, content } of shippedQuestionSets) {
    await tx.insert(questionSets).values({
      id: environment.newId(),
      organisationId: null,
      key,
      number: version,
      status: "published",
      content,
      createdAt,
    });
  }
  for (const [place, fact] of factCatalogue.entries()) {
    const id = environment.newId();
    await tx.insert(facts).values({ ...fact, id, number: place + 1, createdAt });
  }
}
