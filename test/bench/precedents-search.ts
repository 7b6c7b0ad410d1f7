/** Searching the same documents: by the product, by MiniSearch and by PostgreSQL's own ranking. */
import MiniSearch from "minisearch";
import pg from "pg";
import { db, dialect, storedDocuments, type SearchDocument } from "#db";
import { searchTerms } from "../../app/domain/search-terms.ts";
import type { Access } from "../../app/server/access.server.ts";
import { precedentSearch } from "../../app/schemas/precedent-search.ts";
import { searchPrecedents } from "../../app/server/precedent-search.server.ts";
import { percentile } from "./measure.ts";
import { timed } from "./precedents-engine.ts";
import { searches } from "./visitors.ts";

export type SearchTimes = { p50: number; p95: number; asked: number };
export type BuiltSearch = SearchTimes & { buildSeconds: number; megabytes: number | null };

export type SearchFigures = {
  own: SearchTimes;
  /** Null where it was not measured, see `mostInMemory`. */
  miniSearch: BuiltSearch | null;
  postgres: BuiltSearch | null;
};

/** Beyond this MiniSearch, with all its documents in the memory of the process, is left out. */
export const mostInMemory = 200_000;
const found = 25;

export async function measureSearch(access: Access<never>, size: number): Promise<SearchFigures> {
  const own = await timesOf((words) =>
    searchPrecedents(access, precedentSearch.parse({ words, sort: "relevance" })),
  );
  return {
    own,
    miniSearch: size <= mostInMemory ? await measureMiniSearch() : null,
    postgres: dialect === "postgres" ? await measurePostgres() : null,
  };
}

async function timesOf(search: (words: string) => Promise<unknown>): Promise<SearchTimes> {
  const queries = searches();
  for (const words of queries.slice(0, 20)) await search(words);
  const times: number[] = [];
  for (const words of [...queries, ...queries]) times.push(await timed(() => search(words)));
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), asked: times.length };
}

const fields = ["title", "facts", "summary", "motivation"] as const;

async function measureMiniSearch(): Promise<BuiltSearch> {
  const before = process.memoryUsage().heapUsed;
  const index = new MiniSearch<SearchDocument>({
    fields: [...fields],
    searchOptions: {
      boost: { title: 4, facts: 3, summary: 2 },
      prefix: (term) => term.length > 4,
    },
  });
  const started = performance.now();
  for (let after = ""; ;) {
    const documents = await storedDocuments(db.read, "precedent", { after, limit: 5000 });
    const last = documents.at(-1);
    if (!last) break;
    index.addAll(documents);
    after = last.id;
  }
  const buildSeconds = (performance.now() - started) / 1000;
  const megabytes = (process.memoryUsage().heapUsed - before) / 1e6;
  const times = await timesOf((words) => {
    const query = searchTerms(words).map(({ text }) => text);
    return Promise.resolve(index.search(query.join(" ")).slice(0, found));
  });
  return { ...times, buildSeconds, megabytes };
}

const table = "bench_own_ranking";

/** Dutch stemming, weights as ours, an index, and the ranking that knows how near words stand. */
async function measurePostgres(): Promise<BuiltSearch> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL ?? "" });
  await client.connect();
  try {
    const built = await timed(async () => {
      await client.query(`drop table if exists ${table}`);
      await client.query("set maintenance_work_mem = '512MB'");
      const weighted = fields
        .map((field, place) => `setweight(to_tsvector('dutch', ${field}), '${"ABCD"[place]}')`)
        .join(" || ");
      await client.query(
        `create unlogged table ${table} as select document_id as id, ${weighted} as words
         from search_texts where kind = 'precedent'`,
      );
      await client.query(`create index on ${table} using gin (words)`);
      await client.query(`analyze ${table}`);
    });
    const times = await timesOf((words) => {
      const query = searchTerms(words).map(({ text, prefix }) => text + (prefix ? ":*" : ""));
      return client.query(
        `select id, ts_rank_cd('{0.25, 0.5, 0.75, 1}', words, query) as rank
         from ${table}, to_tsquery('dutch', $1) query where words @@ query
         order by rank desc, id limit ${found}`,
        [query.join(" | ")],
      );
    });
    const { rows } = await client.query<{ bytes: string }>(
      `select pg_total_relation_size('${table}') as bytes`,
    );
    await client.query(`drop table ${table}`);
    return { ...times, buildSeconds: built / 1000, megabytes: Number(rows[0]?.bytes) / 1e6 };
  } finally {
    await client.end();
  }
}
