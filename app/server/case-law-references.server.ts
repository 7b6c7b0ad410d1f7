import { asc, eq } from "drizzle-orm";
import { caseLawReferences, db, environment, type Queries, type Transaction } from "#db";
import type { LawReferenceKind } from "#app/domain/law-reference.ts";

export type StoredLawReference = { kind: LawReferenceKind; value: string };

export async function listLawReferences(
  caseId: string,
  read: Queries = db.read,
): Promise<StoredLawReference[]> {
  return read
    .select({ kind: caseLawReferences.kind, value: caseLawReferences.value })
    .from(caseLawReferences)
    .where(eq(caseLawReferences.caseId, caseId))
    .orderBy(asc(caseLawReferences.position));
}

/** Puts these references in the place of the ones there were. */
export async function saveLawReferences(
  tx: Transaction,
  caseId: string,
  references: StoredLawReference[],
): Promise<void> {
  await tx.delete(caseLawReferences).where(eq(caseLawReferences.caseId, caseId));
  if (references.length === 0) return;
  const rows = references.map((reference, position) => ({
    id: environment.newId(),
    caseId,
    position,
    ...reference,
  }));
  await tx.insert(caseLawReferences).values(rows);
}
