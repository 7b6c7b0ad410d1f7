/** An SQLite database as the source or the destination of a copy. */
import { existsSync } from "node:fs";
import Sqlite from "better-sqlite3";
import {
  assertCurrent,
  type CopyDestination,
  type CopySource,
  type CopyTable,
  type StoredRow,
} from "../copy.ts";
import { restoreStamp } from "../restore.ts";
import type { SearchDocument, SearchKind } from "../search-document.ts";
import { verifyCopy } from "./backup.ts";
import { databaseFile, openWriter, type Client } from "./connection.ts";
import { migrate, statusOf } from "./migrate.ts";
import { removeDatabase, replaceDatabase } from "./restore.ts";
import { indexWriter, storedDocuments } from "./search.ts";

/** A batch ends at so many rows or characters: some rows hold a whole weighing. */
const [rowsAtOnce, charactersAtOnce] = [1000, 1_000_000];
const documentsAtOnce = 250;

export async function openSqliteSource(url: string): Promise<CopySource> {
  const file = databaseFile(url);
  if (!existsSync(file)) throw new Error(`There is no database ${file}.`);
  const client = new Sqlite(file, { fileMustExist: true });
  try {
    client.pragma("query_only = ON");
    client.pragma("cache_size = -100000");
    // One moment for all tables, whatever is changed meanwhile.
    client.exec("begin");
    assertCurrent(statusOf(client), url);
  } catch (error) {
    client.close();
    throw error;
  }
  const tables = tablesOf(client);
  return {
    tables,
    counts: () => Promise.resolve(countsOf(client, tables)),
    rows: (table) => rowsOf(client, table),
    documents: (kind) => documentsOf(client, kind),
    close: () => Promise.resolve(void client.close()),
  };
}

/** Written beside the file that is to be, and put there when it is whole. */
export async function openSqliteDestination(url: string): Promise<CopyDestination> {
  const file = databaseFile(url);
  assertEmpty(file);
  const unfinished = `${file}.copying`;
  const client = await newDatabase(unfinished);
  const tables = tablesOf(client);
  const indexes = dropIndexes(client, tables);
  const writer = indexWriter(client);
  client.exec("begin");
  return {
    tables,
    write: (table, rows) => writeRows(client, table, rows),
    index: async (kind, batches) => {
      for await (const batch of batches) for (const document of batch) writer.add(kind, document);
    },
    complete: () => {
      writer.finish();
      for (const statement of indexes) client.exec(statement);
      client.exec("commit; analyze");
      return Promise.resolve();
    },
    counts: () => Promise.resolve(countsOf(client, tables)),
    finish: () => {
      client.close();
      verifyCopy(unfinished);
      replaceDatabase(unfinished, file, restoreStamp());
      return Promise.resolve();
    },
    close: () => {
      if (client.open) client.close();
      removeDatabase(unfinished);
      return Promise.resolve();
    },
  };
}

async function newDatabase(file: string): Promise<Client> {
  removeDatabase(file);
  const client = openWriter(file);
  await migrate(client, file);
  // Whoever breaks it off begins again: until it is put in place nothing has to be safe.
  for (const setting of ["journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF"]) {
    client.pragma(setting);
  }
  client.pragma("cache_size = -400000");
  return client;
}

function assertEmpty(file: string): void {
  if (!existsSync(file)) return;
  const client = new Sqlite(file, { fileMustExist: true });
  try {
    const full = [...countsOf(client, tablesOf(client))].filter(([, rows]) => rows > 0);
    if (full.length === 0) return;
    throw new Error(`${file} is not empty: copy to a file that is not there yet.`);
  } finally {
    client.close();
  }
}

function tablesOf(client: Client): CopyTable[] {
  const names = client
    .prepare<[], string>(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like '%search%' and name <> '__drizzle_migrations' order by name",
    )
    .pluck()
    .all();
  return names.map((name) => {
    const columns = client.pragma(`table_info("${name}")`) as { name: string; pk: number }[];
    const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    return { name, columns: columns.map((column) => column.name), key: key.map((one) => one.name) };
  });
}

function countsOf(client: Client, tables: CopyTable[]): Map<string, number> {
  return new Map(
    tables.map(({ name }) => [
      name,
      client.prepare<[], number>(`select count(*) from "${name}"`).pluck().get() ?? 0,
    ]),
  );
}

async function* rowsOf(client: Client, { name, columns, key }: CopyTable) {
  const rows = client
    .prepare<[], StoredRow>(`select ${list(columns)} from "${name}" order by ${list(key)}`)
    .raw()
    .iterate();
  let batch: StoredRow[] = [];
  let characters = 0;
  for (const row of rows) {
    for (const value of row) if (typeof value === "string") characters += value.length;
    if (batch.push(row) < rowsAtOnce && characters < charactersAtOnce) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

async function* documentsOf(client: Client, kind: SearchKind): AsyncIterable<SearchDocument[]> {
  for (let after = ""; ;) {
    const batch = storedDocuments(client, kind, { after, limit: documentsAtOnce });
    const last = batch.at(-1);
    if (!last) return;
    yield batch;
    after = last.id;
  }
}

async function writeRows(
  client: Client,
  { name, columns }: CopyTable,
  batches: AsyncIterable<StoredRow[]>,
): Promise<void> {
  const places = columns.map(() => "?").join(", ");
  const insert = client.prepare(`insert into "${name}" (${list(columns)}) values (${places})`);
  for await (const batch of batches) for (const row of batch) insert.run(row);
}

/** Made again afterwards, at once instead of row by row; gives the statements for it. */
function dropIndexes(client: Client, tables: CopyTable[]): string[] {
  const names = new Set(tables.map(({ name }) => name));
  const indexes = client
    .prepare<[], { name: string; table: string; sql: string }>(
      "select name, tbl_name as 'table', sql from sqlite_master where type = 'index' and sql is not null",
    )
    .all()
    .filter(({ table }) => names.has(table));
  for (const { name } of indexes) client.exec(`drop index "${name}"`);
  return indexes.map(({ sql }) => sql);
}

export function list(names: string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
