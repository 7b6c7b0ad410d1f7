import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { conflictsOfInterest, documents } from "#db";
import { dayInMs } from "../../app/domain/day.ts";
import { exampleDocuments } from "./example-documents.ts";
import { exampleConflicts } from "./example-extras.ts";
import { exampleId } from "./example-id.ts";
import type { SeededCase } from "./seed-cases.ts";
import { happened, known, type Seeding } from "./seeding.ts";

/** Writes a few small text documents, and their rows. */
export async function seedDocuments(
  seeding: Seeding,
  cases: ReadonlyMap<string, SeededCase>,
): Promise<void> {
  mkdirSync(seeding.documentsDir, { recursive: true });
  for (const { caseKey, name, text, addedAfterDays } of exampleDocuments) {
    const { id: caseId, timeline, submitter, organisationId } = known(cases, caseKey);
    const receivedAt = timeline[0]?.at ?? seeding.clock.now;
    const addedAt = Math.min(receivedAt + addedAfterDays * dayInMs, seeding.clock.now);
    const id = exampleId(addedAt, `document ${caseKey} ${name}`);
    const storedName = exampleId(addedAt, `stored ${caseKey} ${name}`);
    const bytes = Buffer.from(text, "utf8");
    writeFileSync(join(seeding.documentsDir, storedName), bytes);
    await seeding.tx.insert(documents).values({
      id,
      caseId,
      name,
      mediaType: "text/plain",
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      storedName,
      addedBy: submitter.id,
      addedAt,
    });
    const subject = { type: "document", id };
    happened(seeding, {
      at: addedAt,
      by: submitter,
      kind: "document.added",
      subject,
      caseId,
      organisationId,
    });
  }
}

export async function seedConflictsOfInterest(
  seeding: Seeding,
  cases: ReadonlyMap<string, SeededCase>,
): Promise<void> {
  for (const { caseKey, person, reason } of exampleConflicts) {
    const { id: caseId, timeline, organisationId } = known(cases, caseKey);
    const by = known(seeding.people, person);
    const declaredAt = timeline.at(-1)?.at ?? seeding.clock.now;
    await seeding.tx
      .insert(conflictsOfInterest)
      .values({ caseId, personId: by.id, reason, declaredBy: by.id, declaredAt });
    const subject = { type: "case", id: caseId };
    happened(seeding, {
      at: declaredAt,
      by,
      kind: "case.conflict_of_interest_declared",
      subject,
      caseId,
      organisationId,
    });
  }
}
