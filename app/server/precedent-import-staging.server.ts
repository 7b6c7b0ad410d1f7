/** Brings checked rows in out of sight, and publishes all of them at one moment. */
import { setImmediate as turn } from "node:timers/promises";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import {
  db,
  environment,
  facts,
  indexNewDocuments,
  precedentFacts,
  precedents,
  removeDocument,
  type precedentImports,
  type Queries,
  type SearchDocument,
  type Transaction,
} from "#db";
import type { LocalText } from "#app/domain/local-text.ts";
import { reviewDate } from "#app/domain/precedent-rules.ts";
import type { ImportedPrecedent } from "./precedent-import-check.server.ts";
import { nextNumbers } from "./precedent-numbers.server.ts";
import { repackPrecedents } from "./precedent-words.server.ts";

export type ImportRow = typeof precedentImports.$inferSelect;

type Precedent = typeof precedents.$inferInsert & { id: string };
type FactRow = typeof precedentFacts.$inferInsert;

/** So many values fit in one statement of either engine. */
const atOnce = 200;

/** Puts precedents in, in their order, that nobody sees before the import publishes them. */
export async function stage(
  tx: Transaction,
  owner: ImportRow,
  rows: ImportedPrecedent[],
): Promise<void> {
  if (rows.length === 0) return;
  const now = environment.now();
  const { organisationId } = owner;
  const numbers = await nextNumbers(tx, { organisationId, now, count: rows.length });
  const made = rows.map((row, place) =>
    stagedRow(owner, row, { now, number: numbers[place] ?? "" }),
  );
  const factRows = rows.flatMap(({ facts: own }, place) =>
    own.map(({ factId, side, inReason, amount }) => ({
      precedentId: made[place]?.id ?? "",
      ...{ factId, side, amount, inReason: inReason ? 1 : 0 },
    })),
  );
  for (const some of slices(made)) await tx.insert(precedents).values(some);
  for (const some of slices(factRows)) {
    await turn();
    await tx.insert(precedentFacts).values(some);
  }
  await indexNewDocuments(tx, "precedent", await documentsOf(tx, made, factRows));
}

function stagedRow(
  owner: ImportRow,
  row: ImportedPrecedent,
  { now, number }: { now: number; number: string },
): Precedent {
  const { externalId, title, summary, motivation, lawReferences, lifeEvents } = row;
  const { scopeId, level, decidedAt, validUntil, reviewDate: due, catalogueSize } = row;
  return {
    ...{ externalId, title, summary, motivation, lawReferences, lifeEvents },
    ...{ scopeId, level, decidedAt, validUntil, reviewDate: due, catalogueSize },
    id: environment.newId(),
    organisationId: owner.organisationId,
    source: "import",
    importId: owner.id,
    number,
    status: "draft",
    visibility: row.visibility ?? owner.visibility,
    ownerId: owner.personId,
    editorId: owner.personId,
    createdAt: now,
    updatedAt: now,
  };
}

function* slices<T>(all: T[]): Generator<T[]> {
  for (let start = 0; start < all.length; start += atOnce) yield all.slice(start, start + atOnce);
}

/** As `reindexPrecedent` makes it. */
async function documentsOf(
  tx: Queries,
  made: Precedent[],
  factRows: FactRow[],
): Promise<SearchDocument[]> {
  const known = await tx
    .select({ id: facts.id, label: facts.label, synonyms: facts.synonyms })
    .from(facts)
    .orderBy(asc(facts.key));
  const own = new Map(made.map(({ id }) => [id, new Set<string>()]));
  for (const { precedentId, factId } of factRows) own.get(precedentId)?.add(factId);
  const wordsOf = ({ label, synonyms }: { label: LocalText; synonyms: string[] }) => [
    label.nl,
    ...synonyms,
  ];
  return made.map(({ id, title, summary, motivation }) => ({
    ...{ id, title, summary },
    facts: known
      .filter((fact) => own.get(id)?.has(fact.id))
      .flatMap(wordsOf)
      .join("\n"),
    motivation: Object.values(motivation).join("\n"),
  }));
}

/** From this moment on they count: all that were staged by one import, in one change. */
export async function publishStaged(tx: Transaction, owner: ImportRow): Promise<void> {
  const now = environment.now();
  const rows = await tx
    .select({ id: precedents.id })
    .from(precedents)
    .where(and(eq(precedents.importId, owner.id), isNull(precedents.publishedAt)))
    .orderBy(asc(precedents.id));
  const ids = rows.map(({ id }) => id);
  for (const some of slices(ids)) {
    await tx
      .update(precedents)
      .set({
        status: "valid",
        publisherId: owner.approvedBy,
        publishedAt: now,
        updatedAt: now,
        reviewDate: sql`coalesce(${precedents.reviewDate}, ${reviewDate(now)})`,
      })
      .where(inArray(precedents.id, some));
    await repackPrecedents(tx, some);
    await turn();
  }
}

/** Whether something of an import is staged and not yet let in. */
export async function hasStaged(importId: string): Promise<boolean> {
  return (await stagedOf(db.read, importId, 1)).length > 0;
}

/** Takes away some of what an import had staged; gives how many. */
export async function unstageSome(tx: Queries, importId: string): Promise<number> {
  const ids = await stagedOf(tx, importId, 100);
  if (ids.length === 0) return 0;
  for (const id of ids) await removeDocument(tx, "precedent", id);
  await tx.delete(precedentFacts).where(inArray(precedentFacts.precedentId, ids));
  await tx.delete(precedents).where(inArray(precedents.id, ids));
  return ids.length;
}

async function stagedOf(read: Queries, importId: string, most: number): Promise<string[]> {
  const rows = await read
    .select({ id: precedents.id })
    .from(precedents)
    .where(and(eq(precedents.importId, importId), isNull(precedents.publishedAt)))
    .orderBy(asc(precedents.id))
    .limit(most);
  return rows.map(({ id }) => id);
}
