import { asc, eq } from "drizzle-orm";
import { facts, indexDocument, precedentFacts, precedents, type Queries } from "#db";
import { catalogueNow, countedNow } from "./catalogue-now.server.ts";

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
    .select({
      id: facts.id,
      label: facts.label,
      synonyms: facts.synonyms,
      mergedIntoId: facts.mergedIntoId,
    })
    .from(precedentFacts)
    .innerJoin(facts, eq(facts.id, precedentFacts.factId))
    .where(eq(precedentFacts.precedentId, precedentId))
    .orderBy(asc(facts.key));
  await indexDocument(tx, "precedent", {
    id: precedentId,
    title: precedent.title,
    facts: [
      ...known.flatMap(({ label, synonyms }) => [label.nl, ...synonyms]),
      ...(await namesNow(tx, known)),
    ].join("\n"),
    summary: precedent.summary,
    motivation: Object.values(precedent.motivation).join("\n"),
  });
}

/** The names of the facts that these were merged into. */
async function namesNow(
  tx: Queries,
  known: { id: string; mergedIntoId: string | null }[],
): Promise<string[]> {
  const merged = known.filter(({ mergedIntoId }) => mergedIntoId !== null).map(({ id }) => id);
  if (merged.length === 0) return [];
  const catalogue = await catalogueNow(tx);
  return countedNow(catalogue, merged).flatMap((id) => catalogue.byId.get(id)?.label.nl ?? []);
}
