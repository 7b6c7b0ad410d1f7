import { asc, eq } from "drizzle-orm";
import { caseFiles, db, facts } from "#db";
import { suggestFacts, type SourceText } from "#app/domain/fact-suggestions.ts";
import { resolvedFacts } from "#app/domain/merged-facts.ts";
import type { SuggestedFact } from "#app/schemas/case-step-view.ts";

/** The texts in which people tell what happened; what is said of the law is not about the citizen. */
const textColumns = {
  title: caseFiles.title,
  story: caseFiles.story,
  pinch: caseFiles.pinch,
  citizenWish: caseFiles.citizenWish,
  citizenFirstNeed: caseFiles.citizenFirstNeed,
  ownAttempts: caseFiles.ownAttempts,
  unease: caseFiles.unease,
  urgencyNote: caseFiles.urgencyNote,
};

/** What the texts of a case say of facts nobody answered yet: questions to a person, by fact. */
export async function suggestionsFor(
  caseId: string,
  answered: ReadonlySet<string>,
): Promise<Map<string, SuggestedFact>> {
  const found = suggestFacts(await textsOf(caseId), await openFacts(answered));
  return new Map(
    found.map(({ factId, source, evidence }) => [factId, { field: source, evidence }]),
  );
}

async function textsOf(caseId: string): Promise<SourceText[]> {
  const [row] = await db.read
    .select({ ...textColumns, answers: caseFiles.answers })
    .from(caseFiles)
    .where(eq(caseFiles.id, caseId));
  if (!row) return [];
  const { answers, ...texts } = row;
  return [
    ...Object.entries(texts).map(([name, text]) => ({ name, text })),
    { name: "answers", text: Object.values(answers).join("\n") },
  ];
}

/** The facts that are offered and not answered, with the words of those merged into them. */
async function openFacts(answered: ReadonlySet<string>) {
  const rows = await db.read
    .select({
      id: facts.id,
      label: facts.label,
      synonyms: facts.synonyms,
      active: facts.active,
      mergedIntoId: facts.mergedIntoId,
    })
    .from(facts)
    .orderBy(asc(facts.number));
  const resolved = resolvedFacts(rows);
  return rows
    .filter(({ id, active }) => active && !answered.has(id))
    .map(({ id }) => ({
      id,
      phrases: rows
        .filter((row) => resolved.get(row.id) === id)
        .flatMap(({ label, synonyms }) => [label.nl, ...synonyms]),
    }));
}
