import { decisionPrecedents, precedentFacts, precedents } from "#db";
import { dayInMs } from "../../app/domain/day.ts";
import { reviewDate } from "../../app/domain/precedent-rules.ts";
import { exampleId } from "./example-id.ts";
import type { ExamplePrecedent } from "./example/types.ts";
import { insertAll } from "./insert-all.ts";
import type { SeededDecision } from "./seed-decisions.ts";
import { happened, known, type Seeding } from "./seeding.ts";

type Numbered = { example: ExamplePrecedent; number: string };

/** Puts the precedents in the database, and which decisions name them. Gives their ids. */
export async function seedPrecedents(
  seeding: Seeding,
  examples: Numbered[],
  decided: ReadonlyMap<string, SeededDecision>,
): Promise<string[]> {
  const ids = new Map<string, string>();
  for (const numbered of examples) {
    const decision = known(decided, numbered.example.caseKey);
    ids.set(numbered.example.caseKey, await seedPrecedent(seeding, numbered, decision));
  }
  const named = [...decided.values()].flatMap((decision) =>
    decision.example.precedentCheck.precedents.map((caseKey) => ({
      decisionId: decision.id,
      precedentId: known(ids, caseKey),
    })),
  );
  await insertAll(seeding.tx, decisionPrecedents, named);
  return [...ids.values()];
}

async function seedPrecedent(
  seeding: Seeding,
  { example, number }: Numbered,
  decision: SeededDecision,
): Promise<string> {
  const { clock, people, scopeIds, tx } = seeding;
  const { caseFile, takenAt } = decision;
  const createdAt = Math.min(takenAt + 5 * dayInMs, clock.now);
  const publishedAt =
    example.publishedAgoDays === null ? null : clock.ago(example.publishedAgoDays, 13);
  const editor = known(people, example.editor);
  const publisher = example.publisher === null ? null : known(people, example.publisher);
  const id = exampleId(createdAt, `precedent ${example.caseKey}`);
  await tx.insert(precedents).values({
    id,
    organisationId: caseFile.organisationId,
    decisionId: decision.id,
    number,
    title: example.title,
    summary: example.summary,
    motivation: { ...example.motivation },
    lawReferences: caseFile.lawReferences,
    lifeEvents: [...caseFile.caseFile.lifeEvents],
    scopeId: known(scopeIds, caseFile.caseFile.scope),
    level: example.level,
    status: example.status,
    endReason: example.endReason ?? "",
    visibility: example.visibility,
    ownerId: editor.id,
    editorId: editor.id,
    publisherId: publisher?.id ?? null,
    decidedAt: takenAt,
    publishedAt,
    reviewDate: publishedAt === null ? null : reviewDate(publishedAt),
    createdAt,
    updatedAt: publishedAt ?? createdAt,
  });
  await insertAll(tx, precedentFacts, factRows(id, decision));
  const about = {
    subject: { type: "precedent", id },
    caseId: caseFile.id,
    organisationId: caseFile.organisationId,
  };
  happened(seeding, { ...about, at: createdAt, by: editor, kind: "precedent.created" });
  if (publisher && publishedAt !== null) {
    happened(seeding, { ...about, at: publishedAt, by: publisher, kind: "precedent.published" });
  }
  return id;
}

function factRows(precedentId: string, { caseFile, example }: SeededDecision) {
  return caseFile.facts
    .filter(({ answer }) => answer === "yes")
    .map(({ id, key, direction }) => {
      const reason = direction === "pro" ? example.reasonPro : example.reasonCon;
      return { precedentId, factId: id, side: direction, inReason: reason.includes(key) ? 1 : 0 };
    });
}
