import { desc, eq } from "drizzle-orm";
import { DomainError } from "../app/domain/domain-error.ts";
import type { Actor, AuditEvent } from "./audit.ts";
import { dialect, dialectOf } from "./dialect.ts";
import type { Engine, Notice, Preparable, Prepared } from "./engine.ts";
import { environment } from "./environment.ts";
import { keysFolderOf, openKeys } from "./keys.ts";
import { appendEvents } from "./log.ts";
import { assertKeysFit, bringLogUpToDate } from "./log-upgrade.ts";
import { openPostgres, type PostgresEngine, type PostgresOptions } from "./postgres/engine.ts";
import { auditEvents, handledForms } from "./schema.ts";
import type { Queries } from "./sqlite/connection.ts";
import { openSqlite, type SqliteEngine } from "./sqlite/engine.ts";

/** Queries that may change rows, and the way to append the audit event of the change. */
export type Transaction = Queries & { record: (event: AuditEvent) => Promise<void> };

type WriteOptions = {
  /** One-time key of a form: with a key that was handled before, nothing changes again. */
  formKey?: string | undefined;
};

export type DatabaseOptions = PostgresOptions & {
  /** How many changes may wait for their turn before the next is refused. */
  mostWaiting?: number | undefined;
  /** Folder of the keys, where it is not the one of KEYS_DIR. */
  keysDir?: string | undefined;
};

type Open = {
  engine: Engine;
  /** Changes made one after the other. */
  queue: Promise<unknown>;
  waiting: number;
  mostWaiting: number;
};

let open: Open | null = null;

/** Opens the database, bringing it up to date first. Closes the one that was open. */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<void> {
  await stopDatabase();
  if (dialectOf(url) !== dialect) {
    throw new Error(`This process was started for ${dialect}: set DATABASE_URL to ${url} first`);
  }
  const engine = dialect === "postgres" ? await openPostgres(url, options) : await openSqlite(url);
  open = { engine, queue: Promise.resolve(), waiting: 0, mostWaiting: options.mostWaiting ?? 256 };
  openKeys(options.keysDir ?? keysFolderOf(url));
  try {
    await assertKeysFit(engine.read);
    await bringLogUpToDate(engine);
  } catch (error) {
    await stopDatabase();
    throw error;
  }
}

/** Waits for the changes under way, then lets go of the database. */
export async function stopDatabase(): Promise<void> {
  const closing = open;
  await closing?.queue;
  if (open === closing) open = null;
  await closing?.engine.close();
}

function current(): Open {
  if (!open) throw new Error("The database is not open: call openDatabase first");
  return open;
}

/**
 * Makes one change: all of it or nothing. The change appends at least one audit event by
 * `tx.record`; without one it is undone. Throws a DomainError when the storage is full, busy or
 * away. On PostgreSQL a change may be begun again, so it does nothing outside its transaction.
 */
async function write<T>(
  actor: Actor,
  change: (tx: Transaction) => Promise<T>,
  { formKey }: WriteOptions = {},
): Promise<T> {
  const { engine } = current();
  const { result, notices } = await inTurn(async (queries) => {
    const earlier = await earlierResult(queries, actor, formKey);
    if (earlier) return { result: earlier.result as T, notices: [] };
    const events: AuditEvent[] = [];
    const record = (event: AuditEvent) => Promise.resolve(void events.push(event));
    const tx: Transaction = Object.assign(Object.create(queries) as Queries, { record });
    const made = await change(tx);
    if (formKey !== undefined) {
      await queries.insert(handledForms).values({
        key: formKey,
        personId: actor.personId,
        handledAt: environment.now(),
        result: made ?? null,
      });
    }
    return { result: made, notices: await appendEvents({ engine, queries, actor, events }) };
  });
  if (notices.length > 0) engine.announce(notices);
  return result;
}

/** Changes technical rows (logins seen, throttles): no audit event, nothing a person decides. */
function maintain<T>(change: (tx: Queries) => Promise<T>): Promise<T> {
  const { engine } = current();
  return inTurn(async (queries) => {
    const result = await change(queries);
    const [touched] = (await engine.endOfChange(queries)).touched;
    if (touched) throw new Error(`A change of ${touched.table} without an audit event`);
    return result;
  });
}

async function earlierResult(queries: Queries, actor: Actor, formKey: string | undefined) {
  if (formKey === undefined) return undefined;
  const [earlier] = await queries.select().from(handledForms).where(eq(handledForms.key, formKey));
  return earlier?.personId === actor.personId ? earlier : undefined;
}

function inTurn<T>(change: (queries: Queries) => Promise<T>): Promise<T> {
  return alone((engine) => engine.transaction(change));
}

/** Work for which changes wait: one of them, or what rewrites whole files. Only inside `db/`. */
export async function alone<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  const database = current();
  if (database.waiting >= database.mostWaiting) throw new DomainError("storage_busy");
  database.waiting += 1;
  const turn = database.queue.then(() => work(database.engine));
  database.queue = turn.catch(() => undefined);
  try {
    return await turn;
  } catch (error) {
    const trouble = database.engine.trouble(error);
    throw trouble === null ? error : new DomainError(trouble);
  } finally {
    database.waiting -= 1;
  }
}

/**
 * A query that is built once per database and run many times, its values as placeholders. Gives
 * back a function from values to rows.
 */
function hot<P extends Record<string, unknown>>() {
  return <Row>(build: (read: Queries) => Preparable<Row>) => {
    let made: { by: Engine; query: Prepared<Row> } | undefined;
    return async (values: P): Promise<Row[]> => {
      const { engine } = current();
      if (made?.by !== engine) made = { by: engine, query: engine.prepared(build(engine.read)) };
      return made.query.execute(values);
    };
  };
}

/**
 * Queries for reports and searches: on a copy of the database when there is one and it has
 * everything this person changed, otherwise on the database itself.
 */
async function reports({ personId }: Pick<Actor, "personId">): Promise<Queries> {
  const { engine } = current();
  if (personId === null || !engine.replica) return engine.read;
  const [newest] = await engine.read
    .select({ sequence: auditEvents.sequence })
    .from(auditEvents)
    .where(eq(auditEvents.actorId, personId))
    .orderBy(desc(auditEvents.sequence))
    .limit(1);
  return (await engine.replica(newest?.sequence ?? 0)) ?? engine.read;
}

export const db = {
  get read(): Queries {
    return current().engine.read;
  },
  write,
  maintain,
  hot,
  reports,
  /**
   * Calls back for every audit event from now on, of this and every other process. No notices at all
   * mean that some may have been missed.
   */
  listen: (heard: (notices: Notice[]) => void) => current().engine.listen(heard),
};

/** The storage's part in an error, as a DomainError; null when it has none. */
export function storageTrouble(error: unknown): DomainError | null {
  const trouble = open?.engine.trouble(error) ?? null;
  return trouble === null ? null : new DomainError(trouble);
}

/** How many changes are made or wait to be made in this process. */
export function queueLength(): number {
  return open?.waiting ?? 0;
}

/** Puts rows where a test needs them, in turn with all changes: without an event and without a seal. */
export function arrange<T>(change: (tx: Queries) => Promise<T>): Promise<T> {
  return inTurn(change);
}

/** The engine itself, for the ports inside `db/` and for tests only. */
export function currentEngine(): Engine {
  return current().engine;
}

export function sqlite(): SqliteEngine {
  return currentEngine() as SqliteEngine;
}

export function postgres(): PostgresEngine {
  return currentEngine() as PostgresEngine;
}
