/** Making the search index anew from the cases and precedents. */
import { asc, gt, lt } from "drizzle-orm";
import { caseFiles, db, environment, precedents, reindexing, type Queries } from "#db";
import {
  clearIndex,
  indexedIds,
  indexProblems,
  recountWords,
  removeDocument,
  type SearchKind,
} from "#db/search.ts";
import { reindexCase } from "./case-search-index.server.ts";
import { reindexPrecedent } from "./precedent-index.server.ts";

type Reindexing = {
  /** Begins with nothing in any case: searches find little until it is done. */
  anew: boolean;
  onProgress: (done: number) => void;
};

export type Reindexed = { documents: number; removed: number };

/** So many in one change, so that others come in between. */
const atOnce = 100;

const kinds = [
  { kind: "case", idsAfter: caseIds, reindex: reindexCase },
  { kind: "precedent", idsAfter: precedentIds, reindex: reindexPrecedent },
] as const satisfies { kind: SearchKind; idsAfter: IdsAfter; reindex: typeof reindexCase }[];

type IdsAfter = (after: string) => Promise<string[]>;

/**
 * Brings the index in line with what it is made from. The server may run. An index that is damaged in
 * itself is made from nothing.
 */
export async function reindexEverything({ anew, onProgress }: Reindexing): Promise<Reindexed> {
  const startedAt = environment.now();
  const damaged = anew || (await db.maintain(indexProblems)).length > 0;
  if (damaged) await db.maintain(clearIndex);
  const result = { documents: 0, removed: 0 };
  for (const { kind, idsAfter, reindex } of kinds) {
    const surplus = new Set(await indexedIds(db.read, kind));
    for (let ids = await idsAfter(""); ids.length > 0; ids = await idsAfter(ids.at(-1) ?? "")) {
      await db.maintain((tx) => inOrder(ids, (id) => reindex(tx, id)));
      for (const id of ids) surplus.delete(id);
      result.documents += ids.length;
      onProgress(result.documents);
    }
    await db.maintain((tx) => inOrder([...surplus], (id) => removeDocument(tx, kind, id)));
    result.removed += surplus.size;
    await db.maintain((tx: Queries) => recountWords(tx, kind));
  }
  // What was noted before is done by now.
  await db.maintain((tx) => tx.delete(reindexing).where(lt(reindexing.createdAt, startedAt)));
  return result;
}

async function inOrder(ids: string[], change: (id: string) => Promise<void>): Promise<void> {
  for (const id of ids) await change(id);
}

async function caseIds(after: string): Promise<string[]> {
  const { id } = caseFiles;
  const ids = db.read.select({ id }).from(caseFiles).where(gt(id, after));
  return (await ids.orderBy(asc(id)).limit(atOnce)).map((row) => row.id);
}

async function precedentIds(after: string): Promise<string[]> {
  const { id } = precedents;
  const ids = db.read.select({ id }).from(precedents).where(gt(id, after));
  return (await ids.orderBy(asc(id)).limit(atOnce)).map((row) => row.id);
}
