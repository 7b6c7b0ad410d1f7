import { and, asc, eq } from "drizzle-orm";
import { caseFacts, caseFiles, facts, indexDocument, type Queries } from "#db";
import { notFound } from "./http.server.ts";

/** Puts the case as it now is in the search index; call it in every change of what is searched. */
export async function reindexCase(tx: Queries, caseId: string): Promise<void> {
  const [row] = await tx
    .select({
      title: caseFiles.title,
      pinch: caseFiles.pinch,
      wish: caseFiles.citizenWish,
      story: caseFiles.story,
    })
    .from(caseFiles)
    .where(eq(caseFiles.id, caseId));
  const { title, pinch, wish, story } = row ?? notFound();
  const established = await tx
    .select({ label: facts.label, synonyms: facts.synonyms })
    .from(caseFacts)
    .innerJoin(facts, eq(facts.id, caseFacts.factId))
    .where(and(eq(caseFacts.caseId, caseId), eq(caseFacts.answer, "yes")))
    .orderBy(asc(facts.key));
  await indexDocument(tx, "case", {
    id: caseId,
    title,
    facts: established.map(({ label }) => label.nl).join("\n"),
    summary: `${pinch}\n${wish}`,
    motivation: story,
  });
}
