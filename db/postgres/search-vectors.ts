/** How PostgreSQL keeps the words of a document and looks for them; its parser takes no part. */
import { sql, type SQL } from "drizzle-orm";
import type { RankedTerm, SearchKind } from "../search-document.ts";

/** Beyond these PostgreSQL keeps no place of a word. */
const [lastPlace, mostPlacesOfWord] = [16_383, 255];

/**
 * How much a word counts in the motivation, summary, facts and title. BM25 with 1, 2, 3 and 4 gives
 * the first time a word is met w / (w + 1.2), which are these shares. With them and with 1 for "less
 * in longer documents", 23 of 25 are the same as on SQLite; with 0.25 to 1 it were 12.
 */
const partWeights = sql.raw("'{0.591, 0.8125, 0.929, 1}'");

/**
 * A table of ids and ranks, lower is better, to join with: for each term how rare it is times how
 * often and how prominently it stands in the document. Not BM25, but near it.
 */
export function matchesTable(kind: SearchKind, terms: RankedTerm[], limit?: number): SQL {
  // As text of the query: PostgreSQL uses the index of a kind only when it reads which kind it is.
  const ofKind = sql.raw(`kind = '${kind}'`);
  const rank = terms.map((term) => {
    const share = sql.raw(`-${term.weight.toFixed(4)}`);
    return sql`${share} * ts_rank(${partWeights}, words, ${wordQuery(term)}::tsquery, 1)`;
  });
  const query = terms.map(wordQuery).join(" | ");
  const ranked = sql`select document_id as id, ${sql.join(rank, sql` + `)} as rank
    from search_documents where ${ofKind} and words @@ ${query}::tsquery`;
  return limit === undefined ? sql`(${ranked})` : sql`(${ranked} order by 2, 1 limit ${limit})`;
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
