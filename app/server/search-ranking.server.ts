import { indexNewDocuments, searchMatches, type Queries, type Search } from "#db";
import { openTemporaryIndex } from "#db/search-temporary.ts";
import { searchTerms } from "#app/domain/search-terms.ts";
import { findInTiers } from "./search-tiers.server.ts";

export type PlainDocument = { id: string; title: string; text: string };

/** So many ids at most. */
const most = 100;

/**
 * Ranks plain documents as the search of this product ranks precedents: for each query the ids of what it finds, best
 * first, at most 100. On the engine of the address, in an index that is gone afterwards.
 */
export async function rankDocuments(
  url: string,
  documents: readonly PlainDocument[],
  queries: readonly string[],
): Promise<string[][]> {
  const index = await openTemporaryIndex(url);
  try {
    await indexNewDocuments(
      index.queries,
      "precedent",
      documents.map(({ id, title, text }) => ({
        id,
        title,
        facts: "",
        summary: "",
        motivation: text,
      })),
    );
    const ranked: string[][] = [];
    for (const query of queries) {
      ranked.push(
        await findInTiers(index.queries, {
          kind: "precedent",
          terms: searchTerms(query),
          most,
          best: (search) => idsOf(index.queries, search),
        }),
      );
    }
    return ranked;
  } finally {
    await index.close();
  }
}

async function idsOf(read: Queries, search: Search): Promise<string[]> {
  const { relation, id, rank } = searchMatches(search);
  const rows = await read.select({ id }).from(relation).orderBy(rank, id);
  return rows.map((row) => row.id);
}
