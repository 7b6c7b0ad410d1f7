/**
 * Full-text search, the port behind which SQLite's FTS5 does the work. Title, facts, summary and
 * motivation weigh 4, 3, 2 and 1.
 */
import { sql, type SQL } from "drizzle-orm";
import type { SearchTerm } from "../app/domain/search-terms.ts";
import type { Queries } from "./connection.ts";

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
 * `matches.rank` lower is better (BM25).
 */
export function searchMatches(kind: SearchKind, terms: SearchTerm[]) {
  const table = searchTable(kind);
  const query = terms.map((term) => `"${term.text}"${term.prefix ? "*" : ""}`).join(" OR ");
  const relation = sql`(select d.document_id as id, bm25(${table}, 4.0, 3.0, 2.0, 1.0) as rank
    from ${table} join search_documents d on d.number = ${table}.rowid
    where ${table} match ${query}) as matches`;
  return {
    relation,
    id: sql<string>`matches.id`,
    rank: sql<number>`matches.rank`.mapWith(Number),
  };
}

function searchTable(kind: SearchKind): SQL {
  return sql.raw(kind === "case" ? "case_search" : "precedent_search");
}
