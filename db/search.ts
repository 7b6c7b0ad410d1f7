/**
 * Full-text search, the port behind which SQLite's FTS5 does the work. Title, facts, summary and
 * motivation weigh 4, 3, 2 and 1.
 */
import { sql, type SQL } from "drizzle-orm";
import type { SearchTerm } from "../app/domain/search-terms.ts";
import type { Queries } from "./sqlite/connection.ts";

export type SearchKind = "case" | "precedent";

export type SearchDocument = {
  id: string;
  title: string;
  facts: string;
  summary: string;
  motivation: string;
};

/** Puts a document in the index, in the place of what was there under its id. */
export async function indexDocument(
  tx: Queries,
  kind: SearchKind,
  document: SearchDocument,
): Promise<void> {
  await removeDocument(tx, kind, document.id);
  const table = searchTable(kind);
  tx.run(sql`insert into search_documents (kind, document_id) values (${kind}, ${document.id})`);
  tx.run(
    sql`insert into ${table} (rowid, title, facts, summary, motivation)
        select number, ${document.title}, ${document.facts}, ${document.summary}, ${document.motivation}
        from search_documents where kind = ${kind} and document_id = ${document.id}`,
  );
}

export async function removeDocument(tx: Queries, kind: SearchKind, id: string): Promise<void> {
  tx.run(
    sql`delete from ${searchTable(kind)} where rowid in
        (select number from search_documents where kind = ${kind} and document_id = ${id})`,
  );
  tx.run(sql`delete from search_documents where kind = ${kind} and document_id = ${id}`);
}

/**
 * The documents with at least one of the terms, to join a query with: `matches.id` is the id,
 * `matches.rank` lower is better (BM25). With a limit only the best so many take part, which spares
 * the join with all the others.
 */
export function searchMatches(
  kind: SearchKind,
  terms: SearchTerm[],
  options: { limit?: number } = {},
) {
  const table = searchTable(kind);
  const query = matchQuery(terms);
  const best = sql`select ${table}.rowid as number, bm25(${table}, 4.0, 3.0, 2.0, 1.0) as rank
    from ${table} where ${table} match ${query}`;
  const limited =
    options.limit === undefined ? best : sql`${best} order by 2 limit ${options.limit}`;
  const relation = sql`(select d.document_id as id, m.rank as rank
    from (${limited}) m join search_documents d on d.number = m.number) as matches`;
  return {
    relation,
    id: sql<string>`matches.id`,
    rank: sql<number>`matches.rank`.mapWith(Number),
  };
}

/** How many places of words in documents are ranked for one search; about a tenth of a second. */
const mostPlaces = 300_000;

/**
 * The terms worth ranking by: all of them, but in a large index without the most common words of a
 * long query. What stands in very many documents says little of any of them and costs the most.
 */
export async function tellingTerms(
  read: Queries,
  kind: SearchKind,
  terms: SearchTerm[],
): Promise<SearchTerm[]> {
  const table = searchTable(kind);
  const [size] = await read
    .select({ documents: sql`coalesce(max(number), 0)`.mapWith(Number) })
    .from(sql`search_documents`);
  if ((size?.documents ?? 0) * terms.length <= mostPlaces) return terms;
  const counted: { term: SearchTerm; documents: number }[] = [];
  for (const term of terms) {
    const [row] = await read
      .select({ documents: sql`count(*)`.mapWith(Number) })
      .from(table)
      .where(sql`${table} match ${matchQuery([term])}`);
    counted.push({ term, documents: row?.documents ?? 0 });
  }
  counted.sort((a, b) => a.documents - b.documents);
  let places = 0;
  const telling = counted.filter(({ documents }, place) => {
    places += documents;
    return place === 0 || places <= mostPlaces;
  });
  // Words that stand nowhere must not leave a query that finds nothing.
  const found = telling.some(({ documents }) => documents > 0) ? telling : counted;
  return found.map(({ term }) => term);
}

function matchQuery(terms: SearchTerm[]): string {
  return terms.map((term) => `"${term.text}"${term.prefix ? "*" : ""}`).join(" OR ");
}

function searchTable(kind: SearchKind): SQL {
  return sql.raw(kind === "case" ? "case_search" : "precedent_search");
}
