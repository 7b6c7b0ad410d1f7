/** Reading what belongs together as it is at one moment, while changes go on. */
import { postgres, sqlite } from "./database.ts";
import { dialect } from "./dialect.ts";
import { connect as connectPostgres } from "./postgres/connection.ts";
import { connect as connectSqlite, openReader, type Queries } from "./sqlite/connection.ts";

export type Snapshot = {
  read: Queries;
  /** Rows as arrays of their values. */
  rows: (statement: string) => AsyncIterable<unknown[][]>;
};

const rowsAtOnce = 2_000;

export async function onSnapshot<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return dialect === "postgres" ? onPostgres(work) : onSqlite(work);
}

async function onSqlite<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const client = openReader(sqlite().file);
  try {
    client.exec("begin");
    return await work({
      read: connectSqlite(client),
      rows: async function* (statement) {
        let batch: unknown[][] = [];
        for (const row of client.prepare(statement).raw().iterate()) {
          batch.push(row as unknown[]);
          if (batch.length < rowsAtOnce) continue;
          yield batch;
          batch = [];
        }
        yield await Promise.resolve(batch);
      },
    });
  } finally {
    client.close();
  }
}

async function onPostgres<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const client = await postgres().hosts.acquire();
  try {
    await client.query("begin isolation level repeatable read read only");
    return await work({
      read: connectPostgres(client),
      rows: async function* (statement) {
        await client.query(`declare snapshot_rows no scroll cursor for ${statement}`);
        try {
          for (;;) {
            const text = `fetch ${rowsAtOnce} from snapshot_rows`;
            const { rows } = await client.query<unknown[]>({ text, rowMode: "array" });
            yield rows;
            if (rows.length < rowsAtOnce) break;
          }
        } finally {
          await client.query("close snapshot_rows");
        }
      },
    });
  } finally {
    await client.query("rollback").then(
      () => client.release(),
      () => client.release(true),
    );
  }
}
