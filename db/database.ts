import { eq } from "drizzle-orm";
import { auditRow, type Actor, type AuditEvent } from "./audit.ts";
import {
  connect,
  databaseFile,
  openReader,
  openWriter,
  type Client,
  type Queries,
} from "./connection.ts";
import { environment } from "./environment.ts";
import { migrate } from "./migrate.ts";
import { auditEvents, handledForms } from "./schema.ts";

/** Queries that may change rows, and the way to append the audit event of the change. */
export type Transaction = Queries & { record: (event: AuditEvent) => Promise<void> };

type WriteOptions = {
  /** One-time key of a form: with a key that was handled before, nothing changes again. */
  formKey?: string | undefined;
};

type Open = {
  file: string;
  writer: Client;
  reader: Client;
  writerQueries: Queries;
  readerQueries: Queries;
  /** Changes made one after the other. */
  queue: Promise<unknown>;
};

let open: Open | null = null;

/** Opens the database, bringing it up to date first. Closes the one that was open. */
export function openDatabase(url: string): void {
  closeDatabase();
  const file = databaseFile(url);
  const writer = openWriter(file);
  migrate(writer, file);
  // Counts for the query planner, where a table has none yet: with counts for some indexes and not
  // for a new one it chose to read a whole organisation for eighteen cases.
  writer.pragma("optimize = 0x10002");
  const reader = openReader(file);
  open = {
    file,
    writer,
    reader,
    writerQueries: connect(writer),
    readerQueries: connect(reader),
    queue: Promise.resolve(),
  };
}

/** Waits for the changes under way, then lets go of the file. */
export async function stopDatabase(): Promise<void> {
  await open?.queue;
  closeDatabase();
}

function closeDatabase(): void {
  open?.reader.close();
  open?.writer.close();
  open = null;
}

function current(): Open {
  if (!open) throw new Error("The database is not open: call openDatabase first");
  return open;
}

/**
 * Makes one change: all of it or nothing. The change appends at least one audit event by
 * `tx.record`; without one it is undone.
 */
function write<T>(
  actor: Actor,
  change: (tx: Transaction) => Promise<T>,
  options: WriteOptions = {},
): Promise<T> {
  const { writerQueries } = current();
  return inTurn(async () => {
    const earlier = await earlierResult(actor, options.formKey);
    if (earlier) return earlier.result as T;
    let events = 0;
    const record = async (event: AuditEvent) => {
      events += 1;
      await writerQueries.insert(auditEvents).values(auditRow(actor, event));
    };
    const tx: Transaction = Object.assign(Object.create(writerQueries) as Queries, { record });
    const result = await change(tx);
    if (events === 0) throw new Error("A change without an audit event");
    if (options.formKey !== undefined) {
      await writerQueries.insert(handledForms).values({
        key: options.formKey,
        personId: actor.personId,
        handledAt: environment.now(),
        result: result ?? null,
      });
    }
    return result;
  });
}

/** Changes technical rows (logins seen, throttles): no audit event, nothing a person decides. */
function maintain<T>(change: (tx: Queries) => Promise<T>): Promise<T> {
  const { writerQueries } = current();
  return inTurn(() => change(writerQueries));
}

async function earlierResult(actor: Actor, formKey: string | undefined) {
  if (formKey === undefined) return undefined;
  const [earlier] = await current()
    .writerQueries.select()
    .from(handledForms)
    .where(eq(handledForms.key, formKey));
  return earlier?.personId === actor.personId ? earlier : undefined;
}

function inTurn<T>(change: () => Promise<T>): Promise<T> {
  const database = current();
  const turn = database.queue.then(async () => {
    database.writer.exec("BEGIN IMMEDIATE");
    try {
      const result = await change();
      database.writer.exec("COMMIT");
      return result;
    } catch (error) {
      if (database.writer.inTransaction) database.writer.exec("ROLLBACK");
      throw error;
    }
  });
  database.queue = turn.catch(() => undefined);
  return turn;
}

/**
 * A query that is built once per database and run many times, its values as placeholders. Gives
 * back a function from values to rows.
 */
function hot<P extends Record<string, unknown>>() {
  return <Row>(build: (read: Queries) => { prepare: () => Prepared<Row> }) => {
    let made: { by: Open; query: Prepared<Row> } | undefined;
    return async (values: P): Promise<Row[]> => {
      const database = current();
      if (made?.by !== database) {
        made = { by: database, query: build(database.readerQueries).prepare() };
      }
      return made.query.execute(values);
    };
  };
}

type Prepared<Row> = { execute: (values?: Record<string, unknown>) => Promise<Row[]> };

export const db = {
  get read(): Queries {
    return current().readerQueries;
  },
  write,
  maintain,
  hot,
};

/** The connections themselves, for the ports inside `db/` only. */
export function connections(): { reader: Client; writer: Client; file: string } {
  return current();
}
