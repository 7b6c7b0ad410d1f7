/** How PostgreSQL keeps the words of a document and looks for them; its parser takes no part. */
import { sql, type SQL } from "drizzle-orm";
import type { RankedTerm, SearchKind } from "../search-document.ts";

/** Beyond these PostgreSQL keeps no place of a word. */
const [lastPlace, mostPlacesOfWord] = [16_383, 255];

/** Of the motivation, summary, facts and title, in quarters: 1, 2, 3 and 4 are what BM25 counts with. */
const partWeights = sql.raw("'{0.25, 0.5, 0.75, 1}'");
/** As FTS5 has them. */
const [saturation, lengthShare] = [1.2, 0.75];
/** The average length of a document is that of so many. */
const measured = 100;
/** Where the best few are asked, about so many documents are ranked: to read more takes too long. */
const mostRanked = 12_000;
/** With fewer than these, what has only a more common word takes part as well. */
const enough = 500;

/**
 * A table of ids and ranks, lower is better (BM25), to join with. PostgreSQL has no BM25, but what it is made of: the
 * cover density of a single word is the sum of the weights of its places, and two ranks of which one is divided by the
 * length of the document give that length.
 */
export function matchesTable(kind: SearchKind, terms: RankedTerm[], limit?: number): SQL {
  // As text of the query: PostgreSQL uses the index of a kind only when it reads which kind it is.
  const ofKind = sql.raw(`kind = '${kind}'`);
  const query = queryOf(terms);
  const found = sql`select document_id, words,
      ts_rank(words, ${query}, 0) / ts_rank(words, ${query}, 2) / ${averageLength(ofKind)} as length
    from (${limit === undefined ? withAny(ofKind, terms) : withRarest(ofKind, terms)}) as looked_at offset 0`;
  const floor = sql.raw(`${saturation} * (${1 - lengthShare} + ${lengthShare} * length)`);
  const rank = terms.map((term) => {
    const places = sql`4 * ts_rank_cd(${partWeights}, words, ${wordQuery(term)}::tsquery)`;
    // The same as places / (places + floor), with the places found once.
    return sql`${sql.raw(term.weight.toFixed(6))} * (${floor} / (${places} + ${floor}) - 1)`;
  });
  const ranked = sql`select document_id as id, ${sql.join(rank, sql` + `)} as rank from (${found}) as found`;
  return limit === undefined ? sql`(${ranked})` : sql`(${ranked} order by 2, 1 limit ${limit})`;
}

/** The ids alone: nothing is ranked, and no document read. */
export function foundTable(kind: SearchKind, terms: RankedTerm[]): SQL {
  return sql`(select document_id as id from search_documents
    where ${sql.raw(`kind = '${kind}'`)} and words @@ ${queryOf(terms)})`;
}

function withAny(ofKind: SQL, terms: RankedTerm[]): SQL {
  return sql`select document_id, words from search_documents
    where ${ofKind} and words @@ ${queryOf(terms)}`;
}

/**
 * Documents with the rarest of the terms: they hold the best, as what only has a common word ranks below. Of a word
 * that stands in very many documents not all of them.
 */
function withRarest(ofKind: SQL, terms: RankedTerm[]): SQL {
  let sum = 0;
  const rare = terms.filter(({ documents }) => (sum += documents) <= mostRanked);
  const next = terms[rare.length];
  if (!next) return withAny(ofKind, terms);
  const common = sql`${withAny(ofKind, [next])} limit ${sql.raw(String(mostRanked))}`;
  if (rare.length === 0) return common;
  const isFew = rare.reduce((total, { documents }) => total + documents, 0) < enough;
  if (!isFew) return withAny(ofKind, rare);
  return sql`${withAny(ofKind, rare)} union all (${withAny(ofKind, [next])}
    and not words @@ ${queryOf(rare)} limit ${sql.raw(String(mostRanked))})`;
}

function queryOf(terms: RankedTerm[]): SQL {
  return sql`${terms.map(wordQuery).join(" | ")}::tsquery`;
}

function averageLength(ofKind: SQL): SQL {
  return sql`(select avg(cardinality(string_to_array(concat_ws(' ', title, facts, summary, motivation), ' ')))
    from (select * from search_texts where ${ofKind} order by document_id limit ${sql.raw(String(measured))}) as first_ones)`;
}

function wordQuery({ text, prefix }: RankedTerm): string {
  return `'${text}'${prefix ? ":*" : ""}`;
}

/** The words of a document with their places, in the notation of a tsvector: `'huis':1A,7D`. */
export function wordVector(parts: string[]): string {
  const places = new Map<string, string[]>();
  let place = 0;
  for (const [part, text] of parts.entries()) {
    for (const word of text.split(" ")) {
      if (word === "") continue;
      place = Math.min(place + 1, lastPlace);
      const known = places.get(word);
      const mark = `${place}${"ABCD"[part]}`;
      if (!known) places.set(word, [mark]);
      else if (known.length < mostPlacesOfWord) known.push(mark);
    }
  }
  return [...places].map(([word, marks]) => `'${word}':${marks.join(",")}`).join(" ");
}
