/**
 * Full-text search, the port behind which FTS5 or PostgreSQL does the work. Title, facts, summary and
 * motivation weigh 4, 3, 2 and 1. Both engines are given the words the application makes of a text and
 * find the same documents; only their order may differ a little.
 */
import { and, asc, eq, like, notLike, or, sql, type SQL } from "drizzle-orm";
import type { SearchTerm } from "../app/domain/search-terms.ts";
import { dialect } from "./dialect.ts";
import * as onPostgres from "./postgres/search.ts";
import type { RankedTerm, SearchDocument, SearchKind } from "./search-document.ts";
import type { Queries } from "./sqlite/connection.ts";
import * as onSqlite from "./sqlite/search.ts";

export type { SearchDocument, SearchKind } from "./search-document.ts";

/** A search made ready: the terms worth looking for, the rarest first. */
export type Search = { kind: SearchKind; terms: RankedTerm[] };

/** Puts a document in the index, in the place of what was there under its id. */
export async function indexDocument(
  tx: Queries,
  kind: SearchKind,
  document: SearchDocument,
): Promise<void> {
  if (dialect === "postgres") await onPostgres.indexDocument(tx, kind, document);
  else onSqlite.indexDocument(tx.$client, kind, document);
}

/** Puts many documents in that are not in the index yet, faster than one by one. */
export async function indexNewDocuments(
  tx: Queries,
  kind: SearchKind,
  documents: SearchDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  if (dialect === "postgres") await onPostgres.indexNewDocuments(tx, kind, documents);
  else await onSqlite.indexNewDocuments(tx.$client, kind, documents);
}

export async function removeDocument(tx: Queries, kind: SearchKind, id: string): Promise<void> {
  if (dialect === "postgres") await onPostgres.removeDocument(tx, kind, id);
  else onSqlite.removeDocument(tx.$client, kind, id);
}

/** The ids of all documents in the index. */
export async function indexedIds(read: Queries, kind: SearchKind): Promise<string[]> {
  const rows = await read
    .select({ id: sql<string>`document_id` })
    .from(sql`search_documents`)
    .where(sql`kind = ${kind}`);
  return rows.map(({ id }) => id);
}

/** Documents as the index keeps them, in the order of their ids, to go through all in steps. */
export async function storedDocuments(
  read: Queries,
  kind: SearchKind,
  step: { after: string; limit: number },
): Promise<SearchDocument[]> {
  return dialect === "postgres"
    ? onPostgres.storedDocuments(read, kind, step)
    : onSqlite.storedDocuments(read.$client, kind, step);
}

/** Empties the index, for making it anew. */
export async function clearIndex(tx: Queries): Promise<void> {
  if (dialect === "postgres") await onPostgres.clearIndex(tx);
  else onSqlite.clearIndex(tx.$client);
}

/** Counts anew in how many documents each word stands. */
export async function recountWords(tx: Queries, kind: SearchKind): Promise<void> {
  if (dialect === "postgres") await onPostgres.recountWords(tx, kind);
  else onSqlite.recountWords(tx.$client, kind);
}

/** What is wrong with the index in itself; empty when nothing is. */
export async function indexProblems(tx: Queries): Promise<string[]> {
  return dialect === "postgres" ? onPostgres.indexProblems(tx) : onSqlite.indexProblems(tx.$client);
}

/**
 * The documents with at least one of the terms, to join a query with: `matches.id` is the id,
 * `matches.rank` lower is better. With a limit only the best so many take part, which spares the
 * join with all the others.
 */
export function searchMatches({ kind, terms }: Search, options: { limit?: number } = {}) {
  const { matchesTable } = dialect === "postgres" ? onPostgres : onSqlite;
  return {
    relation: sql`${matchesTable(kind, terms, options.limit)} as matches`,
    id: sql<string>`matches.id`,
    rank: sql<number>`matches.rank`.mapWith(Number),
  };
}

/** The documents with at least one of the terms, not ranked: to count, or to ask whether one is among them. */
export function searchFound({ kind, terms }: Search) {
  const { foundTable } = dialect === "postgres" ? onPostgres : onSqlite;
  return { relation: sql`${foundTable(kind, terms)} as found`, id: sql<string>`found.id` };
}

/** How many places of words in documents are ranked for one search, at most about. */
const mostPlaces = 60_000;
/** Words are added, however common, until so many documents are found. */
const enough = 500;

/**
 * Looks up how rare the terms are, and leaves out those that stand nowhere. In a large index without
 * the most common words of a long query: what stands in very many documents says little of any of
 * them and costs the most. Null when nothing can be found.
 */
export async function prepareSearch(
  read: Queries,
  kind: SearchKind,
  terms: SearchTerm[],
): Promise<Search | null> {
  const { documents: all, counted } = await countTerms(read, kind, terms);
  counted.sort((a, b) => a.documents - b.documents);
  let places = 0;
  const telling = counted.filter(({ documents }) => {
    if (documents === 0 || (places >= enough && places + documents > mostPlaces)) return false;
    places += documents;
    return true;
  });
  if (telling.length === 0) return null;
  return {
    kind,
    terms: telling.map(({ term, documents, words, first }) => ({
      // The only word that begins so is found faster as a whole.
      ...(words === 1 ? { text: first, prefix: false } : term),
      documents,
      weight: Math.max(1e-6, Math.log((all - documents + 0.5) / (documents + 0.5))),
    })),
  };
}

const lastCharacter = String.fromCodePoint(0x10ffff);

async function countTerms(read: Queries, kind: SearchKind, terms: SearchTerm[]) {
  const whole = countOf(kind, 0, sql`word = ''`);
  const each = terms.map(({ text, prefix }, place) =>
    countOf(
      kind,
      place + 1,
      prefix ? sql`word >= ${text} and word < ${text + lastCharacter}` : sql`word = ${text}`,
    ),
  );
  const rows = await read
    .select({
      place: sql`place`.mapWith(Number),
      documents: sql`documents`.mapWith(Number),
      words: sql`words`.mapWith(Number),
      first: sql<string>`coalesce(first, '')`,
    })
    .from(sql`(${sql.join([whole, ...each], sql` union all `)}) as counted`);
  const counts = new Map(rows.map(({ place, ...row }) => [place, row]));
  const all = counts.get(0)?.documents ?? 0;
  return {
    documents: all,
    counted: terms.map((term, place) => ({
      term,
      // Of a beginning the sum of its words, where one document may hold several.
      documents: Math.min(all, counts.get(place + 1)?.documents ?? 0),
      words: counts.get(place + 1)?.words ?? 0,
      first: counts.get(place + 1)?.first ?? "",
    })),
  };
}

function countOf(kind: SearchKind, place: number, which: SQL): SQL {
  return sql`select ${sql.raw(String(place))} as place, coalesce(sum(documents), 0) as documents,
    count(*) as words, min(word) as first from search_words where kind = ${kind} and ${which}`;
}

/** Of words that hold a term inside, the shortest so many are searched for. */
const mostCompounds = 50;
const shortestInside = /^\p{L}{4,}$/u;

/**
 * Words of documents that hold a term inside them, as "nabestaandenuitkering" holds "uitkering",
 * without those the terms themselves find.
 */
export async function compoundTerms(
  read: Queries,
  kind: SearchKind,
  terms: SearchTerm[],
): Promise<SearchTerm[]> {
  const word = sql<string>`word`;
  const holding = terms
    .filter(({ text }) => shortestInside.test(text))
    .map(({ text }) => like(word, `%${text}%`));
  if (holding.length === 0) return [];
  const found = terms.map(({ text, prefix }) => notLike(word, prefix ? `${text}%` : text));
  const rows = await read
    .select({ word })
    .from(sql`search_words`)
    .where(and(eq(sql`kind`, kind), or(...holding), ...found))
    .orderBy(asc(sql`length(word)`), asc(word))
    .limit(mostCompounds);
  return rows.map((row) => ({ text: row.word, prefix: false }));
}
