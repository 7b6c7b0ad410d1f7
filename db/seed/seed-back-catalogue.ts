import {
  decisionPrecedents,
  decisions,
  lineChangePrecedents,
  lineChanges,
  precedentFacts,
  precedentImports,
  precedents,
} from "#db";
import { and, eq, like } from "drizzle-orm";
import { reviewDate } from "../../app/domain/precedent-rules.ts";
import { contentHash } from "../audit.ts";
import { exampleId } from "./example-id.ts";
import type { ExampleBackCatalogue, ExampleBackCatalogueEntry } from "./example/types.ts";
import { insertAll } from "./insert-all.ts";
import type { SeededDecision } from "./seed-decisions.ts";
import { happened, known, type Seeding } from "./seeding.ts";

type Coming = { importId: string; at: number; lineChangeId: string; effectiveFrom: number };

/** Puts an import of earlier decisions in the database, and the change of line that ended some. Gives their ids. */
export async function seedBackCatalogue(
  seeding: Seeding,
  catalogue: ExampleBackCatalogue,
  decided: ReadonlyMap<string, SeededDecision>,
): Promise<string[]> {
  const decision = known(decided, catalogue.lineChange.caseKey);
  const at = Math.min(seeding.clock.ago(catalogue.importedAgoDays), decision.takenAt - 1);
  const coming: Coming = {
    importId: exampleId(at, `import ${catalogue.fileName}`),
    at,
    lineChangeId: exampleId(decision.takenAt, `line ${catalogue.scope}`),
    effectiveFrom: decision.takenAt,
  };
  await seedImport(seeding, catalogue, coming);
  await seedLineChange(seeding, catalogue, { coming, decision });
  const numbers = await freeNumbers(seeding, decision.caseFile.organisationId, at);
  const rows = catalogue.entries.map((entry, place) =>
    precedentRow(seeding, { catalogue, entry, coming }, numbers(place)),
  );
  await insertAll(seeding.tx, precedents, rows);
  const facts = catalogue.entries.flatMap((entry, place) =>
    factRows(seeding, entry, rows[place]?.id ?? ""),
  );
  await insertAll(seeding.tx, precedentFacts, facts);
  const ended = rows.filter(({ status }) => status === "outdated").map(({ id }) => id);
  await nameDeparted(seeding, { ended, decision, lineChangeId: coming.lineChangeId });
  return rows.map(({ id }) => id);
}

async function seedImport(
  seeding: Seeding,
  { fileName, uploader, approver, entries }: ExampleBackCatalogue,
  { importId, at }: Coming,
): Promise<void> {
  const by = known(seeding.people, uploader);
  const second = known(seeding.people, approver);
  const { organisationId } = by;
  await seeding.tx.insert(precedentImports).values({
    ...{ id: importId, organisationId, fileName, personId: by.id, approvedBy: second.id },
    format: "csv",
    sha256: contentHash(entries),
    status: "imported",
    rows: entries.length,
    good: entries.length,
    done: entries.length,
    visibility: "organisation",
    createdAt: at,
    importedAt: at,
  });
  const about = { subject: { type: "precedent_import", id: importId }, organisationId, at };
  happened(seeding, { ...about, by, kind: "precedent.import-uploaded", details: {} });
  const details = { good: entries.length };
  happened(seeding, { ...about, by: second, kind: "precedent.import-finished", details });
}

type Changing = { coming: Coming; decision: SeededDecision };

async function seedLineChange(
  seeding: Seeding,
  { scope, lineChange }: ExampleBackCatalogue,
  { coming, decision }: Changing,
): Promise<void> {
  const [proposer, decider] = [lineChange.proposer, lineChange.decider].map((key) =>
    known(seeding.people, key),
  );
  if (!proposer || !decider) throw new Error("A change of line needs two people");
  const { caseFile, takenAt, level, decisionMaker } = decision;
  const { id: caseId, organisationId } = caseFile;
  await seeding.tx.insert(lineChanges).values({
    ...{ id: coming.lineChangeId, organisationId, caseId, level },
    scopeId: known(seeding.scopeIds, scope),
    status: "effected",
    motivation: lineChange.motivation,
    proposedBy: proposer.id,
    proposedAt: takenAt - 1,
    decidedBy: decider.id,
    decidedAt: takenAt - 1,
    answer: lineChange.answer,
    decisionId: decision.id,
    effectiveFrom: takenAt,
  });
  const about = { subject: { type: "line", id: coming.lineChangeId }, organisationId, caseId };
  const before = takenAt - 1;
  happened(seeding, { ...about, at: before, by: proposer, kind: "line.change-proposed" });
  happened(seeding, { ...about, at: before, by: decider, kind: "line.change-approved" });
  happened(seeding, { ...about, at: takenAt, by: decisionMaker, kind: "line.changed" });
}

type Entering = {
  catalogue: ExampleBackCatalogue;
  entry: ExampleBackCatalogueEntry;
  coming: Coming;
};

function precedentRow(
  { clock, people, scopeIds, facts }: Seeding,
  { catalogue, entry, coming }: Entering,
  number: string,
) {
  const { externalId, title, summary, motivation, level, departedFrom } = entry;
  const { at, importId, lineChangeId, effectiveFrom } = coming;
  const { id: ownerId, organisationId } = known(people, catalogue.uploader);
  const ending = departedFrom
    ? { endReason: catalogue.lineChange.motivation, lineChangeId, validUntil: effectiveFrom }
    : {};
  return {
    ...{ id: exampleId(at, `precedent ${externalId}`), organisationId, number, importId },
    ...{ externalId, title, summary, motivation: { ...motivation }, level },
    source: "import" as const,
    lawReferences: catalogue.lawReferences,
    lifeEvents: ["job_loss"],
    scopeId: known(scopeIds, catalogue.scope),
    status: departedFrom ? ("outdated" as const) : ("valid" as const),
    ...ending,
    endedAt: departedFrom ? effectiveFrom : null,
    catalogueSize: facts.size,
    visibility: "organisation" as const,
    ownerId,
    editorId: ownerId,
    publisherId: known(people, catalogue.approver).id,
    decidedAt: clock.ago(entry.decidedAgoDays),
    publishedAt: at,
    reviewDate: reviewDate(at),
    createdAt: at,
    updatedAt: departedFrom ? effectiveFrom : at,
  };
}

function factRows({ facts }: Seeding, entry: ExampleBackCatalogueEntry, precedentId: string) {
  return [...entry.pro, ...entry.con].map((key) => {
    const { id: factId, direction: side } = known(facts, key);
    return { precedentId, factId, side, inReason: entry.reason.includes(key) ? 1 : 0 };
  });
}

type Departing = { ended: string[]; decision: SeededDecision; lineChangeId: string };

/** The decision that changed the line names what it departs from, and what those committed it to. */
async function nameDeparted(
  { tx }: Seeding,
  { ended, decision, lineChangeId }: Departing,
): Promise<void> {
  const { id: decisionId, level } = decision;
  await insertAll(
    tx,
    lineChangePrecedents,
    ended.map((precedentId) => ({ lineChangeId, precedentId })),
  );
  await insertAll(
    tx,
    decisionPrecedents,
    ended.map((precedentId) => ({
      ...{ decisionId, precedentId, differences: [] },
      relation: "departed" as const,
    })),
  );
  const added = ended.map((precedentId) => ({ precedentId, because: "atMost" as const }));
  await tx
    .update(decisions)
    .set({
      equalTreatmentAnswer: "line_change",
      equalTreatment: {
        ...{ level, levels: 4, lower: 0, lowerBy: [], upper: 0, upperBy: ended, conflict: false },
        ...{ added, reasons: [], lineChangeId },
      },
    })
    .where(eq(decisions.id, decisionId));
}

/** The numbers after those that the organisation gave in that year. */
async function freeNumbers({ tx }: Seeding, organisationId: string, at: number) {
  const start = `P-${new Date(at).getUTCFullYear()}-`;
  const taken = await tx
    .select({ number: precedents.number })
    .from(precedents)
    .where(
      and(eq(precedents.organisationId, organisationId), like(precedents.number, `${start}%`)),
    );
  const last = Math.max(0, ...taken.map(({ number }) => Number(number.slice(start.length))));
  return (place: number) => start + String(last + 1 + place).padStart(4, "0");
}
