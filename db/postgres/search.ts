/** The search index on PostgreSQL: a tsvector of our own words, a table for how common each word is. */
import { sql, type SQL } from "drizzle-orm";
import {
  countWords,
  indexedParts,
  searchKinds,
  wordsOf,
  wrongCounts,
  type SearchDocument,
  type SearchKind,
  type WordCounts,
} from "../search-document.ts";
import type { Queries } from "../sqlite/connection.ts";
import { wordVector } from "./search-vectors.ts";

export { foundTable, matchesTable } from "./search-vectors.ts";

const documentsAtOnce = 500;

/** Puts a document in the index, in the place of what was there under its id. */
export async function indexDocument(
  tx: Queries,
  kind: SearchKind,
  document: SearchDocument,
): Promise<void> {
  const parts = indexedParts(document);
  const stored = await findStored(tx, kind, document.id);
  if (stored?.join("\n") === parts.join("\n")) return;
  const before = stored ? wordsOf(stored) : new Set<string>();
  await insertDocuments(tx, kind, [{ id: document.id, parts }]);
  await changeCounts(tx, kind, { before, after: wordsOf(parts) });
}

export async function removeDocument(tx: Queries, kind: SearchKind, id: string): Promise<void> {
  const stored = await findStored(tx, kind, id);
  if (!stored) return;
  await removeRows(tx, kind, id);
  await changeCounts(tx, kind, { before: wordsOf(stored), after: new Set() });
}

/** Documents in the order of their ids, to go through all of them in steps. */
export function storedDocuments(
  read: Queries,
  kind: SearchKind,
  { after, limit }: { after: string; limit: number },
): Promise<SearchDocument[]> {
  return rowsOf<SearchDocument>(
    read,
    sql`select document_id as id, title, facts, summary, motivation from search_texts
      where kind = ${kind} and document_id > ${after} order by document_id limit ${limit}`,
  );
}

/**
 * Writes many documents that are not in the index yet, quickly: in one transaction, in which nobody
 * searches. How common words are and what finds them are made by `finish`.
 */
export function indexWriter(tx: Queries) {
  const counts: Record<SearchKind, WordCounts> = { case: new Map(), precedent: new Map() };
  let finders: Finder[] | undefined;
  return {
    add: async (kind: SearchKind, documents: SearchDocument[]): Promise<void> => {
      finders ??= await takeFinders(tx);
      for (let start = 0; start < documents.length; start += documentsAtOnce) {
        const some = documents.slice(start, start + documentsAtOnce);
        const indexed = some.map((each) => ({ id: each.id, parts: indexedParts(each) }));
        for (const { parts } of indexed) countWords(counts[kind], parts);
        await insertDocuments(tx, kind, indexed);
      }
    },
    finish: async (): Promise<void> => {
      for (const kind of searchKinds) {
        await addCounts(tx, kind, counts[kind]);
        counts[kind].clear();
      }
      for (const { definition } of finders ?? []) await rowsOf(tx, sql.raw(definition));
      finders = undefined;
    },
  };
}

/** Puts documents in that are not in the index yet, in a few statements. */
export async function indexNewDocuments(
  tx: Queries,
  kind: SearchKind,
  documents: SearchDocument[],
): Promise<void> {
  const counts: WordCounts = new Map();
  const indexed = documents.map((each) => ({ id: each.id, parts: indexedParts(each) }));
  for (const { parts } of indexed) countWords(counts, parts);
  await insertDocuments(tx, kind, indexed);
  await addCounts(tx, kind, new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1))));
}

type Finder = { name: string; definition: string };

/** Takes away the indexes of words: made at the end they take a tenth of the time. */
async function takeFinders(tx: Queries): Promise<Finder[]> {
  const finders = await rowsOf<Finder>(
    tx,
    sql`select indexname as name, indexdef as definition from pg_indexes
      where schemaname = current_schema() and tablename = 'search_documents'
        and indexdef like '% USING gin %'`,
  );
  for (const { name } of finders) await rowsOf(tx, sql.raw(`drop index "${name}"`));
  return finders;
}

/** Empties the index. */
export async function clearIndex(tx: Queries): Promise<void> {
  await rowsOf(tx, sql`truncate search_documents, search_texts, search_words`);
}

/** Counts anew in how many documents each word stands. */
export async function recountWords(tx: Queries, kind: SearchKind): Promise<void> {
  const counts = await countedWords(tx, kind);
  await rowsOf(tx, sql`delete from search_words where kind = ${kind}`);
  await addCounts(tx, kind, counts);
}

/** What is wrong with the index in itself, whatever the documents say; empty when nothing is. */
export async function indexProblems(read: Queries): Promise<string[]> {
  const problems: string[] = [];
  for (const kind of searchKinds) {
    const [loose] = await rowsOf<{ n: number }>(
      read,
      sql`select count(*)::int as n from (select * from search_documents where kind = ${kind}) d
        full join (select * from search_texts where kind = ${kind}) t
          on t.document_id = d.document_id
        where d.document_id is null or t.document_id is null`,
    );
    if (loose?.n !== 0) problems.push(`${kind}: ${loose?.n} documents without words or texts`);
    const wrong = wrongCounts(await keptCounts(read, kind), await countedWords(read, kind));
    if (wrong > 0) problems.push(`${kind}: ${wrong} words are counted wrongly`);
  }
  return problems;
}

type Indexed = { id: string; parts: string[] };

async function insertDocuments(tx: Queries, kind: SearchKind, documents: Indexed[]): Promise<void> {
  const ids = list(documents.map(({ id }) => id));
  const vectors = list(documents.map(({ parts }) => wordVector(parts)));
  const [title, facts, summary, motivation] = [0, 1, 2, 3].map((part) =>
    list(documents.map(({ parts }) => parts[part] ?? "")),
  );
  await rowsOf(
    tx,
    sql`insert into search_documents (kind, document_id, words)
      select ${kind}, id, words::tsvector from unnest(${ids}::text[], ${vectors}::text[]) as d (id, words)
      on conflict (kind, document_id) do update set words = excluded.words`,
  );
  await rowsOf(
    tx,
    sql`insert into search_texts (kind, document_id, title, facts, summary, motivation)
      select ${kind}, d.* from unnest(${ids}::text[], ${title}::text[], ${facts}::text[],
        ${summary}::text[], ${motivation}::text[]) as d
      on conflict (kind, document_id) do update set title = excluded.title,
        facts = excluded.facts, summary = excluded.summary, motivation = excluded.motivation`,
  );
}

async function removeRows(tx: Queries, kind: SearchKind, id: string): Promise<void> {
  const these = sql`kind = ${kind} and document_id = ${id}`;
  await rowsOf(tx, sql`delete from search_documents where ${these}`);
  await rowsOf(tx, sql`delete from search_texts where ${these}`);
}

type Change = { before: Set<string>; after: Set<string> };

async function changeCounts(
  tx: Queries,
  kind: SearchKind,
  { before, after }: Change,
): Promise<void> {
  const added = [...after].filter((word) => !before.has(word));
  await addCounts(tx, kind, new Map(added.map((word) => [word, 1])));
  const gone = [...before].filter((word) => !after.has(word));
  if (gone.length === 0) return;
  // Nothing of a document may stay behind: a word that stands nowhere any more goes.
  const these = sql`kind = ${kind} and word = any(${list(gone)}::text[])`;
  await rowsOf(tx, sql`delete from search_words where ${these} and documents = 1`);
  await rowsOf(tx, sql`update search_words set documents = documents - 1 where ${these}`);
}

async function addCounts(tx: Queries, kind: SearchKind, counts: WordCounts): Promise<void> {
  if (counts.size === 0) return;
  const [words, documents] = [list([...counts.keys()]), list([...counts.values()])];
  await rowsOf(
    tx,
    sql`insert into search_words as w (kind, word, documents)
      select ${kind}, a.* from unnest(${words}::text[], ${documents}::int[]) as a
      on conflict (kind, word) do update set documents = w.documents + excluded.documents`,
  );
}

async function findStored(
  tx: Queries,
  kind: SearchKind,
  id: string,
): Promise<string[] | undefined> {
  const [row] = await rowsOf<SearchDocument>(
    tx,
    sql`select title, facts, summary, motivation from search_texts
      where kind = ${kind} and document_id = ${id}`,
  );
  return row && [row.title, row.facts, row.summary, row.motivation];
}

async function countedWords(read: Queries, kind: SearchKind): Promise<WordCounts> {
  const counts: WordCounts = new Map();
  for (let after = ""; ;) {
    const documents = await storedDocuments(read, kind, { after, limit: documentsAtOnce });
    for (const document of documents) countWords(counts, indexedParts(document));
    const last = documents.at(-1);
    if (!last) return counts;
    after = last.id;
  }
}

async function keptCounts(read: Queries, kind: SearchKind): Promise<WordCounts> {
  const rows = await rowsOf<{ word: string; documents: number }>(
    read,
    sql`select word, documents from search_words where kind = ${kind}`,
  );
  return new Map(rows.map(({ word, documents }) => [word, documents]));
}

/** Lists go to PostgreSQL as one value, where drizzle would write each element apart. */
function list(values: (string | number)[]): SQL {
  return sql`${sql.param(values)}`;
}

type Executing = { execute: (query: SQL) => Promise<{ rows: unknown[] }> };

async function rowsOf<Row>(queries: Queries, query: SQL): Promise<Row[]> {
  // Typed as SQLite's: see db/columns.ts.
  const { rows } = await (queries as unknown as Executing).execute(query);
  return rows as Row[];
}
