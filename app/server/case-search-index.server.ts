import { eq } from "drizzle-orm";
import { caseFiles, indexDocument, type Queries } from "#db";
import { factsInCase } from "./case-facts.server.ts";
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
  const known = await factsInCase(tx, caseId);
  const established = known.filter(({ answer }) => answer === "yes");
  await indexDocument(tx, "case", {
    id: caseId,
    title,
    facts: established
      .flatMap(({ label, mergedFrom }) => [label, ...mergedFrom])
      .map(({ nl }) => nl)
      .join("\n"),
    summary: `${pinch}\n${wish}`,
    motivation: story,
  });
}
