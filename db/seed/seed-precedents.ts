import { decisionPrecedents, precedentFacts, precedents } from "#db";
import { dayInMs } from "../../app/domain/day.ts";
import { reviewDate } from "../../app/domain/precedent-rules.ts";
import type { ExampleClock } from "./example-clock.ts";
import { exampleId } from "./example-id.ts";
import type { ExamplePrecedent } from "./example/types.ts";
import { insertAll } from "./insert-all.ts";
import type { SeededDecision } from "./seed-decisions.ts";
import { happened, known, type Seeding } from "./seeding.ts";

type Numbered = { example: ExamplePrecedent; number: string };

/** Puts the precedents in the database, and which decisions name them. Gives their ids. */
export async function seedPrecedents(
  seeding: Seeding,
  examples: ExamplePrecedent[],
  decided: ReadonlyMap<string, SeededDecision>,
): Promise<string[]> {
  const ids = new Map<string, string>();
  for (const numbered of numberedInOrder(seeding, examples, decided)) {
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

/** P-2026-0001, counting up per organisation and year from the first draft. */
function numberedInOrder(
  { clock }: Seeding,
  examples: ExamplePrecedent[],
  decided: ReadonlyMap<string, SeededDecision>,
): Numbered[] {
  const counts = new Map<string, number>();
  const made = examples.map((example) => {
    const decision = known(decided, example.caseKey);
    return { example, createdAt: draftedAt(clock, decision), caseFile: decision.caseFile };
  });
  made.sort((a, b) => a.createdAt - b.createdAt);
  return made.map(({ example, createdAt, caseFile }) => {
    const year = new Date(createdAt).getUTCFullYear();
    const count = (counts.get(`${caseFile.organisationId} ${year}`) ?? 0) + 1;
    counts.set(`${caseFile.organisationId} ${year}`, count);
    return { example, number: `P-${year}-${String(count).padStart(4, "0")}` };
  });
}

function draftedAt(clock: ExampleClock, { takenAt }: SeededDecision): number {
  return Math.min(takenAt + 5 * dayInMs, clock.now);
}

async function seedPrecedent(
  seeding: Seeding,
  numbered: Numbered,
  decision: SeededDecision,
): Promise<string> {
  const row = precedentRow(seeding, numbered, decision);
  await seeding.tx.insert(precedents).values(row);
  await insertAll(seeding.tx, precedentFacts, factRows(row.id, decision));
  const { editor, publisher } = numbered.example;
  const { id: caseId, organisationId } = decision.caseFile;
  const about = { subject: { type: "precedent", id: row.id }, caseId, organisationId };
  const by = known(seeding.people, editor);
  const details = { number: row.number, decision: row.decisionId, level: row.level };
  happened(seeding, { ...about, at: row.createdAt, by, kind: "precedent.created", details });
  if (publisher !== null && row.publishedAt !== null) {
    const second = known(seeding.people, publisher);
    happened(seeding, { ...about, at: row.publishedAt, by: second, kind: "precedent.published" });
  }
  return row.id;
}

function precedentRow(
  { clock, people, scopeIds, facts }: Seeding,
  { example, number }: Numbered,
  decision: SeededDecision,
) {
  const { id: decisionId, caseFile, takenAt } = decision;
  const createdAt = draftedAt(clock, decision);
  const publishedAt =
    example.publishedAgoDays === null ? null : clock.ago(example.publishedAgoDays, 13);
  const editorId = known(people, example.editor).id;
  return {
    id: exampleId(createdAt, `precedent ${example.caseKey}`),
    organisationId: caseFile.organisationId,
    decisionId,
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
    endedAt: example.status === "outdated" ? clock.now : null,
    catalogueSize: facts.size,
    visibility: example.visibility,
    ownerId: editorId,
    editorId,
    publisherId: example.publisher === null ? null : known(people, example.publisher).id,
    decidedAt: takenAt,
    publishedAt,
    reviewDate: publishedAt === null ? null : reviewDate(publishedAt),
    createdAt,
    updatedAt: publishedAt ?? createdAt,
  };
}

function factRows(precedentId: string, { caseFile, example }: SeededDecision) {
  return caseFile.facts
    .filter(({ answer }) => answer === "yes")
    .map(({ id, key, direction }) => {
      const reason = direction === "pro" ? example.reasonPro : example.reasonCon;
      return { precedentId, factId: id, side: direction, inReason: reason.includes(key) ? 1 : 0 };
    });
}
