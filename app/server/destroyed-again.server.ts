/**
 * A backup that is put back may hold cases that were destroyed after it was made. Their keys are gone
 * and a mark is left in the folder of the keys: they are destroyed again before anybody sees them.
 */
import { and, eq, inArray } from "drizzle-orm";
import {
  caseFiles,
  db,
  destroyedCases,
  destructions,
  documents,
  environment,
  systemActor,
  type Transaction,
} from "#db";
import { scrub } from "#db/scrub.ts";
import { carryOut } from "./destructions.server.ts";
import { removeBytes } from "./document-store.server.ts";

const atOnce = 500;

type Found = Pick<
  typeof caseFiles.$inferSelect,
  "id" | "organisationId" | "number" | "submitterId"
>;

/** Destroys every case again that was destroyed before. Gives how many there were. */
export async function destroyAgain(): Promise<number> {
  const found = await destroyedButThere();
  for (const caseFile of found) await destroyOne(caseFile);
  if (found.length > 0) await scrub();
  return found.length;
}

async function destroyedButThere(): Promise<Found[]> {
  const destroyed = destroyedCases();
  const found: Found[] = [];
  for (let start = 0; start < destroyed.length; start += atOnce) {
    const { id, organisationId, number, submitterId } = caseFiles;
    const rows = await db.read
      .select({ id, organisationId, number, submitterId })
      .from(caseFiles)
      .where(inArray(id, destroyed.slice(start, start + atOnce)))
      .orderBy(id);
    found.push(...rows);
  }
  return found;
}

async function destroyOne(caseFile: Found): Promise<void> {
  const files = await db.read
    .select({ name: documents.storedName })
    .from(documents)
    .where(eq(documents.caseId, caseFile.id));
  // First: nobody would know their names any more.
  for (const { name } of files) await removeBytes(name);
  await db.write(systemActor, async (tx) => {
    const id = (await takeUpProposal(tx, caseFile)) ?? (await placeholder(tx, caseFile));
    await carryOut(tx, { id, caseId: caseFile.id, details: { again: true } });
    await tx.delete(destructions).where(and(eq(destructions.id, id), eq(destructions.ground, "")));
  });
}

/** A proposal that was open when the backup was made: it is the proof then. */
async function takeUpProposal(tx: Transaction, { id }: Found): Promise<string | undefined> {
  const [open] = await tx
    .update(destructions)
    .set({ status: "executing", decidedAt: environment.now() })
    .where(and(eq(destructions.caseId, id), eq(destructions.status, "proposed")))
    .returning({ id: destructions.id });
  return open?.id;
}

/** What is immutable goes only while a destruction is carried out; this one goes with the change. */
async function placeholder(tx: Transaction, caseFile: Found): Promise<string> {
  const row = {
    id: environment.newId(),
    organisationId: caseFile.organisationId,
    caseId: caseFile.id,
    caseNumber: caseFile.number,
    ground: "",
    status: "executing" as const,
    proposedBy: caseFile.submitterId,
    proposedAt: environment.now(),
  };
  await tx.insert(destructions).values(row);
  return row.id;
}
