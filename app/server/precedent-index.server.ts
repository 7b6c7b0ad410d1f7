import { asc, eq } from "drizzle-orm";
import { facts, indexDocument, precedentFacts, precedents, type Queries } from "#db";

/** Puts a precedent in the search index as it is now, with the words of its facts. */
export async function reindexPrecedent(tx: Queries, precedentId: string): Promise<void> {
  const [precedent] = await tx
    .select({
      title: precedents.title,
      summary: precedents.summary,
      motivation: precedents.motivation,
    })
    .from(precedents)
    .where(eq(precedents.id, precedentId));
  if (!precedent) return;
  const known = await tx
    .select({ label: facts.label, synonyms: facts.synonyms })
    .from(precedentFacts)
    .innerJoin(facts, eq(facts.id, precedentFacts.factId))
    .where(eq(precedentFacts.precedentId, precedentId))
    .orderBy(asc(facts.key));
  await indexDocument(tx, "precedent", {
    id: precedentId,
    title: precedent.title,
    facts: known.flatMap(({ label, synonyms }) => [label.nl, ...synonyms]).join("\n"),
    summary: precedent.summary,
    motivation: Object.values(precedent.motivation).join("\n"),
  });
}
