/** A PostgreSQL database as the source or the destination of a copy. */
import type pg from "pg";
import {
  assertCurrent,
  type CopyDestination,
  type CopySource,
  type CopyTable,
  type StoredRow,
  type StoredValue,
} from "../copy.ts";
import type { SearchDocument, SearchKind } from "../search-document.ts";
import { list } from "../sqlite/copy.ts";
import { withoutPassword } from "./addresses.ts";
import { changeLock } from "./changes.ts";
import { connectForCommand } from "./command-connection.ts";
import { connect } from "./connection.ts";
import { copyRows } from "./copy-rows.ts";
import { migrate, statusOf } from "./migrate.ts";
import { indexWriter, storedDocuments } from "./search.ts";

/** Few: some rows hold a whole weighing. */
const rowsAtOnce = 250;
const documentsAtOnce = 250;

export async function openPostgresSource(url: string): Promise<CopySource> {
  const client = await connectForCommand(url);
  try {
    // One moment for all tables, whatever is changed meanwhile.
    await client.query("begin isolation level repeatable read read only");
    assertCurrent(await statusOf(client), withoutPassword(url));
    const tables = await tablesOf(client);
    return {
      tables,
      counts: () => countsOf(client, tables),
      rows: (table) => rowsOf(client, table),
      documents: (kind) => documentsOf(client, kind),
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** Everything is one transaction: until it is committed the database is empty. */
export async function openPostgresDestination(url: string): Promise<CopyDestination> {
  await migrate(url);
  const client = await connectForCommand(url);
  try {
    await client.query("begin");
    await client.query("set local maintenance_work_mem = '256MB'");
    await client.query(`select pg_advisory_xact_lock(${changeLock})`);
    const tables = await tablesOf(client);
    const full = [...(await countsOf(client, tables))].filter(([, rows]) => rows > 0);
    if (full.length > 0) {
      throw new Error(`${withoutPassword(url)} is not empty: copy to a new database.`);
    }
    return destination(client, tables, await setAside(client));
  } catch (error) {
    await client.end();
    throw error;
  }
}

function destination(client: pg.Client, tables: CopyTable[], later: string[]): CopyDestination {
  const writer = indexWriter(connect(client));
  return {
    tables,
    write: (table, rows) =>
      copyRows(client, `copy "${table.name}" (${list(table.columns)}) from stdin`, rows),
    index: async (kind, batches) => {
      for await (const batch of batches) await writer.add(kind, batch);
    },
    complete: async () => {
      await writer.finish();
      for (const statement of later) await client.query(statement);
    },
    counts: () => countsOf(client, tables),
    finish: async () => {
      await client.query("commit");
      await client.query("analyze");
    },
    close: () => client.end(),
  };
}

/**
 * Takes away what slows rows down: references, indexes and triggers (the log's own number the rows
 * and tell everybody of each). Gives the statements that put them back, which checks all rows.
 */
async function setAside(client: pg.Client): Promise<string[]> {
  const { rows: constraints } = await client.query<{ owner: string; name: string; made: string }>(
    `select conrelid::regclass::text as owner, quote_ident(conname) as name,
       pg_get_constraintdef(oid) as made
     from pg_constraint
     where connamespace = current_schema()::regnamespace and contype in ('f', 'u')
     order by contype = 'u', conname`,
  );
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `select quote_ident(indexname) as name, indexdef as made from pg_indexes
     where schemaname = current_schema() and indexname not in (
       select conname from pg_constraint where connamespace = current_schema()::regnamespace)`,
  );
  const { rows: triggers } = await client.query<{ owner: string }>(
    `select distinct tgrelid::regclass::text as owner from pg_trigger
     join pg_class on pg_class.oid = tgrelid
     where not tgisinternal and relnamespace = current_schema()::regnamespace`,
  );
  for (const { owner } of triggers) await client.query(`alter table ${owner} disable trigger user`);
  for (const { owner, name } of constraints) {
    await client.query(`alter table ${owner} drop constraint ${name}`);
  }
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  return [
    ...indexes.map(({ made }) => made),
    // Dropped first, references come back last.
    ...constraints
      .reverse()
      .map(({ owner, name, made }) => `alter table ${owner} add constraint ${name} ${made}`),
    ...triggers.map(({ owner }) => `alter table ${owner} enable trigger user`),
  ];
}

async function tablesOf(client: pg.Client): Promise<CopyTable[]> {
  const { rows } = await client.query<CopyTable>(
    `select relname as name,
       array(select attname::text from pg_attribute
         where attrelid = pg_class.oid and attnum > 0 and not attisdropped order by attnum) as columns,
       array(select attname::text from unnest(indkey) with ordinality as k (number, place)
         join pg_attribute on attrelid = pg_class.oid and attnum = k.number order by place) as key
     from pg_class join pg_index on indrelid = pg_class.oid and indisprimary
     where relnamespace = current_schema()::regnamespace and relkind = 'r' and relname not like '%search%'
     order by relname`,
  );
  return rows;
}

async function countsOf(client: pg.Client, tables: CopyTable[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const { rows } = await client.query<{ n: number }>(`select count(*) as n from "${name}"`);
    counts.set(name, rows[0]?.n ?? 0);
  }
  return counts;
}

type ReadValue = StoredValue | boolean;

async function* rowsOf(client: pg.Client, table: CopyTable): AsyncIterable<StoredRow[]> {
  const { name, columns, key } = table;
  await client.query(
    `declare copied no scroll cursor for select ${list(columns)} from "${name}" order by ${list(key)}`,
  );
  for (;;) {
    const text = `fetch ${rowsAtOnce} from copied`;
    const { rows } = await client.query<ReadValue[]>({ text, rowMode: "array" });
    if (rows.length === 0) break;
    yield rows.map((row) => row.map(stored));
  }
  await client.query("close copied");
}

function stored(value: ReadValue): StoredValue {
  return typeof value === "boolean" ? Number(value) : value;
}

async function* documentsOf(client: pg.Client, kind: SearchKind): AsyncIterable<SearchDocument[]> {
  const read = connect(client);
  for (let after = ""; ;) {
    const batch = await storedDocuments(read, kind, { after, limit: documentsAtOnce });
    const last = batch.at(-1);
    if (!last) return;
    yield batch;
    after = last.id;
  }
}
