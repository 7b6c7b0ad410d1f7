/** Both search engines, empty, under one face: to hold them to the same. */
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { sql, type SQL } from "drizzle-orm";
import pg from "pg";
import { connect as connectPostgres } from "../../db/postgres/connection.ts";
import { migrate as migratePostgres } from "../../db/postgres/migrate.ts";
import * as onPostgres from "../../db/postgres/search.ts";
import type { RankedTerm, SearchDocument, SearchKind } from "../../db/search-document.ts";
import { connect as connectSqlite, openWriter, type Queries } from "../../db/sqlite/connection.ts";
import { migrate as migrateSqlite } from "../../db/sqlite/migrate.ts";
import * as onSqlite from "../../db/sqlite/search.ts";
import { startPostgres } from "./postgres-server.ts";

export type SearchEngine = {
  name: string;
  queries: Queries;
  index: (kind: SearchKind, document: SearchDocument) => Promise<void>;
  remove: (kind: SearchKind, id: string) => Promise<void>;
  /** Many at once. */
  fill: (kind: SearchKind, documents: SearchDocument[]) => Promise<void>;
  stored: (kind: SearchKind, step: { after: string; limit: number }) => Promise<SearchDocument[]>;
  /** The ids of all matches, best first. */
  matches: (kind: SearchKind, terms: RankedTerm[]) => Promise<string[]>;
  recount: (kind: SearchKind) => Promise<void>;
  problems: () => Promise<string[]>;
  run: (query: SQL) => Promise<Record<string, unknown>[]>;
  clear: () => Promise<void>;
  /** Whether these characters stand anywhere in the files of the database. */
  holds: (characters: string) => Promise<boolean>;
  close: () => Promise<void>;
};

export async function sqliteSearch(): Promise<SearchEngine> {
  const file = join(mkdtempSync(join(tmpdir(), "maatwerkplaats-test-")), "test.db");
  const client = openWriter(file);
  await migrateSqlite(client, file);
  const queries = connectSqlite(client);
  const run = (query: SQL) => Promise.resolve(queries.all<Record<string, unknown>>(query));
  return {
    name: "SQLite",
    queries,
    index: (kind, document) => Promise.resolve(onSqlite.indexDocument(client, kind, document)),
    remove: (kind, id) => Promise.resolve(onSqlite.removeDocument(client, kind, id)),
    fill: (kind, documents) => {
      const writer = onSqlite.indexWriter(client);
      for (const document of documents) writer.add(kind, document);
      return Promise.resolve(writer.finish());
    },
    stored: (kind, step) => Promise.resolve(onSqlite.storedDocuments(client, kind, step)),
    matches: async (kind, terms) => idsOf(await run(best(onSqlite.matchesTable(kind, terms)))),
    recount: (kind) => Promise.resolve(onSqlite.recountWords(client, kind)),
    problems: () => Promise.resolve(onSqlite.indexProblems(client)),
    run,
    clear: () => Promise.resolve(onSqlite.clearIndex(client)),
    holds: (characters) => {
      client.pragma("wal_checkpoint(TRUNCATE)");
      const files = readdirSync(dirname(file)).map((name) => join(dirname(file), name));
      return Promise.resolve(files.some((path) => readFileSync(path).includes(characters)));
    },
    close: () => Promise.resolve(void client.close()),
  };
}

export async function postgresSearch(): Promise<SearchEngine> {
  const server = await startPostgres();
  const url = await server.createDatabase("search");
  await migratePostgres(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const queries = connectPostgres(client);
  const run = async (query: SQL) => {
    const executing = queries as unknown as {
      execute: (query: SQL) => Promise<{ rows: Record<string, unknown>[] }>;
    };
    return (await executing.execute(query)).rows;
  };
  return {
    name: "PostgreSQL",
    queries,
    index: (kind, document) => onPostgres.indexDocument(queries, kind, document),
    remove: (kind, id) => onPostgres.removeDocument(queries, kind, id),
    fill: async (kind, documents) => {
      const writer = onPostgres.indexWriter(queries);
      await writer.add(kind, documents);
      await writer.finish();
    },
    stored: (kind, step) => onPostgres.storedDocuments(queries, kind, step),
    matches: async (kind, terms) => idsOf(await run(best(onPostgres.matchesTable(kind, terms)))),
    recount: (kind) => onPostgres.recountWords(queries, kind),
    problems: () => onPostgres.indexProblems(queries),
    run,
    clear: () => onPostgres.clearIndex(queries),
    holds: async (characters) => {
      const tables = ["search_documents", "search_texts", "search_words"];
      for (const table of tables) {
        const found = await run(
          sql.raw(`select 1 from ${table} as t where t::text like '%${characters}%'`),
        );
        if (found.length > 0) return true;
      }
      return false;
    },
    close: async () => {
      await client.end();
      await server.stop();
    },
  };
}

function best(matches: SQL): SQL {
  return sql`select matches.id as id from ${matches} as matches order by matches.rank, matches.id`;
}

function idsOf(rows: Record<string, unknown>[]): string[] {
  return rows.map(({ id }) => String(id));
}
