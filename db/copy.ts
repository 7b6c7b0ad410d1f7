/**
 * Copies everything from one database to another of either engine. Rows go as they are stored, not
 * through the definitions of tables, which one process has for one engine only.
 */
import { dialectOf } from "./dialect.ts";
import { openPostgresDestination, openPostgresSource } from "./postgres/copy.ts";
import { searchKinds, type SearchDocument, type SearchKind } from "./search-document.ts";
import { openSqliteDestination, openSqliteSource } from "./sqlite/copy.ts";

/** A value as SQLite stores it: yes and no as 1 and 0, JSON as its text. */
export type StoredValue = string | number | Buffer | null;
export type StoredRow = StoredValue[];

export type CopyTable = { name: string; columns: string[]; key: string[] };

export type CopySource = {
  /** The tables of the application, without what the search index is made of. */
  tables: CopyTable[];
  counts: () => Promise<Map<string, number>>;
  /** All rows in the order of the key, some at a time. */
  rows: (table: CopyTable) => AsyncIterable<StoredRow[]>;
  documents: (kind: SearchKind) => AsyncIterable<SearchDocument[]>;
  close: () => Promise<void>;
};

/** An empty database. Until `finish` it stays that for everybody else. */
export type CopyDestination = {
  tables: CopyTable[];
  write: (table: CopyTable, rows: AsyncIterable<StoredRow[]>) => Promise<void>;
  index: (kind: SearchKind, documents: AsyncIterable<SearchDocument[]>) => Promise<void>;
  /** Makes what was left out meanwhile: indexes and references, which are checked by it. */
  complete: () => Promise<void>;
  counts: () => Promise<Map<string, number>>;
  finish: () => Promise<void>;
  /** Lets go; without `finish` nothing is there. */
  close: () => Promise<void>;
};

export type CopyProgress = {
  onTable: (table: string, done: number, all: number) => void;
  onStage: (stage: string) => void;
};

/** Rows per table that were copied. Throws, and leaves the destination empty, when anything differs. */
export async function copyDatabase(
  from: string,
  to: string,
  progress: CopyProgress,
): Promise<Map<string, number>> {
  const source = await sourceOf(from);
  try {
    const open = dialectOf(to) === "postgres" ? openPostgresDestination : openSqliteDestination;
    const destination = await open(to);
    try {
      return await copyAll(source, destination, progress);
    } finally {
      await destination.close();
    }
  } finally {
    await source.close();
  }
}

/** Everything in a database, as it is at this moment. */
export function sourceOf(url: string): Promise<CopySource> {
  return (dialectOf(url) === "postgres" ? openPostgresSource : openSqliteSource)(url);
}

async function copyAll(
  source: CopySource,
  destination: CopyDestination,
  { onTable, onStage }: CopyProgress,
): Promise<Map<string, number>> {
  const wanted = await source.counts();
  for (const table of matched(source, destination)) {
    const all = wanted.get(table.name) ?? 0;
    await destination.write(
      table,
      counted(source.rows(table), (done) => onTable(table.name, done, all)),
    );
  }
  for (const kind of searchKinds) {
    onStage(`search index: ${kind}`);
    await destination.index(kind, source.documents(kind));
  }
  onStage("indexes and references");
  await destination.complete();
  assertSame(wanted, await destination.counts());
  await destination.finish();
  return wanted;
}

/** The tables in the order of the destination's columns, where both have the same. */
function matched(source: CopySource, destination: CopyDestination): CopyTable[] {
  const shape = ({ name, columns }: CopyTable) => `${name}(${[...columns].sort().join(", ")})`;
  const there = new Set(source.tables.map(shape));
  const other = destination.tables.filter((table) => !there.has(shape(table)));
  if (other.length > 0 || there.size !== destination.tables.length) {
    throw new Error(
      `The databases do not have the same tables: ${other.map(({ name }) => name).join(", ") || "the source has more"}.`,
    );
  }
  return destination.tables;
}

async function* counted<T>(
  batches: AsyncIterable<T[]>,
  onDone: (done: number) => void,
): AsyncIterable<T[]> {
  let done = 0;
  for await (const batch of batches) {
    yield batch;
    done += batch.length;
    onDone(done);
  }
}

function assertSame(wanted: Map<string, number>, found: Map<string, number>): void {
  const wrong = [...wanted].filter(([name, rows]) => found.get(name) !== rows);
  if (wrong.length === 0) return;
  const lines = wrong.map(([name, rows]) => `${name}: ${found.get(name) ?? 0} of ${rows}`);
  throw new Error(`Not all rows arrived; nothing was kept.\n${lines.join("\n")}`);
}

export function assertCurrent(status: string, which: string): void {
  if (status === "current") return;
  throw new Error(`${which} is not up to date: mw migrate --database ${which}`);
}
