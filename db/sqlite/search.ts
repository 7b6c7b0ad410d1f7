/** The search index on SQLite: FTS5 for the places of words, a table for how common each word is. */
import { setImmediate as turn } from "node:timers/promises";
import { sql, type SQL } from "drizzle-orm";
import {
  countWords,
  indexedParts,
  searchKinds,
  wordsOf,
  wrongCounts,
  type RankedTerm,
  type SearchDocument,
  type SearchKind,
  type WordCounts,
} from "../search-document.ts";
import type { Client } from "./connection.ts";

type Stored = SearchDocument & { number: number };

/** Puts a document in the index, in the place of what was there under its id. */
export function indexDocument(client: Client, kind: SearchKind, document: SearchDocument): void {
  const parts = indexedParts(document);
  const stored = findStored(client, kind, document.id);
  if (stored && partsOf(stored).join("\n") === parts.join("\n")) return;
  if (stored) client.prepare(`delete from ${tableOf(kind)} where rowid = ?`).run(stored.number);
  const number = stored?.number ?? addNumber(client, kind, document.id);
  client.prepare(insertInto(kind)).run(number, ...parts);
  const before = stored ? wordsOf(indexedParts(stored)) : new Set<string>();
  changeCounts(client, kind, { before, after: wordsOf(parts) });
}

export function removeDocument(client: Client, kind: SearchKind, id: string): void {
  const stored = findStored(client, kind, id);
  if (!stored) return;
  client.prepare(`delete from ${tableOf(kind)} where rowid = ?`).run(stored.number);
  client.prepare("delete from search_documents where number = ?").run(stored.number);
  changeCounts(client, kind, { before: wordsOf(indexedParts(stored)), after: new Set() });
}

/** Documents in the order of their ids, to go through all of them in steps. */
export function storedDocuments(
  client: Client,
  kind: SearchKind,
  { after, limit }: { after: string; limit: number },
): SearchDocument[] {
  return client
    .prepare<[string, string, number], SearchDocument>(
      `select d.document_id as id, s.title, s.facts, s.summary, s.motivation
       from search_documents d join ${tableOf(kind)} s on s.rowid = d.number
       where d.kind = ? and d.document_id > ? order by d.document_id limit ?`,
    )
    .all(kind, after, limit);
}

/**
 * Writes many documents that are not in the index yet, quickly. How common words are is written by
 * `finish`: until then the index is not whole.
 */
export function indexWriter(client: Client) {
  const number = client.prepare<[string, string]>(
    "insert into search_documents (kind, document_id) values (?, ?)",
  );
  const places = {
    case: client.prepare(insertInto("case")),
    precedent: client.prepare(insertInto("precedent")),
  };
  const counts: Record<SearchKind, WordCounts> = { case: new Map(), precedent: new Map() };
  return {
    add: (kind: SearchKind, document: SearchDocument): void => {
      const parts = indexedParts(document);
      places[kind].run(number.run(kind, document.id).lastInsertRowid, ...parts);
      countWords(counts[kind], parts);
    },
    finish: (): void => {
      const add = client.prepare(addCount);
      for (const kind of searchKinds) {
        for (const [word, documents] of counts[kind]) add.run(kind, word, documents);
        counts[kind].clear();
      }
    },
  };
}

/** Puts documents in that are not in the index yet; others come in between. */
export async function indexNewDocuments(
  client: Client,
  kind: SearchKind,
  documents: SearchDocument[],
): Promise<void> {
  const writer = indexWriter(client);
  for (const [place, document] of documents.entries()) {
    if (place % 10 === 9) await turn();
    writer.add(kind, document);
  }
  await turn();
  writer.finish();
}

/** Empties the index. Made anew, because taking out one document after the other takes minutes. */
export function clearIndex(client: Client): void {
  for (const table of searchKinds.map(tableOf)) {
    const made = client
      .prepare<[string], { sql: string }>("select sql from sqlite_master where name = ?")
      .get(table);
    client.exec(`drop table ${table}; ${made?.sql}`);
    client.exec(`insert into ${table} (${table}, rank) values ('secure-delete', 1)`);
  }
  client.exec("delete from search_documents; delete from search_words");
}

/** Counts anew in how many documents each word stands. */
export function recountWords(client: Client, kind: SearchKind): void {
  const counts = countedWords(client, kind);
  client.prepare("delete from search_words where kind = ?").run(kind);
  const add = client.prepare(addCount);
  for (const [word, documents] of counts) add.run(kind, word, documents);
}

/** What is wrong with the index in itself, whatever the documents say; empty when nothing is. */
export function indexProblems(client: Client): string[] {
  const damage = searchKinds.flatMap((kind) => {
    const table = tableOf(kind);
    try {
      client.exec(`insert into ${table} (${table}) values ('integrity-check')`);
      return [];
    } catch (error) {
      return [`${kind}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
  return [...damage, ...countProblems(client)];
}

/** The part of it that takes no lock. */
export function countProblems(client: Client): string[] {
  return searchKinds.flatMap((kind) => {
    const problems: string[] = [];
    const table = tableOf(kind);
    const loose = client
      .prepare<[string], { n: number }>(
        `select (select count(*) from search_documents where kind = ?) -
                (select count(*) from ${table}_docsize) as n`,
      )
      .get(kind)?.n;
    if (loose !== 0)
      problems.push(`${kind}: ${loose} documents more in the list than in the index`);
    const wrong = wrongCounts(keptCounts(client, kind), countedWords(client, kind));
    if (wrong > 0) problems.push(`${kind}: ${wrong} words are counted wrongly`);
    return problems;
  });
}

/** A table of ids and ranks, lower is better (BM25), to join with. */
export function matchesTable(kind: SearchKind, terms: RankedTerm[], limit?: number): SQL {
  const table = sql.raw(tableOf(kind));
  const query = queryOf(terms);
  const ranked = sql`select ${table}.rowid as number, bm25(${table}, 4.0, 3.0, 2.0, 1.0) as rank
    from ${table} where ${table} match ${query}`;
  const best = limit === undefined ? ranked : sql`${ranked} order by 2 limit ${limit}`;
  return sql`(select d.document_id as id, m.rank as rank
    from (${best}) m join search_documents d on d.number = m.number)`;
}

/** The ids alone: nothing is ranked. */
export function foundTable(kind: SearchKind, terms: RankedTerm[]): SQL {
  const table = sql.raw(tableOf(kind));
  return sql`(select d.document_id as id from ${table} f
    join search_documents d on d.number = f.rowid where ${table} match ${queryOf(terms)})`;
}

function queryOf(terms: RankedTerm[]): string {
  return terms.map(({ text, prefix }) => `"${text}"${prefix ? "*" : ""}`).join(" OR ");
}

const addCount = `insert into search_words (kind, word, documents) values (?, ?, ?)
  on conflict (kind, word) do update set documents = documents + excluded.documents`;

type Change = { before: Set<string>; after: Set<string> };

function changeCounts(client: Client, kind: SearchKind, { before, after }: Change): void {
  const add = client.prepare(addCount);
  for (const word of after) if (!before.has(word)) add.run(kind, word, 1);
  // Nothing of a document may stay behind: a word that stands nowhere any more goes.
  const last = client.prepare(
    "delete from search_words where kind = ? and word = ? and documents <= 1",
  );
  const less = client.prepare(
    "update search_words set documents = documents - 1 where kind = ? and word = ?",
  );
  for (const word of before) {
    if (!after.has(word) && last.run(kind, word).changes === 0) less.run(kind, word);
  }
}

function findStored(client: Client, kind: SearchKind, id: string): Stored | undefined {
  return client
    .prepare<[string, string], Stored>(
      `select d.number, d.document_id as id, coalesce(s.title, '') as title,
         coalesce(s.facts, '') as facts, coalesce(s.summary, '') as summary,
         coalesce(s.motivation, '') as motivation
       from search_documents d left join ${tableOf(kind)} s on s.rowid = d.number
       where d.kind = ? and d.document_id = ?`,
    )
    .get(kind, id);
}

function addNumber(client: Client, kind: SearchKind, id: string): number | bigint {
  return client
    .prepare("insert into search_documents (kind, document_id) values (?, ?)")
    .run(kind, id).lastInsertRowid;
}

function countedWords(client: Client, kind: SearchKind): WordCounts {
  const counts: WordCounts = new Map();
  const documents = client
    .prepare<[], SearchDocument>(`select title, facts, summary, motivation from ${tableOf(kind)}`)
    .iterate();
  for (const document of documents) countWords(counts, indexedParts(document));
  return counts;
}

function keptCounts(client: Client, kind: SearchKind): WordCounts {
  const rows = client
    .prepare<[string], { word: string; documents: number }>(
      "select word, documents from search_words where kind = ?",
    )
    .all(kind);
  return new Map(rows.map(({ word, documents }) => [word, documents]));
}

function partsOf({ title, facts, summary, motivation }: SearchDocument): string[] {
  return [title, facts, summary, motivation];
}

function insertInto(kind: SearchKind): string {
  return `insert into ${tableOf(kind)} (rowid, title, facts, summary, motivation) values (?, ?, ?, ?, ?)`;
}

function tableOf(kind: SearchKind): string {
  return kind === "case" ? "case_search" : "precedent_search";
}
